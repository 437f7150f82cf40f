/** A held goal is one that the company is enrolled for, whether or not it would still reach it today. */
import type { CalendarDate } from '../basics/date';
import type { ShownCompetency } from './partner';

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
