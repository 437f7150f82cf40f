/** The reach card: what keeps the levels that are at risk, and which levels one or two achievements would bring. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { JointPlan, LevelPath, Shortage } from '../../domain/planning/level-path';
import { pointsEach } from '../../domain/planning/points-rank';
import type { Card } from '../elements/card';
import { fold, tapRow } from '../elements/blocks';
import { button, card, heading, line, note, title } from '../elements/elements';
import { fitToSize } from '../elements/size-limit';
import { costLines } from '../sections/cost-lines';
import { footer } from '../sections/footer';
import { placeFolds } from '../sections/place-lines';
import { signedLine } from '../sections/level-lines';
import { assumptionWords, soonRetiring, taskLines } from '../sections/task-lines';
import type { Text } from '../text';
import { shownPoints } from '../words/points';
import { riskSentence } from '../words/risk';
import { hangsOnWords, riskWords } from '../words/risk-causes';
import { competencyName, levelAt, listOf, type Wording } from '../words/wording';
import { missingFigures } from '../words/missing';
import { shortageWords, workWords } from '../words/work';
import type { Risk } from '../../domain/membership/risk';
import type { Plan, Task } from '../../domain/planning/plan';
import type { FigureStanding } from '../../domain/counting/level-standing';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';

/** A level that is at risk, with what keeps or wins it back, or why nothing does. */
export interface Remedy {
  readonly risk: Risk;
  readonly plan?: Plan;
  readonly shortage?: Shortage;
  /** The figures that are short beside it. */
  readonly short: readonly FigureStanding[];
}

/**
 * The work that keeps the levels at risk, the levels within reach with the best path to each, and the work for all of them
 * together.
 */
export interface ReachView extends CardSetting {
  readonly asOf: CalendarDate;
  /** The gravest first. */
  readonly remedies: readonly Remedy[];
  /** The work for everything that is lost or will lapse. */
  readonly jointRemedy?: JointPlan;
  readonly roads: readonly LevelPath[];
  /** Under points, what gives the most of them for each credential, over all areas. */
  readonly byPoints?: readonly LevelPath[];
  readonly joint?: JointPlan;
  readonly people: ReadonlyMap<string, Person>;
  /** Whether the reader may ask the people of the plan, here. */
  readonly mayAsk?: boolean;
}

interface Reach extends Wording {
  readonly view: ReachView;
  /** How many levels are shown at most. */
  readonly most: number;
}

/** The answer to "plan": what keeps the levels that are held, then those that one or two achievements would bring. */
export function reachCard(view: ReachView, text: Text): Card {
  return fitToSize([18, 9, 4], (most) => shortenedCard({ view, text, programme: view.programme, most }));
}

function shortenedCard(about: Reach): Card {
  const { view, text } = about;
  const reach = text.say('plan.reach', { count: view.roads.length });
  const count = view.remedies.length;
  return card({
    text,
    speak: count > 0 ? text.sentences([text.say('plan.risk', { count }), reach]) : reach,
    body: [
      note(view.partner.name),
      ...remedyLines(about),
      ...soonRetiring(tasksOf(about), about),
      ...reachLines(about),
      ...wholeCostLines(about),
      ...wholePlaceFolds(about),
      ...assumptionFold(about),
      ...footer(view, text),
    ],
    actions: actionsOf(about),
  });
}

/** So many rows of a section stand open; the others are folded. */
const mostOpen = 2;

/** The levels within reach and the work for each; folded where more is at risk than stands open, because that comes first. */
function reachLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { roads, remedies } = view;
  const count = text.say('plan.reach', { count: roads.length });
  const rows = roads.slice(0, most).map((road) => ({ name: levelNameOf(road, about), row: reachRow(road, about) }));
  const hidden = roads.length - most;
  if (remedies.length > mostOpen && rows.length > 0)
    return [...opened('reach', rows, { hidden, open: 0, heading: count, text }), ...pointsLines(about)];
  // What stands above takes the room of a row, so that the card stays short on a phone.
  const isBelow = remedies.length > 0 || soonRetiring(tasksOf(about), about).length > 0;
  return [
    ...(remedies.length > 0
      ? [line(count, { weight: 'Bolder' }, { separator: true, spacing: 'Small' })]
      : [title(text.say('plan.reach-heading')), line(count, {}, { spacing: 'Small' })]),
    ...opened('reach', rows, { hidden, open: isBelow ? 1 : mostOpen, text }),
    ...pointsLines(about),
  ];
}

