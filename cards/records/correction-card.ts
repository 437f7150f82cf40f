/** A correction by hand: what it records, what it changes, and a button to confirm it or to take it back. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { FactChange, OverrideChange } from '../../domain/partner/correction';
import { identifierKinds, type Achievement, type Person } from '../../domain/partner/people/person';
import { indexCredentials } from '../../domain/programme/credential';
import { examCostFor } from '../../domain/partner/exam-cost';
import { escapeMarkdown } from '../elements/escaped-text';
import { isClaimed } from '../../domain/partner/claim';
import { fold } from '../elements/blocks';
import { button, buttonInPlace, card, dateField, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { changeWords, figureValue, levelChangeWords } from '../words/change';
import { costWords, earlierCostWords, removedCostWords } from '../words/cost';
import { pointsChangeWords } from '../words/points';
import { nameOf } from '../words/who';
import { levelName, type Wording, goalNoun } from '../words/wording';
import type { CardSetting, ChangeState } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { OfficialDrop } from '../../domain/counting/credits/departure';
import type { LevelChange } from '../../domain/planning/what-if';
import type { PointsChange } from '../../domain/counting/points-change';
import type { Question } from '../contract/question';

/** What a change does to the levels, on the day from which it acts. */
export interface CorrectionEffect {
  readonly asOf: CalendarDate;
  readonly changes: readonly LevelChange[];
  readonly points: readonly PointsChange[];
  /** How many more levels hang on one person. */
  readonly singlePoints: number;
}

export interface CorrectionView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly state: ChangeState;
  readonly change: FactChange;
  /** Whom it is about, where it is about a person. */
  readonly person?: Person;
  /** The first day on which the achievement may count. */
  readonly countsFrom?: CalendarDate;
  /** The day on which the credit of a person who leaves is lost under the partner's policy; absent where it stays. */
  readonly creditLostOn?: CalendarDate;
  readonly official?: OfficialDrop;
  /** Absent of what counts for no level, such as costs. */
  readonly effect?: CorrectionEffect;
  readonly confirm?: Question;
  /** The question without its day, where none was said and today is proposed. */
  readonly undated?: Question;
  readonly undo?: Question;
}

const mostChanges = 12;
const longestSign = 80;

/** The preview of a correction, or the answer to it once it is recorded or taken back. */
export function correctionCard(view: CorrectionView, text: Text): Card {
  const { change, state, programme, person } = view;
  const wording = { text, programme };
  const name = person ? nameOf(person, { ...view, seesNames: true }, text)! : '';
  const what = changeWords(change, state, { ...wording, name });
  return card({
    text,
    speak: what,
    body: [
      title(what),
      ...factLines(view, wording),
      ...otherDay(view, text),
      ...(view.effect ? effectLines(view.effect, wording) : []),
      ...stateLines(view, text),
      ...footer(view, text),
    ],
    actions: actionsOf(view, text),
  });
}

/** That no day was said, and a field for another than today, with the button that shows what it would be then. */
function otherDay({ undated }: CorrectionView, text: Text): readonly CardElement[] {
  if (!undated) return [];
  const field = dateField({ id: 'on', label: text.say('form.which-day'), empty: text.say('form.day') });
  const look = button(undated, text.say('button.with-this-day'));
  return fold({ id: 'other-day', heading: text.say('correction.other-day'), items: [field, buttonInPlace(look)] });
}

/** What the correction records. */
function factLines(view: CorrectionView, wording: Wording): readonly CardElement[] {
  const { change, state } = view;
  const { text } = wording;
  if (state === 'undone') return [];
  switch (change.kind) {
    case 'left':
      return leaveLines(change, view, text);
    case 'completed':
      return completedLines(change, view, text);
    case 'removed':
      return removedLines(change, text);
    case 'joined':
      return [change.before, change.other].map((one) => line(joinedRecordWords(one, text), {}, { spacing: 'Small' }));
    case 'figure':
      return figureLines(change, wording);
    case 'override':
      return overrideLines(change, wording);
    case 'costs':
      return costsLines(change, wording);
  }
}

type ChangeOf<K extends CorrectionView['change']['kind']> = Extract<CorrectionView['change'], { readonly kind: K }>;

function completedLines(
  { achievement }: ChangeOf<'completed'>,
  view: CorrectionView,
  text: Text,
): readonly CardElement[] {
  const { asOf, countsFrom, state } = view;
  const held = state === 'wanted' ? heldSince(achievement, view) : undefined;
  const { completedOn, expiresOn } = achievement;
  const isWaiting = countsFrom !== undefined && countsFrom > asOf && !isClaimed(achievement);
  return [
    line(text.say('correction.completed-on', { date: text.date(completedOn) })),
    ...(held === undefined ? [] : [note(`⚠ ${text.say('correction.already-held', { date: text.date(held) })}`)]),
    ...(isClaimed(achievement) ? [note(text.say('hindrance.claimed'))] : []),
    ...(isWaiting ? [note(text.say('correction.counts-from', { date: text.date(countsFrom) }))] : []),
    ...(expiresOn === undefined ? [] : [note(text.say('correction.valid-until', { date: text.date(expiresOn) }))]),
  ];
}

/** The newest day on which the person has earned the same on record. */
function heldSince(achievement: Achievement, { person, programme }: CorrectionView): CalendarDate | undefined {
  const credentialOf = indexCredentials(programme.credentials);
  const wanted = credentialOf(achievement)?.id;
  if (wanted === undefined) return undefined;
  const earned = person?.achievements.filter((one) => credentialOf(one)?.id === wanted) ?? [];
  return earned
    .map(({ completedOn }) => completedOn)
    .sort()
    .at(-1);
}

