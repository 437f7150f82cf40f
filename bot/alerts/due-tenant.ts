/** Attending to a partner: what is to be noticed is written down, what is due is said, and the next moment is found. */
import { mustNotice, never, type SweepEntry } from '../../domain/alerts/sweep-entry';
import { addDays, dateOf, dayMs } from '../../domain/basics/date';
import { type Delivery } from '../../domain/alerts/delivery';
import { planDeliveries, type DeliverySituation } from '../../domain/alerts/plan-deliveries';
import { liveMarks, markLapsesAfter } from '../../domain/membership/cached-standing';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import { alertMessages } from './alert-message';
import { loadRecipients } from '../delivery/recipients';
import { changesTo, deliver } from '../delivery/deliver';
import { purgeClosedNotices } from './notice-retention';
import { updateNotices, wakeSnoozedNotices, type NoticeUpdate } from './notice-update';
import { measure } from '../context/telemetry';
import type { AppServices } from '../context/app-services';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { listAll } from '../store/row-list';
import { fetchPartner } from '../store/partner-row';

export interface SweepCounts {
  readonly notices: { readonly opened: number; readonly resolved: number };
  /** planned = sent + failed + skipped. */
  readonly deliveries: {
    readonly planned: number;
    readonly sent: number;
    readonly failed: number;
    readonly skipped: number;
  };
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

/** Does what is due for the partner of an agenda entry that we have claimed. Throws as the store does. */
export async function processDueTenant(entry: SweepEntry, services: AppServices): Promise<ProcessedTenant> {
  const { tenant } = entry;
  const marks = liveMarks((await services.store.standings.get(tenant, tenant))?.value ?? { marks: [] }, services.now());
  // Somebody is changing facts: they will call again when they are done, and if they never are, their mark lapses.
  if (marks.length > 0)
    return { ...nothingDone, ...kept(entry), next: Math.max(...marks.map(({ at }) => at)) + markLapsesAfter + 1 };
  const partner = await fetchPartner(services, tenant);
  const today = dateOf(services.now());
  const isStale = mustNotice(entry, services.now());
  const noticed = isStale ? await updateNotices(partner, services) : await wakeSnoozedNotices(tenant, services);
  const { until, before = never } = isStale ? noticed : (entry.noticed ?? {});
  const told = await tell(partner, noticed, services);
  if (isStale) await purgeClosedNotices(tenant, services);
  const turning = until === undefined ? never : Date.parse(addDays(until, 1));
  return {
    notices: { opened: noticed.opened, resolved: noticed.resolved },
    deliveries: told.deliveries,
    noticed: isStale
      ? { calls: entry.calls, on: today, ...(until !== undefined && { until }), ...(before < never && { before }) }
      : entry.noticed!,
    next: Math.min(turning, before, told.next),
  };
}

function kept({ noticed }: SweepEntry): Pick<ProcessedTenant, 'noticed'> {
  return noticed ? { noticed } : {};
}

/** After this time, in milliseconds, a card that could not be renewed is tried again. */
const againAfter = 60_000;

async function tell(
  partner: Partner,
  { notices }: NoticeUpdate,
  services: AppServices,
): Promise<Pick<ProcessedTenant, 'deliveries' | 'next'>> {
  const { tenant } = partner;
  const circle = await loadRecipients(partner, accountsIn(notices), services);
  const rows = await listAll(services.store.deliveries, tenant);
  const ledger = new Map(rows.map((row) => [row.value.id, row]));
  const { escalateAfter } = policiesFor(partner, services);
  const situation = (deliveries: readonly Delivery[]): DeliverySituation => ({
    ...circle,
    notices,
    deliveries,
    escalateAfter: escalateAfter * dayMs,
    now: services.now(),
  });
  measureQueue(
    rows.map(({ value }) => value),
    services.now(),
  );
  const first = planDeliveries(situation(rows.map(({ value }) => value)));
  await services.store.deliveries.write(tenant, changesTo(first.settled, ledger));
  const messageFor = alertMessages(partner, { notices, circle }, services);
  const done = await deliver(
    first.posts,
    { tenant, ledger, conversations: circle.conversations, messageFor },
    services,
  );
  const after = new Map(rows.map(({ value }) => [value.id, value]));
  for (const delivery of [...first.settled, ...done]) after.set(delivery.id, delivery);
  const then = planDeliveries(situation([...after.values()]));
  const next = then.next ?? never;
  const began = new Set(first.posts.flatMap(({ say }) => say.map(({ id }) => id)));
  return {
    deliveries: counted([...first.settled, ...done.filter(({ id }) => began.has(id))]),
    next: then.posts.length > 0 ? Math.min(next, services.now() + againAfter) : next,
  };
}

/** How long the oldest delivery waits that was begun or failed and is to be tried again. */
function measureQueue(deliveries: readonly Delivery[], now: number): void {
  const waiting = deliveries.flatMap(({ state }) =>
    state.is === 'sending' || (state.is === 'failed' && state.retryAt !== undefined) ? [state.at] : [],
  );
  measure('laurel.queue.age', waiting.length === 0 ? 0 : Math.max(0, now - Math.min(...waiting)) / 1000);
}

function policiesFor(partner: Partner, { programmes }: AppServices) {
  return policiesOf(partner, followedProgramme(partner, programmes));
}

function accountsIn(notices: readonly KeptNotice[]): readonly string[] {
  return notices.flatMap(({ audience, state }) => [
    ...(typeof audience === 'object' && audience.account !== undefined ? [audience.account] : []),
    ...(state.is === 'assigned' ? [state.to] : []),
  ]);
}

function counted(deliveries: readonly Delivery[]): SweepCounts['deliveries'] {
  const count = (is: Delivery['state']['is']) => deliveries.filter(({ state }) => state.is === is).length;
  return { planned: deliveries.length, sent: count('sent'), failed: count('failed'), skipped: count('skipped') };
}
