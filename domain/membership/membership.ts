/** What may be recorded of a membership: a purchase or a renewal that can have happened, or why it cannot. */
import { addDays, isCalendarDate, type CalendarDate } from '../basics/date';
import { knownTimeZone } from '../basics/local-time';
import type { Membership, Partner, ShownCompetency } from '../partner/partner';
import type { Policies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import { renewalOf } from './renewal';
import { marketClasses, type MarketClass } from '../programme/requirement';

/** Why something cannot be recorded; what it names is the day or word that is wrong, or the day that bounds it. */
export type MembershipFault =
  | { readonly code: 'no-level' }
  | { readonly code: 'unknown-level' }
  | { readonly code: 'unknown-market' }
  | { readonly code: 'unknown-zone'; readonly heard: string }
  | { readonly code: 'no-date' }
  | { readonly code: 'not-a-date'; readonly heard: string }
  | { readonly code: 'in-the-future'; readonly on: CalendarDate }
  | { readonly code: 'long-ago'; readonly on: CalendarDate }
  | { readonly code: 'nothing-to-renew' }
  /** Renewing is possible from this day on. */
  | { readonly code: 'renewed-too-early'; readonly opens: CalendarDate }
  /** The window closed on this day; what is bought later is a new membership. */
  | { readonly code: 'renewed-too-late'; readonly closed: CalendarDate };

/** A purchase as it was entered. */
export interface Purchase {
  readonly level?: string | undefined;
  readonly boughtOn?: string | undefined;
  /** As it is kept, where it is not said. */
  readonly market?: string | undefined;
  /** By which clock the days of the partner begin; as it is kept, where it is not said. */
  readonly timeZone?: string | undefined;
}

/** What is kept of a partner that a purchase or a renewal changes; without a time zone days are those of UTC. */
export type MembershipRecord = Pick<Partner, 'market' | 'membership'> & { readonly timeZone?: string };

/** The partner network began in 2006; a year that lies before is a slip of the fingers. */
const firstDay = '2006-01-01';

/**
 * The record after a purchase, or why it cannot have happened. Renewals are kept where the day of purchase stays the same,
 * for then it was only corrected. A time zone may be said alone.
 */
export function purchaseMembership(
  purchase: Purchase,
  before: MembershipRecord,
  { programme, today }: { readonly programme: Programme; readonly today: CalendarDate },
): MembershipRecord | MembershipFault {
  const { level, boughtOn, market = before.market } = purchase;
  const zone = purchase.timeZone ? knownTimeZone(purchase.timeZone) : (before.timeZone ?? 'UTC');
  if (zone === undefined) return { code: 'unknown-zone', heard: purchase.timeZone! };
  if (!isMarket(market)) return { code: 'unknown-market' };
  const settled = { market, ...(zone !== 'UTC' && { timeZone: zone }) };
  if (!level && !boughtOn && zone !== (before.timeZone ?? 'UTC'))
    return { ...settled, ...(before.membership && { membership: before.membership }) };
  if (!level) return { code: 'no-level' };
  if (!programme.levels.some(({ id }) => id === level)) return { code: 'unknown-level' };
  if (!boughtOn) return { code: 'no-date' };
  const fault = dayFault(boughtOn, today);
  if (fault) return fault;
  const renewedOn = before.membership?.boughtOn === boughtOn ? before.membership.renewedOn : [];
  return { ...settled, membership: { level, boughtOn, renewedOn } };
}

function isMarket(market: string): market is MarketClass {
  return (marketClasses as readonly string[]).includes(market);
}

/** Why a day cannot be one on which something was bought or renewed. */
function dayFault(day: string, today: CalendarDate): MembershipFault | undefined {
  if (!isCalendarDate(day)) return { code: 'not-a-date', heard: day };
  if (day > today) return { code: 'in-the-future', on: day };
  return day < firstDay ? { code: 'long-ago', on: day } : undefined;
}

/** The record after a renewal, or why it cannot have happened: only in the window, and once in it. */
export function renewMembership(
  on: string,
  before: MembershipRecord,
  { policies, today }: { readonly policies: Policies; readonly today: CalendarDate },
): MembershipRecord | MembershipFault {
  const { membership } = before;
  if (!membership) return { code: 'nothing-to-renew' };
  const fault = dayFault(on, today);
  if (fault) return fault;
  if (membership.renewedOn.includes(on)) return before;
  const { windowOpens, windowCloses } = renewalOf(membership, policies, today);
  if (on < windowOpens) return { code: 'renewed-too-early', opens: windowOpens };
  if (on > windowCloses) return { code: 'renewed-too-late', closed: windowCloses };
  return { ...before, membership: { ...membership, renewedOn: [...membership.renewedOn, on].sort() } };
}

/** Whether two records say the same. */
export function isSameRecord(one: MembershipRecord, other: MembershipRecord): boolean {
  return wording(one) === wording(other);
}

function wording({ market, membership, timeZone = 'UTC' }: MembershipRecord): string {
  return [
    market,
    timeZone,
    ...(membership ? [membership.level, membership.boughtOn, ...membership.renewedOn] : []),
  ].join(' ');
}

const yearDays = 365;

/**
 * The membership that a competency summary implies: the end that it prints is the anniversary, 365 days after the purchase.
 * Of several active ones the highest level counts, then the latest end; nothing where none has an end.
 */
export function impliedMembership(
  shown: readonly ShownCompetency[],
  { levels }: Programme,
): Pick<Membership, 'level' | 'boughtOn'> | undefined {
  const rank = ({ level }: ShownCompetency) => levels.findIndex(({ id }) => id === level);
  const [best] = shown
    .filter(({ status, endsOn }) => status !== 'inactive' && endsOn !== undefined)
    .sort((one, other) => rank(other) - rank(one) || (one.endsOn! < other.endsOn! ? 1 : -1));
  return best && { level: best.level, boughtOn: addDays(best.endsOn!, -yearDays) };
}
