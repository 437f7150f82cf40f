/** The messenger is the one way out to Teams: the adapter, what it may not do by itself, and the roster. */
import { TeamsAdapter } from '@microsoft/teams-ai';
import { ConfigurationServiceClientCredentialFactory, TeamsInfo, type Middleware, type TurnContext } from 'botbuilder';
// The package's root does not export it.
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';
import type { BotIdentity } from './config';
import { inTime } from './deadline';
import type { Log } from './world';

/** Without this the connector sends of an entity only type and text: labels, citations and the rest would never arrive. */
(Entity.type as { additionalProperties?: unknown }).additionalProperties = { type: { name: 'Object' } };

/** Milliseconds for one call to the channel. */
const callDeadline = 10_000;
/** Milliseconds for the roster, which only ever helps to recognise somebody. */
const rosterDeadline = 3_000;

/** The adapter of this identity, or one that checks nobody, for the local world. */
export function createAdapter(identity?: BotIdentity): TeamsAdapter {
  const credentials = new ConfigurationServiceClientCredentialFactory(
    identity
      ? {
          MicrosoftAppId: identity.id,
          MicrosoftAppType: identity.kind,
          MicrosoftAppTenantId: identity.tenant,
          ...(identity.kind === 'SingleTenant' && { MicrosoftAppPassword: identity.password }),
        }
      : {},
  );
  const adapter = new TeamsAdapter({}, credentials);
  adapter.use(onceAndInTime);
  return adapter;
}

interface Pipeline {
  removePolicy(policy: { readonly name: string }): void;
  addPolicy(policy: {
    readonly name: string;
    sendRequest(request: { timeout: number }, send: (request: unknown) => Promise<unknown>): Promise<unknown>;
  }): void;
}

/** The connector repeats a POST by itself, which says things twice, and waits for ever; no option turns that off. */
const onceAndInTime: Middleware = {
  async onTurn(context, next) {
    const key = (context.adapter as { readonly ConnectorClientKey?: symbol }).ConnectorClientKey;
    const connector = key && context.turnState.get<{ client: { pipeline: Pipeline } } | undefined>(key);
    connector?.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
    connector?.client.pipeline.addPolicy({
      name: 'deadline',
      sendRequest(request, send) {
        request.timeout = callDeadline;
        return send(request);
      },
    });
    await next();
  },
};

/** The mail address and sign-in name under which the channel knows whoever speaks; none where it does not tell. */
export async function mailsOf(context: TurnContext, log: Log): Promise<readonly string[]> {
  try {
    const { email, userPrincipalName } = await inTime(
      TeamsInfo.getMember(context, context.activity.from.id),
      rosterDeadline,
    );
    return [email, userPrincipalName].filter((mail) => typeof mail === 'string' && mail !== '') as string[];
  } catch (error) {
    log.warn({ error }, 'The roster did not tell who speaks.');
    return [];
  }
}
