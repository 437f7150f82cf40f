/** A calendar entry is one whole day in a calendar file, such as a deadline or a booked exam. */
import type { CalendarDate } from '../basics/date';

export interface CalendarEntry {
  /** The same for the same thing, so that a file that is opened again changes entries and doubles none. */
  readonly id: string;
  readonly on: CalendarDate;
  readonly title: string;
  readonly about?: string;
}

export interface CalendarHeader {
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Writes entries as the text of a calendar file. */
export type CalendarWriter = (entries: readonly CalendarEntry[], header: CalendarHeader) => string;
