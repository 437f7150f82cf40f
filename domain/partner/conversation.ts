/** A conversation is where somebody, or a group, can be reached: the newest reference seen there, and whether it still works. */
import type { Locale } from '../basics/locale';
import type { Person } from './person';

/** Why nothing can be delivered there for now, in the channel's own code, and when to try again. */
export interface DeliveryHindrance {
  /** `suspect`: one refusal that may pass. `blocked`: the person blocked or removed the bot. `gone`: no such conversation. */
  readonly kind: 'suspect' | 'blocked' | 'gone';
  /** The channel's error code, such as `BotNotInConversationRoster` or `403`. */
  readonly code: string;
  /** ISO 8601, UTC. */
  readonly since: string;
  /** ISO 8601, UTC; not tried before this, unless somebody speaks there first. */
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
  readonly locale: Locale;
  /** IANA name, as the client tells it. */
  readonly timeZone?: string;
  /** ISO 8601, UTC: when something last came from there. */
  readonly seenAt: string;
  readonly hindrance?: DeliveryHindrance;
}

/** Why nobody can be told anything who is in no conversation that is known (see `cards/words/delivery-code.ts`). */
const nobodyToReach = 'nobody-to-reach';

/** The same of whom only addresses are known: nothing tells who that is in Teams. */
const unknownAccount = 'unknown-account';

/** Why somebody cannot be told anything for now, as a code of a delivery; nothing where they can. */
export function deliveryHindranceOf(
  { identifiers }: Person,
  conversations: ReadonlyMap<string, Conversation>,
): string | undefined {
  if (identifiers.aadUserId.length === 0) return unknownAccount;
  const found = identifiers.aadUserId.flatMap((id) => conversations.get(id.toLowerCase()) ?? []);
  if (found.length === 0) return nobodyToReach;
  return found.every(({ hindrance }) => hindrance) ? found[0]!.hindrance!.code : undefined;
}
