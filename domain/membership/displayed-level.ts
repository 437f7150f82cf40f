/** What is displayed outside: the levels that Partner Center shows, whether they are still met or not. */
import { type CalendarDate } from '../basics/date';
import { enrolledUntil } from '../partner/held-goal';
import type { Membership, Partner } from '../partner/partner';
import { profileUnder } from './profile';
import { programmeEndOf, competencyOf, type Programme } from '../programme/programme';
import { renewalOf } from './renewal';
import type { ShownLevel } from './risk';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';

/**
 * The levels that are displayed on a day: as the competency summary prints them, or as they were entered; else those that were
 * met when the membership was bought or last renewed, because status and proficiency stay until its year has elapsed. Nothing of
 * a programme that has ended.
 */
export function displayedLevels(
  { shown, membership, enrolments }: Partner,
  { programme, facts, today }: { readonly programme: Programme; readonly facts: Facts; readonly today: CalendarDate },
): readonly ShownLevel[] {
  const isAlive = ({ competency: id }: Pick<ShownLevel, 'competency'>) => {
    const goal = competencyOf(programme, id);
    const end = programmeEndOf(programme, goal);
    return goal !== undefined && (end === undefined || today <= end);
  };
  const alive = { shown: shown.filter(isAlive), membership, enrolments: enrolments?.filter(isAlive) };
  return displayedIn(alive, { programme, facts, today }).filter(isAlive);
}

interface Displayed extends Pick<Partner, 'shown'> {
  readonly membership: Membership | undefined;
  readonly enrolments: Partner['enrolments'];
}

function displayedIn(
  { shown, membership, enrolments = [] }: Displayed,
  { programme, facts, today }: { readonly programme: Programme; readonly facts: Facts; readonly today: CalendarDate },
): readonly ShownLevel[] {
  if (shown.length + enrolments.length === 0)
    return membership ? boughtLevels(membership, { programme, facts, today }) : [];
  const printed = shown
    .filter(({ status, endsOn }) => status !== 'inactive' && (endsOn === undefined || today <= endsOn))
    .map(({ competency, level, endsOn }) => ({ competency, level, ...(endsOn && { until: endsOn }) }));
  const entered = enrolments
    .filter(({ competency }) => !shown.some((one) => one.competency === competency))
    .map((one) => ({ ...one, until: enrolledUntil(one, { membership, programme }) }))
    .filter(({ from, until }) => from <= today && today <= until)
    .map(({ competency, level, until }) => ({ competency, level, until }));
  return [...printed, ...entered];
}

function boughtLevels(
  membership: Membership,
  { programme, facts, today }: { readonly programme: Programme; readonly facts: Facts; readonly today: CalendarDate },
): readonly ShownLevel[] {
  const { phase, anniversary, windowCloses } = renewalOf(membership, facts.policies, today);
  if (phase === 'lapsed' || today < membership.boughtOn) return [];
  const since = membership.renewedOn.filter((day) => day <= today).at(-1) ?? membership.boughtOn;
  const until = phase === 'running' ? anniversary : windowCloses;
  const standing = standingOf(programme, facts, since);
  return profileUnder(membership.level, standing, programme).map((one) => ({ ...one, until }));
}
