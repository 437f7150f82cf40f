/** The plan card: who is to earn what for a level, which figures are short beside it, and what other ways there are. */
import type { CardElement } from '@microsoft/teams.cards';
import { shortOf, type LevelPath, type PathTarget, type Shortage } from '../../domain/planning/level-path';
import { pointsShort } from '../../domain/planning/score-path';
import { backButton, button, card, heading, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { fold, namedLine } from '../elements/blocks';
import { costLines } from '../sections/cost-lines';
import { enterFiguresButtons } from '../sections/enter-figures';
import { footer } from '../sections/footer';
import { placeFolds } from '../sections/place-lines';
import { signedLine } from '../sections/level-lines';
import { metricLine } from '../sections/score-lines';
import { assumptionWords, soonRetiring, workLines } from '../sections/task-lines';
import type { Text } from '../text';
import { partNumber, whoWords } from '../words/clause';
import { expressionWords } from '../words/credential';
import { figureWords } from '../words/figure';
import { shownPoints, totalWords } from '../words/points';
import { taskLineWords } from '../words/task';
import { nameOf } from '../words/who';
import { levelName, nameWords, type Wording } from '../words/wording';
import { shortageWords, workWords } from '../words/work';
import type { CardSetting } from '../contract/view';
import type { CalendarDate } from '../../domain/basics/date';
import type { Competency } from '../../domain/programme/programme';
import type { PlannedWork } from '../../domain/planning/credential-work';
import type { Person } from '../../domain/partner/people/person';
import { isOpenTask, type AssignedTask } from '../../domain/tasks/assigned-task';

export interface PlanView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly competency: Competency;
  readonly target: PathTarget;
  /** The best first; empty if no one on record can reach it, for the reason that `shortage` gives. */
  readonly roads: readonly LevelPath[];
  readonly shortage?: Shortage;
  /** The day for which it is made, where the level is held today and will not be met then. */
  readonly by?: CalendarDate;
  /** The open and declined tasks for the level. */
  readonly tasks: readonly AssignedTask[];
  /** Whether the reader may ask the people of the plan, here. */
  readonly mayAsk: boolean;
  /** The work of the best path by credential. */
  readonly planned?: PlannedWork;
  /** Everyone whose id occurs, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

interface About extends Wording {
  readonly view: PlanView;
  /** How many other ways are told. */
  readonly others: number;
}

/** The answer to "how do we get to this level". */
export function planCard(view: PlanView, text: Text): Card {
  return fitToSize([3, 1, 0], (others) => wholeCard({ view, text, programme: view.programme, others }));
}

function wholeCard(about: About): Card {
  const { view, text } = about;
  const { competency, target, roads } = view;
  const [best] = roads;
  const name = nameWords(competency.names, text);
  const level = levelName(target.level, about);
  const summary = best ? summaryOf(best, text) : shortageWords(view.shortage, about);
  return card({
    text,
    speak: `${text.say('plan.heading', { competency: name, level })}. ${summary}`,
    body: [
      title(text.say('plan.heading', { competency: name, level })),
      line(summary, { weight: 'Bolder' }),
      ...(view.by === undefined ? [] : [note(text.say('plan.by', { date: text.date(view.by) }))]),
      ...(best ? roadLines(best, about) : []),
      ...askedFold(about),
      ...otherLines(about),
      ...footer(view, text),
    ],
    actions: [
      ...(view.mayAsk && best && best.plan.credentials > 0
        ? [button({ ask: 'ask-people', ...target }, askWords(best.plan, about), { style: 'positive' })]
        : []),
      ...enterFiguresButtons(competency.id, { ...view, isMissing: best !== undefined && shortOf(best) > 0 }, text),
      button(
        { ask: 'why', competency: competency.id, level: target.level, ...(best && { option: best.option }) },
        text.say('button.why-any'),
      ),
      button({ ask: 'requirements', competency: competency.id }, text.say('button.requirements')),
      backButton({ ask: 'competency', competency: competency.id }, name, text),
      button({ ask: 'plan' }, text.say('button.plan')),
    ],
  });
}

/** By name where one person is to be asked whom the reader may see. */
function askWords({ tasks }: LevelPath['plan'], { text, view }: About): string {
  const [first, ...others] = new Set(tasks.map(({ person }) => person));
  const person = first === undefined || others.length > 0 ? undefined : view.people.get(first);
  const name = person && nameOf(person, view, text);
  return name === undefined ? text.say('button.ask-plan') : text.say('button.ask-one', { name });
}

/** Nothing to earn means that the level is met, or that only figures are missing. */
function summaryOf(road: LevelPath, text: Text): string {
  const { plan } = road;
  if (plan.credentials > 0) return workWords(plan, text);
  return text.say(shortOf(road) > 0 ? 'plan.only-figures' : 'plan.met');
}

