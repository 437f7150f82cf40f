/** A conversation is where a person or a group can be reached: the newest conversation reference, and whether sending to it works. */
import type { Locale } from '../basics/locale';
import type { Person } from './people/person';

/** Why nothing can be delivered there for now, in the channel's own code, and when to try again. */
export interface DeliveryHindrance {
  /** `suspect`: one refusal that may pass. `blocked`: the person blocked or removed the bot. `gone`: no such conversation. */
  readonly kind: 'suspect' | 'blocked' | 'gone';
  /** The channel's error code, such as `BotNotInConversationRoster` or `403`. */
  readonly code: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** ISO 8601, UTC; not tried before this time, unless a message arrives from there first. */
  readonly retryAt: string;
}

export interface Conversation {
  /** The Entra object id of the person for a personal conversation, else the id of the conversation. */
  readonly id: string;
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** What the channel needs to say something there; checked again, host and tenant, before every send. */
  readonly reference: {
    readonly channel: string;
    readonly serviceUrl: string;
    /** Absent while only the person is known, as from a roster: it is then created by the first send. */
    readonly conversation?: string;
    readonly bot: string;
    /** The channel's id of the person; absent in a group or a channel. */
    readonly user?: string;
  };
  readonly name: string;
  /** The language that the client sent last. */
  readonly locale: Locale;
  /** The language that the person chose instead; only of a personal conversation. */
  readonly language?: Locale;
  /** IANA name, as the client tells it. */
  readonly timeZone?: string;
  /** ISO 8601, UTC: when something last came from there. */
  readonly seenAt: string;
  readonly hindrance?: DeliveryHindrance;
}

/** The language in which to write there. */
export function languageOf({ language, locale }: Pick<Conversation, 'language' | 'locale'>): Locale {
  return language ?? locale;
}

/** The delivery code for a person without a known conversation (see `cards/words/delivery-code.ts`). */
const nobodyToReach = 'nobody-to-reach';

/** The delivery code for a person whose record has mail addresses but no Entra object id, so that their Teams account is unknown. */
const unknownAccount = 'unknown-account';

/** Returns why a person cannot be reached now, as a delivery code; undefined if they can. */
export function deliveryHindranceOf(
  { identifiers }: Person,
  conversations: ReadonlyMap<string, Conversation>,
): string | undefined {
  if (identifiers.aadUserId.length === 0) return unknownAccount;
  const found = identifiers.aadUserId.flatMap((id) => conversations.get(id.toLowerCase()) ?? []);
  if (found.length === 0) return nobodyToReach;
  return found.every(({ hindrance }) => hindrance) ? found[0]!.hindrance!.code : undefined;
}
