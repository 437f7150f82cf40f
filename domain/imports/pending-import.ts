/** A pending import is a file that was dropped into a chat, stored until its sender decides whether to import it. */
import type { ImportProgress } from './import-progress';
import type { DateOrder } from './incoming';

/** How far it has come. */
export const pendingStates = ['open', 'applying', 'applied', 'discarded'] as const;
export type PendingState = (typeof pendingStates)[number];

/** What can be asked of a file: to be fetched and planned, to be planned, to be taken in. */
export const wishSteps = ['fetch', 'plan', 'apply'] as const;

/** What was asked of a file and is not answered yet. It is kept with the file, so that another instance goes on after a crash. */
export interface FileWish {
  readonly step: (typeof wishSteps)[number];
  /** When it was asked; ISO 8601, UTC. */
  readonly at: string;
  /** Where the file lies, until it is fetched. */
  readonly address?: string;
  readonly dates?: DateOrder;
  /** The facts from which the plan was made that is to be applied. */
  readonly facts?: string;
  /** Whether what the file no longer shows is taken away. */
  readonly gone?: boolean;
  /** The programme that is followed from then on. */
  readonly programme?: string;
  /** The message that the answer replaces; absent where nothing was said yet. */
  readonly card?: string;
  /** How often another instance has gone on with it. */
  readonly tries?: number;
}

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
  /** When an instance that works on it said so last; ISO 8601, UTC. */
  readonly begunAt?: string;
  /** Absent where it waits for a press. */
  readonly wish?: FileWish;
  /** How far its import was when that was noted last. */
  readonly progress?: ImportProgress;
  /** Of the import, once it is applied. */
  readonly importId?: string;
}

/** How long a file is kept for an answer, in milliseconds: it holds names and addresses. */
const pendingFor = 3_600_000;

/** How many files of one tenant wait at most; the oldest goes first. */
const mostPending = 5;

/** An instance that has not said for so many milliseconds that it works on a file has crashed, and another one goes on. */
export const begunLapsesAfter = 60_000;

/** How often an instance says that it works on a file, in milliseconds. */
export const sayBegunEvery = begunLapsesAfter / 4;

/** How often others go on with a file after crashes: one that ends the process each time must not do so for ever. */
export const mostTries = 3;

/** Returns whether the time to decide is over. */
export function hasExpired({ at }: PendingImport, now: number): boolean {
  return Math.abs(now - Date.parse(at)) > pendingFor;
}

/** When the file is no longer kept, in milliseconds since 1970. */
export function pendingUntil({ at }: PendingImport): number {
  return Date.parse(at) + pendingFor;
}

/** Returns whether an instance is importing it now. */
export function isBeingApplied(pending: PendingImport, now: number): boolean {
  return pending.state === 'applying' && isAtWork(pending, now);
}

/** Returns whether an instance works on it now, as far as one can tell. */
export function isAtWork({ begunAt }: PendingImport, now: number): boolean {
  return begunAt !== undefined && Math.abs(now - Date.parse(begunAt)) <= begunLapsesAfter;
}

/** Which of these are to be forgotten before another comes: those that expired, and the oldest of too many that are not being taken in. */
export function toForget(pending: readonly PendingImport[], now: number): readonly PendingImport[] {
  const fresh = pending.filter((one) => !hasExpired(one, now));
  const waiting = fresh.filter(({ state }) => state !== 'applying').sort((one, other) => (one.at < other.at ? 1 : -1));
  const kept = new Set([...fresh.filter(({ state }) => state === 'applying'), ...waiting.slice(0, mostPending - 1)]);
  return pending.filter((one) => !kept.has(one));
}
