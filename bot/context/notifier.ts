/** Notifier is the port for proactive messages: it sends or updates one card in a stored conversation and returns the outcome. */
import type { Card } from '../../cards/elements/card';
import type { Conversation } from '../../domain/partner/conversation';
import type { Locale } from '../../domain/basics/locale';

/** The card to send, in the language of the recipient. */
export interface Message {
  readonly card: Card;
  readonly locale: Locale;
  /**
   * Asked when its turn has come, shortly before it is sent; with `false` it is withdrawn, which is an outcome `later`.
   * Not asked where nothing can be sent there at all.
   */
  readonly begin?: () => Promise<boolean>;
}

/** The outcome of one attempt. A failure is a value; only bugs are thrown. */
export type SendOutcome =
  /** `conversation` is given where it had to be created first. */
  | { readonly kind: 'sent'; readonly activity: string; readonly conversation?: string }
  /** Not taken, and worth trying again: throttled, a conflict, an outage, a dropped connection. */
  | { readonly kind: 'later'; readonly code: string; readonly afterMs: number }
  /** Cut off after the request was out: it may have arrived. Tried again at most once more. */
  | { readonly kind: 'unclear'; readonly code: string; readonly afterMs: number }
  /** Refused for this conversation, and not worth trying before a later day or before the person speaks. */
  | { readonly kind: 'suspect' | 'blocked' | 'gone'; readonly code: string }
  /** Never sent: the stored address or tenant is not allowed, or the message itself is refused (too large, malformed). */
  | { readonly kind: 'refused'; readonly code: string };

export interface Notifier {
  /** Says something in a conversation, waiting for its turn under the limits of conversation and tenant. */
  send(tenant: string, to: Conversation, message: Message): Promise<SendOutcome>;
  /** Replaces what was said there before. `gone` where the activity is no longer there. */
  update(
    tenant: string,
    to: Conversation,
    said: { readonly activity: string; readonly message: Message },
  ): Promise<SendOutcome>;
}
