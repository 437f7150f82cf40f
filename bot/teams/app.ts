/** The Teams application: turns an incoming activity into a turn request and sends the reply. */
import { Application } from '@microsoft/teams-ai';
import {
  INVOKE_RESPONSE_KEY,
  type Activity,
  type Mention as SdkMention,
  type SendActivitiesHandler,
  type TurnContext,
} from 'botbuilder';
import type { Card } from '../../cards/elements/card';
import type { Locale } from '../../domain/basics/locale';
import { clientIn } from './client-info';
import { clientLanguage, conversationRead, languageIn, readLanguage, type MessageSender } from './turn-language';
import type { TurnRequest, ConversationScope } from '../context/turn-request';
import { attachmentsIn } from './attachment';
import type { AuthenticatedAdapter } from './authenticated-adapter';
import { createRefusalLog } from './refusal-log';
import { type FileConsent, exportReply } from '../imports/file-consent';
import { updateConversationReferences, type TurnOrigin } from '../delivery/conversation-reference';
import { activityOf, cardType } from '../delivery/card-activity';
import { isTextual, withTextualCards } from '../delivery/card-form';
import { mailsOf, membersOf } from './teams-channel-client';
import { type FileOffer, type SentFile, refused, type Reply } from '../context/reply';
import type { TurnProcessor } from './server';
import { refuseStranger } from '../turns/command-access';
import { replyTo, type TurnInput } from '../turns/turn';
import { forgetInstallation, replyToInstallation } from './welcome';
import { stripMarkup, type Mention } from '../language/message-text';
import type { AppServices } from '../context/app-services';
import { countMetric, measure, traced } from '../context/telemetry';

/** A turn that takes longer than this, in milliseconds, shows the typing indicator. */
const typingAfter = 1_000;
/** Teams waits less long for the answer to a button than for one to a message. */
const pressDeadline = 4_000;

/** Answers one activity; every path out of it has said something, or had nothing to say. */
export type App = (context: TurnContext) => Promise<void>;

/** The SDK's timer is one for all turns, and its option to leave it out is not heeded; ours is one for each. */
class QuietApplication extends Application {
  override startTypingTimer(): void {}
}

/** Creates the application over these services. It keeps no turn state: all state is in the store. */
export function createApp(services: AppServices): App {
  const app = new QuietApplication({ removeRecipientMention: false });
  app.addRoute(isPress, (context) => answerPress(context, services), true);
  app.addRoute(isConsent, (context) => answerConsent(context, services), true);
  app.activity(isMessage, (context) => answerMessage(context, services));
  app.activity(isArrival, (context) => greet(context, services));
  app.activity(isDeparture, (context) => forgetInstallation(askOf(context, services), services));
  return async (context) => {
    context.onSendActivities(cardForms(services));
    if (isComplete(context.activity))
      await observed(context, async () => {
        if (!refuseStranger(askOf(context, services), services))
          await readLanguage(context, senderOf(context, services), services);
        await app.run(context);
      });
    else
      services.log.warn(
        { type: context.activity.type },
        'An activity without a sender or a conversation was left aside.',
      );
  };
}

/** A turn as a span, counted and timed by the kind of its activity. */
async function observed({ activity }: TurnContext, run: () => Promise<unknown>): Promise<void> {
  const began = performance.now();
  const kind = { 'laurel.activity': activity.type };
  const scope = {
    'laurel.scope': scopeOf(activity.conversation.conversationType),
    'laurel.channel': activity.channelId,
  };
  let outcome = 'failed';
  try {
    await traced('laurel.turn', { ...kind, ...scope }, run);
    outcome = 'done';
  } finally {
    countMetric('laurel.turns', { ...kind, outcome });
    measure('laurel.turn.duration', performance.now() - began, kind);
  }
}

/** Each card that goes out takes the form that the client of this turn draws. */
function cardForms({ cards = 'auto' }: AppServices): SendActivitiesHandler {
  return ({ activity }, sent, send) => {
    const platform = clientIn(activity)?.platform;
    const client = { channel: activity.channelId, ...(platform !== undefined && { platform }) };
    // The SDK sends the very list that it hands over.
    if (isTextual(cards, client)) for (const [at, one] of sent.entries()) sent[at] = withTextualCards(one);
    return send();
  };
}

