/** The caller is Teams as the bot meets it: it posts to the bot's endpoint what people do. */
import { randomUUID } from 'node:crypto';
import type { DirectoryPerson, Room } from './directory';

/** Where and as what the bot is called. */
export interface CalledBot {
  /** The address of the bot's endpoint, such as `http://127.0.0.1:3978/api/messages`. */
  readonly endpoint: string;
  /** The bot's id as an account of the channel, such as `28:…`. */
  readonly account: string;
  /** Returns the token of one call; undefined if the bot does not authenticate callers. */
  readonly token?: () => string;
  readonly serviceUrl: string;
}

export interface ReceivedCall {
  readonly status: number;
  /** The answer to an invoke; absent where the bot answered nothing. */
  readonly body?: unknown;
}

/** Posts an activity as a person in a conversation, with the fields that Teams adds. */
export async function call(
  bot: CalledBot,
  { person, room }: { readonly person: DirectoryPerson; readonly room: Room },
  activity: Readonly<Record<string, unknown>>,
): Promise<ReceivedCall> {
  const answer = await fetch(bot.endpoint, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(bot.token && { authorization: `Bearer ${bot.token()}` }) },
    body: JSON.stringify({ ...envelope(bot, person, room), ...activity }),
  });
  const text = await answer.text();
  return { status: answer.status, ...(text !== '' && { body: bodyOf(text) }) };
}

function bodyOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function envelope(bot: CalledBot, person: DirectoryPerson, room: Room): object {
  const { locale = 'en-US', timeZone } = person;
  return {
    id: randomUUID(),
    channelId: 'msteams',
    serviceUrl: bot.serviceUrl,
    timestamp: new Date().toISOString(),
    from: { id: person.id, name: person.name, aadObjectId: person.aadObjectId },
    recipient: { id: bot.account, name: 'Bot' },
    conversation: {
      id: room.id,
      conversationType: room.scope,
      tenantId: room.tenant,
      ...(room.scope !== 'personal' && { isGroup: true, name: room.name }),
    },
    channelData: { tenant: { id: room.tenant } },
    locale,
    ...(timeZone !== undefined && { localTimezone: timeZone }),
    entities: [{ type: 'clientInfo', locale, platform: 'Web', ...(timeZone !== undefined && { timezone: timeZone }) }],
  };
}

/** The activities that people and Teams send most. */
export const activities = {
  says: (text: string) => ({ type: 'message', text, textFormat: 'plain' }),
  /** Presses a button of a card; `action` is the action as it stands in the card. */
  presses: (action: object, replyToId?: string) => ({
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action },
    ...(replyToId !== undefined && { replyToId }),
  }),
  installs: () => ({ type: 'installationUpdate', action: 'add' }),
  removes: () => ({ type: 'installationUpdate', action: 'remove' }),
} as const;
