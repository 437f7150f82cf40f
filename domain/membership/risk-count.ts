/** Risk counts say how many levels are in each kind of danger, for the one line on the overview. */
import { renewalOf } from './renewal';
import { addDays, type CalendarDate } from '../basics/date';
import { riskHorizonOf, type RiskHorizon } from './risk-horizon';
import { enrolledUntil, type OwnRenewal } from '../partner/held-goal';
import { ownRenewalsOf } from './own-outlook';
import type { Partner } from '../partner/partner';
import type { RenewalRules } from './ended-programme';
import { hasScores } from '../programme/programme';
import { qualificationWindowOf } from './qualification-window';
import type { Risk } from './risk';
import { forecastRisks, type ForecastGround, type NothingQualifies } from './risk-forecast';
import { nextChangeDay } from '../counting/next-change-day';

export interface RiskCounts {
  /** The day for which risks are told; absent where it is a year ahead of every day. */
  readonly until?: CalendarDate;
  readonly because: RiskHorizon['because'];
  /** `reached` is absent in rows that an older release stored. */
  readonly counts: Readonly<Record<Exclude<Risk['code'], 'reached'>, number>> & { readonly reached?: number };
  readonly nothing?: NothingQualifies;
  /** The enrolments that are renewed on their own, the soonest first; absent where there are none. */
  readonly own?: readonly OwnState[];
}

/** A goal that is renewed on an anniversary of its own, and what threatens it. */
export interface OwnState extends OwnRenewal {
  readonly goal: string;
  readonly level: string;
  /** The gravest; absent where nothing does. */
  readonly code?: Risk['code'];
  /** The first day on which it is not met, where that is known. */
  readonly lapsesOn?: CalendarDate;
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
  const own = ownStates(partner, ground, risks);
  const hasDay = because === 'anniversary' || because === 'window' || (because === 'ended' && ground.today <= until);
  return {
    risks: { ...(hasDay && { until }), because, counts, ...(nothing && { nothing }), ...(own.length > 0 && { own }) },
    ...(turnsOn !== undefined && { turnsOn }),
  };
}

function ownStates(
  partner: Partner,
  { programme, today }: ForecastGround,
  risks: readonly Risk[],
): readonly OwnState[] {
  return [...ownRenewalsOf(partner, programme, today)]
    .map(([goal, { own, level }]): OwnState => {
      const risk = risks.find(({ competency }) => competency === goal);
      const lapsesOn = risk && 'on' in risk && risk.code !== 'reached' ? risk.on : undefined;
      return { goal, level, ...own, ...(risk && { code: risk.code }), ...(lapsesOn !== undefined && { lapsesOn }) };
    })
    .sort((one, other) => (one.anniversary < other.anniversary ? -1 : 1));
}

const yearDays = 365;

/**
 * The first day on which time alone may change the risks, beside those on which credits or the membership turn: a loss that
 * is forgotten after a year, a window that begins or ends, and where a year ahead is seen what comes into sight.
 */
export function nextRiskDay(
  partner: Partner,
  risks: readonly Risk[],
  { programme, facts, today }: ForecastGround,
): CalendarDate | undefined {
  const { membership } = partner;
  const { because, until } = riskHorizonOf(membership, { programme, policies: facts.policies }, today);
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
    ...[...ownRenewalsOf(partner, programme, today).values()].map(({ own }) => addDays(own.anniversary, 1)),
  ];
  return days.filter((day) => day > today).sort()[0];
}

/** The next day after `after` on which the membership alone changes what is at risk, or what is displayed. */
export function nextMembershipDay(
  { membership, shown, enrolments = [] }: Partner,
  { programme, policies }: RenewalRules,
  after: CalendarDate,
): CalendarDate | undefined {
  const renewal = membership && renewalOf(membership, policies, after);
  const days = [
    ...(membership ? [membership.boughtOn, ...membership.renewedOn] : []),
    ...(renewal ? [renewal.windowOpens, addDays(renewal.windowCloses, 1)] : []),
    ...shown.flatMap(({ endsOn }) => (endsOn === undefined ? [] : [addDays(endsOn, 1)])),
    ...enrolments.flatMap((one) => [one.from, addDays(enrolledUntil(one, { membership, programme }), 1)]),
  ];
  return days.filter((day) => day > after).sort()[0];
}
