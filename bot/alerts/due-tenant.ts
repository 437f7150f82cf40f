/** Processes a partner that is due: updates its notices, sends the cards that are due, returns the time of the next run. */
import { mustNotice, never, type SweepEntry } from '../../domain/alerts/sweep-entry';
import { addDays } from '../../domain/basics/date';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt, partnerDayBegins } from '../../domain/partner/partner-day';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { liveMarks, markLapsesAfter } from '../../domain/membership/cached-standing';
import { removeOutdated } from '../erasure/outdated';
import { purgeClosedNotices, purgeHistory } from './notice-retention';
import { updateNotices, wakeSnoozedNotices } from './notice-update';
import { readPartnerRow } from '../store/partner-row';
import { purgeAudit } from '../store/audit-list';
import { oldestKept } from '../../domain/partner/retention';
import type { AppServices } from '../context/app-services';
import { resumeFiles } from '../imports/resumed-file';
import { postTeamDigest } from './team-digest';
import { sendDueCards, type DeliveryCounts } from './due-cards';

export interface SweepCounts {
  readonly notices: { readonly opened: number; readonly resolved: number };
  readonly deliveries: DeliveryCounts;
}

export interface ProcessedTenant extends SweepCounts {
  readonly noticed?: NonNullable<SweepEntry['noticed']>;
  /** When something is to be done next, in milliseconds since 1970. */
  readonly next: number;
}

const nothingDone: SweepCounts = {
  notices: { opened: 0, resolved: 0 },
  deliveries: { planned: 0, sent: 0, failed: 0, skipped: 0 },
};

/** Does what is due for the partner of a sweep entry that this instance has claimed. Throws as the store does. */
export async function processDueTenant(entry: SweepEntry, services: AppServices): Promise<ProcessedTenant> {
  const { tenant } = entry;
  const files = await resumeFiles(tenant, services);
  const marks = liveMarks((await services.store.standings.get(tenant, tenant))?.value ?? { marks: [] }, services.now());
  // A write to the facts is under way: it schedules a sweep when it is done, and if it never is, its mark expires.
  if (marks.length > 0)
    return {
      ...nothingDone,
      ...kept(entry),
      next: Math.min(files, Math.max(...marks.map(({ at }) => at)) + markLapsesAfter + 1),
    };
  const partner = await readPartnerRow(services, tenant);
  const policies = policiesOf(partner, followedProgramme(partner, services.programmes));
  const today = partnerDayAt(services.now(), policies);
  const isStale = mustNotice(entry, services.now(), policies.timeZone);
  const noticed = isStale
    ? await updateNotices(partner, services, entry.noticed?.until)
    : await wakeSnoozedNotices(partner, services);
  const { until, before = never } = isStale ? noticed : (entry.noticed ?? {});
  const told = await sendDueCards(partner, noticed.notices, services);
  const posted = await postTeamDigest(partner, services);
  if (isStale) {
    const { store } = services;
    const oldest = (kind: 'alerts' | 'audit') => oldestKept(partner.retention, kind, services.now());
    await purgeClosedNotices(tenant, { store, oldest: oldest('alerts') });
    await purgeAudit(tenant, { store, oldest: oldest('audit') });
    await removeOutdated(partner, services);
    await purgeHistory(tenant, today, services);
  }
  const turning = until === undefined ? never : partnerDayBegins(addDays(until, 1), policies);
  return {
    notices: { opened: noticed.opened, resolved: noticed.resolved },
    deliveries: sumOf(told.deliveries, posted.deliveries),
    noticed: isStale
      ? { calls: entry.calls, on: today, ...(until !== undefined && { until }), ...(before < never && { before }) }
      : entry.noticed!,
    next: Math.min(turning, before, told.next, posted.next, files),
  };
}

function sumOf(one: DeliveryCounts, other: DeliveryCounts): DeliveryCounts {
  return {
    planned: one.planned + other.planned,
    sent: one.sent + other.sent,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

function kept({ noticed }: SweepEntry): Pick<ProcessedTenant, 'noticed'> {
  return noticed ? { noticed } : {};
}
