/** All calls to Teams: the adapter with its limits, the client for proactive messages, and the roster. */
import { setTimeout as pause } from 'node:timers/promises';
import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  ConfigurationServiceClientCredentialFactory,
  TeamsInfo,
  type Activity,
  type Middleware,
  type TeamsChannelAccount,
  type TurnContext,
} from 'botbuilder';
import {
  AuthenticationConstants,
  ClaimsIdentity,
  type AppCredentials,
  type ConnectorClient,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
// The package's root does not export it.
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';
import { annotate, traced } from '../context/telemetry';
import type { ConversationMember } from '../context/turn-request';
import type { BotIdentity } from '../config/config';
import { withTimeout } from '../context/timeout';
import { TokenRefused } from '../delivery/channel-failure';
import type { Address, ChannelClient } from '../delivery/channel-client';
import { AuthenticatedAdapter } from './authenticated-adapter';
import { replyRetry, type RetryParts } from './reply-retry';
import { tokenAnswerTo, type TokenAnswer } from './bot-token-answer';
import type { Log } from '../context/app-services';

/** Without this the connector sends of an entity only type and text: labels, citations and the rest would never arrive. */
(Entity.type as { additionalProperties?: unknown }).additionalProperties = { type: { name: 'Object' } };

/** Milliseconds for one call to the channel. */
const callDeadline = 10_000;
/** Milliseconds for the roster, which only helps to recognise people. */
const rosterDeadline = 3_000;

/** A turn is as long as Teams waits, whatever the clock of Laurel shows. */
const realTime: RetryParts = { now: Date.now, wait: (ms) => pause(ms), random: Math.random };

interface AdapterParts {
  readonly retry?: RetryParts;
  /** The Bot Connector whose tokens are believed; a test has one of its own, and no setting reaches this. */
  readonly connector?: ConfigurationBotFrameworkAuthenticationOptions;
}

/** Creates the adapter of this identity; without one, an adapter that does not authenticate callers, for the local world. */
export function createAdapter(
  identity?: BotIdentity,
  { retry = realTime, connector = {} }: AdapterParts = {},
): AuthenticatedAdapter {
  const adapter = new AuthenticatedAdapter(connector, credentialsOf(identity));
  adapter.use(onceAndInTime);
  adapter.use(replyRetry(retry));
  return adapter;
}

function credentialsOf(identity?: BotIdentity): ServiceClientCredentialsFactory {
  return new ConfigurationServiceClientCredentialFactory(
    identity
      ? {
          MicrosoftAppId: identity.id,
          MicrosoftAppType: identity.kind,
          MicrosoftAppTenantId: identity.tenant,
          ...(identity.kind === 'SingleTenant' && { MicrosoftAppPassword: identity.password }),
        }
      : {},
  );
}

interface Pipeline {
  removePolicy(policy: { readonly name: string }): void;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(
      request: { abortSignal?: AbortSignal; readonly method?: string },
      send: (request: unknown) => Promise<unknown>,
    ): Promise<unknown>;
  }): void;
}

/**
 * The connector repeats a POST by itself, which says things twice, follows wherever an answer sends it, whether or not we
 * trust that host, and waits for ever; no option turns that off.
 */
function holdToOnce(connector: unknown, deadline = callDeadline): void {
  const { pipeline } = (connector as { readonly client: { readonly pipeline: Pipeline } }).client;
  pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  pipeline.removePolicy({ name: 'redirectPolicy' });
  pipeline.addPolicy({
    name: 'deadline',
    // The client's own timer goes on after a connection has failed, and keeps the process from ending.
    async sendRequest(request, send) {
      const stop = new AbortController();
      const timer = setTimeout(() => stop.abort(), deadline);
      request.abortSignal = stop.signal;
      return traced('laurel.teams', { 'http.request.method': request.method ?? '' }, async () => {
        const response = await send(request);
        annotate({ 'http.response.status_code': (response as { readonly status?: number }).status ?? 0 });
        return response;
      }).finally(() => clearTimeout(timer));
    },
  });
}

const onceAndInTime: Middleware = {
  async onTurn(context, next) {
    const key = (context.adapter as { readonly ConnectorClientKey?: symbol }).ConnectorClientKey;
    const connector = key && context.turnState.get<{ client: unknown } | undefined>(key);
    // A fake connector of a test has no pipeline.
    if (connector?.client) holdToOnce(connector);
    await next();
  },
};

/** Whether the bot is granted a token for the channel, here and now; nothing is sent with it. */
export async function requestToken(identity: BotIdentity, credentials = credentialsOf(identity)): Promise<TokenAnswer> {
  const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrl: login } = AuthenticationConstants;
  try {
    const own = await credentials.createCredentials(identity.id, scope, login, true);
    await withTimeout((own as AppCredentials).getToken(true), callDeadline);
    return { kind: 'granted' };
  } catch (error) {
    return tokenAnswerTo(error, identity.kind);
  }
}