function roadLines(road: LevelPath, about: About): readonly CardElement[] {
  const { text } = about;
  const { short } = road;
  return [
    note(optionName(road, about)),
    ...soonRetiring(road.plan.tasks, about),
    ...workLines(about.view.planned?.work ?? [], about),
    ...costLines(road.plan.tasks, about),
    ...placeFolds(road.plan.tasks, about),
    ...scoreAheadLines(road, about),
    ...(short.length > 0 ? [heading(text.say('plan.short'), { separator: true })] : []),
    ...short.map((figure) => signedLine(false, figureWords(figure, about))),
    ...assumptionFold(road, about),
    ...tieLines(road, about),
  ];
}

/** Everything that holds for the whole plan, said once and folded. */
function assumptionFold(road: LevelPath, about: About): readonly CardElement[] {
  const { text, view } = about;
  const { plan } = road;
  if (plan.credentials === 0) return [];
  const equals = view.planned?.equals ?? 0;
  const words = [
    ...(isWhole(road) ? [text.say('plan.exact')] : []),
    ...(plan.tasks.length > 1 ? [text.say('plan.spread')] : []),
    ...(equals > 0 ? [text.say('plan.equals', { count: equals })] : []),
    ...assumptionWords(plan.tasks, about),
  ];
  return fold({ id: 'assumptions', heading: text.say('plan.assumptions'), items: words.map((one) => note(one)) });
}

/** Whether people alone reach the end: of a score with figures short there is nothing smallest to prove. */
function isWhole({ score }: LevelPath): boolean {
  return !score || pointsShort(score) === 0;
}

/** The points at the end of the path, and the points that figures must bring. */
function scoreAheadLines({ score }: LevelPath, about: About): readonly CardElement[] {
  if (!score) return [];
  const { text } = about;
  const { before, after, of, atLeast, metrics } = score;
  const points = { before: shownPoints(before), after: shownPoints(after), of: shownPoints(of) };
  const figures = metrics.filter(({ steps }) => steps.length === 0);
  const isShort = pointsShort(score) > 0;
  const rest = Math.max(0, Math.round((shownPoints(atLeast) - points.after) * 100) / 100);
  return [
    line(text.say('plan.points', points), { weight: 'Bolder' }, { spacing: 'Medium' }),
    ...(isShort ? [heading(text.say('plan.points.short', { points: rest }), { separator: true })] : []),
    ...(isShort ? figures.map((metric) => metricLine(metric, about)) : []),
  ];
}

/** Who was asked already and how far it is: by name where the reader may see names, else in numbers. */
function askedFold({ view, text, programme }: About): readonly CardElement[] {
  const open = view.tasks.filter(isOpenTask);
  const declined = view.tasks.length - open.length;
  const booked = open.filter(({ state }) => state.is === 'booked').length;
  const notes = declined > 0 ? [note(text.say('plan.declined', { count: declined }))] : [];
  if (open.length === 0) return notes;
  if (!view.seesNames) return [note(text.say('plan.asked-anonymous', { open: open.length, booked })), ...notes];
  const about = { view, text, programme };
  const items = open.slice(0, mostAsked).map((task) => {
    const person = view.people.get(task.person);
    const name = (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
    return namedLine(name, taskLineWords(task, about));
  });
  return [...fold({ id: 'asked', heading: text.say('plan.asked', { count: open.length }), items }), ...notes];
}

const mostAsked = 12;

function optionName({ option }: LevelPath, { view, text }: About): string {
  const found = view.competency.options.find(({ id }) => id === option);
  return found ? nameWords(found.names, text) : option;
}

/** How the places of the branch are tied, which is why the work cannot be spread at will. */
function tieLines({ branch, plan }: LevelPath, about: About): readonly CardElement[] {
  if (!branch || plan.credentials === 0) return [];
  const { text } = about;
  const items = branch.map((clause) => {
    const number = partNumber(clause.id, branch);
    const words = `${whoWords(clause, branch, about)} · ${expressionWords(clause.each, about)}`;
    return note(number === undefined ? words : text.say('clause.part', { number, clause: words }));
  });
  return fold({ id: 'places', heading: text.say('plan.places'), items });
}

function otherLines(about: About): readonly CardElement[] {
  const { view, text, others } = about;
  const roads = view.roads.slice(1, 1 + others);
  if (roads.length === 0) return [];
  const items = roads.map((road) => line(`• ${otherWords(road, about)}`, {}, { spacing: 'Small' }));
  return fold({ id: 'others', heading: text.say('plan.others'), items });
}

function otherWords(road: LevelPath, about: About): string {
  const { text } = about;
  const parts = [
    ...(road.plan.credentials > 0 ? [workWords(road.plan, text)] : []),
    ...(road.score
      ? [totalWords({ points: road.score.after, of: road.score.of }, { text, programme: about.programme })]
      : []),
    ...(road.short.length > 0 ? [text.say('missing.figures', { count: road.short.length })] : []),
  ];
  return [optionName(road, about), ...parts].join(' · ');
}
