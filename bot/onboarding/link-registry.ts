/**
 * Stores the links that organisations record, by the hash of the account, and tells each holder the day of a newer link
 * elsewhere.
 */
import { createHash } from 'node:crypto';
import { heldBy, newerElsewhere, type Association } from '../../domain/partner/association';
import type { CalendarDate } from '../../domain/basics/date';
import type { NoticeFacts } from '../../domain/alerts/notice-facts';
import type { Person } from '../../domain/partner/people/person';
import { everybody, type ReadOnlyStore, type Store } from '../../domain/ports';
import type { LinksElsewhere } from '../../domain/onboarding/link-severing';
import { scheduleSweep, type ScheduleDeps } from '../partner/sweep-schedule';
import { listAll } from '../store/row-list';
import { removeRow, updateRow } from '../store/row-update';

/** What reading the links needs. */
export interface LinkReadDeps {
  readonly store: Pick<ReadOnlyStore, 'associations'>;
}

/** What registering links needs: the links themselves, and the sweep of the organisations that are told. */
export interface LinkRegistryDeps extends ScheduleDeps {
  readonly store: Pick<Store, 'associations' | 'schedule'>;
}

/** What a tenant knows of links, by the hash of the account. */
export type LinkRows = ReadonlyMap<string, Association>;

export interface RegisteredLinks {
  /** Whether rows were written, so that they have to be read again. */
  readonly isChanged: boolean;
  /** Whether there are more links to register than are registered at once. */
  readonly isMore: boolean;
}

/** A large partner is registered little by little, so that one sweep stays short. */
const mostAtOnce = 500;

/**
 * Registers the links of an organisation, and those that it has taken back or corrected; `rows` are those that
 * {@link readLinkRows} has read. What is stored for another organisation names neither this one nor the person.
 * Throws {@link StoreUnavailable}.
 */
export async function registerLinks(
  { partner: { tenant }, facts }: NoticeFacts,
  { rows, today }: { readonly rows: LinkRows; readonly today: CalendarDate },
  services: LinkRegistryDeps,
): Promise<RegisteredLinks> {
  const links = linksOf(facts.people, today);
  const news = newsIn(links, rows);
  for (const account of news.slice(0, mostAtOnce)) await note(account, { tenant, on: links.get(account) }, services);
  return { isChanged: news.length > 0, isMore: news.length > mostAtOnce };
}

/**
 * Withdraws the links of a person who is forgotten, by their profile ids: the other organisations learn that there is no link here,
 * and no row of this one names the account any more. Throws {@link StoreUnavailable}.
 */
export async function withdrawLinks(
  tenant: string,
  profiles: readonly string[],
  services: LinkRegistryDeps,
): Promise<void> {
  for (const account of accountsOf({ mcpId: profiles })) {
    if (!(await rowOf(services, tenant, account))) continue;
    await note(account, { tenant, on: undefined }, services);
    await removeRow(services.store.associations, tenant, account);
    const shared = await services.store.associations.get(everybody, account);
    if (shared?.value.holders.length === 0) await removeRow(services.store.associations, everybody, account);
  }
}

/** Returns what other organisations have recorded, by the id of the person; only for people who are linked here. */
export function linksElsewhere(people: readonly Person[], rows: LinkRows): ReadonlyMap<string, LinksElsewhere> {
  const told = people.flatMap((person) => {
    const one = toldOf(person, rows);
    return one ? [[person.id, one] as const] : [];
  });
  return new Map(told);
}

/** Reads what a tenant knows of links. Throws {@link StoreUnavailable}. */
export async function readLinkRows(tenant: string, { store }: LinkReadDeps): Promise<LinkRows> {
  return new Map((await listAll(store.associations, tenant)).map(({ value }) => [value.account, value]));
}

/**
 * Returns the recorded day of the link for each account, including people who have left or linked to another organisation
 * since.
 */
