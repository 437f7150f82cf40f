/** A repository reads and writes the rows of one noun with optimistic concurrency: absence is `undefined`, a lost race is a value, an outage is a throw. */

/** A value as it was read, with the version that a later write must name. */
export interface Versioned<T> {
  readonly value: T;
  readonly version: string;
}

/** One wanted write. `create` wants no such row yet; `replace` and `remove` want the row at that very version. */
export type Change<T> =
  | { readonly kind: 'create'; readonly value: T }
  | { readonly kind: 'replace'; readonly value: T; readonly version: string }
  | { readonly kind: 'remove'; readonly id: string; readonly version: string };

/** A change that was not made because another writer was first: the row exists already, is gone, or has another version. */
export interface Conflict {
  readonly id: string;
  readonly reason: 'exists' | 'gone' | 'changed';
}

/** The rows of one noun, per tenant, each under its id. */
export interface Repository<T> {
  /**
   * The row, or `undefined` where there is none. Throws {@link StoreUnavailable} if the store does not answer, and
   * {@link RowUnreadable} if what it answers cannot be understood; `list` does likewise.
   */
  get(tenant: string, id: string): Promise<Versioned<T> | undefined>;
  /**
   * Every row of the tenant, however many, in no promised order. Rows that sleep at `awakeAt` (milliseconds since 1970) may be left
   * out: those of which it is known when they are written that nothing is to be done about them then.
   */
  list(tenant: string, awakeAt?: number): AsyncIterable<Versioned<T>>;
  /**
   * Makes each change on its own, all or nothing per row, and tells which were not made; in a list without conflicts all
   * were. No row may occur twice in one call, and all of a call is held in memory, so hand over some hundreds at a time.
   * Throws {@link ValueTooLarge} before anything is written, and {@link StoreUnavailable} at any point.
   */
  write(tenant: string, changes: readonly Change<T>[]): Promise<readonly Conflict[]>;
}

/** The rows of one noun, to be read and not written. */
export type ReadOnlyRepository<T> = Pick<Repository<T>, 'get' | 'list'>;

/**
 * The store could not be asked, would not answer or did not answer in time: nothing is known of what was to be read, and
 * what was to be written may have been written or not. Its message names operation, table and key, never contents.
 */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** A value that no row can hold. Nothing of the call that it came in was written. */
export class ValueTooLarge extends Error {
  override readonly name = 'ValueTooLarge';

  constructor(
    readonly noun: string,
    readonly id: string,
    readonly bytes: number,
  ) {
    super(`${noun} ${id} would need ${bytes} bytes, more than a row can hold`);
  }
}

/** A row that is there but cannot be understood, damaged or written by a newer Laurel: never the same as an absence. */
export class RowUnreadable extends Error {
  override readonly name = 'RowUnreadable';

  constructor(
    readonly noun: string,
    readonly id: string,
    /** What is wrong, without the contents. */
    readonly fault: string,
  ) {
    super(`${noun} ${id} cannot be read: ${fault}`);
  }
}
