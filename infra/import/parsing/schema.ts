/** A schema says which columns one kind of file has, by what names, and which of them it cannot do without. */
import type { ImportKind } from '../../../domain/partner/import-record';

export interface Schema<Field extends string = string> {
  readonly kind: ImportKind;
  /** Whether a program wrote the file: then a last line that ends early was cut off, and its last cell may be half a value. */
  readonly exported: boolean;
  /** Each field with the column names it goes by, the usual one first. */
  readonly columns: Readonly<Record<Field, readonly [string, ...string[]]>>;
  /** Of each group at least one column must be there; a header that has one of each group is of this kind. */
  readonly required: readonly (readonly Field[])[];
  /** Fields whose cells are dates: all of them together settle which number is the day. */
  readonly dates: readonly Field[];
  /** The month of the first date field, such as `Dec-18`: it can settle the reading of that date. */
  readonly month?: Field;
  /** Fields whose cells are numbers: all of them together settle what a comma means. */
  readonly numbers: readonly Field[];
}
