/** Roads to a score: the least that people must earn for the points that figures do not bring. */
import { compareFractions, least, minus, sumOf, valueOf, zero, type Fraction } from '../basics/fraction';
import { reachesFor, type Means, type Plan, type Reach } from './plan';
import { metricOf, pointsOfSteps, type MetricPoints, type ScoreStanding } from '../counting/points';
import type { Clause } from '../programme/requirement';
import { placesFor, stepsOf, type Score } from '../programme/score';
import { clausesOfSteps } from '../counting/score-why';
import type { LevelStanding } from '../counting/level-standing';

/** A score now, and at the end of a path. */
export interface ScoreAhead {
  readonly before: Fraction;
  readonly after: Fraction;
  readonly atLeast: Fraction;
  readonly of: Fraction;
  /** The metrics at the end of the path. */
  readonly metrics: readonly MetricPoints[];
}

export interface ScorePath {
  readonly branch: readonly Clause[];
  readonly plan: Plan;
  readonly score: ScoreAhead;
}

/** The points that figures must still bring, and at least something for each of them that stands at zero. */
export function pointsShort({ after, atLeast, metrics }: ScoreAhead): number {
  return Math.max(0, valueOf(minus(atLeast, after))) + metrics.filter(({ blocks }) => blocks).length;
}

/**
 * The cheapest plan by which people make the score reach its goal with the figures as they are, no metric of theirs at zero.
 * If people alone cannot, because figures are short, returns two paths: the most that people can give, and the least that
 * still leaves the goal to figures at their best. Exact, because a plan is known for every number of people in every step.
 */
export function findScorePaths({ requirement, score: standing }: LevelStanding, means: Means): readonly ScorePath[] {
  const score = requirement.score!;
  const places = placesIn(score);
  const outcomes = reachesFor(places, means)
    .map((reach) => ({ reach, ahead: aheadOf(reach.filled, score, standing!) }))
    .filter(({ ahead }) => isWithoutZeroSteps(score, ahead));
  const needed = neededOf(score, standing!, outcomes);
  const roads = needed.flatMap((atLeast) => {
    const enough = outcomes.filter(({ ahead }) => compareFractions(ahead.after, atLeast) >= 0);
    const [first, ...others] = enough;
    if (!first) return [];
    const cheapest = others.reduce((best, one) => (isBetter(one, best) ? one : best), first);
    return [roadOf(cheapest, places)];
  });
  return roads.filter(
    (road, index) => roads.findIndex((one) => one.plan.credentials === road.plan.credentials) === index,
  );
}

/**
 * The work that gives the most points for each credential, and of equal ones the least work; nothing where no work gives any.
 * Points above the goal are worth nothing here.
 */
export function findBestPoints({ requirement, score: standing }: LevelStanding, means: Means): ScorePath | undefined {
  const score = requirement.score!;
  const places = placesIn(score);
  const worth = ({ reach, ahead }: Outcome) => {
    const { credentials } = reach.plan();
    const gain = minus(least(ahead.after, score.atLeast), ahead.before);
    return credentials === 0 ? 0 : valueOf(gain) / credentials;
  };
  const outcomes = reachesFor(places, means).map((reach) => ({
    reach,
    ahead: aheadOf(reach.filled, score, standing!),
  }));
  let best: { readonly outcome: Outcome; readonly worth: number } | undefined;
  for (const outcome of [...outcomes].sort((one, other) => one.reach.cost - other.reach.cost)) {
    const own = worth(outcome);
    if (own > (best?.worth ?? 0)) best = { outcome, worth: own };
  }
  return best && roadOf(best.outcome, places);
}

interface Outcome {
  readonly reach: Reach;
  readonly ahead: ScoreAhead;
}

/** Of two paths with the same work prefers the one with more points. */
function isBetter(one: Outcome, other: Outcome): boolean {
  if (one.reach.cost !== other.reach.cost) return one.reach.cost < other.reach.cost;
  return compareFractions(one.ahead.after, other.ahead.after) > 0;
}

/** As many people as a step can use. */
function placesIn(score: Score): readonly Clause[] {
  const steps = stepsOf(score);
  return clausesOfSteps(score).map((clause, index) => {
    const { metric, step } = steps[index]!;
    return { ...clause, n: placesFor(step, metric.of) };
  });
}

/** The score with so many people in each step, figures as they are. */
function aheadOf(filled: readonly number[], score: Score, standing: ScoreStanding): ScoreAhead {
  let next = 0;
  const metrics = score.metrics.map((metric, index) => {
    const counts = filled.slice(next, (next += metric.steps.length));
    return metricOf(metric, standing.metrics[index]!, pointsOfSteps(metric.steps, counts));
  });
  const after = sumOf(metrics.map(({ points }) => points));
  return { before: standing.points, after, atLeast: score.atLeast, of: score.of, metrics };
}

function isWithoutZeroSteps(score: Score, { metrics }: ScoreAhead): boolean {
  return metrics.every(({ blocks }, index) => !blocks || score.metrics[index]!.steps.length === 0);
}

/** The totals to aim at: the goal, or where people cannot reach it the most and the least that make sense. */
function neededOf(score: Score, standing: ScoreStanding, outcomes: readonly Outcome[]): readonly Fraction[] {
  const most = outcomes.reduce(
    (best, { ahead }) => (compareFractions(ahead.after, best) > 0 ? ahead.after : best),
    zero,
  );
  if (compareFractions(most, score.atLeast) >= 0) return [score.atLeast];
  const missing = score.metrics.map((metric, index) =>
    metric.figures.length > 0 ? minus(metric.of, standing.metrics[index]!.points) : zero,
  );
  return [most, minus(score.atLeast, sumOf(missing))];
}

function roadOf({ reach: { filled, plan }, ahead }: Outcome, places: readonly Clause[]): ScorePath {
  const branch = places.flatMap((place, index) => (filled[index]! > 0 ? [{ ...place, n: filled[index]! }] : []));
  return { branch, plan: plan(), score: ahead };
}
