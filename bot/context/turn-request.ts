/** A turn request is the context of one turn: sender, tenant, conversation, language and time; everything but the question. */
import type { Conversation } from '../../domain/partner/conversation';
import type { CachedStandingRow } from '../../domain/membership/cached-standing';
import type { Locale } from '../../domain/basics/locale';
import type { Partner } from '../../domain/partner/partner';

export const scopes = ['personal', 'groupChat', 'channel'] as const;
export type ConversationScope = (typeof scopes)[number];

export interface Sender {
  /** The channel's id of the person, in the form that only this bot sees. */
  readonly id: string;
  /** Empty for an anonymous guest of a meeting. */
  readonly aadObjectId: string;
  /** The organization that the person belongs to, where the channel names it: in shared channels it may be another one. */
  readonly home?: string;
  readonly name: string;
  /** The mail addresses and sign-in names under which the channel knows the person; empty where it will not tell. */
  mails(): Promise<readonly string[]>;
}

/** A member of the conversation, as the channel reports it. */
export interface ConversationMember {
  /** The channel's id of the person. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly mails: readonly string[];
}

export interface TurnRequest {
  readonly tenant: string;
  readonly user: Sender;
  readonly locale: Locale;
  readonly scope: ConversationScope;
  /** Everyone in the conversation, in a channel everyone in its team; empty where the channel will not tell. */
  members(): Promise<readonly ConversationMember[]>;
  /** The id of the conversation, without the thread. */
  readonly conversation: string;
  /** What a personal conversation with a member is opened with; undefined in the terminal, which has no channel. */
  readonly way?: Pick<Conversation['reference'], 'channel' | 'serviceUrl' | 'bot'>;
  /** Whether the answer is shown to the sender alone, in place of a card that others in the conversation see as it was. */
  readonly isOwnView?: true;
  /** The message whose button was pressed, where the channel says so. */
  readonly card?: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Whether that is the time of a local clock that was moved, which cards then say. */
  readonly isClockMoved?: true;
  /** What the turn reads once; absent outside of a turn, where each reader asks the store. */
  readonly partnerReads?: PartnerReads;
}

/** Reads of the partner that a turn makes at most once. Both throw {@link StoreUnavailable} as the store does. */
export interface PartnerReads {
  cachedStanding(): Promise<CachedStandingRow>;
  partner(): Promise<Partner>;
}
