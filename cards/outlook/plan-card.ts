/** The plan: who is to earn what for a level, which figures are short beside it, and what other ways there are. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Plan } from '../../domain/planning/plan';
import { shortOf, type LevelPath, type Shortage } from '../../domain/planning/level-path';
import { pointsEach } from '../../domain/planning/points-rank';
import { pointsShort } from '../../domain/planning/score-path';
import { button, card, group, heading, line, mostActions, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import { signedLine } from '../sections/level-lines';
import { taskLines } from '../sections/task-lines';
import type { Text } from '../text';
import type { PlanView, ReachView, Remedy } from '../contract/view';
import { partNumber, whoWords } from '../words/clause';
import { credentialName, expressionWords, retirementLines } from '../words/credential';
import { figureWords } from '../words/figure';
import { metricWords, shownPoints, totalWords } from '../words/points';
import { riskSentence } from '../words/risk';
import { competencyName, levelAt, levelName, listOf, nameWords, type Wording } from '../words/wording';

const mostNames = 4;

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
      ...otherLines(about),
      ...footer(view, text),
    ],
    actions: [
      button(
        { ask: 'why', competency: competency.id, level: target.level, ...(best && { option: best.option }) },
        text.say('button.why-any'),
      ),
      button({ ask: 'requirements', competency: competency.id }, text.say('button.requirements')),
      button({ ask: 'competency', competency: competency.id }, text.say('button.back-to', { name })),
      button({ ask: 'plan' }, text.say('button.plan')),
    ],
  });
}

/** Why there is no road: more people would help, or nobody can earn what is asked for any more. */
function shortageWords(shortage: Shortage | undefined, about: Wording): string {
  const { text } = about;
  if (shortage?.code === 'people') return text.say('plan.too-few', { count: shortage.more });
  const names = (shortage?.credentials ?? []).map((id) => credentialName(id, about));
  return names.length > 0
    ? text.say('plan.unearnable', { credentials: listOf(names, text, mostNames) })
    : text.say('plan.no-road');
}

/** Nothing to earn means that the level is met, or that only figures are missing. */
function summaryOf(road: LevelPath, text: Text): string {
  const { plan } = road;
  if (plan.credentials > 0) return workWords(plan, text);
  return text.say(shortOf(road) > 0 ? 'plan.only-figures' : 'plan.met');
}

function workWords({ credentials, tasks }: Plan, text: Text): string {
  return text.say('plan.work', { count: credentials, people: text.say('who.plain', { count: tasks.length }) });
}

function roadLines(road: LevelPath, about: About): readonly CardElement[] {
  const { text } = about;
  const { plan, short } = road;
  return [
    note(optionName(road, about)),
    ...taskLines(plan.tasks, about, about.view.choices),
    ...retirementLines(
      plan.tasks.flatMap(({ credentials }) => credentials),
      about.view.asOf,
      about,
    ).map((words) => note(words)),
    ...(plan.credentials > 0 && isWhole(road) ? [note(text.say('plan.exact'))] : []),
    ...(plan.tasks.length > 1 ? [note(text.say('plan.spread'))] : []),
    ...scoreAheadLines(road, about),
    ...(short.length > 0 ? [heading(text.say('plan.short'), { separator: true })] : []),
    ...short.map((figure) => signedLine(false, figureWords(figure, about))),
    ...tieLines(road, about),
  ];
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
    ...(isShort ? figures.map((metric) => signedLine(!metric.blocks, metricWords(metric, about))) : []),
  ];
}

function optionName({ option }: LevelPath, { view, text }: About): string {
  const found = view.competency.options.find(({ id }) => id === option);
  return found ? nameWords(found.names, text) : option;
}

/** How the places of the branch are tied, which is why the work cannot be spread at will. */
function tieLines({ branch, plan }: LevelPath, about: About): readonly CardElement[] {
  if (!branch || plan.credentials === 0) return [];
  const { text } = about;
  return [
    heading(text.say('plan.places'), { separator: true }),
    ...branch.map((clause) => {
      const number = partNumber(clause.id, branch);
      const words = `${whoWords(clause, branch, about)} · ${expressionWords(clause.each, about)}`;
      const part = number === undefined ? words : text.say('clause.part', { number, clause: words });
      return note(part);
    }),
  ];
}

