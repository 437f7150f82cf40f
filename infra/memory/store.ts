/** The store in memory: the same port as the tables, with their versions and limits, for tests and single runs. */
import {
  type Change,
  type Conflict,
  type Versioned,
  type Repository,
  StoreUnavailable,
} from '../../domain/basics/repository';
import { type Store } from '../../domain/ports';
import { type Place, placeOf, rangeOf } from '../tables/keys';
import { tableNames } from '../tables/names';
import type { Noun } from '../tables/noun';
import { openRepositories } from '../tables/repositories';
import { type Row, fromRow, toRow } from '../tables/rows';
import { MemoryTable, type Stored } from './table';

/** What a table service would have been sent. */
export interface StoreRequest {
  readonly operation: 'get' | 'list' | 'write' | 'ping';
  readonly noun?: string;
  readonly tenant?: string;
}

/** The store, and everything that was asked of it so far. */
export interface MemoryStore extends Store {
  readonly requests: readonly StoreRequest[];
}

/** Called for each request; what it returns is thrown as the cause of a {@link StoreUnavailable}. */
export type StoreFault = (request: StoreRequest) => unknown;

const pageSize = 1000;

/** An empty store. Values are kept as rows, as the tables would, so that nothing read shares anything with what is kept. */
export function openMemory(fault: StoreFault = () => undefined): MemoryStore {
  const requests: StoreRequest[] = [];
  const request = (request: StoreRequest) => {
    requests.push(request);
    const cause = fault(request);
    if (cause !== undefined) throw new StoreUnavailable(`${request.operation} ${request.noun ?? ''}`.trim(), { cause });
  };
  const tables = {
    [tableNames.partner]: new MemoryTable(),
    [tableNames.people]: new MemoryTable(),
    [tableNames.agenda]: new MemoryTable(),
  };
  return {
    ...openRepositories((noun) => memoryRepository({ noun, table: tables[noun.table] }, request)),
    ping: async () => request({ operation: 'ping' }),
    requests,
  };
}

interface Shelf<T> {
  readonly noun: Noun<T>;
  readonly table: MemoryTable;
}

function memoryRepository<T>(shelf: Shelf<T>, request: (request: StoreRequest) => void): Repository<T> {
  const { noun, table } = shelf;
  const kept = ({ row, version }: Stored): Versioned<T> => ({ value: fromRow(noun, { ...row }), version });

  const get = async (tenant: string, id: string): Promise<Versioned<T> | undefined> => {
    request({ operation: 'get', noun: noun.name, tenant });
    const stored = table.get(placeOf(noun, tenant, id));
    return stored && kept(stored);
  };

  async function* list(tenant: string): AsyncGenerator<Versioned<T>> {
    const rows = table.within(rangeOf(noun, tenant));
    for (let start = 0; start === 0 || start < rows.length; start += pageSize) {
      request({ operation: 'list', noun: noun.name, tenant });
      for (const row of rows.slice(start, start + pageSize)) yield kept(row);
    }
  }

  const write = async (tenant: string, changes: readonly Change<T>[]): Promise<readonly Conflict[]> => {
    const steps = changes.map((change) => stepOf(shelf, tenant, change));
    if (new Set(steps.map(({ id }) => id)).size < steps.length) throw new RangeError('a row occurs twice in one call');
    if (steps.length > 0) request({ operation: 'write', noun: noun.name, tenant });
    return steps.flatMap((step) => performed(step, table));
  };

  return { get, list, write };
}

/** A change, ready to be made: a value that the schema refuses was thrown before. */
interface Step {
  readonly id: string;
  readonly place: Place;
  /** The row to put there; none to remove it. */
  readonly row?: Row;
  /** The version that must be there; none if there must be no row. */
  readonly version?: string;
}

function stepOf<T>({ noun }: Shelf<T>, tenant: string, change: Change<T>): Step {
  if (change.kind === 'remove') return { ...change, place: placeOf(noun, tenant, change.id) };
  const row = toRow(noun, { tenant, value: change.value, mark: '' });
  const version = change.kind === 'replace' ? change.version : undefined;
  return { id: noun.idOf(change.value), place: row, row, version };
}

/** Makes the change, or returns the conflict that keeps it from being made. */
function performed(step: Step, table: MemoryTable): readonly Conflict[] {
  const reason = obstacle(step, table.get(step.place));
  if (reason !== undefined) return [{ id: step.id, reason }];
  if (step.row) table.put(step.row);
  else table.remove(step.place);
  return [];
}

function obstacle({ version }: Step, stored: Stored | undefined): Conflict['reason'] | undefined {
  if (version === undefined) return stored && 'exists';
  if (stored === undefined) return 'gone';
  return stored.version === version ? undefined : 'changed';
}
