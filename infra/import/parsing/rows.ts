/** The rows of a table of text, one after the other: whatever the size of the file, only a few are in memory at a time. */
import iconv from 'iconv-lite';
import type { DropLimits } from '../../../domain/imports/drop-limits';
import type { FindingArgs, ImportFile, RefusalCode } from '../../../domain/imports/incoming';
import { maxRecordBytes, type Refused, refuse } from './bytes';
import type { Encoding } from './encoding';
import { isSeparatorNote, type Separator } from './header';
import { piecesOf } from './pieces';
import { RecordSplitter, type SplitFault, type SplitRecord } from './record-splitter';

export interface CsvRow {
  /** The line on which the row begins; the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly isLast: boolean;
}

export interface TableForm {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Absent where the file may have any number of rows. */
  readonly limits?: DropLimits | undefined;
}

/** Sixty times the widest export there is: a table with more columns is another kind of table. */
export const mostColumns = 1_000;

/**
 * Yields all rows that are not blank, the header first. If a record is too long, if its quotes leave open where it ends, or if the
 * file holds more than the limits allow, the last value is a refusal of the whole file.
 */
export async function* rowsOf(file: ImportFile, form: TableForm): AsyncGenerator<CsvRow | Refused, void> {
  const check = checkOf(form);
  let held: CsvRow | undefined;
  for await (const record of recordsOf(file, form)) {
    const refused = check(record);
    if (refused) {
      yield refused;
      return;
    }
    if (!isRow(record) || (!held && isSeparatorNote(record.cells))) continue;
    if (held) yield held;
    held = { line: record.line, cells: record.cells, isLast: false };
  }
  if (held) yield { ...held, isLast: true };
}

/** Lines without any character, of which only the number matters. */
interface EmptyLines {
  /** The last line that was read. */
  readonly line: number;
  readonly emptyLines: number;
}

type Read = SplitRecord | SplitFault | EmptyLines;

async function* recordsOf(file: ImportFile, { encoding, separator }: TableForm): AsyncGenerator<Read, void> {
  const splitter = new RecordSplitter(separator, { characters: maxRecordBytes, cells: mostColumns });
  for await (const piece of textOf(file, encoding)) {
    yield* splitter.split(piece);
    yield splitter.emptyLines();
  }
  const last = splitter.end();
  if (last) yield last;
}

async function* textOf(file: ImportFile, encoding: Encoding): AsyncGenerator<string, void> {
  const decoder = iconv.getDecoder(encoding);
  for await (const piece of piecesOf(file)) yield decoder.write(Buffer.from(piece));
  yield decoder.end() ?? '';
}

function isRow(read: Read): read is SplitRecord {
  return 'cells' in read && read.cells.some((cell) => cell.trim() !== '');
}

const faults: Readonly<Record<SplitFault['fault'], readonly [RefusalCode, FindingArgs?]>> = {
  'stray-quote': ['stray-quote'],
  'quote-not-closed': ['quote-not-closed'],
  'too-long': ['record-too-long', { kib: maxRecordBytes / 1024 }],
  'too-many-cells': ['too-many-columns', { most: mostColumns }],
};

/** Checks what was read, in the order of the file, and counts it against the limits. */
function checkOf({ encoding, limits = noLimits }: TableForm): (read: Read) => Refused | undefined {
  const mayHaveZeros = encoding.startsWith('utf-16');
  const began = performance.now();
  let [rows, blankLines] = [0, 0];
  return (read) => {
    const { line } = read;
    if ('fault' in read) return refuseAt(line, ...faults[read.fault]);
    if ('emptyLines' in read) {
      if (performance.now() - began > limits.milliseconds)
        return refuseAt(line, 'reading-too-slow', { seconds: limits.milliseconds / 1000 });
      const blank = blankLines + read.emptyLines;
      return blank > limits.blankLines
        ? refuseAt(line, 'too-many-blank-lines', { most: limits.blankLines })
        : undefined;
    }
    if (mayHaveZeros && read.cells.some((cell) => cell.includes('\0'))) return refuseAt(line, 'nul-bytes');
    if (!isRow(read)) blankLines += 1;
    // The header is a row too.
    else if (++rows > limits.rows + 1) return refuseAt(line, 'too-many-rows', { most: limits.rows });
    return undefined;
  };
}

const noLimits: DropLimits = { rows: Infinity, blankLines: Infinity, milliseconds: Infinity };

function refuseAt(line: number, code: RefusalCode, args: FindingArgs = {}): Refused {
  return refuse(code, { line, ...args });
}
