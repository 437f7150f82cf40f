/** The programme: which rules the company follows, and for admins the way to follow another or several. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { programmeIdsIn } from '../../domain/programme/joined-programme';
import type { Programme } from '../../domain/programme/programme';
import { backButton, button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { listOf, nameWords, programmeName } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';

/** Something that a partner can follow: one programme, or several together. */
export interface ProgrammeChoice {
  readonly programme: Programme;
  readonly isFollowed: boolean;
}

export interface ProgrammeView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly isAdmin: boolean;
  readonly choices: readonly ProgrammeChoice[];
  /** What would be followed instead, to be confirmed. */
  readonly wanted?: Programme;
  /** What was just recorded, and what was followed before. */
  readonly done?: {
    readonly code: 'recorded' | 'undone' | 'unchanged';
    readonly before: string;
    /** It came with another sample, which no undo brings back. */
    readonly isSample?: true;
  };
}

const longestPartner = 80;
const mostAreas = 24;
const mostChoices = 4;

/** The answer to "which programme do we follow", and to everything that changes it. */
export function programmeCard(view: ProgrammeView, text: Text): Card {
  const { partner, wanted } = view;
  const headline = headlineOf(view, text);
  return card({
    text,
    speak: headline,
    body: [
      note(escapeMarkdown(partner.name, longestPartner)),
      title(headline),
      ...(view.done?.isSample
        ? [line(text.say('programme.sample', { date: text.date(view.asOf) }), {}, { spacing: 'Small' })]
        : []),
      ...(wanted ? wantedLines(wanted, view, text) : view.choices.flatMap((choice) => choiceLines(choice, text))),
    ],
    actions: [...actionsOf(view, text), button({ ask: 'compare' }, text.say('button.compare'))],
  });
}

function headlineOf({ programme, wanted, done }: ProgrammeView, text: Text): string {
  const name = programmeName(programme, text);
  if (wanted) return text.say('programme.preview', { programme: programmeName(wanted, text) });
  return done
    ? text.say(`programme.done.${done.code}`, { programme: name })
    : text.say('programme.heading', { programme: name });
}

/** A button has no room for the names of several. */
function followWords(programme: Programme, text: Text): string {
  const { length } = programmeIdsIn(programme.id);
  return length > 1
    ? text.say('button.follow-together', { count: length })
    : text.say('button.follow', { programme: programmeName(programme, text) });
}

/** A programme by itself; what several together are follows from them. */
function choiceLines({ programme, isFollowed }: ProgrammeChoice, text: Text): readonly CardElement[] {
  const name = programmeName(programme, text);
  return [
    line(`${isFollowed ? '✓' : '○'} ${name}`, { weight: 'Bolder' }, { spacing: 'Medium' }),
    note(aboutWords(programme, text), { spacing: 'None' }),
  ];
}

function aboutWords({ edition, effectiveFrom, effectiveTo, competencies }: Programme, text: Text): string {
  const args = { edition, count: competencies.length, from: text.date(effectiveFrom) };
  return effectiveTo === undefined
    ? text.say('programme.about', args)
    : text.say('programme.about.ended', { ...args, to: text.date(effectiveTo) });
}

function wantedLines(wanted: Programme, { programme }: ProgrammeView, text: Text): readonly CardElement[] {
  const areas = wanted.competencies.map(({ names }) => nameWords(names, text));
  return [
    line(text.say('programme.now', { programme: programmeName(programme, text) })),
    line(text.say('programme.then', { areas: listOf(areas, text, mostAreas) })),
    note(text.say('programme.facts-stay')),
  ];
}

function actionsOf(
  { isAdmin, choices, programme, wanted, done }: ProgrammeView,
  text: Text,
): readonly IExecuteAction[] {
  if (!isAdmin) return [button({ ask: 'progress' }, text.say('button.overview'))];
  if (wanted)
    return [
      button({ ask: 'programme', programme: wanted.id, from: programme.id }, text.say('button.confirm'), {
        style: 'positive',
      }),
      backButton({ ask: 'programme' }, programmeName(programme, text), text),
    ];
  const undo =
    done?.code === 'recorded' && !done.isSample
      ? [
          button(
            { ask: 'programme', programme: done.before, from: programme.id, isUndo: true },
            text.say('button.undo'),
          ),
        ]
      : [];
  const others = choices.filter((choice) => choice.programme.id !== programme.id).slice(0, mostChoices - undo.length);
  return [
    ...undo,
    ...others.map((choice) =>
      button({ ask: 'programme', programme: choice.programme.id }, followWords(choice.programme, text)),
    ),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}
