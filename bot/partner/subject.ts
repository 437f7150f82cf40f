/** The subject of a request is the person whose data is asked for or forgotten: the records and the account that are theirs. */
import { identifiersTogether } from '../../domain/partner/people/identity';
import { noIdentifiers, type Identifiers, type Person } from '../../domain/partner/people/person';
import type { ReadOnlyStore } from '../../domain/ports';
import { listValues } from '../store/row-list';

export interface DataSubject {
  readonly people: readonly Person[];
  /** Entra object ids, in lower case. */
  readonly accounts: readonly string[];
  /** Every sign of the records and the accounts. */
  readonly identifiers: Identifiers;
  /** Every name under which records and conversations know the person. */
  readonly names: readonly string[];
  /** The ids of personal conversations with the bot, as the channel gives them. */
  readonly conversations: readonly string[];
}

/** Whose data it is: a record, an account, or both. */
export interface Named {
  readonly person?: Person | undefined;
  readonly account?: string | undefined;
}

/** Everything by which a person is known. Throws {@link StoreUnavailable} as the store does. */
export async function loadSubject(
  tenant: string,
  { person, account }: Named,
  store: Pick<ReadOnlyStore, 'people' | 'conversations'>,
): Promise<DataSubject> {
  const given = [...(person?.identifiers.aadUserId ?? []), ...(account ? [account] : [])];
  const accounts = [...new Set(given.map((id) => id.toLowerCase()))];
  const isTheirs = ({ id, identifiers }: Person) =>
    id === person?.id || identifiers.aadUserId.some((one) => accounts.includes(one.toLowerCase()));
  const people = (await listValues(store.people, tenant)).filter(isTheirs);
  const chats = (await listValues(store.conversations, tenant)).filter(
    ({ scope, id }) => scope === 'personal' && accounts.includes(id.toLowerCase()),
  );
  const own = { identifiers: { ...noIdentifiers, aadUserId: accounts } };
  const names = [...people, ...chats].map(({ name }) => name).filter((name) => name !== '');
  return {
    people,
    accounts,
    identifiers: identifiersTogether([...people, own]),
    names: [...new Set(names)],
    conversations: chats.flatMap(({ reference }) => reference.conversation ?? []),
  };
}

/** Whether nothing at all is kept of the person. */
export function isUnknown({ people, conversations, names }: DataSubject): boolean {
  return people.length + conversations.length + names.length === 0;
}
