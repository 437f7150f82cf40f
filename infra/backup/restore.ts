/** Restores a backup: every line is checked, and compared with what is kept, before the first row is written. */
import { z } from 'zod/v4';
import type { ImportFile } from '../../domain/imports/incoming';
import type { Restoration, RestorationRefusal } from '../../domain/imports/restoration';
import type { Store } from '../../domain/ports';
import type { Noun } from '../tables/noun';
import { type BackedUpName, backedUpNouns, repositoryOf } from './backed-up';
import { backupFormat, backupHeaderOf, jsonIn, linesOf } from './header';

export interface RestoreRequest {
  readonly store: Store;
  readonly tenant: string;
  readonly file: ImportFile;
  /** Check only, write nothing. */
  readonly dry: boolean;
}

/** As many rows as are written at a time; a store holds all rows of one call in memory. */
const mostInPortion = 500;

interface Refused {
  readonly refused: RestorationRefusal;
}

interface Fault {
  /** Where in a value, and what; never the contents. */
  readonly fault: string;
}

/**
 * Brings the rows of a backup into a store in which the partner has no rows, or some of the same: a restoration that was cut
 * off is completed by another. Throws {@link StoreUnavailable}.
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restoration> {
  const { file } = request;
  const checked = await checkRows(request);
  if ('refused' in checked) return { file: file.name, ...checked };
  if (!request.dry) await writeRows(request);
  return { file: file.name, ...checked };
}

interface BackupRow {
  readonly name: BackedUpName;
  readonly id: string;
  readonly value: unknown;
}

/** Counts the rows, and those that are there already; refuses a line that is damaged, and rows that the backup does not have. */
async function checkRows({ store, tenant, file }: RestoreRequest): Promise<{ rows: number; kept: number } | Refused> {
  const others = await rowsIn(store, tenant);
  const kept = others.size;
  const seen = new Set<string>();
  let line = 0;
  for await (const text of linesOf(file)) {
    line += 1;
    const read = line === 1 ? checkHeader(text, tenant) : readRow(text, tenant, seen);
    if (read && 'fault' in read) return refuse({ code: 'damaged', line, fault: read.fault });
    if (read && 'refused' in read) return read;
    if (read && others.get(keyOf(read)) === JSON.stringify(read.value)) others.delete(keyOf(read));
    if (read) seen.add(keyOf(read));
  }
  return others.size > 0 ? refuse({ code: 'occupied', rows: others.size }) : { rows: seen.size, kept };
}

/** The rows that are there already, as JSON, by noun and id. */
async function rowsIn(store: Store, tenant: string): Promise<Map<string, string>> {
  const rows = new Map<string, string>();
  for (const [name, noun] of backedUpNouns)
    for await (const { value } of repositoryOf(store, name).list(tenant))
      rows.set(keyOf({ name, id: noun.idOf(value) }), JSON.stringify(noun.schema.parse(value)));
  return rows;
}

function checkHeader(text: string, tenant: string): Fault | Refused | undefined {
  const header = backupHeaderOf(text);
  if (!header) return { fault: 'header' };
  if (header.format !== String(backupFormat)) return refuse({ code: 'other-format', format: header.format });
  return header.tenant === tenant ? undefined : refuse({ code: 'other-tenant', tenant: header.tenant });
}

const backupRow = z.object({ noun: z.string(), value: z.unknown() });
const nounsByName: ReadonlyMap<string, readonly [BackedUpName, Noun<unknown>]> = new Map(
  backedUpNouns.map(([name, noun]) => [name, [name, noun]]),
);

/** The row of a line, checked by the schema of its noun; `seen` has the rows of the lines before. */
function readRow(text: string, tenant: string, seen: ReadonlySet<string>): BackupRow | Fault {
  const line = backupRow.safeParse(jsonIn(text));
  const [name, noun] = (line.success && nounsByName.get(line.data.noun)) || [];
  if (!line.success || !name || !noun) return { fault: 'noun' };
  const read = noun.schema.safeParse(line.data.value);
  if (!read.success) return { fault: read.error.issues.map((one) => `${one.path.join('.')} ${one.code}`).join(', ') };
  const row = { name, id: noun.idOf(read.data), value: read.data };
  if (name === 'partners' && row.id !== tenant) return { fault: 'tenant' };
  return seen.has(keyOf(row)) ? { fault: 'twice' } : row;
}

function keyOf({ name, id }: Pick<BackupRow, 'name' | 'id'>): string {
  return `${name} ${id}`;
}

function refuse(refused: RestorationRefusal): Refused {
  return { refused };
}

/** Creates the rows in portions; one that exists is the same row, which was checked. */
async function writeRows({ store, tenant, file }: RestoreRequest): Promise<void> {
  for await (const { name, values } of portionsOf(file, tenant)) {
    const changes = values.map((value) => ({ kind: 'create' as const, value }));
    await repositoryOf(store, name).write(tenant, changes);
  }
}

interface Portion {
  readonly name: BackedUpName;
  readonly values: readonly unknown[];
}

/** Rows of one noun at a time, as they stand one after the other. */
async function* portionsOf(file: ImportFile, tenant: string): AsyncGenerator<Portion> {
  let rows: readonly BackupRow[] = [];
  const portion = () => ({ name: rows[0]!.name, values: rows.map(({ value }) => value) });
  for await (const text of linesOf(file)) {
    const row = readRow(text, tenant, new Set());
    if ('fault' in row) continue;
    if (rows.length > 0 && (rows.length === mostInPortion || rows[0]!.name !== row.name)) {
      yield portion();
      rows = [];
    }
    rows = [...rows, row];
  }
  if (rows.length > 0) yield portion();
}