function removedLines({ achievements }: ChangeOf<'removed'>, text: Text): readonly CardElement[] {
  const dates = achievements.map(({ completedOn }) => text.date(completedOn));
  return [
    ...dates.map((date) => line(text.say('correction.completed-on', { date }))),
    note(text.say('correction.comes-back')),
  ];
}

function figureLines({ before, after }: ChangeOf<'figure'>, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const earlier = before && { value: figureValue(before, wording), date: text.date(before.asOf) };
  return [
    line(text.say('correction.as-of', { date: text.date(after.asOf) })),
    note(earlier ? text.say('correction.figure-before', earlier) : text.say('correction.figure-new')),
  ];
}

/** One of two records by its signs, which are all that tells them apart. */
function joinedRecordWords({ identifiers, achievements }: Person, text: Text): string {
  const signs = identifierKinds.flatMap((kind) => identifiers[kind]).map((sign) => escapeMarkdown(sign, longestSign));
  return text.say('correction.joined-record', { signs: text.list(signs), count: achievements.length });
}

/** What an override means, and the one that it replaces. */
function overrideLines({ before, after }: OverrideChange, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  if (!after) return [];
  const earlier = before && { level: levelName(before.level, wording), date: text.date(before.until) };
  return [
    line(text.say('correction.override-means')),
    ...(earlier ? [note(text.say('correction.override-before', earlier))] : []),
  ];
}

/** Our day and the official one stand side by side (domain.md 1.8, `officialLeaverDrop`). */
function leaveLines(
  change: ChangeOf<'left'>,
  { creditLostOn, official }: CorrectionView,
  text: Text,
): readonly CardElement[] {
  return [
    line(text.say('correction.leave-date', { date: text.date(change.after) })),
    line(
      creditLostOn === undefined
        ? text.say('correction.credit-stays')
        : text.say('correction.credit-lost', { date: text.date(creditLostOn) }),
      {},
      { spacing: 'Small' },
    ),
    ...(official
      ? [
          note(
            'on' in official
              ? text.say('correction.official', { date: text.date(official.on) })
              : text.say('correction.official-if-deleted', { date: text.date(official.ifDeletedOn) }),
          ),
        ]
      : []),
    ...(change.before === undefined
      ? []
      : [note(text.say('correction.leave-date-before', { date: text.date(change.before) }))]),
  ];
}

/** What a change does to levels and points, on the day from which it acts. */
export function effectLines(effect: CorrectionEffect, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const { changes, points, singlePoints } = effect;
  const more = changes.length - mostChanges;
  return [
    heading(text.say('correction.effect', { date: text.date(effect.asOf) }), { separator: true, spacing: 'Medium' }),
    ...(changes.length === 0 && points.length === 0
      ? [line(text.say('correction.no-effect'), {}, { spacing: 'Small' })]
      : []),
    ...changes.slice(0, mostChanges).map((one) => line(levelChangeWords(one, wording), {}, { spacing: 'Small' })),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
    ...points.slice(0, mostChanges).map((one) => line(pointsChangeWords(one, wording), {}, { spacing: 'Small' })),
    ...(singlePoints > 0
      ? [note(text.say('correction.single-points', { count: singlePoints, ...goalNoun(wording) }))]
      : []),
  ];
}

function stateLines({ state, undo, change }: CorrectionView, text: Text): readonly CardElement[] {
  if (state === 'wanted') return [note(text.say('correction.not-yet'), { separator: true, spacing: 'Medium' })];
  if (state === 'undone') return [];
  const isFact =
    (change.kind === 'completed' && !isClaimed(change.achievement)) ||
    change.kind === 'figure' ||
    (change.kind === 'override' && change.after !== undefined);
  return [
    ...(isFact ? [note(text.say('fact.by-hand'), { separator: true, spacing: 'Medium' })] : []),
    ...(undo ? [note(text.say('correction.undoable'))] : []),
  ];
}

/** Each exam with what is on record of it from then on, and what was before; of one alone the title says the first. */
function costsLines({ before, after }: ChangeOf<'costs'>, wording: Wording): readonly CardElement[] {
  const gone = before.filter(({ credential }) => !examCostFor(after, credential));
  const isOne = after.length + gone.length === 1;
  return [...after, ...gone].flatMap((cost) => {
    const kept = examCostFor(before, cost.credential);
    const isGone = gone.includes(cost);
    return [
      ...(isOne
        ? []
        : [line(isGone ? removedCostWords(cost, wording) : costWords(cost, wording), {}, { spacing: 'Small' })]),
      ...(isGone ? [] : [note(earlierCostWords(kept, wording), { spacing: 'None' })]),
    ];
  });
}

function actionsOf(view: CorrectionView, text: Text): readonly IExecuteAction[] {
  const { confirm, undo, person, change, undated } = view;
  // What is confirmed is what is shown, whatever stands in the field.
  const sendsNothing = undated ? { associatedInputs: 'none' as const } : {};
  return [
    ...(confirm ? [button(confirm, text.say('button.confirm'), { style: 'positive', ...sendsNothing })] : []),
    ...(confirm && change.kind === 'joined' ? [apartButton(change, text)] : []),
    ...(undo ? [button(undo, text.say('button.undo'))] : []),
    ...(person ? [button({ ask: 'person', person: person.id }, text.say('button.person'), sendsNothing)] : []),
    ...(change.kind === 'costs' ? [button({ ask: 'costs' }, text.say('button.costs'))] : []),
    button({ ask: 'progress' }, text.say('button.progress'), sendsNothing),
  ];
}

/** The other answer to "same person?". */
function apartButton({ before, other }: Extract<FactChange, { kind: 'joined' }>, text: Text): IExecuteAction {
  return button({ ask: 'same-person', person: before.id, other: other.id, apart: true }, text.say('button.apart'));
}
