/** A source is one kind of file: its schema, and how its rows become facts. */
import type { CalendarDate } from '../../../domain/basics/date';
import type {
  ImportedFacts,
  FindingArgs,
  ImportNames,
  Rejection,
  RejectionCode,
  WarningCode,
} from '../../../domain/imports/incoming';
import type { Schema } from './schema';

export type Rejected = { readonly rejected: Rejection };

/** One row, by the fields of the schema. */
export interface ParsedEntry<Field extends string> {
  readonly line: number;
  /** The cell without white space around it; empty where the file has no such column. */
  text(field: Field): string;
  /** The cell for names and titles: as {@link text}, with a remark where it looks like a formula or cannot be read. */
  words(field: Field): string;
  /** The day of the cell, `undefined` where it is empty. */
  date(field: Field): { readonly date: CalendarDate | undefined } | Rejected;
  /** The number or the yes or no of the cell, `undefined` where it is neither. */
  number(field: Field): number | boolean | undefined;
  rejected(code: RejectionCode, field?: Field, args?: FindingArgs): Rejected;
  remark(code: WarningCode, field?: Field, args?: FindingArgs): void;
}

export interface Extraction<Field extends string> {
  /** Takes in a row, or says why not. */
  take(entry: ParsedEntry<Field>): Rejected | undefined;
  /** What all rows say together, and the rows that turned out wrong only now. */
  finish(): { readonly facts: ImportedFacts; readonly rejected?: readonly Rejection[] };
}

interface Circumstances {
  readonly names: ImportNames;
  readonly today: CalendarDate;
}

export interface Source<Field extends string = string> {
  readonly schema: Schema<Field>;
  extract(circumstances: Circumstances): Extraction<Field>;
}
