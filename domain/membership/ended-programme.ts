/** A programme that ends takes its renewals along: what could only be renewed after its last day is never renewed. */
import type { CalendarDate } from '../basics/date';
import type { Membership } from '../partner/partner';
import type { Policies } from '../programme/policy';
import { programmeEndOf, type Programme } from '../programme/programme';
import { renewalOf } from './renewal';

export interface RenewalRules {
  readonly programme: Programme;
  readonly policies: Policies;
}

/**
 * The last day of the programme of a membership, where it is over on `today` or will be before the membership can be renewed;
 * nothing where a renewal is still to come. Without a membership it is the end of the whole programme, once that has passed.
 */
export function endBeforeRenewal(
  membership: Membership | undefined,
  { programme, policies }: RenewalRules,
  today: CalendarDate,
): CalendarDate | undefined {
  const end = endOf(membership?.level, programme);
  if (end === undefined) return undefined;
  if (today > end) return end;
  return membership && renewalOf(membership, policies, today).windowOpens > end ? end : undefined;
}

/** The last day on which a level could be bought or renewed. */
export function endOf(level: string | undefined, programme: Programme): CalendarDate | undefined {
  return programmeEndOf(
    programme,
    programme.levels.find(({ id }) => id === level),
  );
}

/** The membership, unless it is one of another programme, which the rules of this one do not renew. */
export function membershipIn(
  { levels }: Pick<Programme, 'levels'>,
  membership: Membership | undefined,
): Membership | undefined {
  return membership && levels.some(({ id }) => id === membership.level) ? membership : undefined;
}

/** The membership, unless it is of another programme or its programme ends before it can be renewed. */
export function renewableMembership(
  membership: Membership | undefined,
  rules: RenewalRules,
  today: CalendarDate,
): Membership | undefined {
  const own = membershipIn(rules.programme, membership);
  return endBeforeRenewal(own, rules, today) === undefined ? own : undefined;
}