/** Creates the processor of HTTP requests: answers the activity, then stores its conversation reference. */
export function createTurnProcessor(adapter: AuthenticatedAdapter, app: App, services: AppServices): TurnProcessor {
  const logRefusal = createRefusalLog(services);
  return async (request, response) => {
    // The server lets nothing through that the schema of activities refuses.
    const activity = request.body as Activity;
    const answer = await adapter.authenticate(activity, request.headers.authorization);
    if ('status' in answer) {
      logRefusal(answer);
      response.send(answer.status, { code: answer.code });
      return;
    }
    let seen: TurnOrigin | undefined;
    const invoked = await adapter.answer({ caller: answer.caller, activity }, async (context) => {
      // Nothing can be asked of the context after its turn.
      seen = isComplete(context.activity) ? await seenIn(context, services) : undefined;
      await app(context);
      const own = conversationRead(context);
      if (seen && own !== undefined) seen = { ...seen, own };
    });
    response.send(invoked?.status ?? 200, invoked?.body);
    if (seen) await updateConversationReferences(seen, services);
  };
}

/** What the SDK itself needs before any of our code sees a turn; it throws where this is missing. */
function isComplete({ channelId, from, recipient, conversation }: Partial<Activity>): boolean {
  return Boolean(channelId && from?.id && recipient?.id && conversation?.id);
}

/** Selectors are asked about every activity, whatever its type. */
const isMessage = async ({ activity }: TurnContext) => activity.type === 'message';
const isPress = async ({ activity }: TurnContext) =>
  activity.type === 'invoke' && activity.name === 'adaptiveCard/action';

const isConsent = async ({ activity }: TurnContext) =>
  activity.type === 'invoke' && activity.name === 'fileConsent/invoke';

/** An installation arrives as two activities, or in either alone; people who come later are not greeted. */
const isArrival = async ({ activity }: TurnContext) =>
  (activity.type === 'installationUpdate' && activity.action === 'add') ||
  (activity.type === 'conversationUpdate' && isBotAmong(activity.membersAdded, activity));

const isDeparture = async ({ activity }: TurnContext) =>
  (activity.type === 'installationUpdate' && activity.action === 'remove') ||
  (activity.type === 'conversationUpdate' && isBotAmong(activity.membersRemoved, activity));

function isBotAmong(members: Activity['membersAdded'], { recipient }: Activity): boolean {
  return members?.some(({ id }) => id === recipient.id) ?? false;
}

async function answerMessage(context: TurnContext, services: AppServices): Promise<void> {
  const request = askOf(context, services);
  const typing = setTimeout(() => void showTyping(context, services), typingAfter);
  const reply = await replyTo(heardIn(context.activity), request, services).finally(() => clearTimeout(typing));
  await context.sendActivity(messageWith(reply, request.locale));
}

async function showTyping(context: TurnContext, { log }: AppServices): Promise<void> {
  try {
    await context.sendActivity({ type: 'typing' });
  } catch (error) {
    log.warn({ error }, 'It could not be shown that somebody is at work.');
  }
}

/** The invoke response replaces the card for the person who pressed; the SDK's own handler would replace it for everyone. */
async function answerPress(context: TurnContext, services: AppServices): Promise<void> {
  const hurried = { ...services, deadline: Math.min(services.deadline, pressDeadline) };
  const { action } = (context.activity.value ?? {}) as { readonly action?: unknown };
  const request = askOf(context, services);
  const { card, offer } = await replyTo({ pressed: action }, request, hurried);
  await context.sendActivity(responseWith(card));
  if (offer) await offerFile(offer, context, services);
}

/** Where a file cannot be offered, the other way to it is told. */
async function offerFile(offer: FileOffer, context: TurnContext, services: AppServices): Promise<void> {
  try {
    await context.sendActivity(offerWith(offer));
  } catch (error) {
    services.log.warn({ error }, 'A file could not be offered.');
    const request = askOf(context, services);
    const reply = exportReply(
      { state: 'failed', file: offer.name, fault: 'unreachable', canOffer: false },
      request,
      services,
    );
    await context.sendActivity(messageWith(reply, request.locale));
  }
}

/** The channel is answered at once, for storing a file may take longer than it waits; the question for leave goes. */
async function answerConsent(context: TurnContext, services: AppServices): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
  const request = askOf(context, services);
  const { replyToId } = context.activity;
  const reply = await replyTo({ consented: consentIn(context.activity.value) }, request, services);
  if (replyToId)
    await context.deleteActivity(replyToId).catch((error: unknown) => {
      services.log.warn({ error }, 'Could not delete a file consent card.');
    });
  if (reply.handed) await context.sendActivity(handedWith(reply.handed));
  await context.sendActivity(messageWith(reply, request.locale));
}

