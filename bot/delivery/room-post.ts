/** Posts one card in a room, once: what is on its way stands in the ledger of deliveries before it is sent. */
import type { Card } from '../../cards/elements/card';
import type { Delivery } from '../../domain/alerts/delivery';
import { dateOf } from '../../domain/basics/date';
import type { Conversation } from '../../domain/partner/conversation';
import { deliver, type DeliverDeps } from './deliver';

export interface RoomPost {
  readonly tenant: string;
  /** The id of the conversation. */
  readonly room: string;
  /** Tells this post from every other; the same key is posted once. */
  readonly key: string;
  readonly card: Card;
}

/** What became of it: posted, posted before (or being posted), or refused with the code of a delivery. */
export type RoomPosted = 'posted' | 'again' | { readonly code: string };

/** Posts the card. Throws {@link StoreUnavailable} as the store does. */
export async function postInRoom({ tenant, room, key, card }: RoomPost, deps: DeliverDeps): Promise<RoomPosted> {
  const { store, now } = deps;
  const to = await store.conversations.get(tenant, room);
  if (!to) return { code: 'ConversationNotFound' };
  const id = `${room} share ${key}`;
  if (await store.deliveries.get(tenant, id)) return 'again';
  const draft: Delivery = {
    id,
    recipient: room,
    post: id,
    day: dateOf(now()),
    tries: 1,
    unclear: 0,
    room: true,
    state: { is: 'sending', at: now() },
  };
  const messageFor = async (_: unknown, locale: Conversation['locale']) => ({ card, locale });
  const dispatch = { tenant, ledger: new Map(), conversations: new Map([[room, to]]), messageFor };
  const [done] = await deliver([{ id, recipient: room, say: [draft], said: [] }], dispatch, deps);
  if (!done) return 'again';
  if (done.state.is === 'failed') return { code: done.state.code };
  return 'posted';
}
