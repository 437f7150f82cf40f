/** The Bot Connector as {@link ChannelClient}: proactive messages, outside of a turn. */
import { ConfigurationBotFrameworkAuthentication, type Activity } from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import type { BotIdentity } from '../config/config';
import type { Address, ChannelClient } from '../delivery/channel-client';
import { credentialsOf, WatchedCredentials } from './bot-credentials';
import { callTimeout, sendRequestsOnce } from './connector-pipeline';

interface ClientParts {
  readonly credentials?: ServiceClientCredentialsFactory;
  /** Milliseconds for one call. */
  readonly deadline?: number;
}

/**
 * Creates the client for calls outside of a turn: each call is one request with a timeout, and throws what {@link failureOf}
 * understands. It does not check whether the address is trusted.
 */
export function createChannelClient(identity?: BotIdentity, parts: ClientParts = {}): ChannelClient {
  const call = connectorCalls(identity, parts);
  return {
    create: (address, tenant) => call(address, (connector) => createPersonal(connector, address, tenant)),
    send: (address, activity) =>
      call(address, async ({ conversations }) => {
        const { id } = await conversations.sendToConversation(address.conversation, filled(activity, address));
        return id ?? '';
      }),
    renew: (address, id, activity) =>
      call(address, async ({ conversations }) => {
        await conversations.updateActivity(address.conversation, id, { ...filled(activity, address), id });
      }),
  };
}

type ConnectorCall = <T>(
  to: Pick<Address, 'serviceUrl'>,
  request: (connector: ConnectorClient) => Promise<T>,
) => Promise<T>;

/** Returns what performs one request with a connector of its own. After a 401 the next call fetches a new token. */
function connectorCalls(
  identity: BotIdentity | undefined,
  { credentials = credentialsOf(identity), deadline = callTimeout }: ClientParts,
): ConnectorCall {
  const watched = new WatchedCredentials(credentials);
  const authentication = new ConfigurationBotFrameworkAuthentication({}, watched);
  const claims = identity ? [{ type: AuthenticationConstants.AudienceClaim, value: identity.id }] : [];
  const connectors = authentication.createConnectorFactory(new ClaimsIdentity(claims, true));
  return async ({ serviceUrl }, request) => {
    const connector = await connectors.create(serviceUrl, undefined);
    sendRequestsOnce(connector, deadline);
    try {
      return await request(connector);
    } catch (error) {
      if ((error as { readonly statusCode?: unknown }).statusCode === 401) await watched.distrust();
      throw error;
    }
  };
}

/** Opens the personal conversation of a user and returns its id; if there is one already, Teams returns the same. */
async function createPersonal(
  { conversations }: ConnectorClient,
  { user, bot }: Parameters<ChannelClient['create']>[0],
  tenant: string,
): Promise<string> {
  const { id } = await conversations.createConversation({
    isGroup: false,
    bot: { id: bot, name: '' },
    members: [{ id: user, name: '' }],
    tenantId: tenant,
    channelData: { tenant: { id: tenant } },
  });
  return id;
}

/** Adds to an activity what the Bot Connector requires: channel, sender, recipient, conversation. */
function filled(activity: object, { bot, user, channel, conversation, serviceUrl }: Address): Activity {
  return {
    ...activity,
    channelId: channel,
    serviceUrl,
    from: { id: bot },
    conversation: { id: conversation },
    ...(user !== undefined && { recipient: { id: user } }),
  } as unknown as Activity;
}
