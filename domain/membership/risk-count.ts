/** Risk counts say how many levels are in each kind of danger, for the one line on the overview. */
import { renewalOf } from './renewal';
import { addDays, type CalendarDate } from '../basics/date';
import { outlookedFrom, type Outlooked } from './displayed-level';
import { enrolledUntil } from '../partner/held-goal';
import type { Partner } from '../partner/partner';
import type { Policies } from '../programme/policy';
import { hasScores } from '../programme/programme';
import { qualificationWindowOf } from './qualification-window';
import type { Risk } from './risk';
import { forecastRisks, type ForecastGround, type NothingQualifies } from './risk-forecast';
import { nextChangeDay } from '../counting/next-change-day';

export interface RiskCounts {
  /** The day for which risks are told; absent where it is a year ahead of every day. */
  readonly until?: CalendarDate;
  readonly because: Outlooked['because'];
  /** `reached` is absent in rows that an older release stored. */
  readonly counts: Readonly<Record<Exclude<Risk['code'], 'reached'>, number>> & { readonly reached?: number };
  readonly nothing?: NothingQualifies;
}

/** Counts, and the first day on which time alone may change them. */
export interface CountedRisks {
  readonly risks: RiskCounts;
  readonly turnsOn?: CalendarDate;
}

/** The counts on a day, as {@link forecastRisks} tells them. */
export function countRisks(partner: Partner, ground: ForecastGround): CountedRisks {
  const { until, because, risks, nothing } = forecastRisks(partner, ground);
  const counts = { lost: 0, lapses: 0, override: 0, reached: 0, thin: 0 };
  for (const { code } of risks) counts[code] += 1;
  const turnsOn = nextRiskDay(partner, risks, ground);
  const hasDay = because === 'anniversary' || because === 'window' || (because === 'ended' && ground.today <= until);
  return {
    risks: { ...(hasDay && { until }), because, counts, ...(nothing && { nothing }) },
    ...(turnsOn !== undefined && { turnsOn }),
  };
}

const yearDays = 365;

/**
 * The first day on which time alone may change the risks, beside those on which credits or the membership turn: a loss that
 * is forgotten after a year, a window that begins or ends, and where a year ahead is seen what comes into sight.
 */
export function nextRiskDay(
  { membership }: Partner,
  risks: readonly Risk[],
  { programme, facts, today }: ForecastGround,
): CalendarDate | undefined {
  const { because, until } = outlookedFrom(membership, { programme, policies: facts.policies }, today);
  const forgotten = risks.flatMap((risk) => (risk.code === 'lost' && risk.on ? [addDays(risk.on, yearDays)] : []));
  const isSliding = because === 'no-membership' || because === 'lapsed';
  const seen = isSliding ? nextChangeDay(programme, facts, until) : undefined;
  const window =
    membership && hasScores(programme)
      ? qualificationWindowOf(renewalOf(membership, facts.policies, today).anniversary, facts.policies)
      : undefined;
  const days = [
    ...forgotten,
    ...(seen === undefined ? [] : [addDays(seen, -yearDays)]),
    ...(window ? [window.from, addDays(window.to, 1)] : []),
  ];
  return days.filter((day) => day > today).sort()[0];
}

/** The next day after `after` on which the membership alone changes what is at risk, or what is displayed. */
export function nextMembershipDay(
  { membership, shown, enrolments = [] }: Partner,
  policies: Policies,
  after: CalendarDate,
): CalendarDate | undefined {
  const renewal = membership && renewalOf(membership, policies, after);
  const days = [
    ...(membership ? [membership.boughtOn, ...membership.renewedOn] : []),
    ...(renewal ? [renewal.windowOpens, addDays(renewal.windowCloses, 1)] : []),
    ...shown.flatMap(({ endsOn }) => (endsOn === undefined ? [] : [addDays(endsOn, 1)])),
    ...enrolments.flatMap((one) => [one.from, addDays(enrolledUntil(one, membership), 1)]),
  ];
  return days.filter((day) => day > after).sort()[0];
}
