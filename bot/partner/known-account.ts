/** Known accounts are the people whom Laurel can tell by their Entra object id: they talked with it, or their record names the account. */
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Partner } from '../../domain/partner/partner';
import type { ReadOnlyStore } from '../../domain/ports';
import type { Access } from '../context/tenant-access';
import { listValues } from '../store/row-list';

/** The accounts of a tenant, and which of them the settings name as admins. */
export interface KnownAccounts {
  /** Each with the Entra object id, in lower case, as its id; without achievements. */
  readonly accounts: readonly Person[];
  readonly named: readonly string[];
}

interface AccountDeps {
  readonly store: Pick<ReadOnlyStore, 'people' | 'conversations'>;
  readonly access: Access;
}

/** Everyone whose account is known in the organisation of a partner. Throws {@link StoreUnavailable} as the store does. */
export async function listKnownAccounts(partner: Partner, { store, access }: AccountDeps): Promise<KnownAccounts> {
  const { tenant, admins } = partner;
  const accounts = new Map<string, Person>();
  for (const id of admins) accounts.set(id.toLowerCase(), accountOf(id));
  for (const { scope, id, name } of await listValues(store.conversations, tenant))
    if (scope === 'personal') accounts.set(id.toLowerCase(), { ...accountOf(id), name });
  for (const { identifiers, name } of await listValues(store.people, tenant))
    for (const id of identifiers.aadUserId) {
      const known = accounts.get(id.toLowerCase()) ?? accountOf(id);
      accounts.set(id.toLowerCase(), { ...known, name: name || known.name, identifiers });
    }
  return { accounts: [...accounts.values()], named: namedAmong(accounts, access) };
}

function accountOf(id: string): Person {
  const account = id.toLowerCase();
  return { id: account, name: '', identifiers: { ...noIdentifiers, aadUserId: [account] }, achievements: [] };
}

/** The settings name admins for all tenants; only those count here who belong to this one. */
function namedAmong(accounts: ReadonlyMap<string, unknown>, { firstAdmins }: Access): readonly string[] {
  if (firstAdmins === 'first-speaker') return [];
  return firstAdmins.map((id) => id.toLowerCase()).filter((id) => accounts.has(id));
}
