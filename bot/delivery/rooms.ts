/** Rooms are the channels and group chats in which Laurel is, as far as it was seen there. */
import type { Conversation } from '../../domain/partner/conversation';
import type { ReadOnlyStore } from '../../domain/ports';
import type { TurnRequest } from '../context/turn-request';
import { listAll } from '../store/row-list';

/** All rooms of a tenant by name; those from which Laurel was removed are left out. Throws {@link StoreUnavailable}. */
export async function loadRooms(
  { tenant }: Pick<TurnRequest, 'tenant'>,
  { store }: { readonly store: Pick<ReadOnlyStore, 'conversations'> },
): Promise<readonly Conversation[]> {
  const kept = (await listAll(store.conversations, tenant)).map(({ value }) => value);
  return kept
    .filter(({ scope, hindrance }) => scope !== 'personal' && hindrance?.kind !== 'gone')
    .sort((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : one.id < other.id ? -1 : 1));
}
