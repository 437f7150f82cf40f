/** Callers that were verified a moment ago: Teams sends the same token with many requests, and what is to be said of it stays the same. */
import type { Activity } from 'botbuilder';
import type { AuthenticateRequestResult, ConnectorClient, ConnectorFactory } from 'botframework-connector';
import LRUCache from 'lru-cache';

/** Milliseconds for which a verified caller is believed: as long as a row may be held. */
export const believedFor = 2_000;
/** Teams uses a few tokens at a time; more service URLs and channels than that do not call within two seconds. */
const mostCallers = 500;

interface VerifiedCaller {
  readonly at: number;
  readonly caller: AuthenticateRequestResult;
}

/** Verifies callers, each token with the same claims about it at most once in two seconds. */
export class VerifiedCallers {
  readonly #verified = new LRUCache<string, VerifiedCaller>({ max: mostCallers });
  readonly #clock: () => number;

  /** `clock` tells milliseconds and only goes forward. */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** The caller of an activity, with one connector for all of its turns. Throws what `verify` throws; a refusal is not kept. */
  async callerOf(
    activity: Activity,
    authorization: string,
    verify: () => Promise<AuthenticateRequestResult>,
  ): Promise<AuthenticateRequestResult> {
    const key = keyOf(activity, authorization);
    const at = this.#clock();
    const known = this.#verified.get(key);
    if (known && at - known.at < believedFor) return known.caller;
    const caller = withOneConnector(await verify());
    this.#verified.set(key, { at, caller });
    return caller;
  }
}

/** Everything that the SDK looks at when it verifies a caller. */
function keyOf({ channelId, serviceUrl, recipient }: Activity, authorization: string): string {
  return JSON.stringify([authorization, channelId, serviceUrl, recipient?.role]);
}

/** The SDK makes a connector for each turn; here one serves all turns of a caller. */
function withOneConnector(caller: AuthenticateRequestResult): AuthenticateRequestResult {
  const { connectorFactory } = caller;
  return connectorFactory ? { ...caller, connectorFactory: new OneConnectorFactory(connectorFactory) } : caller;
}

class OneConnectorFactory implements ConnectorFactory {
  readonly #factory: ConnectorFactory;
  #made: { readonly serviceUrl: string; readonly audience: string; readonly client: ConnectorClient } | undefined;

  constructor(factory: ConnectorFactory) {
    this.#factory = factory;
  }

  async create(serviceUrl: string, audience: string): Promise<ConnectorClient> {
    const made = this.#made;
    if (made?.serviceUrl === serviceUrl && made.audience === audience) return made.client;
    const client = await this.#factory.create(serviceUrl, audience);
    this.#made = { serviceUrl, audience, client };
    return client;
  }
}
