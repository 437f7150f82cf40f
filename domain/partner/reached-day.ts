/** A reached day is a day on which a score had its goal, kept when it happened, because one day of a window is enough. */
import type { CalendarDate } from '../basics/date';
import type { Fraction } from '../basics/fraction';

export interface ReachedDay {
  readonly competency: string;
  readonly level: string;
  readonly on: CalendarDate;
  readonly points?: Fraction;
  readonly of?: Fraction;
}

/** The latest day of a span on which a competency is kept to have reached a level. */
export function keptDayIn(
  kept: readonly ReachedDay[],
  competency: string,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): ReachedDay | undefined {
  return kept
    .filter((one) => one.competency === competency && from <= one.on && one.on <= to)
    .sort((one, other) => (one.on < other.on ? 1 : -1))[0];
}

/** What is kept once a day is known: for each window one day of each competency, the first that was seen. */
export function withReached(
  kept: readonly ReachedDay[],
  seen: readonly ReachedDay[],
  window: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly ReachedDay[] {
  return seen.reduce((all, one) => (keptDayIn(all, one.competency, window) ? all : [...all, one]), kept);
}
