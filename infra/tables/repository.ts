/** A repository over one table: what the port promises, said in the operations of the table service. */
import LRUCache from 'lru-cache';
import type { Versioned, Repository } from '../../domain/basics/repository';
import type { TableTarget } from './asking';
import { piecesAfter, type Place, placeOf, type Range, rangeOf } from './keys';
import { merged } from './merged';
import type { Noun } from './noun';
import { fromRow, momentText, type UnknownRow } from './rows';
import { writeChanges } from './writing';

/** Decoded rows of one noun that stay in memory; a standing takes some 30 KB. */
const mostDecoded = 100;
/** The most that the service answers at once. */
const pageSize = 1000;

/** What one list asks for. */
interface ListRange extends Range {
  /** Rows that sleep at this moment (milliseconds since 1970) are left out. */
  readonly awakeAt?: number;
}

interface Page {
  readonly rows: readonly UnknownRow[];
  readonly continuationToken?: string;
}

/** The rows of a noun, kept in this table. */
export function tableRepository<T>(noun: Noun<T>, table: TableTarget): Repository<T> {
  const getOften = oftenRead(noun, table);
  const get = async (tenant: string, id: string): Promise<Versioned<T> | undefined> => {
    const place = placeOf(noun, tenant, id);
    if (noun.isReadOften) return getOften(place);
    const row = await rowAt(table, place);
    return row && keptIn(noun, row);
  };
  async function* list(tenant: string, awakeAt?: number): AsyncGenerator<Versioned<T>> {
    for await (const rows of listedRows(noun, table, { tenant, ...(awakeAt !== undefined && { awakeAt }) }))
      for (const row of rows) yield keptIn(noun, row);
  }
  return { get, list, write: (tenant, changes) => writeChanges({ noun, table }, tenant, changes) };
}

function keptIn<T>(noun: Noun<T>, row: UnknownRow): Versioned<T> {
  return { value: fromRow(noun, row), version: String(row.etag) };
}

/** Returns the row, or what tells its version alone; undefined where the service says that it is not there. */
async function rowAt(
  table: TableTarget,
  { partitionKey, rowKey }: Place,
  part?: 'version',
): Promise<UnknownRow | undefined> {
  const question = { operation: 'get', key: `${partitionKey}/${rowKey}` };
  const queryOptions = part && { queryOptions: { select: ['mark'] } };
  const answer = await table.ask(question, (client, abortSignal) =>
    client.getEntity(partitionKey, rowKey, { abortSignal, ...queryOptions }),
  );
  if ('answered' in answer) return answer.answered;
  if (answer.refused === 'gone') return undefined;
  throw table.unavailable(question);
}

/** Returns the reader of rows that are read again and again: sent and decoded again only where the version is another. */
function oftenRead<T>(noun: Noun<T>, table: TableTarget): (place: Place) => Promise<Versioned<T> | undefined> {
  const decoded = new LRUCache<string, Versioned<T>>({ max: mostDecoded });
  return async (place) => {
    const key = `${place.partitionKey}/${place.rowKey}`;
    const before = decoded.get(key);
    if (before && (await rowAt(table, place, 'version'))?.etag === before.version) return before;
    const row = await rowAt(table, place);
    const read = row && keptIn(noun, row);
    if (read) decoded.set(key, read);
    return read;
  };
}

/** Most partners have one page of people; what lies behind it is read from all partitions at once. */
async function* listedRows<T>(
  noun: Noun<T>,
  table: TableTarget,
  { tenant, ...awake }: { readonly tenant: string; readonly awakeAt?: number },
): AsyncGenerator<readonly UnknownRow[]> {
  const whole = { ...rangeOf(noun, tenant), ...awake };
  const { rows, continuationToken } = await pageOf(table, whole);
  yield rows;
  if (continuationToken === undefined) return;
  const last = rows.at(-1);
  const pieces = last
    ? piecesAfter(noun, tenant, { partitionKey: String(last.partitionKey), rowKey: String(last.rowKey) })
    : [whole];
  yield* merged(pieces.map((piece) => pagesOf(table, { ...piece, ...awake })));
}

async function* pagesOf(table: TableTarget, range: ListRange): AsyncGenerator<readonly UnknownRow[]> {
  let page: Page | undefined;
  do {
    page = await pageOf(table, range, page?.continuationToken);
    yield page.rows;
  } while (page.continuationToken !== undefined);
}

/** One page of a range; asked on its own, so that each page has its own deadline and attempts. */
async function pageOf(table: TableTarget, range: ListRange, continuationToken?: string): Promise<Page> {
  const question = { operation: 'list', key: `${range.firstPartition}/${range.firstRow}` };
  const answer = await table.ask(question, async (client, abortSignal): Promise<Page> => {
    let body: unknown;
    const onResponse = (response: { parsedBody?: unknown }) => void (body = response.parsedBody);
    const pages = client.listEntities({ queryOptions: { filter: filterOf(range) }, abortSignal, onResponse });
    const first = await pages.byPage({ maxPageSize: pageSize, continuationToken }).next();
    // The SDK takes an answer without rows, a web page for instance, for an empty page.
    if (first.done || !isList(body)) throw new Error('the answer is not a list of rows');
    return { rows: first.value, continuationToken: first.value.continuationToken };
  });
  if ('answered' in answer) return answer.answered;
  throw table.unavailable(question);
}

function isList(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'value' in body && Array.isArray(body.value);
}

/** Every query names its partitions; keys consist of characters that need no quoting. */
function filterOf({ firstPartition, lastPartition, firstRow, endRow, awakeAt }: ListRange): string {
  const partitions =
    firstPartition === lastPartition
      ? `PartitionKey eq '${firstPartition}'`
      : `PartitionKey ge '${firstPartition}' and PartitionKey le '${lastPartition}'`;
  const keys = `${partitions} and RowKey ge '${firstRow}' and RowKey lt '${endRow}'`;
  if (awakeAt === undefined) return keys;
  const moment = momentText(awakeAt);
  // A comparison with a property that a row does not have is false, so that rows of earlier versions are always listed.
  return `${keys} and not (sleepsFrom le '${moment}' and sleepsUntil gt '${moment}')`;
}
