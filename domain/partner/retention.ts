/** Retention: for how many days what is no longer needed is kept, as an admin has set it for the partner. */
import { dayMs } from '../basics/date';

/**
 * Alerts that were closed, the audit trail, people who left, imports that were undone, and private chats in which nothing was said.
 * Everything else goes when a person or the partner is forgotten.
 */
export const retainedKinds = ['alerts', 'audit', 'left', 'undone', 'chats'] as const;
export type RetainedKind = (typeof retainedKinds)[number];

/** Days for each kind; 0 means without limit. What is absent is as {@link usualDays} says. */
export type Retention = Partial<Readonly<Record<RetainedKind, number>>>;

/** 90 days of alerts reach back over a quarter; 400 of the audit trail over a yearly audit and a month to begin. */
export const usualDays: Readonly<Record<RetainedKind, number>> = {
  alerts: 90,
  audit: 400,
  left: 0,
  undone: 0,
  chats: 0,
};

/** A month at least, so that a slip cannot empty the tables overnight; ten years at most. */
export const shortestRetention = 30;
export const longestRetention = 3_650;

/** The kinds that grow with each day and always have a limit. */
const limited: readonly RetainedKind[] = ['alerts', 'audit'];

/** Whether something may be kept for so many days. */
export function isRetention(kind: RetainedKind, days: number): boolean {
  if (days === 0) return !limited.includes(kind);
  return Number.isInteger(days) && days >= shortestRetention && days <= longestRetention;
}

/** The days for a kind. */
export function keptDays(retention: Retention | undefined, kind: RetainedKind): number {
  return retention?.[kind] ?? usualDays[kind];
}

/** Milliseconds since 1970 before which something of this kind is too old; nothing is where it has no limit. */
export function oldestKept(retention: Retention | undefined, kind: RetainedKind, now: number): number {
  const days = keptDays(retention, kind);
  return days === 0 ? -Infinity : now - days * dayMs;
}
