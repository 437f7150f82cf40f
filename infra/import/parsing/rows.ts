/** The rows of a table of text, one after the other: whatever the size of the file, only a few are in memory at a time. */
import { Readable } from 'node:stream';
import { CsvError, type Options, type Parser, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import type { ImportFile, RefusalCode } from '../../../domain/imports/incoming';
import { maxRecordBytes, type Refused, refuse } from './bytes';
import type { Encoding } from './encoding';
import { isSeparatorNote, type Separator } from './header';

export interface CsvRow {
  /** The line on which the row begins; the first line of the file is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly isLast: boolean;
}

export interface TableForm {
  readonly encoding: Encoding;
  readonly separator: Separator;
}

/**
 * Yields all rows that are not blank, the header first. If a record is too long, or its quotes leave open where it ends, the last value is a refusal of the whole file.
 */
export async function* rowsOf(file: ImportFile, form: TableForm): AsyncGenerator<CsvRow | Refused, void> {
  const mayHaveZeros = form.encoding.startsWith('utf-16');
  const text = open(file, form);
  let held: CsvRow | undefined;
  let line = 1;
  try {
    for await (const record of text.parser) {
      const cells = record as readonly string[];
      if (mayHaveZeros && cells.some((cell) => cell.includes('\0'))) {
        yield refuse('nul-bytes', { line });
        return;
      }
      if (!isBlank(cells) && (held || !isSeparatorNote(cells))) {
        if (held) yield held;
        held = { line, cells, isLast: false };
      }
      line += 1 + breaksIn(cells);
    }
    if (held) yield { ...held, isLast: true };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield await refusalOf(error, file, form);
  } finally {
    text.close();
  }
}

const options: Options = {
  bom: true,
  columns: false,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  max_record_size: maxRecordBytes,
};

/** The file as a stream of records; the caller closes it, also after an error. */
function open(file: ImportFile, form: TableForm, more: Options = {}): { readonly parser: Parser; close(): void } {
  const text = Readable.from(decoded(file, form.encoding));
  const parser = parse({ ...options, delimiter: form.separator, ...more });
  text.on('error', (error) => parser.destroy(error)).pipe(parser);
  return { parser, close: () => void text.destroy() };
}

async function* decoded(file: ImportFile, encoding: Encoding): AsyncGenerator<Uint8Array | string, void> {
  if (encoding === 'utf-8') {
    yield* file.open();
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of file.open()) {
    const text = decoder.write(Buffer.from(chunk));
    if (text) yield text;
  }
  const rest = decoder.end();
  if (rest) yield rest;
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) if (/[\r\n]/.test(cell)) breaks += cell.split(/\r\n|\r|\n/).length - 1;
  return breaks;
}

const refusals: Readonly<Record<string, RefusalCode>> = {
  CSV_MAX_RECORD_SIZE: 'record-too-long',
  CSV_QUOTE_NOT_CLOSED: 'quote-not-closed',
  CSV_INVALID_CLOSING_QUOTE: 'stray-quote',
  INVALID_OPENING_QUOTE: 'stray-quote',
};

async function refusalOf(error: CsvError, file: ImportFile, form: TableForm): Promise<Refused> {
  const code = refusals[error.code];
  if (!code) throw error;
  const line = await lineOfFailure(file, form);
  return refuse(code, { line, ...(code === 'record-too-long' && { kib: maxRecordBytes / 1024 }) });
}

/**
 * The line on which the record begins that the parser fails at. When it fails it drops the records that it has read ahead,
 * so they are counted by reading the file once more, each at the moment it is parsed.
 */
async function lineOfFailure(file: ImportFile, form: TableForm): Promise<number> {
  let line = 1;
  const count = (record: readonly string[]) => {
    line += 1 + breaksIn(record);
    return null;
  };
  const text = open(file, form, { on_record: count });
  try {
    for await (const record of text.parser) void record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
  } finally {
    text.close();
  }
  return line;
}
