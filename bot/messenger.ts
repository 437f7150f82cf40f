/** The messenger is the one way out to Teams: the adapter, what it may not do by itself, and the roster. */
import { TeamsAdapter } from '@microsoft/teams-ai';
import {
  ConfigurationServiceClientCredentialFactory,
  TeamsInfo,
  type Middleware,
  type TeamsChannelAccount,
  type TurnContext,
} from 'botbuilder';
// The package's root does not export it.
import { Entity } from 'botframework-connector/lib/connectorApi/models/mappers';
import type { Member } from './ask';
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

/** As many as the channel gives at once, and more pages than any team has. */
const membersAtOnce = 500;
const mostPages = 50;

/** Everyone in the conversation, in a channel everyone in its team; none where the channel does not tell. */
export async function membersOf(context: TurnContext, log: Log): Promise<readonly Member[]> {
  const members: Member[] = [];
  try {
    let token: string | undefined;
    for (let page = 0; page < mostPages; page += 1) {
      const answer = await inTime(TeamsInfo.getPagedMembers(context, membersAtOnce, token), rosterDeadline);
      members.push(...answer.members.map(memberFrom));
      token = answer.continuationToken;
      if (!token) break;
    }
  } catch (error) {
    log.warn({ error }, 'The roster did not tell who is here.');
  }
  return members;
}

function memberFrom({ id, aadObjectId, name, email, userPrincipalName }: TeamsChannelAccount): Member {
  const mails = [email, userPrincipalName].filter((mail) => typeof mail === 'string' && mail !== '') as string[];
  return { id, aadObjectId: aadObjectId ?? '', name: name ?? '', mails: [...new Set(mails)] };
}
