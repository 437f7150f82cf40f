/** A message is a card on its way into a conversation, as the channel wants it. */
import { summaryOf } from '../../cards/elements/card';
import type { Message } from '../context/notifier';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** The activity that shows a card; its summary is what a notification shows of it. */
export function activityOf({ card, locale }: Message) {
  return {
    type: 'message',
    locale,
    summary: summaryOf(card),
    attachments: [{ contentType: cardType, content: card }],
  };
}
