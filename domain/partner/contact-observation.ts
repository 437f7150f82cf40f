/**
 * A contact observation is what one activity tells about conversation references: the conversation it came from, and its
 * sender.
 */
import type { Conversation } from './conversation';
import type { Locale } from '../basics/locale';
import { dayMs } from '../basics/date';

export interface ContactObservation {
  readonly scope: Conversation['scope'];
  /** The id of the conversation, without the thread. */
  readonly conversation: string;
  /** Empty where it has none. */
  readonly title: string;
  readonly channel: string;
  readonly serviceUrl: string;
  readonly bot: string;
  /** Absent where the channel itself spoke, or does not tell who did. */
  readonly person?: {
    /** The Entra object id, in lower case, for channels and files write it in either. */
    readonly id: string;
    /** The channel's id. */
    readonly user: string;
    readonly name: string;
  };
  /** Absent where the activity does not tell. */
  readonly locale?: Locale;
  readonly timeZone?: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** The ids of the conversations that it tells of, the one it happened in first. */
export function observedConversations({ scope, conversation, person }: ContactObservation): readonly string[] {
  const ids = person === undefined ? [] : [person.id];
  return scope === 'personal' ? ids : [conversation, ...ids];
}

/**
 * Returns the conversation of this id after an activity, or undefined if the stored one stays. The time of the last activity
 * is written once a day at most, so that questions stay cheap. An activity of a person ends a delivery hindrance.
 */
export function updateConversation(
  id: string,
  kept: Conversation | undefined,
  sighting: ContactObservation,
): Conversation | undefined {
  const next = id === sighting.person?.id ? personal(kept, sighting) : shared(kept, sighting);
  if (kept === undefined || tellsMore(next, kept)) return next;
  return Date.parse(next.seenAt) - Date.parse(kept.seenAt) >= dayMs ? next : undefined;
}

/** A person who speaks in a team can be reached in a personal conversation too; what is known of that one stays. */
function personal(kept: Conversation | undefined, sighting: ContactObservation): Conversation {
  const { person, at } = sighting;
  const isHere = sighting.scope === 'personal';
  return {
    id: person!.id,
    scope: 'personal',
    reference: personalReference(kept, sighting),
    name: person!.name || (kept?.name ?? ''),
    locale: sighting.locale ?? kept?.locale ?? 'en',
    ...(kept?.language !== undefined && { language: kept.language }),
    ...zoned(sighting.timeZone ?? kept?.timeZone),
    seenAt: isHere ? at : (kept?.seenAt ?? at),
    ...(!isHere && kept?.hindrance && { hindrance: kept.hindrance }),
  };
}

/** Without the id of the personal conversation, if the bot has seen the person only in teams and group chats. */
function personalReference(kept: Conversation | undefined, sighting: ContactObservation): Conversation['reference'] {
  const { channel, serviceUrl, bot, person } = sighting;
  const conversation = sighting.scope === 'personal' ? sighting.conversation : kept?.reference.conversation;
  return { channel, serviceUrl, ...(conversation !== undefined && { conversation }), bot, user: person!.user };
}

function zoned(timeZone: string | undefined): Pick<Conversation, 'timeZone'> {
  return timeZone === undefined ? {} : { timeZone };
}

/** A room keeps the language it was first met in, for each of its people may have another. */
function shared(kept: Conversation | undefined, sighting: ContactObservation): Conversation {
  const { scope, conversation, channel, serviceUrl, bot } = sighting;
  return {
    id: conversation,
    scope,
    reference: { channel, serviceUrl, conversation, bot },
    name: sighting.title || (kept?.name ?? ''),
    locale: kept?.locale ?? sighting.locale ?? 'en',
    ...zoned(kept?.timeZone ?? sighting.timeZone),
    seenAt: sighting.at,
  };
}

function tellsMore(next: Conversation, kept: Conversation): boolean {
  return factsOf(next) !== factsOf(kept);
}

function factsOf({ scope, reference, name, locale, timeZone, hindrance }: Conversation): string {
  const { channel, serviceUrl, conversation, bot, user } = reference;
  return JSON.stringify([
    scope,
    channel,
    serviceUrl,
    conversation,
    bot,
    user,
    name,
    locale,
    timeZone,
    hindrance?.since,
  ]);
}
