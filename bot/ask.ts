/** An ask is who asks, from where, in which language and when: everything about a turn but its question. */
import type { Locale } from '../domain/locale';

export const scopes = ['personal', 'groupChat', 'channel'] as const;
export type Scope = (typeof scopes)[number];

export interface Asker {
  /** The channel's id of the person, in the form that only this bot sees. */
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  /** The mail addresses and sign-in names under which the channel knows the person; empty where it will not tell. */
  mails(): Promise<readonly string[]>;
}

export interface Ask {
  readonly tenant: string;
  readonly user: Asker;
  readonly locale: Locale;
  readonly scope: Scope;
  /** The id of the conversation, without the thread. */
  readonly conversation: string;
  /** Milliseconds since 1970. */
  readonly now: number;
}
