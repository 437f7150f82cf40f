/** The age of a figure: from when on it is older than the time for which it speaks, and a newer one should be entered. */
import { addMonths, type CalendarDate } from '../basics/date';
import { hasScores, type Metric, type Programme } from '../programme/programme';
import { lastDayOf, type Figure } from './figure';

/** What the age of a figure hangs on. */
export type AgedFigure = Pick<Figure, 'metric' | 'asOf'>;

/** Partner Center refreshes performance and customer success by this day of each month (designations.md 2.1). */
const refreshDay = 20;

/** Figures of competencies are those of twelve months; one that is older tells of other months altogether. */
const competencyMonths = 12;

/**
 * The first day on which a newer figure should be entered: its last day where it holds for some months only; where goals are scores, the
 * refresh of the month after it; else a year after it. What is so or not, without an end, never is.
 */
export function outdatedFrom(
  figure: AgedFigure,
  metric: Metric | undefined,
  programme: Pick<Programme, 'competencies'>,
): CalendarDate | undefined {
  const last = lastDayOf(figure, metric);
  if (last !== undefined) return last;
  if (metric?.unit === 'yes-no') return undefined;
  if (!hasScores(programme)) return addMonths(figure.asOf, competencyMonths);
  const next = addMonths(`${figure.asOf.slice(0, 8)}01`, 1);
  return `${next.slice(0, 8)}${refreshDay}`;
}

/** Whether a newer figure should be entered on this day. */
export function isOutdated(
  figure: AgedFigure,
  { programme, day }: { readonly programme: Pick<Programme, 'competencies' | 'metrics'>; readonly day: CalendarDate },
): boolean {
  const metric = programme.metrics.find(({ id }) => id === figure.metric);
  const from = outdatedFrom(figure, metric, programme);
  return from !== undefined && day >= from;
}
