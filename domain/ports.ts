/** What the domain needs kept, as interfaces: absence is `undefined`, a lost race is a value, trouble is a throw. */
import type { AgendaEntry } from './alerts/sweep-entry';
import type { AlertSettings } from './alerts/alert-settings';
import type { Association } from './partner/association';
import type { Conversation } from './partner/conversation';
import type { Correction } from './partner/correction';
import type { Delivery } from './alerts/delivery';
import type { Figure } from './partner/figure';
import type { ImportRecord } from './partner/import-record';
import type { ImportTrace } from './imports/import-trace';
import type { KeptNotice } from './alerts/kept-notice';
import type { KeptStanding } from './membership/cached-standing';
import type { Onboarding } from './onboarding/onboarding';
import type { Partner } from './partner/partner';
import type { PendingImport } from './imports/pending-import';
import type { Person } from './partner/person';
import type { Visit } from './partner/installation';

/** A value as it was read, with the version that a later write must name. */
export interface Kept<T> {
  readonly value: T;
  readonly version: string;
}

/** One wanted write. `create` wants no such row yet; `replace` and `remove` want the row at that very version. */
export type Change<T> =
  | { readonly kind: 'create'; readonly value: T }
  | { readonly kind: 'replace'; readonly value: T; readonly version: string }
  | { readonly kind: 'remove'; readonly id: string; readonly version: string };

/** A change that was not made, because somebody else was first: the row exists already, is gone, or has another version. */
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
  get(tenant: string, id: string): Promise<Kept<T> | undefined>;
  /** Every row of the tenant, however many, in no promised order. */
  list(tenant: string): AsyncIterable<Kept<T>>;
  /**
   * Makes each change on its own, all or nothing per row, and tells which were not made; in a list without conflicts all
   * were. No row may occur twice in one call, and all of a call is held in memory, so hand over some hundreds at a time.
   * Throws {@link ValueTooLarge} before anything is written, and {@link StoreUnavailable} at any point.
   */
  write(tenant: string, changes: readonly Change<T>[]): Promise<readonly Conflict[]>;
}

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

/** Under whom is kept what does not belong to one tenant; no id of a tenant looks like this. */
export const everybody = 'everybody';

/** Everything that is kept. */
export interface Store {
  readonly partners: Repository<Partner>;
  readonly people: Repository<Person>;
  readonly figures: Repository<Figure>;
  readonly imports: Repository<ImportRecord>;
  readonly corrections: Repository<Correction>;
  readonly onboardings: Repository<Onboarding>;
  /** Of all partners under {@link everybody}; under a tenant, what it is told of others without their names. */
  readonly associations: Repository<Association>;
  readonly pendings: Repository<PendingImport>;
  readonly traces: Repository<ImportTrace>;
  readonly visits: Repository<Visit>;
  readonly conversations: Repository<Conversation>;
  /** Derived from the others but `visits` and `conversations`, under the tenant's own id. */
  readonly standings: Repository<KeptStanding>;
  readonly notices: Repository<KeptNotice>;
  readonly deliveries: Repository<Delivery>;
  readonly alertSettings: Repository<AlertSettings>;
  /** Of all partners together, under {@link everybody}. */
  readonly agenda: Repository<AgendaEntry>;
  /** Resolves if the store answers, else throws {@link StoreUnavailable}. */
  ping(): Promise<void>;
}
