/** An association is which organisations have recorded the link of one Microsoft account; the account is known by its hash alone. */
import type { CalendarDate } from './date';

export interface Holder {
  readonly tenant: string;
  /** The day of the link that is on record there. */
  readonly on: CalendarDate;
}

export interface Association {
  /** SHA-256 of the profile id (MCID), hexadecimal. */
  readonly account: string;
  readonly holders: readonly Holder[];
}

/** The association after an organisation has recorded a link; the same one where that was known. */
export function heldBy(before: Association, holder: Holder): Association {
  const known = before.holders.find(({ tenant }) => tenant === holder.tenant);
  if (known?.on === holder.on) return before;
  const others = before.holders.filter((one) => one !== known);
  return { ...before, holders: [...others, holder] };
}

/** Those whose link is older than that of another: Partner Center keeps one link of an account at a time, the newest. */
export function formerHolders({ holders }: Association): readonly Holder[] {
  const newest = holders.reduce<CalendarDate>((last, { on }) => (on > last ? on : last), '');
  return holders.filter(({ on }) => on < newest);
}
