/** An association is which organisations have recorded the link of one Microsoft account; the account is known by its hash alone. */
import type { CalendarDate } from '../basics/date';

export interface Holder {
  readonly tenant: string;
  /** The day of the link that is on record there. */
  readonly on: CalendarDate;
}

export interface Association {
  /** SHA-256 of the profile id (MCID), hexadecimal. */
  readonly account: string;
  /** Everybody who has recorded a link; in the row of one organisation, only what it is told of the others. */
  readonly holders: readonly Holder[];
  /** In the row of one organisation: what it has recorded itself. */
  readonly recorded?: RecordedLink;
}

export interface RecordedLink {
  /** Absent where it was taken back. */
  readonly on?: CalendarDate;
  /** Whether everybody concerned has been told; until then it is told again. */
  readonly isTold: boolean;
}

/** The association after an organisation has recorded a link, or without a day has taken it back; the same one where that was known. */
export function heldBy(before: Association, tenant: string, on: CalendarDate | undefined): Association {
  const known = before.holders.find((holder) => holder.tenant === tenant);
  if (known?.on === on) return before;
  const others = before.holders.filter((one) => one !== known);
  return { ...before, holders: on === undefined ? others : [...others, { tenant, on }] };
}

/**
 * The day of the newest link that others hold, where it is newer than the one of this organisation: Partner Center keeps one
 * link of an account at a time, the newest. Nothing where this one holds none, or holds the newest.
 */
export function newerElsewhere({ holders }: Association, tenant: string): CalendarDate | undefined {
  const own = holders.find((holder) => holder.tenant === tenant);
  const newest = holders.reduce<CalendarDate>((last, { on }) => (on > last ? on : last), '');
  return own && newest > own.on ? newest : undefined;
}
