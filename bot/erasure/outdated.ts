/** What was kept long enough: counted for the preview of a setting, and removed by the sweep of each night, a little at a time. */
import { retentionSweep, outdatedEntries } from '../../domain/partner/audit-entry';
import type { Conversation } from '../../domain/partner/conversation';
import { departureOf } from '../../domain/counting/credits/departure';
import type { ImportRecord } from '../../domain/partner/import-record';
import { policiesOf, type Partner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { oldestKept, type RetainedKind } from '../../domain/partner/retention';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { Repository, Versioned } from '../../domain/basics/repository';
import type { ReadOnlyStore } from '../../domain/ports';
import type { AppServices } from '../context/app-services';
import { adminsOf } from '../delivery/recipients';
import { writeFacts } from '../partner/standing-cache';
import { loadSubject } from '../partner/subject';
import { recordDeed } from '../store/audit-trail';
import { writeAll } from '../store/bulk-write';
import { readPartnerRow } from '../store/partner-row';
import { listAll, listValues } from '../store/row-list';
import { forgetPerson, type ForgettingDeps } from './forgetting';

/** The table service removes rows one by one; forgetting a person goes through every row of the partner. */
const mostRows = 200;
const mostPeople = 20;

type OutdatedStore = Pick<ReadOnlyStore, 'notices' | 'audit' | 'people' | 'imports' | 'conversations'>;

/** By what it is decided whether something is outdated. */
type RetentionRules = Pick<AppServices, 'programmes' | 'access' | 'now'>;

/** How many of each kind would go with these settings. Throws {@link StoreUnavailable} as the store does. */
export async function countOutdated(
  partner: Partner,
  { store, ...rules }: RetentionRules & { readonly store: OutdatedStore },
): Promise<Readonly<Record<RetainedKind, number>>> {
  const { tenant } = partner;
  const is = outdatedFor(partner, rules);
  const before = (kind: RetainedKind) => oldestKept(partner.retention, kind, rules.now());
  return {
    alerts: (await listValues(store.notices, tenant)).filter(is.closed).length,
    audit: outdatedEntries(await listValues(store.audit, tenant), before('audit')).length,
    left: (await listValues(store.people, tenant)).filter(is.gone).length,
    undone: (await listValues(store.imports, tenant)).filter(is.undone).length,
    chats: (await listValues(store.conversations, tenant)).filter(is.silent).length,
  };
}

/**
 * What is outdated by the settings of a partner. Admins stay, and so do their chats, because they are told what is urgent there. A
 * person who left and still counts by the policies of the partner stays too: what goes never changes the standing of today.
 */
function outdatedFor(partner: Partner, { programmes, access, now }: RetentionRules) {
  const before = (kind: RetainedKind) => oldestKept(partner.retention, kind, now());
  const isBefore = (at: string | undefined, kind: RetainedKind) => at !== undefined && Date.parse(at) < before(kind);
  const policies = policiesOf(partner, followedProgramme(partner, programmes));
  const admins = adminsOf(partner, { access });
  const isAdmin = (id: string) => admins.includes(id.toLowerCase());
  return {
    closed: ({ state }: KeptNotice) => state.is === 'resolved' && state.at < before('alerts'),
    gone: (person: Person) =>
      isBefore(person.leftOn, 'left') &&
      isBefore(departureOf(person, policies)?.on, 'left') &&
      !person.identifiers.aadUserId.some(isAdmin),
    undone: ({ undoneAt }: ImportRecord) => isBefore(undoneAt, 'undone'),
    silent: ({ scope, id, seenAt }: Conversation) => scope === 'personal' && isBefore(seenAt, 'chats') && !isAdmin(id),
  };
}

/**
 * Removes the people, undone imports and chats whose time is over; alerts and the audit trail are removed where they are listed.
 * People are forgotten, because the next import would bring them back as if they had not left. Throws {@link StoreUnavailable}.
 */
export async function removeOutdated(partner: Partner, services: ForgettingDeps & RetentionRules): Promise<void> {
  if (partner.retention === undefined) return;
  const { tenant } = partner;
  const { store } = services;
  const is = outdatedFor(partner, services);
  const undone = (await listAll(store.imports, tenant)).filter(({ value }) => is.undone(value));
  if (undone.length > 0) {
    await recorded('undone', tenant, services);
    await writeFacts(services, tenant, (facts) => remove(facts.imports, tenant, undone));
  }
  const silent = (await listAll(store.conversations, tenant)).filter(({ value }) => is.silent(value));
  if (silent.length > 0) {
    await recorded('chats', tenant, services);
    await remove(store.conversations, tenant, silent);
  }
  const gone = (await listValues(store.people, tenant)).filter(is.gone).slice(0, mostPeople);
  for (const { id } of gone) await forgetIfGone(tenant, id, services);
}

/** Each takes a while: meanwhile an admin may have lengthened the time, or an import may have said that the person is back. */
async function forgetIfGone(tenant: string, id: string, services: ForgettingDeps & RetentionRules): Promise<void> {
  const partner = await readPartnerRow(services, tenant);
  const person = (await services.store.people.get(tenant, id))?.value;
  if (!person || !outdatedFor(partner, services).gone(person)) return;
  const subject = await loadSubject(tenant, { person }, services.store);
  await forgetPerson(tenant, subject, { ...services, by: retentionSweep });
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
