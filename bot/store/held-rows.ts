/** Rows that every question reads are held in memory for a moment: no longer than two seconds, and not beyond a write. */
import LRUCache from 'lru-cache';
import type { Repository, Versioned } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import { sizeInCharacters } from '../context/bounded-memory';
import type { HeldReads } from '../context/turn-memory';

/** Milliseconds that a row is held: so long another instance may answer from what was. */
export const heldFor = 2_000;
/** Rows of one noun: more partners or people than that do not ask one instance within two seconds. */
const mostRows = 5_000;
/** Characters of all rows of one noun as JSON; a standing has some 30,000. */
const mostCharacters = 16_000_000;

/** How rows are held. */
export interface HoldParts {
  /** Milliseconds of a clock that only goes forward. */
  readonly clock: () => number;
  /** Milliseconds; with 0 every read asks the store, and only the value of an unchanged row stays the same object. */
  readonly forMs?: number;
}

interface ReadRow<T> {
  /** When the read began. */
  readonly at: number;
  readonly row: Versioned<T> | undefined;
}

interface BegunRead<T> {
  readonly at: number;
  readonly row: Promise<Versioned<T> | undefined>;
}

/** The store whose standings and conversations are held in memory for a moment, for those who ask for held ones. */
export function holdRows(
  store: Store,
  parts: HoldParts = { clock: () => performance.now() },
): { readonly store: Store; readonly held: HeldReads } {
  const standings = new HeldRows(store.standings, ({ tenant }) => tenant, parts);
  const conversations = new HeldRows(store.conversations, ({ id }) => id, parts);
  return {
    store: { ...store, standings: standings.repository, conversations: conversations.repository },
    held: { standings, conversations },
  };
}

/** The held rows of one noun, and the repository whose writes end the holding. */
export class HeldRows<T> implements Pick<Repository<T>, 'get'> {
  /** Every read of it asks the store; a write ends the holding of the rows that it names, before and after. */
  readonly repository: Repository<T>;
  readonly #parts: Required<HoldParts>;
  readonly #rows = new LRUCache<string, ReadRow<T>>({
    max: mostRows,
    maxSize: mostCharacters,
    sizeCalculation: ({ row }) => sizeInCharacters(row),
  });
  readonly #begun = new Map<string, BegunRead<T>>();

  constructor(repository: Repository<T>, idOf: (value: T) => string, { clock, forMs = heldFor }: HoldParts) {
    this.#parts = { clock, forMs };
    this.repository = {
      get: (tenant, id) => repository.get(tenant, id),
      list: (tenant) => repository.list(tenant),
      write: async (tenant, changes) => {
        const keys = changes.map((change) => keyOf(tenant, change.kind === 'remove' ? change.id : idOf(change.value)));
        this.#drop(keys);
        try {
          return await repository.write(tenant, changes);
        } finally {
          this.#drop(keys);
        }
      },
    };
  }

  /** The row as it is, or as it was at most two seconds ago. Throws as the repository does; a failure is not held. */
  get(tenant: string, id: string): Promise<Versioned<T> | undefined> {
    const key = keyOf(tenant, id);
    const read = this.#rows.get(key);
    if (read && this.#isFresh(read)) return Promise.resolve(read.row);
    const begun = this.#begun.get(key);
    return begun && this.#isFresh(begun) ? begun.row : this.#read(key, () => this.repository.get(tenant, id));
  }

  #isFresh({ at }: { readonly at: number }): boolean {
    return this.#parts.clock() - at < this.#parts.forMs;
  }

  #drop(keys: readonly string[]): void {
    for (const key of keys) {
      this.#rows.delete(key);
      this.#begun.delete(key);
    }
  }

  #read(key: string, ask: () => Promise<Versioned<T> | undefined>): Promise<Versioned<T> | undefined> {
    const at = this.#parts.clock();
    const isNewest = () => this.#begun.get(key)?.row === row;
    const row: BegunRead<T>['row'] = ask()
      .then((read) => this.#kept(key, { at, row: read }, isNewest()))
      .finally(() => isNewest() && this.#begun.delete(key));
    this.#begun.set(key, { at, row });
    return row;
  }

  /** An unchanged row stays the object that it was. A read that a write or another read has overtaken is not kept. */
  #kept(key: string, { at, row }: ReadRow<T>, isNewest: boolean): Versioned<T> | undefined {
    const before = this.#rows.peek(key)?.row;
    const same = before !== undefined && before.version === row?.version ? before : row;
    if (isNewest) this.#rows.set(key, { at, row: same });
    return same;
  }
}

function keyOf(tenant: string, id: string): string {
  return `${tenant}\n${id}`;
}
