/** Provenance is where a rule comes from: who says so, how sure that is, and when it was last checked. */
import type { CalendarDate } from '../basics/date';

/**
 * How sure a source is. A: a text of the programme itself, with a date. B: a third party's text that repeats a page of the
 * programme and names it with its date. C: a text without a date, or one weak source.
 */
export const grades = ['A', 'B', 'C'] as const;
export type Grade = (typeof grades)[number];

export interface Provenance {
  /** Who says so, and where. */
  readonly source: string;
  readonly grade?: Grade;
  /** The last day on which a source was known to print the rule; absent where that of the programme holds. */
  readonly checkedOn?: CalendarDate;
}

/** What a source leaves open about a goal. */
export const unknownParts = ['people', 'figures', 'evidence', 'prerequisite', 'dates'] as const;
export type UnknownPart = (typeof unknownParts)[number];
