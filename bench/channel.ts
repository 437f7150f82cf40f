/**
 * The channel of the benches: a Teams server on this machine, what goes wrong in it, and the bot's own proactive sender to
 * it, with tokens.
 */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { setTimeout as pause } from 'node:timers/promises';
import { createChannelClient } from '../bot/teams/teams-channel-client';
import type { Notifier } from '../bot/context/notifier';
import { isTrustedServiceUrl } from '../bot/config/service-url';
import { createProactiveSender } from '../bot/delivery/proactive-sender';
import type { Conversation } from '../domain/partner/conversation';
import { documentedFaults, type Fault } from '../infra/teams-server/fault';
import type { Registration } from '../infra/teams-server/identity';

/** The registration of the bot, as the Teams server knows it. */
export const registration: Registration = { id: '11111111-2222-3333-4444-555555555555', secret: 'of this bench' };

/** The same as the bot is told. */
export const identity = {
  kind: 'SingleTenant',
  id: registration.id,
  tenant: '11111111-2222-3333-4444-666666666666',
  password: registration.secret,
} as const;

/** Every documented error, and about as many failures of the connection. */
export const faults: readonly Fault[] = [
  ...Object.values(documentedFaults),
  ...Array.from({ length: 4 }, (): readonly Fault[] => [
    { kind: 'cut', delivered: false },
    { kind: 'cut', delivered: true },
    { kind: 'hang', delivered: false },
    { kind: 'hang', delivered: true },
    { kind: 'slow', ms: 500 },
  ]).flat(),
];

export interface Line {
  readonly tokenUrl: string;
  /** Milliseconds for one call. */
  readonly deadline: number;
}

/** The proactive sender as production composes it, except that it trusts this machine and gets its tokens here. */
export function wayOutOver({ tokenUrl, deadline }: Line): Notifier {
  return createProactiveSender({
    post: createChannelClient(identity, { credentials: credentialsFrom(tokenUrl), deadline }),
    isTrusted: (url) => isTrustedServiceUrl(url, false),
    mayReach: () => true,
    clock: { now: Date.now, wait: (ms) => pause(ms) },
    random: Math.random,
  });
}

/** The credentials of the SDK would ask Microsoft. */
function credentialsFrom(tokenUrl: string): ConfigurationServiceClientCredentialFactory {
  let kept: Promise<string> | undefined;
  const getToken = (anew = false) => (kept = anew || kept === undefined ? granted(tokenUrl) : kept);
  const factory = new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppId: registration.id,
    MicrosoftAppPassword: registration.secret,
  });
  const credentials = {
    getToken,
    signRequest: async (request: { readonly headers: { set(name: string, value: string): void } }) => {
      request.headers.set('authorization', `Bearer ${await getToken()}`);
      return request;
    },
  };
  factory.createCredentials = () => Promise.resolve(credentials as never);
  return factory;
}

async function granted(tokenUrl: string): Promise<string> {
  const { id, secret } = registration;
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
  return ((await answer.json()) as { readonly access_token: string }).access_token;
}

/** The conversation with a person; `name` is unique over all tenants. Every tenth person is known from the roster only. */
export function conversationWith(
  name: string,
  { id, at, serviceUrl }: { readonly id: string; readonly at: number; readonly serviceUrl: string },
): Conversation {
  const known = at % 10 === 9 ? {} : { conversation: `a:${name}` };
  const reference = { channel: 'msteams', serviceUrl, bot: `28:${registration.id}`, user: `29:${name}`, ...known };
  return { id, scope: 'personal', reference, name: id, locale: 'en', seenAt: '2018-06-01T09:00:00Z' };
}