function linksOf(people: readonly Person[], today: CalendarDate): ReadonlyMap<string, CalendarDate> {
  const links = new Map<string, CalendarDate>();
  for (const { linkedOn, identifiers } of people)
    if (linkedOn !== undefined && linkedOn <= today)
      for (const account of accountsOf(identifiers))
        if (linkedOn > (links.get(account) ?? '')) links.set(account, linkedOn);
  return links;
}

function accountsOf({ mcpId }: Pick<Person['identifiers'], 'mcpId'>): readonly string[] {
  return mcpId.map((id) => createHash('sha256').update(id).digest('hex'));
}

/** Returns the accounts whose link has changed: those taken back or corrected first, then the newest links. */
function newsIn(links: ReadonlyMap<string, CalendarDate>, rows: LinkRows): readonly string[] {
  const changed = [...rows.values()].filter(
    ({ account, recorded }) => recorded && (recorded.on !== links.get(account) || !recorded.isTold),
  );
  const fresh = [...links].filter(([account]) => !rows.get(account)?.recorded);
  return [
    ...changed.map(({ account }) => account),
    ...fresh.sort(([, one], [, other]) => (one > other ? -1 : 1)).map(([account]) => account),
  ];
}

function toldOf({ linkedOn, identifiers }: Person, rows: LinkRows): LinksElsewhere | undefined {
  const accounts = linkedOn === undefined ? [] : accountsOf(identifiers);
  if (accounts.length === 0) return undefined;
  const days = accounts.map((account) => rows.get(account)?.holders[0]?.on);
  const known = days.filter((on) => on !== undefined);
  return { days: known, isWhole: known.length === days.length };
}

interface Noting {
  readonly tenant: string;
  /** Absent where the link was taken back. */
  readonly on: CalendarDate | undefined;
}

/**
 * Writes the link to our own row first with `isTold: false` and sets that to true last, so that the next sweep repeats all of
 * it after a crash. If another instance has recorded newer facts meanwhile, it finishes the work.
 */
async function note(account: string, { tenant, on }: Noting, services: LinkRegistryDeps): Promise<void> {
  const recorded = { ...(on !== undefined && { on }), isTold: false };
  await change(services, { tenant, account }, async (before) => ({ ...before, recorded }));
  const isOurs = async () => (await rowOf(services, tenant, account))?.recorded?.on === on;
  const noted = await change(services, { tenant: everybody, account }, async (before) =>
    (await isOurs()) ? heldBy(before, tenant, on) : before,
  );
  for (const one of new Set([...noted.holders.map((holder) => holder.tenant), tenant])) {
    await tell(one, account, services);
    if (one !== tenant) await scheduleSweep(services, one);
  }
  await change(services, { tenant, account }, async (before) =>
    before.recorded?.on === on ? { ...before, recorded: { ...recorded, isTold: true } } : before,
  );
}

/**
 * Tells an organisation only the day of the link. The shared row is read after the organisation's own, so the last write has
 * the newest day.
 */
async function tell(tenant: string, account: string, services: LinkRegistryDeps): Promise<void> {
  await change(services, { tenant, account }, async (before) => {
    const known = await rowOf(services, everybody, account);
    return heldBy(before, everybody, known && newerElsewhere(known, tenant));
  });
}

async function rowOf({ store }: LinkReadDeps, tenant: string, account: string): Promise<Association | undefined> {
  return (await store.associations.get(tenant, account))?.value;
}

/**
 * Changes a row, or leaves it where the change gives the same one back. Throws {@link StoreUnavailable} where that does not
 * end.
 */
async function change(
  { store }: Pick<LinkRegistryDeps, 'store'>,
  { tenant, account }: { readonly tenant: string; readonly account: string },
  to: (before: Association) => Promise<Association>,
): Promise<Association> {
  const unknown: Association = { account, holders: [] };
  const row = { repository: store.associations, tenant, id: account, noun: 'association' };
  const after = await updateRow(row, async (kept) => {
    const value = await to(kept ?? unknown);
    return value === unknown ? undefined : value;
  });
  return after ?? unknown;
}