function otherLines(about: About): readonly CardElement[] {
  const { view, text, others } = about;
  const roads = view.roads.slice(1, 1 + others);
  if (roads.length === 0) return [];
  return [
    heading(text.say('plan.others'), { separator: true }),
    ...roads.map((road) => line(`• ${otherWords(road, about)}`, {}, { spacing: 'Small' })),
  ];
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

interface Reach extends Wording {
  readonly view: ReachView;
}

/** The answer to "plan": what keeps the levels that are held, then those that one or two achievements would bring. */
export function reachCard(view: ReachView, text: Text): Card {
  return fitToSize([18, 9, 4], (most) => shortenedCard(view, text, most));
}

function shortenedCard(view: ReachView, text: Text, most: number): Card {
  const { roads, remedies, joint, programme } = view;
  const about = { text, programme, view };
  const reach = text.say('plan.reach', { count: roads.length });
  const summary =
    remedies.length > 0 ? text.sentences([text.say('plan.risk', { count: remedies.length }), reach]) : reach;
  const hidden = roads.length - most;
  return card({
    text,
    speak: summary,
    body: [
      note(view.partner.name),
      ...remedyLines(about, most),
      remedies.length > 0
        ? heading(text.say('plan.reach-heading'), { separator: true })
        : title(text.say('plan.reach-heading')),
      line(reach),
      ...roads.slice(0, most).map((road) => reachGroup(road, about)),
      ...pointsLines(about, most),
      ...(hidden > 0 ? [note(text.say('task.more', { count: hidden }))] : []),
      ...(joint
        ? [
            line(
              text.say('plan.joint', { work: workWords(joint.plan, text) }),
              { weight: 'Bolder' },
              { separator: true, spacing: 'Medium' },
            ),
            note(text.say(joint.exact ? 'plan.exact' : 'plan.not-exact')),
          ]
        : []),
      ...(remedies.length + roads.length > 1 ? [note(text.say('plan.spread-levels'))] : []),
      ...footer(view, text),
    ],
    actions: [
      ...[...remedies.filter(({ risk }) => risk.code !== 'thin').map(({ risk }) => risk), ...roads]
        .slice(0, mostActions - 2)
        .map(({ competency, level }) =>
          button({ ask: 'plan', competency, level }, competencyName(competency, { text, programme })),
        ),
      button({ ask: 'risk' }, text.say('button.risk')),
      button({ ask: 'progress' }, text.say('button.overview')),
    ],
  });
}

/** What is at risk, and what would keep it or win it back. */
function remedyLines(about: Reach, most: number): readonly CardElement[] {
  const { text, view } = about;
  const { remedies, jointRemedy } = view;
  if (remedies.length === 0) return [];
  const hidden = remedies.length - most;
  return [
    title(text.say('plan.risk-heading')),
    line(text.say('plan.risk', { count: remedies.length })),
    ...remedies.slice(0, most).map((remedy) => remedyGroup(remedy, about)),
    ...(hidden > 0 ? [note(text.say('task.more', { count: hidden }))] : []),
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
function pointsLines(about: Reach, most: number): readonly CardElement[] {
  const { text, view } = about;
  const { byPoints = [] } = view;
  if (byPoints.length === 0) return [];
  return [
    heading(text.say('plan.by-points'), { separator: true }),
    ...byPoints.slice(0, most).map((road) => {
      const { competency, level, plan, score } = road;
      const name = competencyName(competency, about);
      const points = {
        before: shownPoints(score!.before),
        after: shownPoints(score!.after),
        of: shownPoints(score!.of),
      };
      return group(
        [
          runs([{ words: name, weight: 'Bolder' }, { words: ` · ${text.say('plan.points', points)}` }]),
          note(
            text.say('plan.points-each', { count: plan.credentials, points: Math.round(pointsEach(road) * 100) / 100 }),
          ),
          ...taskLines(plan.tasks, about),
        ],
        { question: { ask: 'plan', competency, level }, title: text.say('button.open', { name }) },
      );
    }),
  ];
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
