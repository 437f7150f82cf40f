/** Forgotten people are known by keyed hashes of their signs alone: they say who is not to be taken from a file again. */
import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { ForgottenPerson } from '../../domain/partner/people/forgotten-person';
import { identifierKinds, noIdentifiers, type Identifiers } from '../../domain/partner/people/person';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import { writeAll } from '../store/bulk-write';
import { listAll, listValues } from '../store/row-list';
import { retryOnConflict, updateRow } from '../store/row-update';

/** Whether any of these signs is one of a person who was forgotten. */
export type IsForgotten = (identifiers: Identifiers) => boolean;

/** What reading who was forgotten needs. */
export type ForgottenStore = Pick<ReadOnlyStore, 'forgotten' | 'forgettingKeys'>;

/** Reads who was forgotten in a tenant. Throws {@link StoreUnavailable} as the store does. */
export async function readForgotten(tenant: string, store: ForgottenStore): Promise<IsForgotten> {
  const people = await listValues(store.forgotten, tenant);
  const key = people.length === 0 ? undefined : (await store.forgettingKeys.get(tenant, tenant))?.value.key;
  if (key === undefined) return () => false;
  const known = new Set(people.flatMap(({ signs }) => signs));
  return (identifiers) => hashesOf(identifiers, key).some((hash) => known.has(hash));
}

/**
 * Remembers who was forgotten by now; asked later, says whom else has been forgotten since then, or nothing where that is no one.
 * A write that was planned before may have brought such a person back.
 */
export async function watchForgotten(
  tenant: string,
  store: ForgottenStore,
): Promise<() => Promise<IsForgotten | undefined>> {
  const signsNow = async () => (await listValues(store.forgotten, tenant)).flatMap(({ signs }) => signs);
  const before = new Set(await signsNow());
  return async () => {
    const since = new Set((await signsNow()).filter((sign) => !before.has(sign)));
    const key = since.size === 0 ? undefined : (await store.forgettingKeys.get(tenant, tenant))?.value.key;
    return key === undefined ? undefined : (identifiers) => hashesOf(identifiers, key).some((hash) => since.has(hash));
  };
}

/** The mark that keeps this sign out: a mail address, or the id of a profile or an account. Throws {@link StoreUnavailable}. */
export async function markOf(
  tenant: string,
  sign: string,
  store: ForgottenStore,
): Promise<ForgottenPerson | undefined> {
  const people = await listValues(store.forgotten, tenant);
  const key = people.length === 0 ? undefined : (await store.forgettingKeys.get(tenant, tenant))?.value.key;
  if (key === undefined) return undefined;
  const value = sign.trim();
  const hashes = hashesOf({ ...noIdentifiers, email: [value], mcpId: [value], aadUserId: [value] }, key);
  return people.find(({ signs }) => signs.some((one) => hashes.includes(one)));
}

/**
 * Removes a mark, and those that bear one of its signs: two instances that forget one person at the same moment keep a mark each, and
 * either would keep the person out. Throws {@link StoreUnavailable} as the store does.
 */
export async function dropMark(tenant: string, id: string, store: Pick<Store, 'forgotten'>): Promise<void> {
  await retryOnConflict({ noun: 'forgotten person', id }, async () => {
    const rows = await listAll(store.forgotten, tenant);
    const signs = rows.find(({ value }) => value.id === id)?.value.signs ?? [];
    const same = rows.filter(({ value }) => value.signs.some((sign) => signs.includes(sign)));
    const removals = same.map(({ value, version }) => ({ kind: 'remove', id: value.id, version }) as const);
    return (await writeAll(store.forgotten, tenant, removals)).size === 0 ? true : undefined;
  });
}

/**
 * Keeps the mark of a person who is about to be forgotten and returns its id; asked again after a crash it returns the same one.
 * Throws {@link StoreUnavailable} as the store does.
 */
export async function keepForgotten(
  tenant: string,
  identifiers: Identifiers,
  { store, now }: { readonly store: Pick<Store, 'forgotten' | 'forgettingKeys'>; readonly now: () => number },
): Promise<string> {
  const row = { repository: store.forgettingKeys, tenant, id: tenant, noun: 'forgetting key' };
  const { key } = await updateRow(row, (kept) => kept ?? { tenant, key: randomBytes(32).toString('hex') });
  const hashes = hashesOf(identifiers, key);
  const known = (await listValues(store.forgotten, tenant)).find(({ signs }) =>
    signs.some((sign) => hashes.includes(sign)),
  );
  const id = known?.id ?? `forgotten-${randomUUID()}`;
  await updateRow({ repository: store.forgotten, tenant, id, noun: 'forgotten person' }, (kept): ForgottenPerson => {
    const signs = [...new Set([...(kept?.signs ?? []), ...hashes])].sort();
    return { id, signs, at: kept?.at ?? new Date(now()).toISOString() };
  });
  return id;
}

/** A mail address is one sign, whether a file gives it as the address at work or as another one. */
function hashesOf(identifiers: Identifiers, key: string): readonly string[] {
  return identifierKinds.flatMap((kind) =>
    identifiers[kind].map((value) => {
      const sign = kind === 'corpEmail' ? 'email' : kind;
      return createHmac('sha256', key).update(`${sign} ${value.toLowerCase()}`).digest('hex');
    }),
  );
}
