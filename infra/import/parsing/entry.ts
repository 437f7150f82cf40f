/** Entries: the rows of a table as the fields of a schema, read under what the whole file settled about dates and numbers. */
import type { CalendarDate } from '../../../domain/basics/date';
import type { DateOrder, FindingArgs } from '../../../domain/imports/incoming';
import { readDate, readMonth } from './date-cell';
import { dateIn } from './date-order';
import { type Header, positionOf } from './header';
import { type DecimalSign, numberIn, readNumber } from './number-cell';
import type { Remarks } from './remark';
import type { CsvRow } from './rows';
import type { Schema } from './schema';
import type { ParsedEntry, Rejected } from './source';

/** What the file as a whole says about how to read its cells. */
export interface Settlement {
  readonly order?: DateOrder;
  readonly decimal?: DecimalSign;
}

export interface CsvTable extends Settlement {
  readonly header: Header;
  readonly schema: Schema;
}

/** Finds the cell of a field in a row, trimmed; empty where the file has no such column or the row ends before it. */
export function cellFinder(header: Header, schema: Schema): (row: CsvRow, field: string) => string {
  const positions = new Map(
    Object.entries(schema.columns).map(([field, names]) => [field, positionOf(header, names) ?? -1] as const),
  );
  return (row, field) => withoutGuard(row.cells[positions.get(field) ?? -1]?.trim() ?? '');
}

/** An export puts an apostrophe before what a spreadsheet would execute (../export/cell.ts); it is no part of the text. */
function withoutGuard(cell: string): string {
  return /^''*[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** In characters, of what a finding quotes. */
const longestValue = 200;

/** In characters: the longest title of a credential has some 120, an address at most 254; more than this is no name of anything. */
export const longestCell = 500;

/**
 * Makes an entry of each row. There is one entry object, which is moved from row to row, because a file may have hundreds
 * of thousands: it is good until the next row is asked for.
 */
export function entryReader(table: CsvTable, remarks: Remarks): (row: CsvRow) => ParsedEntry<string> {
  const cell = cellFinder(table.header, table.schema);
  let row: CsvRow = { line: 0, cells: [], isLast: false };
  const text = (field: string) => cell(row, field);
  const finding = <Code>(code: Code, field: string | undefined, args: FindingArgs) => {
    const column = field === undefined ? '' : (table.schema.columns[field]?.[0] ?? '');
    const value = field === undefined ? '' : text(field).slice(0, longestValue);
    return { line: row.line, column, value, code, args };
  };
  const entry: ParsedEntry<string> = {
    get line() {
      return row.line;
    },
    text,
    words(field) {
      const words = text(field);
      if (/^[=+\-@]/.test(words)) entry.remark('formula', field);
      if (words.includes('\ufffd')) entry.remark('unreadable-text', field);
      return words;
    },
    date: (field) => (text(field) === '' ? { date: undefined } : dateOf(entry, field, table)),
    number: (field) => numberIn(readNumber(text(field)), table.decimal),
    rejected: (code, field, args = {}) => ({ rejected: finding(code, field, args) }),
    remark: (code, field, args = {}) => remarks.add(finding(code, field, args)),
  };
  return (next) => {
    row = next;
    return entry;
  };
}

function dateOf(
  entry: ParsedEntry<string>,
  field: string,
  table: CsvTable,
): { readonly date: CalendarDate } | Rejected {
  const cell = readDate(entry.text(field));
  const read = dateIn(cell, table.order);
  if ('fault' in read) return entry.rejected(read.fault, field);
  const month = monthBeside(entry, field, table.schema);
  if (month === undefined || read.date.startsWith(month)) return read;
  const otherReading = 'dayFirst' in cell && [cell.dayFirst, cell.monthFirst].some((date) => date?.startsWith(month));
  if (otherReading) return entry.rejected('month-contradicts', field, { month });
  // Without a field, because it is one remark for the file: where this happens it tends to happen everywhere.
  entry.remark('month-differs', undefined, { month, date: read.date });
  return read;
}

function monthBeside(entry: ParsedEntry<string>, field: string, { month, dates }: Schema): string | undefined {
  return month === undefined || field !== dates[0] ? undefined : readMonth(entry.text(month));
}
