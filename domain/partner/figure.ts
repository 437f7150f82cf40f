/** A figure is the partner's value of one metric on a day: revenue, active use, deployed seats, new customers. */
import type { CalendarDate } from '../basics/date';
import { fractionOf, sumOf, times, valueOf } from '../basics/fraction';
import type { Metric } from '../programme/programme';

export interface Figure {
  readonly metric: string;
  readonly value: number | boolean;
  readonly asOf: CalendarDate;
  /** The import it came with, or who typed it in. */
  readonly source: string;
}

/** The newest figure of a metric; of several on one day the one that came last. */
export function newestFigure(metric: string, figures: readonly Figure[]): Figure | undefined {
  return figures
    .filter((figure) => figure.metric === metric)
    .reduce<Figure | undefined>((newest, one) => (newest && newest.asOf > one.asOf ? newest : one), undefined);
}

/**
 * The figure of a metric: the newest one that is known, else what its weights make of the figures it is worked out from,
 * on the oldest day among them. `undefined` where neither is known.
 */
export function figureFor(
  metric: string,
  { figures, metrics }: { readonly figures: readonly Figure[]; readonly metrics: readonly Metric[] },
): Figure | undefined {
  const given = newestFigure(metric, figures);
  const weights = Object.entries(metrics.find(({ id }) => id === metric)?.weights ?? {});
  if (given || weights.length === 0) return given;
  const parts = weights.flatMap(([id, weight]) => {
    const part = newestFigure(id, figures);
    return part ? [{ part, worth: times(weight, fractionOf(Number(part.value))) }] : [];
  });
  const [first] = parts.map(({ part }) => part).sort((one, other) => (one.asOf < other.asOf ? -1 : 1));
  return first && { ...first, metric, value: valueOf(sumOf(parts.map(({ worth }) => worth))) };
}
