/** Risk counts say how many levels are in each kind of danger for the renewal, for the one line on the overview. */
import { renewalOf } from './renewal';
import { addDays, type CalendarDate } from '../basics/date';
import { displayedLevels, outlookedFrom } from './displayed-level';
import type { Partner } from '../partner/partner';
import type { Policies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import { risksOf, type Risk } from './risk';
import type { Facts } from '../counting/standing';

export interface RiskCounts {
  /** The day for which risks are told: the anniversary, or in the window its last day. */
  readonly until: CalendarDate;
  readonly because: 'anniversary' | 'window';
  readonly counts: Readonly<Record<Risk['code'], number>>;
}

/** The counts on a day; nothing where there is nothing to renew. */
export function riskCountsOf(
  partner: Partner,
  { programme, facts, today }: { readonly programme: Programme; readonly facts: Facts; readonly today: CalendarDate },
): RiskCounts | undefined {
  const { until, because } = outlookedFrom(partner.membership, facts.policies, today);
  if (because !== 'anniversary' && because !== 'window') return undefined;
  const shown = displayedLevels(partner, { programme, facts, today });
  const counts = { lost: 0, lapses: 0, override: 0, thin: 0 };
  for (const { code } of risksOf(programme, facts, { today, until, shown })) counts[code] += 1;
  return { until, because, counts };
}

/** The next day after `after` on which the membership alone changes what is at risk, or what is displayed. */
export function nextMembershipDay(
  { membership, shown }: Partner,
  policies: Policies,
  after: CalendarDate,
): CalendarDate | undefined {
  const renewal = membership && renewalOf(membership, policies, after);
  const days = [
    ...(membership ? [membership.boughtOn, ...membership.renewedOn] : []),
    ...(renewal ? [renewal.windowOpens, addDays(renewal.windowCloses, 1)] : []),
    ...shown.flatMap(({ endsOn }) => (endsOn === undefined ? [] : [addDays(endsOn, 1)])),
  ];
  return days.filter((day) => day > after).sort()[0];
}