function consentIn(value: unknown): FileConsent {
  const claim = (value ?? {}) as {
    readonly action?: unknown;
    readonly context?: unknown;
    readonly uploadInfo?: unknown;
  };
  const { offer, about } = (claim.context ?? {}) as { readonly offer?: unknown; readonly about?: unknown };
  return { accepted: claim.action === 'accept', offer, about, upload: claim.uploadInfo ?? {} };
}

async function greet(context: TurnContext, services: AppServices): Promise<void> {
  const request = askOf(context, services);
  const reply = await replyToInstallation(request, services);
  if (!reply) return;
  try {
    await context.sendActivity(messageWith(reply, request.locale));
  } catch (error) {
    await forgetInstallation(request, services);
    throw error;
  }
}

/** A last word for what failed outside of answering, above all for sending: an invoke without one would be a 501. */
export function createTurnErrorHandler(services: AppServices): (context: TurnContext, error: Error) => Promise<void> {
  return async (context, error) => {
    const reference = services.newReference();
    services.log.error({ reference, type: context.activity.type, error }, 'A turn failed.');
    if (isComplete(context.activity)) await sayThatItFailed(context, reference, services);
  };
}

/** Throws nothing, because nothing stands behind it: what fails here is logged. */
async function sayThatItFailed(context: TurnContext, reference: string, services: AppServices): Promise<void> {
  try {
    const locale = languageIn(context);
    const reply = refused({ code: 'went-wrong', reference }, services.text(locale));
    const isInvoke = context.activity.type === 'invoke';
    if (isInvoke ? context.turnState.get(INVOKE_RESPONSE_KEY) : context.activity.type !== 'message') return;
    await context.sendActivity(isInvoke ? responseWith(reply.card) : messageWith(reply, locale));
  } catch (again) {
    services.log.error({ reference, error: again }, 'Could not send the error card.');
  }
}

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const handedType = 'application/vnd.microsoft.teams.card.file.info';

function offerWith({ id: offer, about, name, size: sizeInBytes, description }: FileOffer): Partial<Activity> {
  const said = { offer, about };
  const content = { description, sizeInBytes, acceptContext: said, declineContext: said };
  return { type: 'message', attachments: [{ contentType: consentType, name, content }] };
}

function handedWith({ name, contentUrl, uniqueId, fileType }: SentFile): Partial<Activity> {
  const content = { uniqueId, fileType };
  return { type: 'message', attachments: [{ contentType: handedType, name, contentUrl, content }] };
}

function messageWith({ card }: Reply, locale: Locale): Partial<Activity> {
  return activityOf({ card, locale });
}

function responseWith(card: Card): Partial<Activity> {
  return {
    type: 'invokeResponse',
    value: { status: 200, body: { statusCode: 200, type: cardType, value: card } },
  };
}

function heardIn({ text, value, entities, recipient, attachments }: Activity): TurnInput {
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

function askOf(context: TurnContext, services: AppServices): TurnRequest {
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
    now: services.now(),
    ...(services.local?.isClockMoved() === true && { isClockMoved: true }),
  };
}

/** The tenant and the Entra object id of the person who speaks; the id is empty where the channel itself does. */
function senderOf(context: TurnContext, services: AppServices): MessageSender {
  const { tenant, user } = askOf(context, services);
  const isPerson = user.id !== context.activity.recipient.id;
  return { tenant, account: isPerson ? user.aadObjectId.toLowerCase() : '' };
}

async function seenIn(context: TurnContext, services: AppServices): Promise<TurnOrigin> {
  const { activity } = context;
  const { from, recipient, channelId, serviceUrl, conversation } = activity;
  const request = askOf(context, services);
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

function scopeOf(conversationType: string | undefined): ConversationScope {
  return conversationType === 'groupChat' || conversationType === 'channel' ? conversationType : 'personal';
}

/** A member of a shared channel whom another organization employs: no conversation is opened with them. */
function isFromElsewhere({ tenant, user: { home = tenant } }: TurnRequest): boolean {
  return home.toLowerCase() !== tenant.toLowerCase();
}
