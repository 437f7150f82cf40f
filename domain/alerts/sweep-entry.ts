/** A sweep entry says when a partner is to be swept next, and which instance has claimed it: one entry per partner. */
import type { CalendarDate } from '../basics/date';
import { partnerDayAt } from '../partner/partner-day';
import { isAfterClockRollback } from '../basics/clock-rollback';

export interface SweepEntry {
  readonly tenant: string;
  /** Milliseconds since 1970; the end of time where nothing will ever be due. */
  readonly dueAt: number;
  /** How many times a sweep was requested; an instance that works on the tenant compares it to see that facts have changed meanwhile. */
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

/** A claim that was not released after this time, in milliseconds, belongs to an instance that crashed or stopped. */
export const claimLapsesAfter = 3 * 60_000;

/** The last moment that is a number of milliseconds and a date: the year 9999. */
export const never = 253_402_300_799_000;

/**
 * Returns whether the tenant is due and no instance holds a claim. After the clock was set back, a decision from a later time is made again, and a claim from then is void.
 */
export function isDue({ dueAt, claim, noticed }: SweepEntry, now: number): boolean {
  const isFree = claim === undefined || claim.until <= now || isAfterClockRollback(claim.until - claimLapsesAfter, now);
  const wasLater = noticed !== undefined && isAfterClockRollback(Date.parse(noticed.on) - mostAhead, now);
  return isFree && (dueAt <= now || wasLater);
}

/**
 * The moments (milliseconds since 1970) between which it is surely not due, by {@link isDue}: from the day of its last decision until it
 * is due. In the agenda of ten thousand partners nearly all sleep.
 */
export function sleepOf({ dueAt, noticed }: SweepEntry): { readonly from: number; readonly until: number } {
  return { from: noticed === undefined ? 0 : Date.parse(noticed.on) - mostAhead, until: dueAt };
}

/** A day begins at most so many milliseconds earlier somewhere than it does in UTC: 14 hours. */
const mostAhead = 14 * 3_600_000;

/** Due at once, whatever the clock of the sweeping instance shows. */
const atOnce = 0;

/** Returns the entry, due at once; `tenant` is used if there is no entry yet. */
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

/** The entry, due at the latest at a moment in milliseconds since 1970; no facts have changed. */
export function callBy(before: SweepEntry | undefined, tenant: string, at: number): SweepEntry {
  return { ...callDelivery(before, tenant), dueAt: Math.min(before?.dueAt ?? at, at) };
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

/** Returns the entry without the claim, due at the next time, or at once if a sweep was requested meanwhile; undefined if another instance holds the claim. */
export function releaseSweep(entry: SweepEntry, { begun, noticed, next }: SweepRelease): SweepEntry | undefined {
  const { claim, noticed: _, dueAt, ...others } = entry;
  if (claim?.token !== begun.claim?.token) return undefined;
  const isCalled = entry.calls !== begun.calls;
  return { ...others, dueAt: isCalled ? Math.min(dueAt, next) : next, ...(noticed && { noticed }) };
}

/** Whether it has to be looked at the facts again to know what there is to say at a moment. */
export function mustNotice({ calls, noticed }: SweepEntry, now: number, timeZone = 'UTC'): boolean {
  const today = partnerDayAt(now, { timeZone });
  if (!noticed || noticed.calls !== calls || today < noticed.on) return true;
  if (noticed.before !== undefined && now >= noticed.before) return true;
  return noticed.until !== undefined && today > noticed.until;
}