/** A row, and what it is about. */
interface NamedRow {
  readonly name: string;
  readonly row: CardElement;
}

interface Opening {
  /** How many do not fit on the card at all. */
  readonly hidden: number;
  /** How many stand open. */
  readonly open?: number;
  /** What the fold says instead of naming what it holds. */
  readonly heading?: string;
  readonly text: Text;
}

/** The first rows, and the others folded below them. */
function opened(
  id: string,
  rows: readonly NamedRow[],
  { hidden, open = mostOpen, heading: said, text }: Opening,
): readonly CardElement[] {
  const [first, others] = [rows.slice(0, open).map(({ row }) => row), rows.slice(open)];
  const untold = hidden > 0 ? [note(text.say('task.more', { count: hidden }))] : [];
  if (others.length === 0) return [...first, ...untold];
  const names = others.map(({ name }) => name);
  const count = others.length + Math.max(0, hidden);
  const levels = listOf(names, text, mostNamed);
  const items = [...others.map(({ row }) => row), ...untold];
  return [...first, ...fold({ id, heading: said ?? text.say('plan.more-levels', { count, levels }), items })];
}

/** So many of the folded rows are named in the heading. */
const mostNamed = 1;

function levelNameOf({ competency, level }: Pick<LevelPath, 'competency' | 'level'>, about: Reach): string {
  return levelAt(competency, level, about);
}

/** All the work on the card, also what is folded. */
function tasksOf({ view: { remedies, roads, byPoints = [] }, most }: Reach): readonly Task[] {
  return [remedies, roads, byPoints]
    .flatMap((all) => all.slice(0, most).flatMap(({ plan }) => plan ?? []))
    .flatMap(({ tasks }) => tasks);
}

/**
 * What the work costs for which the people of the whole plan are asked: for everything at risk with its stand-ins; where nothing will be
 * lost, for what is within reach in place of that, and where nothing is, for the most points.
 */
function wholeCostLines(about: Reach): readonly CardElement[] {
  const { text, view } = about;
  const { roads, byPoints = [] } = view;
  const told = view.remedies.filter(({ risk, plan }) => plan && risk.code !== 'reached');
  const atRisk = told.flatMap(({ plan }) => plan?.tasks ?? []);
  if (told.some(({ risk }) => risk.code !== 'thin'))
    return costLines(atRisk, about, (cost) => text.say('plan.cost-risk', { cost }));
  const near = (roads.length > 0 ? roads : byPoints).flatMap(({ plan }) => plan.tasks);
  const words = atRisk.length === 0 && roads.length > 0 ? 'plan.cost-reach' : 'plan.cost-both';
  return costLines([...near, ...atRisk], about, (cost) => text.say(words, { cost }));
}

/** How much of the whole plan falls on each office and team: of the work that serves all its levels at once, or of the only level there is. */
function wholePlaceFolds(about: Reach): readonly CardElement[] {
  const { remedies, roads, joint, jointRemedy } = about.view;
  const together = (jointRemedy ?? joint)?.plan.tasks;
  const [only, ...others] = [...remedies, ...roads].flatMap(({ plan }) => plan ?? []);
  return placeFolds(together ?? (others.length === 0 ? (only?.tasks ?? []) : []), about);
}

/** Everything that holds for all the work on the card, said once and folded. */
function assumptionFold(about: Reach): readonly CardElement[] {
  const { text, view } = about;
  const { remedies, roads, joint, jointRemedy } = view;
  const isSpread = remedies.length + roads.length > 1;
  const together = [joint, jointRemedy].flatMap((one) => one ?? []);
  const isExact = together.every(({ exact }) => exact);
  const words = [
    ...(jointRemedy ? [text.say('plan.joint-risk', { work: workWords(jointRemedy.plan, text) })] : []),
    ...(joint ? [text.say('plan.joint', { work: workWords(joint.plan, text) })] : []),
    ...(together.length > 0 ? [text.say(isExact ? 'plan.exact' : 'plan.not-exact')] : []),
    ...(isSpread ? [text.say('plan.spread-levels')] : []),
    ...assumptionWords(tasksOf(about), about),
  ];
  if (words.length === 0) return [];
  return fold({ id: 'assumptions', heading: text.say('plan.assumptions'), items: words.map((one) => note(one)) });
}

