/** The audit trail as it is shown: the newest entry first, with the names under which Laurel knows who acted. */
import { outdatedEntries, type AuditEntry } from '../../domain/partner/audit-entry';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import { listAll, listValues } from './row-list';

/** An entry with the name of the person who acted and of the person it is about, where their conversations are stored. */
export interface NamedAuditEntry extends AuditEntry {
  readonly name?: string;
  readonly whomName?: string;
}

/** Which entries are wanted: from a day (UTC, `YYYY-MM-DD`) on, and of those whose id or name this is. */
export interface AuditWish {
  readonly person?: string;
  readonly since?: string;
}

/** The entries that are wanted, the newest first. Throws {@link StoreUnavailable} as the store does. */
export async function listAudit(
  tenant: string,
  { person, since }: AuditWish,
  { store }: { readonly store: Pick<ReadOnlyStore, 'audit' | 'conversations'> },
): Promise<readonly NamedAuditEntry[]> {
  const entries = await listValues(store.audit, tenant);
  const conversations = await listValues(store.conversations, tenant);
  const names = new Map(conversations.map(({ id, name }) => [id.toLowerCase(), name]));
  return entries
    .map((entry): NamedAuditEntry => {
      const name = names.get(entry.by.toLowerCase());
      const whomName = entry.whom === undefined ? undefined : names.get(entry.whom.toLowerCase());
      return { ...entry, ...(name !== undefined && { name }), ...(whomName !== undefined && { whomName }) };
    })
    .filter(({ at }) => since === undefined || at.slice(0, 10) >= since)
    .filter((entry) => person === undefined || isBy(entry, person.toLowerCase()))
    .sort((one, other) => (one.id < other.id ? 1 : -1));
}

function isBy({ by, name = '' }: NamedAuditEntry, person: string): boolean {
  const words = name.toLowerCase().split(/\s+/u);
  return by.toLowerCase() === person || person.split(/\s+/u).every((part) => words.includes(part));
}

/** The table service removes rows one by one, so a sweep does it a little at a time. */
const mostAtOnce = 200;

/** Removes entries past their time, and the oldest above the largest number. Throws as the store does. */
export async function purgeAudit(
  tenant: string,
  {
    store,
    oldest,
  }: { readonly store: Pick<Store, 'audit'>; /** In milliseconds since 1970. */ readonly oldest: number },
): Promise<void> {
  const rows = (await listAll(store.audit, tenant)).map(({ value, version }) => ({
    at: value.at,
    id: value.id,
    version,
  }));
  const old = outdatedEntries(rows, oldest).slice(-mostAtOnce);
  await store.audit.write(
    tenant,
    old.map(({ id, version }) => ({ kind: 'remove', id, version })),
  );
}
