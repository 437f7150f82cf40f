/** What an import would change, before anything is written, with the buttons that decide about it. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { hasEnded } from '../../domain/programme/programme';
import { personLabel, type Person, type Achievement } from '../../domain/partner/people/person';
import { fold, noticeBox } from '../elements/blocks';
import { button, buttonInPlace, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { footer } from '../sections/footer';
import { importKindText, rejectionText, warningText } from '../sections/import-text';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';
import { levelChangeWords } from '../words/change';
import { goalNoun, nameWords, type Wording } from '../words/wording';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { ImportKind, ImportRecord } from '../../domain/partner/import-record';
import type { Rejection, Warning, DateOrder } from '../../domain/imports/incoming';
import type { Effect } from '../../domain/imports/import-plan';
import { namedCountArgs } from '../words/named-count';
import type { ProgrammeCount } from '../../domain/imports/import-meaning';

/** Achievements of one person that an earlier export showed and the file does not. */
export interface GoneView {
  readonly person: Person;
  readonly achievements: readonly Achievement[];
}

export interface ImportPlanView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The id under which the file is kept until it is applied or discarded. */
  readonly pending: string;
  readonly file: string;
  readonly kind: ImportKind;
  readonly rows: number;
  readonly items: ImportRecord['people'];
  readonly achievements: Pick<ImportRecord['achievements'], 'new' | 'unchanged'>;
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
  readonly gone: readonly GoneView[];
  readonly effect: Effect;
  /** What taking away what is gone would do. */
  readonly effectOfGone?: Effect;
  /** Which number of a date is the day, if the file left that open and a person has chosen. */
  readonly dates?: DateOrder;
  /** Changes with the facts, so that an outdated preview is recognized. */
  readonly facts: string;
  /** Whether there is nothing to write but what is gone. */
  readonly isEmpty: boolean;
  /** Whether another plan was shown before and facts have changed since. */
  readonly isChangedSince: boolean;
  /** What the file would count in each programme, where nothing was imported before and one can be chosen at once. */
  readonly choices?: readonly ProgrammeCount[];
}

const mostLines = 5;
const mostChanges = 10;
const mostChoices = 2;
const longestFile = 80;
const longestName = 60;
const near = { spacing: 'Small' } as const;

/** What the file would change, with the buttons that decide about it. */
export function importPlanCard(view: ImportPlanView, text: Text): Card {
  const wording = { text, programme: view.programme };
  const key = view.isEmpty ? 'import.plan.nothing' : 'import.plan.title';
  const file = escapeMarkdown(view.file, longestFile);
  const words = text.say(key, { file });
  return card({
    text,
    speak: words,
    body: [
      note(file),
      title(text.say(view.isEmpty ? 'import.plan.nothing-heading' : 'import.plan.heading')),
      ...(view.isChangedSince ? [noticeBox({ tone: 'warning', heading: text.say('import.plan.changed-since') })] : []),
      line(
        text.say('import.plan.what', {
          kind: importKindText(view.kind, text),
          rows: view.rows,
          rejected: view.rejected.length,
        }),
      ),
      ...tallyLines(view, text),
      ...choiceLines(view, text),
      ...(view.isEmpty ? [] : effectLines(view, wording)),
      ...goneLines(view, wording),
      ...findingLines(view, text),
      note(text.say('import.plan.not-yet'), { separator: true, spacing: 'Medium' }),
      ...footer(view, text),
    ],
    actions: planActions(view, text),
  });
}

function tallyLines({ kind, items, achievements }: ImportPlanView, text: Text): readonly CardElement[] {
  const what = { partner: 'settings', 'competency-summary': 'competencies', figures: 'figures' }[kind as string];
  const { new: fresh, unchanged } = achievements;
  return [
    line(text.say('cli.import.items', { what: what ?? 'people', ...items }), {}, near),
    ...(kind === 'training-completions' || fresh + unchanged > 0
      ? [line(text.say('cli.import.achievements', { new: fresh, unchanged }), {}, near)]
      : []),
  ];
}

/** What the file counts in each programme: asked once, because what was imported before has chosen. */
function choiceLines(view: ImportPlanView, text: Text): readonly CardElement[] {
  const { choices = [], programme } = view;
  if (choices.length === 0) return [];
  const better = betterChoices(view);
  return [
    heading(text.say('import.plan.choices'), { separator: true, spacing: 'Medium' }),
    ...choices.flatMap((one) => {
      const sign = one.programme.id === programme.id ? '✓' : '○';
      const names = { programme: nameWords(one.programme.names, text), ...namedCountArgs(one) };
      return [
        line(`${sign} ${text.say('import.means.named', names)}`, {}, near),
        ...(better.includes(one) ? [buttonInPlace(followButton(view, one, text))] : []),
      ];
    }),
  ];
}

/** Programmes in which more of the file counts than in the one that is followed. */
function betterChoices({ choices = [], programme, isEmpty, asOf }: ImportPlanView): readonly ProgrammeCount[] {
  const least = choices.find((one) => one.programme.id === programme.id)?.named ?? 0;
  const others = isEmpty ? [] : choices.filter((one) => one.named > least && !hasEnded(one.programme, asOf));
  return others.slice(0, mostChoices);
}

