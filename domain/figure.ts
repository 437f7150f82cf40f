/** A figure is the partner's value of one metric on a day: revenue, active use, deployed seats, new customers. */
import type { CalendarDate } from './date';

export interface Figure {
  readonly metric: string;
  readonly value: number | boolean;
  readonly asOf: CalendarDate;
  /** The import it came with, or who typed it in. */
  readonly source: string;
}
