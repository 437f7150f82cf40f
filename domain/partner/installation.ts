/** A visit is what Laurel remembers of one conversation it is installed in: that it has been welcomed there. */

export interface Installation {
  /** The id of the conversation, as the channel gives it. */
  readonly conversation: string;
  /** ISO 8601, UTC. */
  readonly welcomedAt: string;
}
