/** Stores conversation references for people on the roster, and finds the conversations of people by Entra object id. */
import { updateConversation, type ContactObservation } from '../../domain/partner/contact-observation';
import type { Conversation } from '../../domain/partner/conversation';
import type { Change, Versioned } from '../../domain/basics/repository';
import type { TurnRequest, ConversationMember } from '../context/turn-request';
import { listAll } from '../store/row-list';
import type { ReadOnlyStore, Store } from '../../domain/ports';

/**
 * Stores a conversation reference for each member who is known only from the roster; the first proactive message creates the
 * conversation. References from the person's own activities stay as they are.
 */
export async function saveRosterReferences(
  members: readonly ConversationMember[],
  request: TurnRequest,
  { store }: { readonly store: Pick<Store, 'conversations'> },
): Promise<void> {
  const { way, tenant } = request;
  if (!way) return;
  const found = await Promise.all(
    members.filter(({ aadObjectId }) => aadObjectId !== '').map((one) => fresh(one, request, store.conversations.get)),
  );
  const creates = found.flatMap((value): Change<Conversation>[] => (value ? [{ kind: 'create', value }] : []));
  if (creates.length > 0) await store.conversations.write(tenant, creates);
}

async function fresh(
  { id: user, aadObjectId, name }: ConversationMember,
  { scope, conversation, way, locale, tenant, now }: TurnRequest,
  get: (tenant: string, id: string) => Promise<Versioned<Conversation> | undefined>,
): Promise<Conversation | undefined> {
  const id = aadObjectId.toLowerCase();
  if (!way || scope === 'personal' || (await get(tenant, id))) return undefined;
  const sighting: ContactObservation = {
    ...way,
    scope,
    conversation,
    title: '',
    person: { id, user, name },
    locale,
    at: new Date(now).toISOString(),
  };
  return updateConversation(id, undefined, sighting);
}

/** The personal conversation with the sender of a turn, as a first reference to it; nothing where the channel does not tell the way. */
export function conversationOfSender({
  user,
  scope,
  conversation,
  way,
  locale,
  now,
}: TurnRequest): Conversation | undefined {
  const id = user.aadObjectId.toLowerCase();
  if (!way || id === '') return undefined;
  const person = { id, user: user.id, name: user.name };
  return updateConversation(id, undefined, {
    ...way,
    scope,
    conversation,
    title: '',
    person,
    locale,
    at: new Date(now).toISOString(),
  });
}

/** Up to so many rows are asked for one by one; of more, all are read. */
const mostAlone = 20;

/** The conversations with these people alone, by Entra object id. */
export async function findConversations(
  accounts: readonly string[],
  { tenant }: Pick<TurnRequest, 'tenant'>,
  { store }: { readonly store: Pick<ReadOnlyStore, 'conversations'> },
): Promise<ReadonlyMap<string, Conversation>> {
  const ids = [...new Set(accounts.map((id) => id.toLowerCase()))];
  if (ids.length > mostAlone) return listed(new Set(ids), await listAll(store.conversations, tenant));
  const kept = await Promise.all(ids.map((id) => store.conversations.get(tenant, id)));
  return new Map(kept.flatMap((one) => (one ? [[one.value.id, one.value] as const] : [])));
}

function listed(ids: ReadonlySet<string>, rows: readonly Versioned<Conversation>[]): ReadonlyMap<string, Conversation> {
  return new Map(rows.flatMap(({ value }) => (ids.has(value.id) ? [[value.id, value] as const] : [])));
}
