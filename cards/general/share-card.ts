/** Sharing a card in a room: which card, where and with which names, what it would say, and what became of it. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Choice } from '../contract/dataset';
import type { Question } from '../contract/question';
import type { Card } from '../elements/card';
import { button, card, choiceField, heading, line, note, title } from '../elements/elements';
import { fitToSize } from '../elements/size-limit';
import { plainText } from '../elements/plain-text';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';
import { listOf } from '../words/wording';

export type ShareView =
  /** Which card; each button asks for one. */
  | { readonly state: 'which'; readonly cards: readonly { readonly words: string; readonly question: Question }[] }
  /** Where to, and whether with names. */
  | { readonly state: 'where'; readonly what: string; readonly rooms: readonly Choice[]; readonly question: Question }
  | {
      readonly state: 'wanted';
      readonly room: string;
      readonly shared: Card;
      /** The names of people in it. */
      readonly names: readonly string[];
      readonly question: Question;
    }
  | { readonly state: 'posted' | 'again'; readonly room: string }
  | { readonly state: 'failed'; readonly room: string; readonly code: string };

const mostNames = 20;
const mostLines = [40, 15, 5] as const;

/** The answer to `share`. */
export function shareCard(view: ShareView, text: Text): Card {
  return fitToSize<number>(mostLines, (most) => cardOf(view, text, most));
}

function cardOf(view: ShareView, text: Text, most: number): Card {
  const words = headline(view, text);
  return card({
    text,
    speak: words,
    body: [title(words), ...linesOf(view, text, most)],
    actions: actionsOf(view, text),
  });
}

function headline(view: ShareView, text: Text): string {
  switch (view.state) {
    case 'which':
      return text.say('share.which');
    case 'where':
      return text.say('share.where', { what: escapeMarkdown(view.what, 80) });
    default:
      return text.say(`share.${view.state}`, { room: escapeMarkdown(view.room, 80) });
  }
}

function linesOf(view: ShareView, text: Text, most: number): readonly CardElement[] {
  switch (view.state) {
    case 'where':
      return view.rooms.length > 0 ? fields(view.rooms, text) : [note(text.say('team.no-room'))];
    case 'wanted':
      return wantedLines(view, text, most);
    case 'failed':
      return [line(deliveryCodeWords(view.code, text))];
    default:
      return [];
  }
}

function fields(rooms: readonly Choice[], text: Text): readonly CardElement[] {
  const empty = text.say('form.empty');
  return [
    choiceField({ id: 'to', label: text.say('team.field.room'), value: rooms[0]!.value, empty }, rooms),
    choiceField({ id: 'names', label: text.say('team.field.names'), value: 'no' }, [
      { value: 'no', title: text.say('team.names.no') },
      { value: 'yes', title: text.say('team.names.yes') },
    ]),
    note(text.say('share.preview-first')),
  ];
}

function wantedLines(
  { names, shared }: Extract<ShareView, { state: 'wanted' }>,
  text: Text,
  most: number,
): readonly CardElement[] {
  const lines = plainText(shared)
    .split('\n')
    .filter((words) => words.trim() !== '');
  const rest = lines.length - most;
  return [
    names.length === 0
      ? line(text.say('share.nameless'))
      : line(text.say('share.names', { count: names.length, names: listOf(names, text, mostNames) }), {
          weight: 'Bolder',
        }),
    heading(text.say('share.text'), { spacing: 'Medium' }),
    ...lines.slice(0, most).map((words) => note(words, { spacing: 'None' })),
    ...(rest > 0 ? [note(text.say('list.more', { count: rest }))] : []),
  ];
}

function actionsOf(view: ShareView, text: Text) {
  const progress = button({ ask: 'progress' }, text.say('button.progress'), { associatedInputs: 'none' });
  switch (view.state) {
    case 'which':
      return view.cards.map(({ words, question }) => button(question, words));
    case 'where':
      return view.rooms.length > 0
        ? [button(view.question, text.say('button.share-preview'), { style: 'positive' }), progress]
        : [progress];
    case 'wanted':
      return [button(view.question, text.say('button.share'), { style: 'positive' }), progress];
    default:
      return [progress];
  }
}
