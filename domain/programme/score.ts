/** A score is a goal in points: metrics that each give up to so many, a total to reach, and metrics that must not stay at zero. */
import type { Expression } from './expression';
import type { Fraction } from '../basics/fraction';
import type { LocalizedName } from '../basics/locale';

/** What a metric of a score is called; several options and rules share it. */
export interface ScoreMetricName {
  readonly id: string;
  readonly names: LocalizedName;
}

/** Points for a figure of the company: so many per unit, and none while another figure lies below its baseline. */
export interface FigureRule {
  readonly metric: string;
  readonly points: Fraction;
  readonly baseline?: { readonly metric: string; readonly atLeast: number };
}

/**
 * One step of skilling: people who each hold `each`, everybody once. With `n` it is a gate: so many are needed before the
 * steps after it give points; its own points, where it has any, are for these `n`. Without, everybody gives points.
 */
export interface ScoreStep {
  readonly id: string;
  readonly n?: number;
  readonly each: Expression;
  /** Per person; 0 for a gate that only opens the way. */
  readonly points: Fraction;
  /** The gates that must be met before it gives points. */
  readonly after: readonly string[];
}

/** One metric, from figures (the best single one counts, never their sum) or from people, in steps. */
export interface ScoreMetric {
  readonly id: string;
  /** The most it gives. */
  readonly of: Fraction;
  readonly figures: readonly FigureRule[];
  readonly steps: readonly ScoreStep[];
  /** Whether the goal can be met although this metric gives nothing. */
  readonly mayBeZero: boolean;
}

export interface Score {
  readonly atLeast: Fraction;
  readonly of: Fraction;
  readonly metrics: readonly ScoreMetric[];
}

/** How many people a step can use: those of a gate, else as many as give all the points of its metric. */
export function placesFor({ n, points }: ScoreStep, of: Fraction): number {
  return n ?? Math.max(1, Math.ceil((of.numerator * points.denominator) / (of.denominator * points.numerator)));
}

/** Every step of a score, with the metric it belongs to, in their order. */
export function stepsOf({ metrics }: Score): readonly { readonly metric: ScoreMetric; readonly step: ScoreStep }[] {
  return metrics.flatMap((metric) => metric.steps.map((step) => ({ metric, step })));
}
