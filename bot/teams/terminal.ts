/** The terminal: a turn through the same application as in Teams, without HTTP and without Teams. */
import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
  type TeamsChannelAccount,
} from 'botbuilder';
import type { App } from './app';
import type { ConversationScope } from '../context/turn-request';

/** A person that the terminal can speak as. */
export interface Speaker {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  /** As the roster would tell it; absent where it knows none. */
  readonly mail?: string;
}

/** Where and as whom something happens. */
export interface TerminalTurn {
  readonly speaker: Speaker;
  readonly tenant: string;
  readonly locale: string;
  /** A chat with the bot alone, unless another is named. */
  readonly scope?: ConversationScope;
  readonly conversation?: string;
  /** Who else is there, as the roster would tell it. */
  readonly members?: readonly Speaker[];
}

const bot = { id: 'laurel', name: 'Laurel' };

/** What goes out, as the channel would get it. */
export type Outgoing = Partial<Activity>;

/** Says something to the application and gives back everything that it sends, in order. */
export function runTerminalTurn(app: App, text: string, situation: TerminalTurn): Promise<readonly Outgoing[]> {
  return runTerminalEvent(app, { type: 'message', text, textFormat: 'plain' }, situation);
}

/** Presses a button of a card and gives back everything that is sent, in order. */
export function pressInTerminal(app: App, action: unknown, situation: TerminalTurn): Promise<readonly Outgoing[]> {
  const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action } };
  return runTerminalEvent(app, press, situation);
}

/** Lets any activity happen; what the channel would add to it is added. */
export async function runTerminalEvent(
  app: App,
  activity: Partial<Activity>,
  situation: TerminalTurn,
): Promise<readonly Outgoing[]> {
  const { speaker, tenant, locale, scope = 'personal', conversation = `terminal-${speaker.id}` } = situation;
  const desk = new Desk(speaker, situation.members);
  await desk.run(app, {
    id: 'turn',
    channelId: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
    locale,
    from: { id: speaker.id, name: speaker.name, aadObjectId: speaker.aadObjectId },
    recipient: bot,
    conversation: {
      id: conversation,
      conversationType: scope,
      tenantId: tenant,
      isGroup: scope !== 'personal',
      name: '',
    },
    ...activity,
  });
  return desk.sent;
}

/** An adapter that keeps what is sent, and whose roster knows those who are there. */
class Desk extends BotAdapter {
  readonly sent: Outgoing[] = [];
  readonly #speaker: Speaker;
  readonly #members: readonly Speaker[];

  constructor(speaker: Speaker, others: readonly Speaker[] = []) {
    super();
    this.#speaker = speaker;
    this.#members = [speaker, ...others];
  }

  async run(app: App, activity: Partial<Activity>): Promise<void> {
    const context = new TurnContext(this, activity);
    context.turnState.set(this.ConnectorClientKey, {
      conversations: {
        getConversationMember: async () => memberOf(this.#speaker),
        getConversationPagedMembers: async () => ({ members: this.#members.map(memberOf) }),
      },
    });
    await this.runMiddleware(context, app);
  }

  override async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((activity) => ({ id: `sent-${this.sent.push(activity)}` }));
  }

  override async updateActivity(_: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    return { id: `sent-${this.sent.push(activity)}` };
  }

  override deleteActivity(): Promise<void> {
    return Promise.resolve();
  }

  override continueConversation(_: Partial<ConversationReference>): Promise<void> {
    return Promise.reject(new Error('A terminal has no conversation to continue'));
  }
}

function memberOf({ id, aadObjectId, name, mail }: Speaker): Partial<TeamsChannelAccount> {
  return { id, aadObjectId, name, ...(mail !== undefined && { email: mail, userPrincipalName: mail }) };
}
