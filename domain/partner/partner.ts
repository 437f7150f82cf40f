/** A partner is the company, known by its Teams tenant: what it is called, where it sells, what it bought, who its admins are. */
import type { CalendarDate } from '../basics/date';
import type { Enrolment } from './enrolment';
import { withExamCosts, type ExamCost } from './exam-cost';
import { withOverride, type Override } from './override';
import type { Apart } from './people/namesake';
import type { ReachedDay } from './reached-day';
import type { Retention } from './retention';
import type { TeamDigest } from './team-digest';
import { withPolicies, type Policies, type PolicyValue } from '../programme/policy';
import type { Programme } from '../programme/programme';
import type { MarketClass } from '../programme/requirement';

/** What Partner Center shows of a competency, as the competency summary prints it. */
export interface ShownCompetency {
  readonly competency: string;
  readonly level: string;
  readonly status: 'active' | 'inactive' | 'in-grace-period';
  readonly startsOn?: CalendarDate;
  readonly endsOn?: CalendarDate;
}

export interface Membership {
  readonly level: string;
  readonly boughtOn: CalendarDate;
  /** The days on which it was renewed since, oldest first. */
  readonly renewedOn: readonly CalendarDate[];
}

export interface Partner {
  readonly tenant: string;
  readonly name: string;
  readonly programme: string;
  readonly market: MarketClass;
  readonly membership?: Membership;
  /** Replacements for the programme's policies. */
  readonly policies: Readonly<Record<string, PolicyValue>>;
  /** Entra object ids. */
  readonly admins: readonly string[];
  /** What Partner Center shows, from the newest competency summary. */
  readonly shown: readonly ShownCompetency[];
  /** Levels that Microsoft grants by hand; at most one for each competency. */
  readonly overrides?: readonly Override[];
  /** The designations and specializations in which the company is enrolled, as an admin entered them. */
  readonly enrolments?: readonly Enrolment[];
  /** What exams cost the company and the vouchers it has, as an admin entered it. */
  readonly costs?: readonly ExamCost[];
  /** Days on which scores had their goals in a qualification window, kept when they were seen. */
  readonly reached?: readonly ReachedDay[];
  /** People of one name who are two: an admin has said so. */
  readonly apart?: readonly Apart[];
  /** How long things are kept, where an admin has set it. */
  readonly retention?: Retention;
  /** The weekly card for a room, where an admin has set it. */
  readonly team?: TeamDigest;
}

/**
 * The policies under which a partner is judged: those of the programme, with the partner's own in place of some. One that
 * no longer exists is left out: an old setting must not keep anyone from an answer.
 */
export function policiesOf(partner: Partner | undefined, programme: Programme): Policies {
  return Object.entries(partner?.policies ?? {}).reduce((policies, [name, value]) => {
    const replaced = withPolicies(policies, { [name]: value });
    return 'policies' in replaced ? replaced.policies : policies;
  }, programme.policies);
}

/** The partner with this override of a competency in place of the one that is kept, or without any for it. */
export function overridden(partner: Partner, competency: string, override: Override | undefined): Partner {
  const { overrides: kept, ...others } = partner;
  const overrides = withOverride(kept, competency, override);
  return overrides.length > 0 ? { ...others, overrides } : others;
}

/** The partner with these costs in place of what was on record of `replaced`. */
export function withCosts(partner: Partner, replaced: readonly ExamCost[], put: readonly ExamCost[]): Partner {
  const { costs: kept, ...others } = partner;
  const costs = withExamCosts(kept, replaced, put);
  return costs.length > 0 ? { ...others, costs } : others;
}

/**
 * The partner with the answer kept that two people are two, or with it taken back; the same where nothing changes. An import may have
 * added signs since, so that one sign of each is enough, in either order.
 */
export function withApart(partner: Partner, pair: Apart, isApart: boolean): Partner {
  const { apart = [], ...others } = partner;
  const same = (known: Apart) =>
    (shares(known.one, pair.one) && shares(known.other, pair.other)) ||
    (shares(known.one, pair.other) && shares(known.other, pair.one));
  if (apart.some(same) === isApart) return partner;
  const kept = isApart ? [...apart, pair] : apart.filter((known) => !same(known));
  return kept.length > 0 ? { ...others, apart: kept } : others;
}

function shares(some: readonly string[], others: readonly string[]): boolean {
  return some.some((sign) => others.includes(sign));
}

/** Returns a partner without facts that follows the programme given. */
export function emptyPartner(tenant: string, programme: string): Partner {
  return { tenant, name: '', programme, market: 'developed', policies: {}, admins: [], shown: [] };
}
