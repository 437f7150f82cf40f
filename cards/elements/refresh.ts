/** A card that keeps itself current: the client asks its question again when the card is shown, for each reader apart. */
import type { Question } from '../contract/question';
import { payloadOf } from '../contract/verbs';
import type { Card } from './card';
import { bytesOf, mostBytes } from './size-limit';

/** By this id a request for a new view is told from a press on a button that asks the same. */
export const refreshId = 'refresh';

/**
 * The card with its question as `refresh`. No user ids are named: in chats and channels of up to 60 people Teams then refreshes it for
 * everyone, in larger ones people press "refresh" themselves. A card that would become too large stays as it is.
 */
export function keptCurrent(card: Card, question: Question): Card {
  const current: Card = {
    ...card,
    refresh: { action: { type: 'Action.Execute', id: refreshId, ...payloadOf(question) } },
  };
  return bytesOf(current) <= mostBytes ? current : card;
}