function followButton(view: ImportPlanView, { programme }: ProgrammeCount, text: Text): IExecuteAction {
  const tooltip = text.say('button.apply-and-follow', { programme: nameWords(programme.names, text) });
  return button({ ...applying(view), programme: programme.id }, text.say('button.apply-and-follow-this'), { tooltip });
}

function effectLines({ effect }: ImportPlanView, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const points = new Set(effect.newSinglePoints.map(({ competency }) => competency)).size;
  return [
    heading(text.say('import.plan.effect', { date: text.date(effect.asOf) }), { separator: true, spacing: 'Medium' }),
    ...changeLines(effect.changes, wording),
    note(text.say('import.plan.stays', { count: effect.stays.length, ...goalNoun(wording) })),
    ...(points > 0 ? [note(text.say('correction.single-points', { count: points, ...goalNoun(wording) }))] : []),
  ];
}

function changeLines(changes: ImportPlanView['effect']['changes'], wording: Wording): readonly CardElement[] {
  const { text } = wording;
  if (changes.length === 0) return [line(text.say('correction.no-effect'), {}, near)];
  const more = changes.length - mostChanges;
  return [
    ...changes.slice(0, mostChanges).map((one) => line(levelChangeWords(one, wording), {}, near)),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
  ];
}

/** What is gone is taken away only by a button of its own, so it is told by name and with what it would cost. */
function goneLines({ gone, effectOfGone }: ImportPlanView, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const lost = gone.flatMap(({ person, achievements }) => achievements.map((one) => ({ person, ...one })));
  if (lost.length === 0) return [];
  const items = goneItems({ lost, effectOfGone }, wording);
  return [
    line(text.say('import.plan.gone', { count: lost.length }), {}, { separator: true, spacing: 'Medium' }),
    ...fold({ id: 'gone', heading: text.say('import.plan.gone-details'), items }),
  ];
}

interface Lost {
  readonly lost: readonly (Achievement & Pick<GoneView, 'person'>)[];
  readonly effectOfGone: Effect | undefined;
}

function goneItems({ lost, effectOfGone }: Lost, wording: Wording): readonly CardElement[] {
  const { text } = wording;
  const more = lost.length - mostLines;
  return [
    ...lost.slice(0, mostLines).map(({ person, title: what, completedOn }) => {
      const name = escapeMarkdown(personLabel(person), longestName);
      const parts = { name, title: escapeMarkdown(what, longestFile), date: text.date(completedOn) };
      return note(text.say('import.plan.gone-line', parts));
    }),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
    ...(effectOfGone
      ? [
          line(text.say('import.plan.gone-effect', { date: text.date(effectOfGone.asOf) }), { weight: 'Bolder' }, near),
          ...changeLines(effectOfGone.changes, wording),
        ]
      : []),
  ];
}

function findingLines({ rejected, warnings }: ImportPlanView, text: Text): readonly CardElement[] {
  const rejections = rejected.map((one) => ({
    line: one.line,
    what: one.column === '' ? rejectionText(one, text) : cellWords(one, text),
  }));
  const remarks = warnings.map((one) => ({ line: one.line, what: warningText(one, text) }));
  return [
    ...listed('rejected', { findings: rejections, after: [note(text.say('import.plan.fix'))] }, text),
    ...listed('warnings', { findings: remarks }, text),
  ];
}

function cellWords(one: ImportPlanView['rejected'][number], text: Text): string {
  const value = escapeMarkdown(one.value, longestName);
  return text.say('cli.import.cell', { column: one.column, value, reason: rejectionText(one, text) });
}

interface Listed {
  readonly findings: readonly { readonly line: number; readonly what: string }[];
  readonly after?: readonly CardElement[];
}

function listed(key: 'rejected' | 'warnings', { findings, after = [] }: Listed, text: Text): readonly CardElement[] {
  if (findings.length === 0) return [];
  const more = findings.length - mostLines;
  const items = [
    ...findings
      .slice(0, mostLines)
      .map((one) => line(escapeMarkdown(text.say('import.plan.line', { ...one }), 300), {}, near)),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
    ...after,
  ];
  return fold({ id: key, heading: text.say(`import.plan.${key}-count`, { count: findings.length }), items });
}

/** The question that applies the file as it was shown. */
function applying({ pending, dates, facts }: ImportPlanView) {
  return { ask: 'import', pending, ...(dates && { dates }), step: 'apply', facts } as const;
}

function planActions(view: ImportPlanView, text: Text): readonly IExecuteAction[] {
  const { pending, dates, isEmpty, gone } = view;
  const apply = applying(view);
  return [
    ...(isEmpty ? [] : [button(apply, text.say('button.apply'), { style: 'positive' })]),
    ...(gone.length > 0
      ? [
          button({ ...apply, gone: true }, text.say('button.apply-and-remove'), {
            style: 'destructive',
            mode: 'secondary',
          }),
        ]
      : []),
    button({ ask: 'import', pending, ...(dates && { dates }), step: 'discard' }, text.say('button.discard')),
  ];
}
