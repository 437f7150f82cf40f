/** Forgetting: what goes, what stays as a mark, and that it was done. */
import type { LevelChange } from '../../domain/planning/what-if';
import type { Question } from '../contract/question';
import { button, card, line, note, textField, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { levelChangeWords } from '../words/change';
import type { Wording } from '../words/wording';

export interface ForgetView {
  /** Absent where the reader asks to be forgotten. */
  readonly name?: string;
  readonly achievements: number;
  /** How many rows go or lose the person, of whatever kind. */
  readonly rows: number;
  readonly changes: readonly LevelChange[];
  readonly question: Question;
}

const longestName = 80;
const mostChanges = 12;

/** The preview of forgetting a person. */
export function forgetCard({ name, achievements, rows, changes, question }: ForgetView, wording: Wording): Card {
  const { text } = wording;
  const heading =
    name === undefined ? text.say('forget.me') : text.say('forget.person', { name: escapeMarkdown(name, longestName) });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      line(text.say('forget.what', { achievements, rows })),
      ...changes
        .slice(0, mostChanges)
        .map((change) => line(levelChangeWords(change, wording), {}, { spacing: 'Small' })),
      line(text.say('forget.kept-out'), {}, { spacing: 'Small' }),
      note(text.say('forget.stays')),
      note(text.say('forget.for-good'), { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      button(question, text.say('button.forget'), { style: 'destructive' }),
      button({ ask: 'progress' }, text.say('button.progress')),
    ],
  });
}

export interface ForgetPartnerView {
  /** What has to be typed into the field. */
  readonly word: string;
  readonly people: number;
  readonly rows: number;
}

/** The preview of forgetting the whole organisation; the button works only with the word typed. */
export function forgetPartnerCard({ word, people, rows }: ForgetPartnerView, text: Text): Card {
  const heading = text.say('forget.partner');
  const label = text.say('forget.type', { word: escapeMarkdown(word, longestName) });
  return card({
    text,
    speak: heading,
    body: [
      title(heading),
      line(text.say('forget.partner-what', { people, rows })),
      note(text.say('forget.partner-export')),
      textField({ id: 'typed', label, empty: word }),
      note(text.say('forget.for-good'), { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      button({ ask: 'forget-partner', isSure: true }, text.say('button.forget'), { style: 'destructive' }),
      button({ ask: 'export' }, text.say('button.export'), { associatedInputs: 'none' }),
    ],
  });
}

/** The answer once it is done; it names nobody. */
export function forgottenCard({ what }: { readonly what: 'me' | 'person' | 'partner' }, text: Text): Card {
  const heading = text.say('forget.done', { what });
  return card({
    text,
    speak: heading,
    body: [title(heading), line(text.say('forget.done-means', { what }))],
    actions: [button({ ask: 'help' }, text.say('button.help'))],
  });
}
