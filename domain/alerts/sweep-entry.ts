/** The agenda says when something must be done next for each partner, and who is at it: one entry per partner. */
import { dateOf, type CalendarDate } from '../basics/date';
import { isAfterClockRollback } from '../basics/clock-rollback';

export interface SweepEntry {
  readonly tenant: string;
  /** Milliseconds since 1970; the end of time where nothing will ever be due. */
  readonly dueAt: number;
  /** How often somebody said that it is due: by this whoever is at work sees that facts have changed meanwhile. */
  readonly calls: number;
  /** Who is at work, and until when that is believed. */
  readonly claim?: { readonly token: string; readonly until: number };
  /** When it was last decided what there is to say: at which call, on which day, and until which day that holds. */
  readonly noticed?: {
    readonly calls: number;
    readonly on: CalendarDate;
    readonly until?: CalendarDate;
    /** Milliseconds since 1970: from then on it holds no longer, where something is known by the hour. */
    readonly before?: number;
  };
}

/** Whoever has not let go after this time, in milliseconds, has come to grief. */
export const claimLapsesAfter = 3 * 60_000;

/** The last moment that is a number of milliseconds and a date: the year 9999. */
export const never = 253_402_300_799_000;

/**
 * Whether something is due for the partner and nobody is at it. After a clock was put back, what was decided on a later day is
 * decided again, and a claim that was made then is none.
 */
export function isDue({ dueAt, claim, noticed }: SweepEntry, now: number): boolean {
  const isFree = claim === undefined || claim.until <= now || isAfterClockRollback(claim.until - claimLapsesAfter, now);
  const wasLater = noticed !== undefined && isAfterClockRollback(Date.parse(noticed.on), now);
  return isFree && (dueAt <= now || wasLater);
}

/** At once, whatever the clock of whoever looks shows. */
const atOnce = 0;

/** The entry after somebody said that it is due at once; `tenant` is that of a partner for whom nothing was ever due. */
export function callSweep(before: SweepEntry | undefined, tenant: string): SweepEntry {
  const { calls, dueAt: _, ...others } = before ?? { tenant, calls: 0, dueAt: atOnce };
  return { ...others, calls: calls + 1, dueAt: atOnce };
}

/** The same where no facts have changed: what there is to notice is not looked for again. */
export function callDelivery(before: SweepEntry | undefined, tenant: string): SweepEntry {
  const after = callSweep(before, tenant);
  const { noticed } = after;
  return noticed?.calls === before?.calls && noticed
    ? { ...after, noticed: { ...noticed, calls: after.calls } }
    : after;
}

/** The entry with a claim on it. */
export function claimSweep(entry: SweepEntry, token: string, now: number): SweepEntry {
  return { ...entry, claim: { token, until: now + claimLapsesAfter } };
}

export interface SweepRelease {
  /** As it was when the work began. */
  readonly begun: SweepEntry;
  readonly noticed?: SweepEntry['noticed'];
  readonly next: number;
}

/** The entry let go of, due at the next moment, or at once where somebody called meanwhile; nothing where another has it. */
export function releaseSweep(entry: SweepEntry, { begun, noticed, next }: SweepRelease): SweepEntry | undefined {
  const { claim, noticed: _, dueAt, ...others } = entry;
  if (claim?.token !== begun.claim?.token) return undefined;
  const isCalled = entry.calls !== begun.calls;
  return { ...others, dueAt: isCalled ? dueAt : next, ...(noticed && { noticed }) };
}

/** Whether it has to be looked at the facts again to know what there is to say at a moment. */
export function mustNotice({ calls, noticed }: SweepEntry, now: number): boolean {
  const today = dateOf(now);
  if (!noticed || noticed.calls !== calls || today < noticed.on) return true;
  if (noticed.before !== undefined && now >= noticed.before) return true;
  return noticed.until !== undefined && today > noticed.until;
}
