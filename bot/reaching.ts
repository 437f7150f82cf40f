/** Reaching people: where the channel tells of somebody how to reach them it is kept, and whoever cannot be reached is known. */
import { afterSighting, type Sighting } from '../domain/sighting';
import type { Conversation } from '../domain/conversation';
import type { Person } from '../domain/person';
import type { Change, Kept } from '../domain/ports';
import type { Ask, Member } from './ask';
import { all } from './circle';
import type { World } from './world';

/** Why nobody can be told anything who is in no conversation that is known (see `cards/words/delivery-code.ts`). */
const nobodyToReach = 'nobody-to-reach';

/**
 * Keeps how those are reached of whom only the roster tells: the conversation with each is opened by the first thing that is
 * said there. What somebody has shown of themselves stays as it is.
 */
export async function keepReach(members: readonly Member[], ask: Ask, { store }: World): Promise<void> {
  const { way, tenant } = ask;
  if (!way) return;
  const found = await Promise.all(
    members.filter(({ aadObjectId }) => aadObjectId !== '').map((one) => fresh(one, ask, store.conversations.get)),
  );
  const creates = found.flatMap((value): Change<Conversation>[] => (value ? [{ kind: 'create', value }] : []));
  if (creates.length > 0) await store.conversations.write(tenant, creates);
}

async function fresh(
  { id: user, aadObjectId, name }: Member,
  { scope, conversation, way, locale, tenant, now }: Ask,
  get: (tenant: string, id: string) => Promise<Kept<Conversation> | undefined>,
): Promise<Conversation | undefined> {
  const id = aadObjectId.toLowerCase();
  if (!way || scope === 'personal' || (await get(tenant, id))) return undefined;
  const sighting: Sighting = {
    ...way,
    scope,
    conversation,
    title: '',
    person: { id, user, name },
    locale,
    at: new Date(now).toISOString(),
  };
  return afterSighting(id, undefined, sighting);
}

/** Why somebody cannot be told anything for now, as a code of a delivery; nothing where they can. */
export function hindranceOf(
  { identifiers }: Person,
  conversations: ReadonlyMap<string, Conversation>,
): string | undefined {
  const found = identifiers.aadUserId.flatMap((id) => conversations.get(id.toLowerCase()) ?? []);
  if (found.length === 0) return nobodyToReach;
  return found.every(({ hindrance }) => hindrance) ? found[0]!.hindrance!.code : undefined;
}

/** Up to so many rows are asked for one by one; of more, all are read. */
const mostAlone = 20;

/** The conversations with these people alone, by Entra object id. */
export async function conversationsWith(
  accounts: readonly string[],
  { tenant }: Pick<Ask, 'tenant'>,
  { store }: World,
): Promise<ReadonlyMap<string, Conversation>> {
  const ids = [...new Set(accounts.map((id) => id.toLowerCase()))];
  if (ids.length > mostAlone) return listed(new Set(ids), await all(store.conversations, tenant));
  const kept = await Promise.all(ids.map((id) => store.conversations.get(tenant, id)));
  return new Map(kept.flatMap((one) => (one ? [[one.value.id, one.value] as const] : [])));
}

function listed(ids: ReadonlySet<string>, rows: readonly Kept<Conversation>[]): ReadonlyMap<string, Conversation> {
  return new Map(rows.flatMap(({ value }) => (ids.has(value.id) ? [[value.id, value] as const] : [])));
}
