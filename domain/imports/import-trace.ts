/** A trace is what an import changed, row by row, with what was there before: enough to take the import back. */
import type { Figure } from '../partner/figure';
import { digestOf } from '../programme/fingerprint';
import type { Touch } from './import-plan';
import type { Partner } from '../partner/partner';
import type { Person } from '../partner/people/person';

/** What was settled for a partner that an import can change. */
export type PartnerPart = Partial<Omit<Partner, 'tenant' | 'admins'>>;

/** One row: what was there before, if anything, and the digest of what the import left there, if anything. */
export type Footprint =
  | { readonly noun: 'person'; readonly id: string; readonly before?: Person; readonly after?: string }
  | { readonly noun: 'figure'; readonly id: string; readonly before?: Figure; readonly after?: string }
  /** Only the parts that changed, for others change the rest. */
  | { readonly noun: 'partner'; readonly id: string; readonly before: PartnerPart; readonly after: PartnerPart };

/** A part of the trace of an import; ids sort in the order of writing. */
export interface ImportTrace {
  readonly id: string;
  readonly import: string;
  readonly footprints: readonly Footprint[];
}

/** What a touch leaves behind. */
export function footprintOf(touch: Touch): Footprint {
  if (touch.noun === 'partner') return partnerFootprint(touch);
  const { after, ...rest } = touch;
  return { ...rest, ...(after && { after: digestOf(after) }) };
}

function partnerFootprint({ id, before, after }: Extract<Touch, { noun: 'partner' }>): Footprint {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Partner)[];
  const changed = names.filter((name) => digestOf([before[name]]) !== digestOf([after[name]]));
  const part = (of: Partner) =>
    Object.fromEntries(changed.flatMap((name) => (of[name] === undefined ? [] : [[name, of[name]]]))) as PartnerPart;
  return { noun: 'partner', id, before: part(before), after: part(after) };
}

/** What one row comes to where an import is taken back. */
export interface Restored<T> {
  /** What is to be there; nothing where the row goes. */
  readonly value: T | undefined;
  /** Whether anything has to be written. */
  readonly isChanged: boolean;
}

/**
 * Returns the row as it was before one import, given its footprints, oldest first; undefined if another writer has changed
 * the row since. A footprint whose write was lost to another writer is skipped.
 */
export function rowBefore<T>(
  value: T | undefined,
  footprints: readonly { readonly before?: T; readonly after?: string }[],
): Restored<T> | undefined {
  const digest = (one: T | undefined) => (one === undefined ? undefined : digestOf(one));
  let now = value;
  let isReached = false;
  for (const { before, after } of [...footprints].reverse()) {
    if (digest(now) === after) [now, isReached] = [before, true];
    else if (digest(now) === digest(before)) isReached = true;
  }
  return isReached ? { value: now, isChanged: digest(now) !== digest(value) } : undefined;
}

/** The partner as before, in the parts that the import changed; nothing where one of them has been changed since. */
export function partnerBefore(
  partner: Partner,
  { before, after }: { readonly before: PartnerPart; readonly after: PartnerPart },
): Partner | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof PartnerPart)[];
  const stands = (part: PartnerPart) => names.every((name) => digestOf([partner[name]]) === digestOf([part[name]]));
  if (stands(before)) return partner;
  if (!stands(after)) return undefined;
  const others = Object.fromEntries(Object.entries(partner).filter(([name]) => !names.includes(name as never)));
  return { ...others, ...before } as unknown as Partner;
}
