/** A held goal is one in which the company is enrolled, whether or not it would still reach it today. */
import { addDays, addMonths, type CalendarDate } from '../basics/date';
import { renewsAlone, type Programme } from '../programme/programme';
import type { Enrolment } from './enrolment';
import type { Membership, Partner, ShownCompetency } from './partner';

export interface HeldGoal {
  readonly goal: string;
  readonly from?: CalendarDate;
  /** The last day. */
  readonly until?: CalendarDate;
}

/** Whether it is held on the day. */
export function isHeldOn({ from, until }: HeldGoal, day: CalendarDate): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

/** A year, and one month to renew (`partner-capability-score`, 2026-05-11). */
const enrolledMonths = 13;
/** A specialization holds for a year, and can be renewed from 60 days before its anniversary until 30 days after it. */
const yearMonths = 12;
const opensBefore = 60;
const graceDays = 30;

/** The days of the yearly check of an enrolment with an anniversary of its own (`specializations.md`, 2023-10-09). */
export interface OwnRenewal {
  readonly anniversary: CalendarDate;
  /** The first day on which it can be renewed. */
  readonly opens: CalendarDate;
  /** The last one; the enrolment holds until here. */
  readonly closes: CalendarDate;
}

/** The days of its renewal; nothing for an enrolment that is renewed with the membership. */
export function ownRenewalOf({ competency, from }: Enrolment, programme: Programme): OwnRenewal | undefined {
  if (!renewsAlone(programme, competency)) return undefined;
  const anniversary = addMonths(from, yearMonths);
  return { anniversary, opens: addDays(anniversary, -opensBefore), closes: addDays(anniversary, graceDays) };
}

/** The last day of an enrolment, counted from its day or, with the membership, from the newest purchase or renewal after it. */
export function enrolledUntil(
  enrolment: Enrolment,
  { membership, programme }: { readonly membership: Membership | undefined; readonly programme: Programme },
): CalendarDate {
  const own = ownRenewalOf(enrolment, programme);
  if (own) return own.closes;
  const { from } = enrolment;
  const days = membership ? [membership.boughtOn, ...membership.renewedOn] : [];
  const newest = [from, ...days.filter((day) => day > from)].sort().at(-1)!;
  return addMonths(newest, enrolledMonths);
}

/** The enrolments with this one in place of the goal's own, oldest first. */
export function withEnrolment(kept: readonly Enrolment[], enrolment: Enrolment): readonly Enrolment[] {
  const others = kept.filter(({ competency }) => competency !== enrolment.competency);
  return [...others, enrolment].sort((one, other) =>
    `${one.from} ${one.competency}` < `${other.from} ${other.competency}` ? -1 : 1,
  );
}

/** Every goal in which the company is enrolled: as Partner Center shows it, and as it was entered by hand. */
export function heldGoalsOf(
  { shown, enrolments = [], membership }: Pick<Partner, 'shown' | 'enrolments' | 'membership'>,
  programme: Programme,
): readonly HeldGoal[] {
  return [
    ...heldGoalsIn(shown),
    ...enrolments.map((one) => ({
      goal: one.competency,
      from: one.from,
      until: enrolledUntil(one, { membership, programme }),
    })),
  ];
}

/** What Partner Center shows as held, in its time of grace too. */
export function heldGoalsIn(shown: readonly ShownCompetency[]): readonly HeldGoal[] {
  return shown
    .filter(({ status }) => status !== 'inactive')
    .map(({ competency: goal, startsOn: from, endsOn: until }) => ({
      goal,
      ...(from !== undefined && { from }),
      ...(until !== undefined && { until }),
    }));
}
