/** The adapter of the SDK with its middleware: each reply is sent once, and again only where Teams says that it is throttled. */
import { setTimeout as pause } from 'node:timers/promises';
import type { ConfigurationBotFrameworkAuthenticationOptions, Middleware } from 'botbuilder';
import type { ServiceClientCredentialsFactory } from 'botframework-connector';
import type { BotIdentity } from '../config/config';
import { AuthenticatedAdapter } from './authenticated-adapter';
import { credentialsOf } from './bot-credentials';
import { sendRequestsOnce } from './connector-pipeline';
import { replyRetry, type RetryParts } from './reply-retry';

/** Teams waits in real time, also when the clock of the local world has been moved. */
const realTime: RetryParts = { now: Date.now, wait: (ms) => pause(ms), random: Math.random };

interface AdapterParts {
  readonly retry?: RetryParts;
  /** The Bot Connector whose tokens are believed; a test has one of its own, and no setting reaches this. */
  readonly connector?: ConfigurationBotFrameworkAuthenticationOptions;
  /** How its own tokens are got, in place of Microsoft Entra; a test asks its Bot Connector. */
  readonly credentials?: ServiceClientCredentialsFactory;
}

/** Creates the adapter of this identity; without one, an adapter that does not authenticate callers, for the local world. */
export function createAdapter(
  identity?: BotIdentity,
  { retry = realTime, connector = {}, credentials = credentialsOf(identity) }: AdapterParts = {},
): AuthenticatedAdapter {
  const adapter = new AuthenticatedAdapter(connector, credentials);
  adapter.use(onceAndInTime);
  adapter.use(replyRetry(retry));
  return adapter;
}

const onceAndInTime: Middleware = {
  async onTurn(context, next) {
    const key = (context.adapter as { readonly ConnectorClientKey?: symbol }).ConnectorClientKey;
    const connector = key && context.turnState.get<{ client: unknown } | undefined>(key);
    // A fake connector of a test has no pipeline.
    if (connector?.client) sendRequestsOnce(connector);
    await next();
  },
};
