/** Points are what a partner has of a score on a day: in all, per metric, and per figure and step that gives or would give them. */
import type { Group } from './credits/group';
import type { CalendarDate } from '../basics/date';
import { satisfies } from '../programme/expression';
import { figureFor, type Figure } from '../partner/figure';
import { compareFractions, fractionOf, least, sumOf, times, valueOf, zero, type Fraction } from '../basics/fraction';
import type { Policies } from '../programme/policy';
import type { Metric } from '../programme/programme';
import type { FigureRule, Score, ScoreMetric, ScoreStep } from '../programme/score';

export interface FigurePoints {
  readonly metric: string;
  readonly value: number;
  /** The day of the figure; absent where none is known. */
  readonly asOf?: CalendarDate;
  /** What it gives by itself, capped. */
  readonly points: Fraction;
  /** Whether it is the one that counts, as the best of its metric. */
  readonly counts: boolean;
  /** The figure that lies below its baseline, so that this one gives nothing. */
  readonly below?: { readonly metric: string; readonly value: number; readonly atLeast: number };
}

/** A step, and who serves it. */
export interface StepStanding {
  readonly id: string;
  /** How many people the gate needs; absent for a step that is none. */
  readonly needed?: number;
  readonly counted: number;
  readonly points: Fraction;
  /** The gates before it that are not met. */
  readonly waitsFor: readonly string[];
  /** The ids of everybody who holds what it asks for; absent where only the numbers were kept. */
  readonly people?: readonly string[];
}

export interface MetricPoints {
  readonly id: string;
  readonly points: Fraction;
  readonly of: Fraction;
  /** It gives too little and must give something: the goal is not met, whatever the total. */
  readonly blocks: boolean;
  /** What it must give, where anything above zero is not enough. */
  readonly floor?: Fraction;
  readonly figures: readonly FigurePoints[];
  readonly steps: readonly StepStanding[];
}

export interface ScoreStanding {
  readonly points: Fraction;
  readonly atLeast: Fraction;
  readonly of: Fraction;
  readonly metrics: readonly MetricPoints[];
}

/** What points are given for. */
export interface PointsContext {
  readonly figures: readonly Figure[];
  readonly metrics: readonly Metric[];
  readonly groups: readonly Group[];
  readonly policies?: Pick<Policies, 'scoreMetricMinimum'>;
}

/** Returns the points on a day; exact, and each person counts once per step. */
export function scoreStanding(score: Score, grounds: PointsContext): ScoreStanding {
  const metrics = score.metrics.map((metric) => metricPoints(metric, grounds));
  return { points: sumOf(metrics.map(({ points }) => points)), atLeast: score.atLeast, of: score.of, metrics };
}

/** The same score with the same figures and other people. */
export function rescored(score: Score, { metrics: known }: ScoreStanding, groups: readonly Group[]): ScoreStanding {
  const metrics = score.metrics.map((metric, index) =>
    metricOf(metric, known[index]!, stepStandings(metric.steps, groups)),
  );
  return { points: sumOf(metrics.map(({ points }) => points)), atLeast: score.atLeast, of: score.of, metrics };
}

function metricPoints(metric: ScoreMetric, grounds: PointsContext): MetricPoints {
  const floor = grounds.policies?.scoreMetricMinimum === 'one-point' ? { floor: fractionOf(1) } : {};
  const known = { figures: figurePoints(metric, grounds), ...floor };
  return metricOf(metric, known, stepStandings(metric.steps, grounds.groups));
}

/** A metric with the points of its figures and steps. */
export function metricOf(
  metric: ScoreMetric,
  { figures, floor }: Pick<MetricPoints, 'figures' | 'floor'>,
  steps: readonly StepStanding[],
): MetricPoints {
  const earned = sumOf([...figures.filter(({ counts }) => counts), ...steps].map(({ points }) => points));
  const points = least(earned, metric.of);
  const isTooLow = floor ? compareFractions(points, floor) < 0 : compareFractions(points, zero) === 0;
  const blocks = !metric.mayBeZero && isTooLow;
  return { id: metric.id, points, of: metric.of, blocks, ...(floor && { floor }), figures, steps };
}

function figurePoints({ figures, of }: ScoreMetric, grounds: PointsContext): readonly FigurePoints[] {
  const judged = figures.map((rule) => figurePoint(rule, of, grounds));
  const best = judged.reduce(
    (most, { points }, index) => (compareFractions(points, judged[most]!.points) > 0 ? index : most),
    0,
  );
  return judged.map((one, index) => ({ ...one, counts: index === best }));
}

function figurePoint({ metric, points, baseline }: FigureRule, of: Fraction, grounds: PointsContext): FigurePoints {
  const figure = figureFor(metric, grounds);
  const value = Number(figure?.value ?? 0);
  const base = baseline && Number(figureFor(baseline.metric, grounds)?.value ?? 0);
  const isBelow = baseline !== undefined && base! < baseline.atLeast;
  const worth = isBelow || value <= 0 ? zero : least(of, times(points, figure?.exact ?? fractionOf(value)));
  return {
    metric,
    value,
    ...(figure && { asOf: figure.asOf }),
    points: worth,
    counts: false,
    ...(isBelow && { below: { ...baseline, value: base! } }),
  };
}

/** The people who serve each step, and the points of the steps whose gates are met. */
function stepStandings(steps: readonly ScoreStep[], groups: readonly Group[]): readonly StepStanding[] {
  const able = steps.map(({ each }) => groups.flatMap(({ held, people }) => (satisfies(held, each) ? people : [])));
  return pointsOfSteps(
    steps,
    able.map(({ length }) => length),
  ).map((step, index) => ({ ...step, people: able[index]! }));
}

/** The steps when so many people serve each. */
export function pointsOfSteps(steps: readonly ScoreStep[], counts: readonly number[]): readonly StepStanding[] {
  const unmet = new Set(steps.filter(({ n }, index) => n !== undefined && counts[index]! < n).map(({ id }) => id));
  return steps.map(({ id, n, points, after }, index) => {
    const counted = counts[index]!;
    const waitsFor = after.filter((gate) => unmet.has(gate));
    const giving = waitsFor.length > 0 || unmet.has(id) ? 0 : Math.min(counted, n ?? counted);
    return {
      id,
      ...(n !== undefined && { needed: n }),
      counted,
      points: times(points, fractionOf(giving)),
      waitsFor,
    };
  });
}

/** Whether the goal is reached: the total, and no metric at zero that must not be. */
export function isReached({ points, atLeast, metrics }: ScoreStanding): boolean {
  return compareFractions(points, atLeast) >= 0 && metrics.every(({ blocks }) => !blocks);
}

/** 0 to 1, and 1 only if reached: the part of the points, and at most the part of the metrics that are above zero. */
export function progressOfScore({ points, atLeast, metrics }: ScoreStanding): number {
  const open = metrics.filter(({ blocks }) => !blocks).length;
  return Math.min(1, valueOf(points) / valueOf(atLeast), open / metrics.length);
}
