/** The calls to the Bot Connector API that the proactive sender needs: each sends one activity to one address, once. */

/** Where something is said. */
export interface Address {
  readonly channel: string;
  readonly serviceUrl: string;
  readonly conversation: string;
  readonly bot: string;
  readonly user?: string;
}

/** Each call is one request at most, ends within its deadline, and throws what `failureOf` of failure.ts understands. */
export interface ChannelClient {
  /** The id of the conversation with this person alone, which the channel makes if there is none. */
  create(address: Omit<Address, 'conversation'> & { readonly user: string }, tenant: string): Promise<string>;
  /** The id of what was said. */
  send(address: Address, activity: object): Promise<string>;
  renew(address: Address, id: string, activity: object): Promise<void>;
}
