/** An incoming activity in the words of the bot: who asks, what was said or pressed, and where to write back. */
import type { Activity, Mention as SdkMention, TurnContext } from 'botbuilder';
import type { AppServices } from '../../context/app-services';
import type { ConversationScope, TurnRequest } from '../../context/turn-request';
import type { TurnOrigin } from '../../delivery/conversation-reference';
import type { FileConsent } from '../../imports/file-consent';
import { stripMarkup, type Mention } from '../../language-understanding/message-text';
import type { TurnInput } from '../../turns/turn';
import { isDeparture } from './activity-kind';
import { attachmentsIn } from './attachment';
import { clientIn } from './client-info';
import { mailsOf, membersOf } from './roster';
import { clientLanguage, languageIn, type MessageSender } from './turn-language';

/** What a turn request is made with: the clock, and the log for a roster that cannot be read. */
type RequestDeps = Pick<AppServices, 'log' | 'now' | 'local'>;

/** Returns who asks, where, when and in which language. Mail addresses and members are fetched only when they are asked for. */
export function turnRequestOf(context: TurnContext, services: RequestDeps): TurnRequest {
  const { activity } = context;
  const { conversation, from } = activity;
  const { tenantId: home } = from as { readonly tenantId?: unknown };
  const channelData = activity.channelData as { readonly tenant?: { readonly id?: string } } | undefined;
  return {
    // Rows are kept under the tenant's id, so it is written in one case only.
    tenant: (conversation.tenantId ?? channelData?.tenant?.id ?? '').toLowerCase(),
    user: {
      id: from.id,
      aadObjectId: from.aadObjectId ?? '',
      ...(typeof home === 'string' && { home }),
      name: from.name ?? '',
      mails: () => mailsOf(context, services.log),
    },
    members: () => membersOf(context, services.log),
    locale: languageIn(context),
    scope: scopeOf(conversation.conversationType),
    conversation: conversation.id.split(';', 1)[0]!,
    way: { channel: activity.channelId, serviceUrl: activity.serviceUrl, bot: activity.recipient.id },
    ...(activity.type === 'invoke' && activity.replyToId !== undefined && { card: activity.replyToId }),
    now: services.now(),
    ...(services.local?.isClockMoved() === true && { isClockMoved: true }),
  };
}

/** Returns what a message carries: files, the fields of a card, or a text without markup and mentions of the bot. */
export function turnInputOf({ text, value, entities, recipient, attachments }: Activity): TurnInput {
  const dropped = attachmentsIn(attachments ?? [], text ?? '');
  if (dropped) return { dropped };
  if (!text && typeof value === 'object' && value !== null) {
    const { verb, ...data } = value as Record<string, unknown>;
    return { pressed: { verb, data } };
  }
  const mentions = (entities ?? [])
    .filter(({ type }) => type === 'mention')
    .map((entity): Mention => {
      const { text: mention, mentioned } = entity as SdkMention;
      return { text: String(mention ?? ''), bot: mentioned?.id === recipient.id };
    });
  return { said: stripMarkup(text ?? '', mentions) };
}

/** Returns the answer to a file consent card; every part of it is a claim of the client. */
export function consentIn(value: unknown): FileConsent {
  const claim = (value ?? {}) as {
    readonly action?: unknown;
    readonly context?: unknown;
    readonly uploadInfo?: unknown;
  };
  const { offer, about } = (claim.context ?? {}) as { readonly offer?: unknown; readonly about?: unknown };
  return { accepted: claim.action === 'accept', offer, about, upload: claim.uploadInfo ?? {} };
}

/** Returns the tenant and the Entra object id of the sender; the id is empty for activities that the channel itself sends. */
export function senderOf(context: TurnContext, services: RequestDeps): MessageSender {
  const { tenant, user } = turnRequestOf(context, services);
  const isPerson = user.id !== context.activity.recipient.id;
  return { tenant, account: isPerson ? user.aadObjectId.toLowerCase() : '' };
}

/** Returns what the activity tells for proactive messages: the conversation, its sender, their language and time zone. */
export async function turnOriginOf(context: TurnContext, services: RequestDeps): Promise<TurnOrigin> {
  const { activity } = context;
  const { from, recipient, channelId, serviceUrl, conversation } = activity;
  const request = turnRequestOf(context, services);
  const { aadObjectId, name } = request.user;
  const isPerson = aadObjectId !== '' && from.id !== recipient.id && !isFromElsewhere(request);
  const client = clientIn(activity);
  const timeZone = activity.localTimezone || client?.timezone;
  const locale = clientLanguage(activity);
  return {
    tenant: request.tenant,
    departs: await isDeparture(context),
    sighting: {
      scope: request.scope,
      conversation: request.conversation,
      title: conversation.name ?? '',
      channel: channelId,
      serviceUrl,
      bot: recipient.id,
      ...(isPerson && { person: { id: aadObjectId.toLowerCase(), user: from.id, name } }),
      ...(locale && { locale }),
      ...(timeZone && { timeZone }),
      at: new Date(request.now).toISOString(),
    },
  };
}

/** Returns the scope of a conversation type; one that is not known is personal. */
export function scopeOf(conversationType: string | undefined): ConversationScope {
  return conversationType === 'groupChat' || conversationType === 'channel' ? conversationType : 'personal';
}

/** A member of a shared channel whom another organization employs: no conversation is opened with them. */
function isFromElsewhere({ tenant, user: { home = tenant } }: TurnRequest): boolean {
  return home.toLowerCase() !== tenant.toLowerCase();
}
