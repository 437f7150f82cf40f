/** The risk horizon is the day until which risks are looked for: mostly the next anniversary, where nothing is to be renewed a year. */
import { addDays, type CalendarDate } from '../basics/date';
import type { Membership } from '../partner/partner';
import type { Policies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import { endBeforeRenewal, membershipIn } from './ended-programme';
import { renewalOf } from './renewal';

/**
 * The day for which risks are told: the anniversary, in the window its last day, and where nothing is to be renewed in a year.
 * `ended`: the last day of a programme that is over, or that will be before the membership could be renewed.
 */
export interface RiskHorizon {
  readonly until: CalendarDate;
  readonly because: 'anniversary' | 'window' | 'no-membership' | 'lapsed' | 'ended';
}

const yearDays = 365;

/** How far risks are looked for, as seen on `today`. */
export function riskHorizonOf(
  bought: Membership | undefined,
  { programme, policies }: { readonly programme: Programme; readonly policies: Policies },
  today: CalendarDate,
): RiskHorizon {
  const membership = membershipIn(programme, bought);
  const end = endBeforeRenewal(membership, { programme, policies }, today);
  if (end !== undefined) return { until: end, because: 'ended' };
  if (!membership) return { until: addDays(today, yearDays), because: 'no-membership' };
  const { phase, anniversary, windowCloses } = renewalOf(membership, policies, today);
  if (phase === 'running') return { until: anniversary, because: 'anniversary' };
  if (phase === 'window') return { until: windowCloses, because: 'window' };
  return { until: addDays(today, yearDays), because: 'lapsed' };
}
