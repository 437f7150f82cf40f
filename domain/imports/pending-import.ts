/** A pending import is a file that was dropped into a chat, stored until its sender decides whether to import it. */

/** How far it has come. */
export const pendingStates = ['open', 'applying', 'applied', 'discarded'] as const;
export type PendingState = (typeof pendingStates)[number];

export interface PendingImport {
  readonly id: string;
  /** Entra object id of the admin, lower case. */
  readonly by: string;
  /** When it was handed over; ISO 8601, UTC. */
  readonly at: string;
  /** As people call it. */
  readonly file: string;
  /** Its bytes, packed and in base64; empty once it is applied or discarded. */
  readonly content: string;
  readonly state: PendingState;
  /** When taking it in was begun; ISO 8601, UTC. */
  readonly begunAt?: string;
  /** Of the import, once it is applied. */
  readonly importId?: string;
}

/** How long a file is kept for an answer, in milliseconds: it holds names and addresses. */
const pendingFor = 3_600_000;

/** How many files of one tenant wait at most; the oldest goes first. */
const mostPending = 5;

/** After this time, in milliseconds, an import that was begun and not ended belongs to an instance that crashed, and may be begun again. */
const begunLapsesAfter = 5 * 60_000;

/** Returns whether the time to decide is over. */
export function hasExpired({ at }: PendingImport, now: number): boolean {
  return Math.abs(now - Date.parse(at)) > pendingFor;
}

/** Returns whether an instance is importing it now. */
export function isBeingApplied({ state, begunAt }: PendingImport, now: number): boolean {
  return state === 'applying' && begunAt !== undefined && Math.abs(now - Date.parse(begunAt)) <= begunLapsesAfter;
}

/** Which of these are to be forgotten before another comes: those that expired, and the oldest of too many. */
export function toForget(pending: readonly PendingImport[], now: number): readonly PendingImport[] {
  const fresh = pending.filter((one) => !hasExpired(one, now)).sort((one, other) => (one.at < other.at ? 1 : -1));
  const kept = new Set(fresh.slice(0, mostPending - 1));
  return pending.filter((one) => !kept.has(one));
}