/** The rows lead to the levels themselves. */
function actionsOf({ text, view }: Reach): readonly IExecuteAction[] {
  const { remedies, roads, byPoints = [], mayAsk } = view;
  const isWork = remedies.some(({ plan }) => plan) || roads.length + byPoints.length > 0;
  if (!mayAsk || !isWork)
    return [button({ ask: 'risk' }, text.say('button.risk')), button({ ask: 'progress' }, text.say('button.overview'))];
  // In the longest language three buttons take two rows on a phone.
  return [
    button({ ask: 'ask-people' }, text.say('button.ask-plan'), { style: 'positive' }),
    button({ ask: 'risk' }, text.say('button.risk'), { mode: 'secondary' }),
    button({ ask: 'progress' }, text.say('button.overview'), { mode: 'secondary' }),
  ];
}

/** What is at risk, and what would keep it or win it back. */
function remedyLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { remedies } = view;
  if (remedies.length === 0) return [];
  return [
    title(text.say('plan.risk-heading')),
    line(text.say('plan.risk', { count: remedies.length }), {}, { spacing: 'Small' }),
    ...opened(
      'remedies',
      remedies.slice(0, most).map((remedy) => ({
        name: levelNameOf(remedy.risk, about),
        row: remedyRow(remedy, about),
      })),
      {
        hidden: remedies.length - most,
        text,
      },
    ),
  ];
}

function remedyRow({ risk, plan, short, shortage }: Remedy, about: Reach): CardElement {
  const { text } = about;
  const { competency, level } = risk;
  const name = levelAt(competency, level, about);
  const work = plan ? taskLines(plan.tasks, about) : risk.code === 'thin' ? [] : [note(shortageWords(shortage, about))];
  return tapRow({
    name,
    below: [
      line(threatWords(risk, plan !== undefined, about), {}, { spacing: 'None' }),
      ...work,
      ...shortLines(short, about),
    ],
    open: { question: { ask: 'competency', competency }, title: text.say('button.open', { name }) },
  });
}

/** Who carries a level alone comes before who could stand in, so that neither is taken for the other. */
function threatWords(risk: Risk, hasPlan: boolean, about: Reach): string {
  if (risk.code !== 'thin') return riskSentence(risk, about);
  const detail = { ...about, detail: { causes: mostCarriers } };
  return hasPlan ? hangsOnWords(risk.people, detail) : riskWords(risk, detail)[0]!;
}

const mostCarriers = 3;

/** How many figures are too low; which ones, the plan of the level tells. */
function shortLines(short: readonly FigureStanding[], about: Reach): readonly CardElement[] {
  return missingFigures({ figures: short }, about).map((words) => signedLine(false, words));
}

/** Under points the work of every area, the most points for each credential first; folded where other work comes before it. */
function pointsLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { byPoints = [], remedies, roads } = view;
  if (byPoints.length === 0) return [];
  const words = text.say('plan.by-points');
  const rows = byPoints
    .slice(0, most)
    .map((road) => ({ name: competencyName(road.competency, about), row: pointsRow(road, about) }));
  if (remedies.length + roads.length > 0)
    return fold({ id: 'points', heading: words, items: rows.map(({ row }) => row) });
  return [heading(words, { separator: true }), ...opened('points', rows, { hidden: byPoints.length - most, text })];
}

function pointsRow(road: LevelPath, about: Reach): CardElement {
  const { text } = about;
  const { competency, level, plan } = road;
  const { before, after, of } = road.score!;
  const name = competencyName(competency, about);
  const points = { before: shownPoints(before), after: shownPoints(after), of: shownPoints(of) };
  const each = Math.round(pointsEach(road) * 100) / 100;
  return tapRow({
    name,
    below: [
      line(text.say('plan.points', points), {}, { spacing: 'None' }),
      note(text.say('plan.points-each', { count: plan.credentials, points: each }), { spacing: 'None' }),
      ...taskLines(plan.tasks, about),
    ],
    open: { question: { ask: 'plan', competency, level }, title: text.say('button.open', { name }) },
  });
}

function reachRow(road: LevelPath, about: Reach): CardElement {
  const { text } = about;
  const { competency, level, plan, short } = road;
  const name = levelAt(competency, level, about);
  return tapRow({
    name,
    below: [...taskLines(plan.tasks, about), ...shortLines(short, about)],
    open: { question: { ask: 'plan', competency, level }, title: text.say('button.open', { name }) },
  });
}
