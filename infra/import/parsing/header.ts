/** The header of a table: how its columns are separated and named, and which kind of file that makes it. */
import { readOnlyFiles, readOnlyHeaders } from '../../../domain/imports/exported-file';
import { type ImportKind } from '../../../domain/partner/import-record';
import { type Refused, refuse } from './bytes';
import type { Schema } from './schema';

export const separators = [',', ';', '\t'] as const;
export type Separator = (typeof separators)[number];

/** Some spreadsheets write `sep=;` above the header to tell themselves how to read the file. */
const separatorNote = /^\s*"?sep=([,;\t])"?\s*$/i;

/** The separator that occurs most often outside quotes in the header line; a comma where there is none. */
export function separatorOf(text: string): Separator {
  const line = text.split(/\r\n|\r|\n/).find((one) => one.trim() !== '') ?? '';
  const noted = separatorNote.exec(line)?.[1] as Separator | undefined;
  if (noted) return noted;
  const bare = line.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return separators.reduce((most, one) => (count(one) > count(most) ? one : most));
}

/** Whether the record is the note on the separator, which stands above the header. */
export function isSeparatorNote(cells: readonly string[]): boolean {
  return /^\s*sep=/i.test(cells[0] ?? '') && cells.slice(1).every((cell) => cell.trim() === '');
}

/** What two spellings of a column name share: case, width and white space mean nothing. */
export function columnKey(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Where each column stands, by its key, and the names as the file has them. */
export interface Header {
  readonly line: number;
  readonly names: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
}

/** Reads the header record. Two columns of one name are refused: which of them is meant cannot be told. */
export function headerOf(cells: readonly string[], line: number): Header | Refused {
  const names = cells.map((cell) => cell.trim());
  const positions = new Map<string, number>();
  for (const [position, name] of names.entries()) {
    const key = columnKey(name);
    if (key === '') continue;
    if (positions.has(key)) return refuse('duplicate-column', { column: name, line });
    positions.set(key, position);
  }
  return { line, names, positions };
}

/** The position of a field of the schema, under any of the names it goes by. */
export function positionOf(header: Header, names: readonly string[]): number | undefined {
  return names.map((name) => header.positions.get(columnKey(name))).find((position) => position !== undefined);
}

/**
 * The schema that the header fits: the one of the stated kind, else the first that has all it requires. A header that fits
 * none is refused, naming what is missing for the kind it comes nearest to, and what was found instead.
 */
export function schemaFor<S extends Schema>(
  header: Header,
  schemas: readonly S[],
  kind: ImportKind | undefined,
): { readonly schema: S } | Refused {
  const written = readOnlyIn(header);
  if (written !== undefined) return refuse('for-reading', { file: written });
  const fitting = schemas.find((schema) => missing(header, schema).length === 0);
  const stated = schemas.find((schema) => schema.kind === kind);
  if (!stated) return fitting ? { schema: fitting } : refuseUnknown(header, schemas);
  if (missing(header, stated).length === 0) return { schema: stated };
  if (!fitting) return refuseMissing(header, stated);
  return refuse('other-kind', { kind: stated.kind, recognised: fitting.kind, ...lack(header, stated) });
}

/** Which of our own lists it is that no fact comes from; nothing where it is none. */
function readOnlyIn({ positions }: Header): string | undefined {
  const found = Object.entries(readOnlyHeaders).find(([, columns]) =>
    columns.every((column) => positions.has(columnKey(column))),
  );
  return found && readOnlyFiles[found[0] as keyof typeof readOnlyFiles];
}

function missing(header: Header, schema: Schema): readonly (readonly string[])[] {
  return schema.required.filter(
    (fields) => !fields.some((field) => positionOf(header, schema.columns[field]!) !== undefined),
  );
}

function refuseUnknown(header: Header, schemas: readonly Schema[]): Refused {
  const share = (schema: Schema) => 1 - missing(header, schema).length / schema.required.length;
  const nearest = schemas.reduce((best, schema) => (share(schema) > share(best) ? schema : best));
  return share(nearest) > 0 ? refuseMissing(header, nearest) : refuse('unknown-kind', { found: foundIn(header) });
}

function refuseMissing(header: Header, schema: Schema): Refused {
  return refuse('missing-column', { kind: schema.kind, ...lack(header, schema) });
}

/** `column` names the first requirement that is not met, with all columns that would meet it. */
function lack(header: Header, schema: Schema): { column: string; count: number; found: string } {
  const names = (missing(header, schema)[0] ?? []).map((field) => schema.columns[field]![0]);
  return { column: names.join(', '), count: names.length, found: foundIn(header) };
}

const longestList = 400;

function foundIn(header: Header): string {
  const list = header.names.filter((name) => name !== '').join(', ');
  return list.length > longestList ? `${list.slice(0, longestList)}…` : list;
}
