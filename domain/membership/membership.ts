/** What may be recorded of a membership: a purchase or a renewal that can have happened, or why it cannot. */
import { addDays, isCalendarDate, type CalendarDate } from '../basics/date';
import { knownTimeZone } from '../basics/local-time';
import type { Membership, Partner, ShownCompetency } from '../partner/partner';
import { competencyOf, hasScores, programmeEndOf, type Programme } from '../programme/programme';
import { withEnrolment } from '../partner/held-goal';
import { endOf, membershipIn, type RenewalRules } from './ended-programme';
import { renewalOf } from './renewal';
import { marketClasses, type MarketClass } from '../programme/requirement';

/** Why something cannot be recorded; what it names is the day or word that is wrong, or the day that bounds it. */
export type MembershipFault =
  | { readonly code: 'no-level' }
  | { readonly code: 'unknown-level' }
  | { readonly code: 'unknown-market' }
  /** No goal of this id, or none of this level. */
  | { readonly code: 'unknown-goal' }
  | { readonly code: 'not-enrolled' }
  | { readonly code: 'unknown-zone'; readonly heard: string }
  | { readonly code: 'no-date' }
  | { readonly code: 'not-a-date'; readonly heard: string }
  | { readonly code: 'in-the-future'; readonly on: CalendarDate }
  | { readonly code: 'long-ago'; readonly on: CalendarDate }
  | { readonly code: 'nothing-to-renew' }
  /** Its programme was over after this day: nothing is bought or renewed in it any more. */
  | { readonly code: 'programme-ended'; readonly on: CalendarDate }
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
export type MembershipRecord = Pick<Partner, 'market' | 'membership' | 'enrolments'> & { readonly timeZone?: string };

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
  const { timeZone: zoneBefore = 'UTC', ...kept } = before;
  const settled = { ...kept, market, ...(zone !== 'UTC' && { timeZone: zone }) };
  if (!level && !boughtOn && zone !== zoneBefore) return settled;
  if (!level) return { code: 'no-level' };
  if (!programme.levels.some(({ id }) => id === level)) return { code: 'unknown-level' };
  const end = endOf(level, programme);
  if (end !== undefined && today > end) return { code: 'programme-ended', on: end };
  if (!boughtOn) return { code: 'no-date' };
  const fault = dayFault(boughtOn, today);
  if (fault) return fault;
  const renewedOn = before.membership?.boughtOn === boughtOn ? before.membership.renewedOn : [];
  return { ...settled, membership: { level, boughtOn, renewedOn } };
}

/** An enrolment in a goal as it was entered. */
interface EnteredEnrolment {
  readonly competency: string;
  /** The only one of the goal, where it is not said. */
  readonly level?: string | undefined;
  readonly from?: string | undefined;
}

/**
 * The record after an enrolment, or why it cannot have happened. The first enrolment in a goal in points is the purchase as well,
 * because all designations share the anniversary of the first one (`solutions-partner-faq.yml`).
 */
export function enrolIn(
  { competency: id, level: said, from }: EnteredEnrolment,
  before: MembershipRecord,
  { programme, today }: { readonly programme: Programme; readonly today: CalendarDate },
): MembershipRecord | MembershipFault {
  const goal = competencyOf(programme, id);
  if (!goal) return { code: 'unknown-goal' };
  const levels = [...new Set(goal.options.flatMap(({ requirements }) => requirements.map(({ level }) => level)))];
  const level = said ?? (levels.length === 1 ? levels[0] : undefined);
  if (level === undefined) return { code: 'no-level' };
  if (!levels.includes(level)) return { code: 'unknown-goal' };
  const end = programmeEndOf(programme, goal);
  if (end !== undefined && today > end) return { code: 'programme-ended', on: end };
  if (!from) return { code: 'no-date' };
  const fault = dayFault(from, today);
  if (fault) return fault;
  const isFirst = !membershipIn(programme, before.membership) && hasScores({ competencies: [goal] });
  return {
    ...before,
    ...(isFirst && { membership: { level, boughtOn: from, renewedOn: [] } }),
    enrolments: withEnrolment(before.enrolments ?? [], { competency: id, level, from }),
  };
}

/** The record without an enrolment; the membership stays. */
export function leaveEnrolment(
  competency: string,
  { enrolments = [], ...before }: MembershipRecord,
): MembershipRecord | MembershipFault {
  const others = enrolments.filter((one) => one.competency !== competency);
  if (others.length === enrolments.length) return { code: 'not-enrolled' };
  return { ...before, ...(others.length > 0 && { enrolments: others }) };
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
  { programme, policies, today }: RenewalRules & { readonly today: CalendarDate },
): MembershipRecord | MembershipFault {
  const { membership } = before;
  const end = endOf(membership?.level, programme);
  if (end !== undefined && (today > end || on > end)) return { code: 'programme-ended', on: end };
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

function wording({ market, membership, enrolments = [], timeZone = 'UTC' }: MembershipRecord): string {
  const bought = membership ? [membership.level, membership.boughtOn, ...membership.renewedOn] : [];
  const enrolled = enrolments.map(({ competency, level, from }) => `${competency} ${level} ${from}`);
  return [market, timeZone, ...bought, ...enrolled].join(' ');
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
