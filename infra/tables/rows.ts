/** Rows: a value as the properties of one table entity, and back. */
import { RowUnreadable, ValueTooLarge } from '../../domain/basics/repository';
import { packKey, type Place, placeOf, unpackKey } from './keys';
import type { Noun } from './noun';

/** The version of the form below; a row of any other version is not read. */
const currentFormat = 1;
/** A string property holds 32,768 UTF-16 units (platform.md 8.1). */
const longestPart = 30_000;
/** 1 MiB, less a kibibyte for what the service may count otherwise than its documentation says. */
const largestRow = 1_048_576 - 1024;

/** Where the row lies, and its value as JSON cut into `json0`, `json1`, … */
export type Row = Place & {
  readonly format: number;
  /** Drawn anew for each write, so that a writer who got no answer can tell its own row from another's. */
  readonly mark: string;
  /** ISO 8601, UTC: between them the row may be left out of a list; rows of earlier versions have neither. */
  readonly sleepsFrom?: string;
  readonly sleepsUntil?: string;
} & Readonly<Record<`json${number}`, string>>;

/** An entity as the table service returns it, not yet checked. */
export type UnknownRow = Readonly<Record<string, unknown>>;

/** A value and whose it is. */
export interface Owned<T> {
  readonly tenant: string;
  readonly value: T;
  readonly mark: string;
}

/**
 * The row of a value. It holds ASCII only: the JSON is cut at any place without cutting a character in two, and Azurite
 * 3.35 damages other characters where one lies across two chunks of a request. Fields unknown to the noun are left out.
 * Throws {@link ValueTooLarge}; a value that could not be read back is a bug and throws too.
 */
export function toRow<T>(noun: Noun<T>, { tenant, value, mark }: Owned<T>): Row {
  const id = noun.idOf(value);
  const parts = partsOf(asciiOf(JSON.stringify(noun.schema.parse(value))));
  const row: Row = { ...placeOf(noun, tenant, id), format: currentFormat, mark, ...sleepIn(noun, value), ...parts };
  const bytes = rowBytes(row);
  if (bytes > largestRow) throw new ValueTooLarge(noun.name, id, bytes);
  return row;
}

function sleepIn<T>(noun: Noun<T>, value: T): Pick<Row, 'sleepsFrom' | 'sleepsUntil'> {
  const sleep = noun.sleepOf?.(value);
  return sleep ? { sleepsFrom: momentText(sleep.from), sleepsUntil: momentText(sleep.until) } : {};
}

/** Milliseconds since 1970 as a text that sorts as the moments do. */
export function momentText(moment: number): string {
  return new Date(moment).toISOString();
}

/** The value of a row. Throws {@link RowUnreadable}, which names the noun and the id and says nothing of the contents. */
export function fromRow<T>(noun: Noun<T>, row: UnknownRow): T {
  const rowKey = String(row.rowKey);
  const unreadable = (fault: string) => new RowUnreadable(noun.name, unpackKey(rowKey).at(-1) ?? rowKey, fault);
  if (row.format !== currentFormat) throw unreadable(`format ${String(row.format)} instead of ${currentFormat}`);
  const read = noun.schema.safeParse(jsonOf(row));
  if (!read.success)
    throw unreadable(read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.code}`).join(', '));
  if (packKey(noun.name, noun.idOf(read.data)) !== rowKey) throw unreadable('it lies under the key of another');
  return read.data;
}

/** JSON text with every other character than those of ASCII written as an escape; it says the same. */
export function asciiOf(json: string): string {
  return json.replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function partsOf(json: string): Record<`json${number}`, string> {
  const parts: Record<`json${number}`, string> = {};
  for (let start = 0; start < json.length; start += longestPart)
    parts[`json${start / longestPart}`] = json.slice(start, start + longestPart);
  return parts;
}

/** `undefined` where it is no JSON, which no schema accepts. */
function jsonOf(row: UnknownRow): unknown {
  let json = '';
  for (let index = 0; typeof row[`json${index}`] === 'string'; index += 1) json += String(row[`json${index}`]);
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** What the service counts: the keys, and for each property its name, its value and some bytes beside them. */
function rowBytes({ partitionKey, rowKey, ...properties }: Row): number {
  const keys = 4 + 2 * (partitionKey.length + rowKey.length);
  const timestamp = 8 + 2 * 'Timestamp'.length + 8;
  return Object.entries(properties).reduce(
    (bytes, [name, value]) => bytes + 8 + 2 * name.length + (typeof value === 'string' ? 4 + 2 * value.length : 4),
    keys + timestamp,
  );
}