interface PostParts {
  readonly credentials?: ServiceClientCredentialsFactory;
  /** Milliseconds for one call. */
  readonly deadline?: number;
}

/**
 * Creates the client for calls outside of a turn: each call is one request with a deadline, and throws what {@link failureOf}
 * understands. It does not check whether the address is trusted.
 */
export function createChannelClient(identity?: BotIdentity, parts: PostParts = {}): ChannelClient {
  const { credentials = credentialsOf(identity), deadline = callDeadline } = parts;
  const watched = new WatchedCredentials(credentials);
  const authentication = new ConfigurationBotFrameworkAuthentication({}, watched);
  const claims = identity ? [{ type: AuthenticationConstants.AudienceClaim, value: identity.id }] : [];
  const connectors = authentication.createConnectorFactory(new ClaimsIdentity(claims, true));
  const call = async <T>(serviceUrl: string, request: (connector: ConnectorClient) => Promise<T>): Promise<T> => {
    const connector = await connectors.create(serviceUrl, undefined);
    holdToOnce(connector, deadline);
    try {
      return await request(connector);
    } catch (error) {
      if ((error as { readonly statusCode?: unknown }).statusCode === 401) await watched.distrust();
      throw error;
    }
  };
  return {
    create: (address, tenant) =>
      call(address.serviceUrl, async ({ conversations }) => {
        const members = [{ id: address.user, name: '' }];
        const bot = { id: address.bot, name: '' };
        const created = await conversations.createConversation({
          isGroup: false,
          bot,
          members,
          tenantId: tenant,
          channelData: { tenant: { id: tenant } },
        });
        return created.id;
      }),
    send: (address, activity) =>
      call(address.serviceUrl, async ({ conversations }) => {
        const { id } = await conversations.sendToConversation(address.conversation, filled(activity, address));
        return id ?? '';
      }),
    renew: (address, id, activity) =>
      call(address.serviceUrl, async ({ conversations }) => {
        await conversations.updateActivity(address.conversation, id, { ...filled(activity, address), id });
      }),
  };
}

/** What the channel wants to know about an activity beside what it says. */
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

/** Credentials that tell a token that is not to be had from a channel that does not answer. */
class WatchedCredentials implements ServiceClientCredentialsFactory {
  readonly #inner: ServiceClientCredentialsFactory;
  #isDistrusted = false;

  constructor(inner: ServiceClientCredentialsFactory) {
    this.#inner = inner;
  }

  /** The channel did not take our token, so the next one is a new one: the SDK would keep it until it expires. */
  async distrust(): Promise<void> {
    this.#isDistrusted = !(await this.isAuthenticationDisabled());
  }

  isValidAppId(id: string): Promise<boolean> {
    return this.#inner.isValidAppId(id);
  }

  isAuthenticationDisabled(): Promise<boolean> {
    return this.#inner.isAuthenticationDisabled();
  }

  createCredentials: ServiceClientCredentialsFactory['createCredentials'] = async (...about) => {
    const credentials = await this.#inner.createCredentials(...about);
    return {
      signRequest: async (request) => {
        try {
          if (this.#isDistrusted) await withTimeout((credentials as AppCredentials).getToken?.(true), callDeadline);
          this.#isDistrusted = false;
          return await withTimeout(credentials.signRequest(request), callDeadline);
        } catch (cause) {
          throw new TokenRefused('No token was granted', { cause });
        }
      },
    };
  };
}

/** Returns the mail address and user principal name of the sender from the roster; empty if the roster call fails. */
export async function mailsOf(context: TurnContext, log: Log): Promise<readonly string[]> {
  try {
    const { email, userPrincipalName } = await withTimeout(
      TeamsInfo.getMember(context, context.activity.from.id),
      rosterDeadline,
    );
    return [email, userPrincipalName].filter((mail) => typeof mail === 'string' && mail !== '') as string[];
  } catch (error) {
    log.warn({ error }, 'The roster did not tell who speaks.');
    return [];
  }
}

/** As many as the channel gives at once, and more pages than any team has. */
const membersAtOnce = 500;
const mostPages = 50;

/** Everyone in the conversation, in a channel everyone in its team; none where the channel does not tell. */
export async function membersOf(context: TurnContext, log: Log): Promise<readonly ConversationMember[]> {
  const members: ConversationMember[] = [];
  try {
    let token: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await withTimeout(TeamsInfo.getPagedMembers(context, membersAtOnce, token), rosterDeadline);
      members.push(...answer.members.map(memberFrom));
      token = answer.continuationToken;
      if (!token) break;
    }
  } catch (error) {
    log.warn({ error }, 'The roster did not tell who is here.');
  }
  return members;
}

function memberFrom({ id, aadObjectId, name, email, userPrincipalName }: TeamsChannelAccount): ConversationMember {
  const mails = [email, userPrincipalName].filter((mail) => typeof mail === 'string' && mail !== '') as string[];
  return { id, aadObjectId: aadObjectId ?? '', name: name ?? '', mails: [...new Set(mails)] };
}
