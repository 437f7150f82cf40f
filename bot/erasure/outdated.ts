/** What was kept long enough: counted for the preview of a setting, and removed by the sweep of each night, a little at a time. */
import { retentionSweep, outdatedEntries } from '../../domain/partner/audit-entry';
import type { Conversation } from '../../domain/partner/conversation';
import type { ImportRecord } from '../../domain/partner/import-record';
import type { Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/person';
import { oldestKept, type RetainedKind, type Retention } from '../../domain/partner/retention';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { Repository, Versioned } from '../../domain/basics/repository';
import type { ReadOnlyStore } from '../../domain/ports';
import { hasAdmin } from '../../domain/partner/admin-change';
import { writeFacts } from '../partner/standing-cache';
import { loadSubject } from '../partner/subject';
import { recordDeed } from '../store/audit-trail';
import { writeAll } from '../store/bulk-write';
import { listAll, listValues } from '../store/row-list';
import { forgetPerson, type ForgettingDeps } from './forgetting';

/** The table service removes rows one by one; forgetting a person goes through every row of the partner. */
const mostRows = 200;
const mostPeople = 20;

type OutdatedStore = Pick<ReadOnlyStore, 'notices' | 'audit' | 'people' | 'imports' | 'conversations'>;

/** How many of each kind would go with these settings. Throws {@link StoreUnavailable} as the store does. */
export async function countOutdated(
  partner: Partner,
  { store, now }: { readonly store: OutdatedStore; readonly now: () => number },
): Promise<Readonly<Record<RetainedKind, number>>> {
  const { tenant, retention } = partner;
  const before = (kind: RetainedKind) => oldestKept(retention, kind, now());
  const closed = ({ state }: KeptNotice) => state.is === 'resolved' && state.at < before('alerts');
  return {
    alerts: (await listValues(store.notices, tenant)).filter(closed).length,
    audit: outdatedEntries(await listValues(store.audit, tenant), before('audit')).length,
    left: (await listValues(store.people, tenant)).filter(isLongGone(partner, now())).length,
    undone: (await listValues(store.imports, tenant)).filter(isLongUndone(retention, now())).length,
    chats: (await listValues(store.conversations, tenant)).filter(isSilent(retention, now())).length,
  };
}

/** Admins stay: another admin removes them as such first. */
function isLongGone(partner: Partner, now: number) {
  const before = oldestKept(partner.retention, 'left', now);
  return ({ leftOn, identifiers }: Person) =>
    leftOn !== undefined && Date.parse(leftOn) < before && !identifiers.aadUserId.some((id) => hasAdmin(partner, id));
}

function isLongUndone(retention: Retention | undefined, now: number) {
  const before = oldestKept(retention, 'undone', now);
  return ({ undoneAt }: ImportRecord) => undoneAt !== undefined && Date.parse(undoneAt) < before;
}

function isSilent(retention: Retention | undefined, now: number) {
  const before = oldestKept(retention, 'chats', now);
  return ({ scope, seenAt }: Conversation) => scope === 'personal' && Date.parse(seenAt) < before;
}

/**
 * Removes the people, undone imports and chats whose time is over; alerts and the audit trail are removed where they are listed.
 * People are forgotten, because the next import would bring them back as if they had not left. Throws {@link StoreUnavailable}.
 */
export async function removeOutdated(partner: Partner, services: ForgettingDeps): Promise<void> {
  const { tenant, retention } = partner;
  const { store, now } = services;
  if (retention === undefined) return;
  const undone = (await listAll(store.imports, tenant)).filter(({ value }) => isLongUndone(retention, now())(value));
  if (undone.length > 0) {
    await recorded('undone', tenant, services);
    await writeFacts(services, tenant, (facts) => remove(facts.imports, tenant, undone));
  }
  const silent = (await listAll(store.conversations, tenant)).filter(({ value }) => isSilent(retention, now())(value));
  if (silent.length > 0) {
    await recorded('chats', tenant, services);
    await remove(store.conversations, tenant, silent);
  }
  const gone = (await listValues(store.people, tenant)).filter(isLongGone(partner, now())).slice(0, mostPeople);
  for (const person of gone)
    await forgetPerson(tenant, await loadSubject(tenant, { person }, store), { ...services, by: retentionSweep });
}

function recorded(kind: RetainedKind, tenant: string, services: ForgettingDeps): Promise<void> {
  return recordDeed(tenant, { act: 'outdated-removed', about: kind, by: retentionSweep }, services);
}

async function remove<T extends { readonly id: string }>(
  repository: Repository<T>,
  tenant: string,
  rows: readonly Versioned<T>[],
): Promise<void> {
  const removals = rows
    .slice(0, mostRows)
    .map(({ value: { id }, version }) => ({ kind: 'remove', id, version }) as const);
  await writeAll(repository, tenant, removals);
}
