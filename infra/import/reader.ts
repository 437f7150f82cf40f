/** Reads an import file: a look at the bytes, a first pass that settles how to read it, a second pass that takes the rows. */
import iconv from 'iconv-lite';
import type { ImportFile, ImportReader, ReadFile, ReadOptions, Rejection } from '../../domain/imports/incoming';
import { type Inspection, inspect, type Refused, refuse } from './parsing/bytes';
import { competencySummary } from './competency-summary/extract';
import { readDate } from './parsing/date-cell';
import { dateEvidence } from './parsing/date-order';
import { cellFinder, entryReader, longestCell, type Settlement } from './parsing/entry';
import { figuresSource } from './figures/extract';
import { type Header, headerOf, schemaFor, separatorOf } from './parsing/header';
import { numberEvidence, readNumber } from './parsing/number-cell';
import { isJson, readPartner } from './partner/read';
import { peopleSource } from './people/extract';
import { remarks, type Remarks } from './parsing/remark';
import { type CsvRow, rowsOf, type TableForm } from './parsing/rows';
import type { Schema } from './parsing/schema';
import type { ParsedEntry, Source } from './parsing/source';
import { trainingCompletions } from './training-completions/extract';

/** Tried against a header in this order: the kinds with columns of their own first. */
const sources: readonly Source[] = [trainingCompletions, competencySummary, figuresSource, peopleSource];

/** Reads a file of any kind, holding no more of it than one compact record for each person it names. */
export const readImport: ImportReader = async (file, options) => {
  const inspection = await inspect(file);
  if ('refused' in inspection) return inspection;
  const written = writtenByLaurel(file, inspection);
  if (written) return written;
  const { kind = 'partner' } = options;
  if (kind === 'partner' && isJson(inspection)) return readPartner(file, inspection, options);
  if (options.kind === 'partner') return refuse('no-settings');
  const separator = separatorOf(iconv.decode(inspection.head, inspection.encoding));
  const form = { encoding: inspection.encoding, separator, limits: options.limits };
  const settled = await settle(file, form, options);
  return 'refused' in settled ? settled : extract(file, { ...settled, form, inspection }, options);
};

/** What Laurel writes beside the tables, and no import takes: the whole of a partner, and where people can be reached. */
function writtenByLaurel({ name }: ImportFile, { head }: Inspection): Refused | undefined {
  const start = head.toString('latin1', 0, longestStart).replace(/^\xef\xbb\xbf/, '');
  if (start.startsWith('{"laurel":"backup"')) return refuse('backup', { file: name });
  return /^\[\s*(?:\{"id"|\]\s*$)/.test(start) ? refuse('for-reading', { file: name }) : undefined;
}

/** Enough for the first sign of each file that Laurel writes; in bytes. */
const longestStart = 64;

interface Settled extends Settlement {
  readonly header: Header;
  readonly source: Source;
}

async function settle(file: ImportFile, form: TableForm, options: ReadOptions): Promise<Settled | Refused> {
  const rows = rowsOf(file, form);
  const opened = openTable(await rows.next(), options);
  if ('refused' in opened) {
    await rows.return();
    return opened;
  }
  const { schema } = opened.source;
  const [dates, numbers] = [dateEvidence(), numberEvidence()];
  const gather = evidenceGatherer(opened.header, schema, { dates, numbers });
  for await (const row of rows) {
    if ('refused' in row) return row;
    gather(row);
  }
  const order = options.dates ? { order: options.dates } : dates.verdict();
  if ('refused' in order) return order;
  const decimal = numbers.verdict();
  return 'refused' in decimal ? decimal : { ...opened, ...order, ...decimal };
}

type First = IteratorResult<CsvRow | Refused, void>;

function openTable({ value: first }: First, { kind }: ReadOptions): { header: Header; source: Source } | Refused {
  if (!first) return refuse('empty');
  if ('refused' in first) return first;
  const header = headerOf(first.cells, first.line);
  if ('refused' in header) return header;
  const fitting = schemaFor(
    header,
    sources.map(({ schema }) => schema),
    kind,
  );
  if ('refused' in fitting) return fitting;
  return { header, source: sources.find(({ schema }) => schema === fitting.schema)! };
}

interface Evidence {
  readonly dates: ReturnType<typeof dateEvidence>;
  readonly numbers: ReturnType<typeof numberEvidence>;
}

/** An empty cell, or a date with the year in front: most cells are, and they are no evidence. */
const saysNothing = /^(?:\d{4}\D.*)?$/;

function evidenceGatherer(header: Header, schema: Schema, { dates, numbers }: Evidence): (row: CsvRow) => void {
  const cell = cellFinder(header, schema);
  return (row) => {
    if (hasTooManyFields(row, header)) return;
    const sight = (field: string) => ({ line: row.line, column: schema.columns[field]![0], value: cell(row, field) });
    schema.dates.forEach((field, index) => {
      const text = cell(row, field);
      const month = index === 0 && schema.month !== undefined ? cell(row, schema.month) : '';
      if (!saysNothing.test(text)) dates.see(readDate(text), { ...sight(field), month });
    });
    for (const field of schema.numbers) numbers.see(readNumber(cell(row, field)), sight(field));
  };
}

interface Plan extends Settled {
  readonly form: TableForm;
  readonly inspection: Inspection;
}

async function extract(file: ImportFile, plan: Plan, options: ReadOptions): Promise<ReadFile | Refused> {
  const { header, source, form, inspection } = plan;
  const made = remarks();
  const extraction = source.extract(options);
  const entryOf = entryReader({ ...plan, schema: source.schema }, made);
  const rejected: Rejection[] = [];
  let rows = 0;
  const all = rowsOf(file, form);
  await all.next();
  for await (const row of all) {
    if ('refused' in row) return row;
    rows++;
    const entry = entryOf(row);
    const fault = misshapen(row, entry, plan) ?? extraction.take(entry);
    if (fault) rejected.push(fault.rejected);
  }
  const { facts, rejected: late = [] } = extraction.finish();
  remarkOnFile({ rows, line: header.line }, inspection, made);
  return {
    facts,
    contentHash: inspection.contentHash,
    rows,
    rejected: [...rejected, ...late].sort(byLine),
    warnings: [...made.all()].sort(byLine),
  };
}

function misshapen(row: CsvRow, entry: ParsedEntry<string>, { header, source, inspection }: Plan) {
  const [fields, columns] = [row.cells.length, header.names.length];
  if (hasTooManyFields(row, header)) return entry.rejected('too-many-fields', undefined, { fields, columns });
  const long = Object.keys(source.schema.columns).find((field) => entry.text(field).length > longestCell);
  if (long !== undefined) return entry.rejected('value-too-long', long, { most: longestCell });
  const isCutOff = row.isLast && !inspection.endsWithLineBreak && source.schema.exported && fields < columns;
  return isCutOff ? entry.rejected('cut-off', undefined, { fields, columns }) : undefined;
}

/** Empty cells beyond the header are what spreadsheets leave behind; full ones shift the meaning of the row. */
function hasTooManyFields({ cells }: CsvRow, { names }: Header): boolean {
  return cells.length > names.length && cells.slice(names.length).some((cell) => cell.trim() !== '');
}

function remarkOnFile(seen: { rows: number; line: number }, { encoding, example }: Inspection, made: Remarks): void {
  const base = { line: seen.line, column: '', value: '' };
  if (seen.rows === 0) made.add({ ...base, code: 'no-rows', args: {} });
  if (example !== undefined) made.add({ ...base, code: 'encoding-guessed', args: { encoding, example } });
}

function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
}
