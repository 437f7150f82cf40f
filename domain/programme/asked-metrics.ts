/** Asked metrics are the figures of the company that the rules of a goal look at, by hand or from a report. */
import type { CalendarDate } from '../basics/date';
import type { Fraction } from '../basics/fraction';
import { requirementInForce, type Competency, type Metric, type Programme } from './programme';
import type { Threshold } from './requirement';
import type { FigureRule } from './score';

/** A metric, and what a figure of it is for: rules of points, each with the most that its metric of the score gives, and thresholds of levels. */
export interface AskedMetric {
  readonly metric: Metric;
  readonly points: readonly { readonly rule: FigureRule; readonly of: Fraction }[];
  readonly thresholds: readonly { readonly level: string; readonly threshold: Threshold }[];
}

/**
 * Returns each metric that a goal asks for on a day, in the order of its rules, over all its options and levels. Metrics that
 * hold by an enrolment are left out, because nobody enters them; of those worked out from yes or no figures the parts are returned.
 */
export function metricsAskedBy(
  { options, choice = [] }: Competency,
  { metrics, levels }: Pick<Programme, 'metrics' | 'levels'>,
  day: CalendarDate,
): readonly AskedMetric[] {
  const asked = new Map<
    string,
    { metric: Metric; points: AskedMetric['points'][number][]; thresholds: AskedMetric['thresholds'][number][] }
  >();
  const entryFor = (id: string) =>
    partsOf(id, metrics).map((metric) => {
      const known = asked.get(metric.id) ?? { metric, points: [], thresholds: [] };
      asked.set(metric.id, known);
      return known;
    });
  for (const option of options)
    for (const { id: level } of levels) {
      const requirement = requirementInForce(option, level, day);
      if (!requirement) continue;
      for (const threshold of requirement.figures)
        for (const entry of entryFor(threshold.metric)) entry.thresholds.push({ level, threshold });
      for (const { of, figures } of requirement.score?.metrics ?? [])
        for (const rule of figures) {
          for (const entry of entryFor(rule.metric)) entry.points.push({ rule, of });
          if (rule.baseline) entryFor(rule.baseline.metric);
        }
    }
  for (const { when } of choice) for (const { metric } of when) entryFor(metric);
  return [...asked.values()];
}

/** The metrics that are entered for one that a rule names. */
function partsOf(id: string, metrics: readonly Metric[]): readonly Metric[] {
  const metric = metrics.find((one) => one.id === id);
  if (!metric || metric.heldGoal !== undefined) return [];
  const parts = [...(metric.anyOf ?? []), ...(metric.allOf ?? [])];
  return parts.length === 0
    ? [metric]
    : parts.flatMap((part) =>
        partsOf(
          part,
          metrics.filter((one) => one !== metric),
        ),
      );
}
