/** A sheet is one table of a workbook for people: cells that are text, a number, a share or a day, and never a formula. */
import type { CalendarDate } from '../basics/date';

/** `share` is 0 to 1. A cell that is left out is empty. */
export type SheetCell =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly share: number }
  | { readonly day: CalendarDate }
  | undefined;

export interface Sheet {
  readonly name: string;
  readonly columns: readonly { readonly title: string; /** In characters. */ readonly width: number }[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly SheetCell[])[];
}
