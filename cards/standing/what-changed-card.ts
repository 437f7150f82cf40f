/** What changed since a day: levels first, then progress and points, then people and certifications. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { GoalChange, StandingDifference } from '../../domain/history/standing-difference';
import { fold, slimRow, tapRow } from '../elements/blocks';
import { badge, button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { distanceWords, heldThen } from '../words/history';
import { competencyName, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';

export interface WhatChangedView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The day that was asked for. */
  readonly since: CalendarDate;
  /** Absent where no earlier day is kept. */
  readonly difference?: StandingDifference;
}

/** So many stand open in each section. */
const mostOpen = 4;
const near = { spacing: 'Small' } as const;

/** The answer to "what changed since". */
export function whatChangedCard(view: WhatChangedView, text: Text): Card {
  const { difference, since, programme } = view;
  const date = text.date(difference?.since ?? since);
  const levels = difference?.goals.filter(isLevelChange) ?? [];
  return card({
    text,
    speak: text.say('history.speak', { date, changes: text.say('history.speak-levels', { count: levels.length }) }),
    body: [
      title(text.say('history.heading', { date })),
      ...(difference ? differenceLines(difference, { text, programme }) : [line(text.say('history.none-kept'))]),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'progress' }, text.say('button.overview'), { style: 'positive' }),
      ...(view.seesNames
        ? [button({ ask: 'export', file: 'history' }, text.say('button.export-file', { file: 'history' }))]
        : []),
    ],
  });
}

function isLevelChange({ before, after }: GoalChange): boolean {
  return before.level !== after.level;
}

/** What is otherwise than on the earlier day, in sections. */
export function differenceLines(difference: StandingDifference, wording: Wording): readonly CardElement[] {
  const { text, programme } = wording;
  const { goals, isCutShort, isOtherProgramme, since } = difference;
  const counts = countLines(difference, text);
  const isSame = goals.length + counts.length === 0 && !isOtherProgramme;
  const rank = ({ after }: GoalChange) => programme.levels.findIndex(({ id }) => id === after.level);
  const levels = goals.filter(isLevelChange).sort((one, other) => rank(other) - rank(one));
  const others = goals.filter((one) => !isLevelChange(one)).sort((one, other) => gainOf(other) - gainOf(one));
  return [
    ...(isCutShort ? [note(text.say('history.cut-short', { date: text.date(since) }))] : []),
    ...(isOtherProgramme ? [note(text.say('history.other-programme'))] : []),
    ...(isSame ? [line(text.say('history.nothing'), { weight: 'Bolder' })] : []),
    ...section(
      'levels',
      levels.map((one) => levelRow(one, wording)),
      text,
    ),
    ...section(
      'progress',
      others.map((one) => progressRow(one, wording)),
      text,
    ),
    ...section('counts', counts, text),
    note(text.say('history.imports', { count: difference.imports })),
  ];
}

function gainOf({ before, after }: GoalChange): number {
  return after.progress - before.progress;
}

function section(
  part: 'levels' | 'progress' | 'counts',
  rows: readonly CardElement[],
  text: Text,
): readonly CardElement[] {
  if (rows.length === 0) return [];
  const rest = rows.slice(mostOpen);
  const more = text.say('list.more', { count: rest.length });
  return [
    heading(text.say(`history.${part}`), { spacing: 'Medium' }),
    ...rows.slice(0, mostOpen),
    ...(rest.length > 0 ? fold({ id: `${part}-more`, heading: more, items: rest }) : []),
  ];
}

function openingOf(goal: string, wording: Wording) {
  const name = competencyName(goal, wording);
  return {
    question: { ask: 'competency', competency: goal },
    title: wording.text.say('button.open', { name }),
  } as const;
}

function levelRow({ goal, before, after }: GoalChange, wording: Wording): CardElement {
  const { text, programme } = wording;
  const rank = (level: string | undefined) => programme.levels.findIndex(({ id }) => id === level);
  const isHigher = rank(after.level) > rank(before.level);
  const sign = isHigher ? '▲' : '▼';
  return tapRow({
    name: competencyName(goal, wording),
    badge: badge(sign, isHigher ? 'Good' : 'Attention'),
    below: [
      note(text.say('history.change', { before: heldThen(before, wording), after: heldThen(after, wording) }), {
        spacing: 'None',
      }),
    ],
    open: openingOf(goal, wording),
  });
}

function progressRow({ goal, before, after }: GoalChange, wording: Wording): CardElement {
  const words = wording.text.say('history.change', {
    before: distanceWords(before, wording),
    after: distanceWords(after, wording),
  });
  return slimRow(competencyName(goal, wording), [note(words, { spacing: 'None' })], openingOf(goal, wording));
}

function countLines({ before, after }: StandingDifference, text: Text): readonly CardElement[] {
  return (['counting', 'people', 'lapsed'] as const)
    .filter((what) => before[what] !== after[what])
    .map((what) => line(text.say(`history.${what}`, { before: before[what], after: after[what] }), {}, near));
}
