/** The reach card: what keeps the levels that are at risk, and which levels one or two achievements would bring. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import type { JointPlan, LevelPath, Shortage } from '../../domain/planning/level-path';
import { pointsEach } from '../../domain/planning/points-rank';
import type { Card } from '../elements/card';
import { button, card, group, heading, line, mostActions, note, runs, title } from '../elements/elements';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import { signedLine } from '../sections/level-lines';
import { assumptionWords, taskLines } from '../sections/task-lines';
import type { Text } from '../text';
import { figureWords } from '../words/figure';
import { shownPoints } from '../words/points';
import { riskSentence } from '../words/risk';
import { competencyName, levelAt, type Wording } from '../words/wording';
import { shortageWords, workWords } from '../words/work';
import type { Risk } from '../../domain/membership/risk';
import type { Plan } from '../../domain/planning/plan';
import type { FigureStanding } from '../../domain/counting/standing';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/person';

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
      ...reachLines(about),
      ...assumptionLines(about),
      ...footer(view, text),
    ],
    actions: actionsOf(about),
  });
}

/** The levels within reach, the work for each, and the work for all of them together. */
function reachLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { roads, remedies, joint } = view;
  const words = text.say('plan.reach-heading');
  return [
    remedies.length > 0 ? heading(words, { separator: true }) : title(words),
    line(text.say('plan.reach', { count: roads.length })),
    ...roads.slice(0, most).map((road) => reachGroup(road, about)),
    ...pointsLines(about),
    ...moreLines(roads.length - most, text),
    ...(joint ? jointLines(joint, text) : []),
  ];
}

/** Everything that holds for all the work on the card, said once and together. */
function assumptionLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { remedies, roads, byPoints = [] } = view;
  const plans = [remedies, roads, byPoints].flatMap((all) => all.slice(0, most).flatMap(({ plan }) => plan ?? []));
  const isSpread = remedies.length + roads.length > 1;
  const words = [
    ...(isSpread ? [text.say('plan.spread-levels')] : []),
    ...assumptionWords(
      plans.flatMap(({ tasks }) => tasks),
      about,
    ),
  ];
  return words.length > 0 ? [note(text.sentences(words), { spacing: 'Medium' })] : [];
}

function moreLines(hidden: number, text: Text): readonly CardElement[] {
  return hidden > 0 ? [note(text.say('task.more', { count: hidden }))] : [];
}

function jointLines({ plan, exact }: JointPlan, text: Text): readonly CardElement[] {
  const words = text.say('plan.joint', { work: workWords(plan, text) });
  return [
    line(words, { weight: 'Bolder' }, { separator: true, spacing: 'Medium' }),
    note(text.say(exact ? 'plan.exact' : 'plan.not-exact')),
  ];
}

/** Buttons for the plan of each level, those at risk first. */
function actionsOf(about: Reach): readonly IExecuteAction[] {
  const { text, view } = about;
  const endangered = view.remedies.map(({ risk }) => risk).filter(({ code }) => code !== 'thin');
  return [
    ...[...endangered, ...view.roads]
      .slice(0, mostActions - 2)
      .map(({ competency, level }) => button({ ask: 'plan', competency, level }, competencyName(competency, about))),
    button({ ask: 'risk' }, text.say('button.risk')),
    button({ ask: 'progress' }, text.say('button.overview')),
  ];
}

/** What is at risk, and what would keep it or win it back. */
function remedyLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { remedies, jointRemedy } = view;
  if (remedies.length === 0) return [];
  return [
    title(text.say('plan.risk-heading')),
    line(text.say('plan.risk', { count: remedies.length })),
    ...remedies.slice(0, most).map((remedy) => remedyGroup(remedy, about)),
    ...moreLines(remedies.length - most, text),
    ...(jointRemedy
      ? [
          line(text.say('plan.joint-risk', { work: workWords(jointRemedy.plan, text) }), { weight: 'Bolder' }),
          note(text.say(jointRemedy.exact ? 'plan.exact' : 'plan.not-exact')),
        ]
      : []),
  ];
}

function remedyGroup({ risk, plan, short, shortage }: Remedy, about: Reach): CardElement {
  const { text } = about;
  const { competency, level } = risk;
  const name = levelAt(competency, level, about);
  const nobody = risk.code === 'thin' ? text.say('plan.no-stand-in') : shortageWords(shortage, about);
  return group(
    [
      runs([{ words: name, weight: 'Bolder' }]),
      line(riskSentence(risk, about), {}, { spacing: 'Small' }),
      ...(plan && risk.code === 'thin' ? [note(text.say('plan.stand-in'))] : []),
      ...(plan ? taskLines(plan.tasks, about) : [note(nobody)]),
      ...short.map((figure) => signedLine(false, figureWords(figure, about))),
    ],
    { question: { ask: 'competency', competency }, title: text.say('button.open', { name }) },
  );
}

/** Under points the work of every area, the most points for each credential first. */
function pointsLines(about: Reach): readonly CardElement[] {
  const { text, view, most } = about;
  const { byPoints = [] } = view;
  if (byPoints.length === 0) return [];
  return [
    heading(text.say('plan.by-points'), { separator: true }),
    ...byPoints.slice(0, most).map((road) => pointsGroup(road, about)),
  ];
}

function pointsGroup(road: LevelPath, about: Reach): CardElement {
  const { text } = about;
  const { competency, level, plan } = road;
  const { before, after, of } = road.score!;
  const name = competencyName(competency, about);
  const points = { before: shownPoints(before), after: shownPoints(after), of: shownPoints(of) };
  const each = Math.round(pointsEach(road) * 100) / 100;
  return group(
    [
      runs([{ words: name, weight: 'Bolder' }, { words: ` · ${text.say('plan.points', points)}` }]),
      note(text.say('plan.points-each', { count: plan.credentials, points: each })),
      ...taskLines(plan.tasks, about),
    ],
    { question: { ask: 'plan', competency, level }, title: text.say('button.open', { name }) },
  );
}

function reachGroup(road: LevelPath, about: Reach): CardElement {
  const { text } = about;
  const { competency, level, plan, short } = road;
  const name = levelAt(competency, level, about);
  return group(
    [
      runs([{ words: name, weight: 'Bolder' }]),
      ...taskLines(plan.tasks, about),
      ...short.map((figure) => signedLine(false, figureWords(figure, about))),
    ],
    { question: { ask: 'plan', competency, level }, title: text.say('button.open', { name }) },
  );
}
