/** What if: the levels before and after, who becomes indispensable, and the cheapest ways to win back what is lost. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { compareFractions } from '../../domain/basics/fraction';
import type { LevelChange, SinglePoint, Event, SupposedLapse, WhatIf } from '../../domain/planning/what-if';
import { slimRow } from '../elements/blocks';
import { button, card, heading, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import { retirementNotes, taskLines } from '../sections/task-lines';
import type { Text } from '../text';
import { eventWords } from '../words/event';
import { figureWords } from '../words/figure';
import { pointsChangeWords } from '../words/points';
import { nameOf } from '../words/who';
import { competencyName, goalNoun, levelAt, levelName, listOf, type Wording } from '../words/wording';
import type { LevelPath } from '../../domain/planning/level-path';
import type { Task } from '../../domain/planning/plan';
import type { CardSetting } from '../contract/view';
import type { Person } from '../../domain/partner/people/person';

/** A level that would be lost; without roads there are too few people to win it back. */
export interface Repair {
  readonly competency: string;
  readonly level: string;
  readonly roads: readonly LevelPath[];
}

export interface WhatIfView extends CardSetting {
  readonly events: readonly Event[];
  readonly outcome: Pick<WhatIf, 'asOf' | 'changes' | 'points' | 'progress' | 'newSinglePoints'>;
  /** For each level that would be lost, the ways to win it back, the cheapest first. */
  readonly repairs: readonly Repair[];
  /** What is known of each certification that is supposed to lapse. */
  readonly lapses: readonly SupposedLapse[];
  /** Everyone whose id occurs, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** How many ways to win all lost levels back are told. */
const details: readonly [number, ...number[]] = [3, 1, 0];
const mostNames = 6;
const mostScores = 10;

interface About extends Wording {
  readonly view: WhatIfView;
  /** How many repairs are told. */
  readonly told: number;
}

/** The answer to "what if this happened". */
export function whatIfCard(view: WhatIfView, text: Text): Card {
  return fitToSize(details, (told) => toldCard({ view, text, programme: view.programme, told }));
}

function toldCard(about: About): Card {
  const { view, text } = about;
  const { changes } = view.outcome;
  const events = view.events.map((event) => eventWords(event, about));
  const summary = text.say('what-if.changes', { count: changes.length, ...goalNoun(view) });
  const outcome = [summary, ...changes.map((one) => changeWords(one, about))];
  return card({
    text,
    speak: text.sentences([
      text.say('what-if.speak', { events: text.list(events) }),
      ...outcome.map((words) => text.say('sentence.stop', { words })),
    ]),
    body: [
      note(text.say('what-if.nothing-written')),
      title(text.say('what-if.heading')),
      ...view.events.flatMap((event, index) => [
        line(`• ${events[index]!}`, { weight: 'Bolder' }, { spacing: 'Small' }),
        ...lapseNotes(event, about),
      ]),
      ...(view.events.some(({ kind }) => kind === 'retires') ? [note(text.say('what-if.at-once'))] : []),
      heading(summary, { separator: true }),
      ...outcomeLines(about),
    ],
    actions: actionsOf(about),
  });
}

/** Until when a certification is held that is supposed to lapse, or that it is not held. */
function lapseNotes(event: Event, { view, text }: About): readonly CardElement[] {
  const lapse = view.lapses.find((one) => one.event === event);
  if (!lapse) return [];
  if (!lapse.isHeld) return [note(text.say('what-if.not-held'))];
  return [
    note(
      lapse.until === undefined
        ? text.say('what-if.endless')
        : text.say('what-if.until', { date: text.date(lapse.until) }),
    ),
  ];
}

function outcomeLines(about: About): readonly CardElement[] {
  const { changes, asOf } = about.view.outcome;
  return [
    ...changes.map((one) => changeLine(one, about)),
    ...restLine(about),
    ...pointsLines(about),
    ...progressLines(about),
    ...singlePointLines(about),
    ...repairLines(about),
    ...footer({ ...about.view, asOf }, about.text),
  ];
}

function actionsOf(about: About): readonly IExecuteAction[] {
  const { text } = about;
  return [button({ ask: 'plan' }, text.say('button.plan')), button({ ask: 'progress' }, text.say('button.overview'))];
}

function levelWords(level: string | undefined, about: About): string {
  return level === undefined ? about.text.say('what-if.no-level') : levelName(level, about);
}

function changeWords({ competency, before, after }: LevelChange, about: About): string {
  const words = { before: levelWords(before, about), after: levelWords(after, about) };
  return about.text.say('what-if.change', { competency: competencyName(competency, about), ...words });
}

function isLoss({ before, after }: LevelChange, { programme }: About): boolean {
  const rank = (level: string | undefined) => programme.levels.findIndex(({ id }) => id === level);
  return rank(before) > rank(after);
}

function changeLine(change: LevelChange, about: About): CardElement {
  const { text } = about;
  const loss = isLoss(change, about);
  const name = competencyName(change.competency, about);
  return slimRow(`${loss ? '▼' : '▲'} ${changeWords(change, about)}`, [], {
    question: { ask: 'competency', competency: change.competency },
    title: text.say('button.open', { name }),
  });
}

/** Of many scores only the first are told. */
function pointsLines(about: About): readonly CardElement[] {
  const { text, view } = about;
  const { points } = view.outcome;
  if (points.length === 0) return [];
  const more = points.length - mostScores;
  return [
    heading(text.say('what-if.points', { count: points.length }), { separator: true }),
    ...points.slice(0, mostScores).map((change) => {
      const isLoss = compareFractions(change.after, change.before) < 0;
      const words = `${isLoss ? '▼' : '▲'} ${pointsChangeWords(change, about)}`;
      return line(words, isLoss ? { weight: 'Bolder' } : {}, { spacing: 'Small' });
    }),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
  ];
}

/** How much nearer or farther the next levels are; what is the same in whole percents is not told. */
function progressLines(about: About): readonly CardElement[] {
  const { text, view } = about;
  const told = view.outcome.progress.filter(({ before, after }) => text.percent(before) !== text.percent(after));
  if (told.length === 0) return [];
  const more = told.length - mostScores;
  return [
    heading(text.say('what-if.progress'), { separator: true }),
    ...told.slice(0, mostScores).map(({ competency, level, before, after }) => {
      const words = {
        level: levelAt(competency, level, about),
        before: text.percent(before),
        after: text.percent(after),
      };
      return line(
        `${after < before ? '▼' : '▲'} ${text.say('what-if.progress-change', words)}`,
        {},
        { spacing: 'Small' },
      );
    }),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
  ];
}

function restLine({ view, text }: About): readonly CardElement[] {
  const count = view.programme.competencies.length - view.outcome.changes.length;
  return view.outcome.changes.length > 0 && count > 0
    ? [note(text.say('what-if.rest', { count, ...goalNoun(view) }))]
    : [];
}

/** One line for each level, with everybody on whom it would newly hang. */
function singlePointLines(about: About): readonly CardElement[] {
  const { view, text } = about;
  const points = view.outcome.newSinglePoints;
  const competencies = [...new Set(points.map(({ competency }) => competency))];
  if (competencies.length === 0) return [];
  return [
    heading(text.say('what-if.single-points'), { separator: true }),
    ...competencies.map((id) =>
      singlePointLine(
        points.filter(({ competency }) => competency === id),
        about,
      ),
    ),
  ];
}

function singlePointLine(points: readonly SinglePoint[], about: About): CardElement {
  const { view, text } = about;
  const { competency, level } = points[0]!;
  const names = points.flatMap(({ person }) => {
    const known = view.people.get(person);
    const name = known && nameOf(known, view, text);
    return name === undefined ? [] : [name];
  });
  const who =
    names.length === points.length ? listOf(names, text, mostNames) : text.say('who.plain', { count: points.length });
  const what = levelAt(competency, level, about);
  return runs([{ words: '• ', isSubtle: true }, { words: what, weight: 'Bolder' }, { words: ` · ${who}` }], {
    spacing: 'Small',
  });
}

/** First one way for every lost level, then others, as far as there is room. */
function repairLines(about: About): readonly CardElement[] {
  const { view, text, told } = about;
  if (view.repairs.length === 0) return [];
  const perLevel = Math.max(1, Math.floor(told / view.repairs.length));
  return [
    heading(text.say('what-if.repairs'), { separator: true }),
    ...view.repairs.flatMap((repair) => repairOf(repair, told === 0 ? 0 : perLevel, about)),
    ...retirementNotes(told === 0 ? [] : tasksOf(view, perLevel), onItsDay(about)),
  ];
}

function tasksOf({ repairs }: WhatIfView, perLevel: number): readonly Task[] {
  return repairs.flatMap(({ roads }) => roads.slice(0, perLevel).flatMap(({ plan }) => plan.tasks));
}

/** The same on the day of the event: what retires is told as it stands then. */
function onItsDay(about: About) {
  return { ...about, view: { ...about.view, asOf: about.view.outcome.asOf } };
}

function repairOf(repair: Repair, most: number, about: About): readonly CardElement[] {
  const { text } = about;
  const words = { competency: competencyName(repair.competency, about), level: levelName(repair.level, about) };
  if (repair.roads.length === 0) return [line(text.say('what-if.no-repair', words), {}, { spacing: 'Small' })];
  if (most === 0) return [line(text.say('what-if.repair-elsewhere', words), {}, { spacing: 'Small' })];
  return repair.roads
    .slice(0, most)
    .flatMap(({ plan, short }, index) => [
      note(text.say('what-if.repair', { ...words, number: index + 1, count: plan.credentials })),
      ...taskLines(plan.tasks, onItsDay(about)),
      ...short.map((figure) => line(`○ ${figureWords(figure, about)}`, {}, { spacing: 'Small' })),
    ]);
}
