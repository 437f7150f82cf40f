/** The Teams application: one handler for each kind of activity, which sends the reply. */
import { Application } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import { noteTrace } from './turn-trace';
import { refreshId } from '../../cards/elements/refresh';
import type { AppServices } from '../context/app-services';
import type { FileOffer } from '../context/reply';
import { countMetric, measure, traced } from '../context/telemetry';
import { answerLater } from '../imports/file-answer';
import { exportReply } from '../imports/file-consent';
import { refuseStranger } from '../turns/command-access';
import { searchChoices } from '../turns/choice-search';
import { replyTo } from '../turns/turn';
import {
  isArrival,
  isComplete,
  isConsent,
  isDeparture,
  isMessage,
  isPress,
  isSearch,
} from './activities/activity-kind';
import { turnRequestOf, consentIn, turnInputOf, scopeOf, senderOf } from './activities/incoming-activity';
import {
  cardForms,
  fileConsentActivity,
  isTargeted,
  keepCardResponse,
  messageActivity,
  pressResponse,
  sentFileActivity,
  targetedReplies,
  searchResponse,
} from './activities/outgoing-activity';
import { readLanguage } from './activities/turn-language';
import { forgetInstallation, replyToInstallation } from './welcome';

/** A turn that takes longer than this, in milliseconds, shows the typing indicator. */
const typingAfter = 1_000;
/** Teams waits less long for the answer to a button than for one to a message. */
const pressDeadline = 4_000;

/** Answers one activity, and throws what sending the reply throws. */
export type App = (context: TurnContext) => Promise<void>;

/** The SDK's timer is one for all turns, and its option to leave it out is not heeded; ours is one for each. */
class QuietApplication extends Application {
  override startTypingTimer(): void {}
}

/** Creates the application over these services. It keeps no turn state: all state is in the store. */
export function createApp(services: AppServices): App {
  const app = new QuietApplication({ removeRecipientMention: false });
  app.addRoute(isPress, (context) => answerPress(context, services), true);
  app.addRoute(isSearch, (context) => answerSearch(context, services), true);
  app.addRoute(isConsent, (context) => answerConsent(context, services), true);
  app.activity(isMessage, (context) => answerMessage(context, services));
  app.activity(isArrival, (context) => greet(context, services));
  app.activity(isDeparture, (context) => forgetInstallation(turnRequestOf(context, services), services));
  return async (context) => {
    context.onSendActivities(cardForms(services));
    context.onSendActivities(targetedReplies);
    if (isComplete(context.activity)) await observed(context, () => runTurn(app, context, services));
    else
      services.log.warn(
        { type: context.activity.type },
        'An activity without a sender or a conversation was left aside.',
      );
  };
}

/** Handlers of tenants that may not talk to the bot read nothing from the store, also not the language. */
async function runTurn(app: Application, context: TurnContext, services: AppServices): Promise<void> {
  if (!refuseStranger(turnRequestOf(context, services), services))
    await readLanguage(context, senderOf(context, services), services);
  await app.run(context);
}

/** Runs a turn as a span, counted and timed by the kind of its activity. */
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

async function answerMessage(context: TurnContext, services: AppServices): Promise<void> {
  const request = turnRequestOf(context, services);
  const typing = setTimeout(() => void showTyping(context, services), typingAfter);
  const reply = await replyTo(turnInputOf(context.activity), request, services).finally(() => clearTimeout(typing));
  noteTrace(context, reply);
  const sent = await context.sendActivity(messageActivity(reply, request.locale));
  answerLater(reply, { card: sent?.id, tenant: request.tenant }, services);
}

/** A room does not see that one of its members has asked in private. */
async function showTyping(context: TurnContext, { log }: Pick<AppServices, 'log'>): Promise<void> {
  if (isTargeted(context.activity)) return;
  try {
    await context.sendActivity({ type: 'typing' });
  } catch (error) {
    log.warn({ error }, 'Could not send the typing indicator.');
  }
}

/** The invoke response replaces the card for the person who pressed; the SDK's own handler would replace it for everyone. */
async function answerPress(context: TurnContext, services: AppServices): Promise<void> {
  const hurried = { ...services, deadline: Math.min(services.deadline, pressDeadline) };
  const { action, trigger } = pressIn(context.activity.value);
  if (trigger === 'automatic' || action?.id === refreshId) return answerRefresh(context, action, hurried);
  const request = turnRequestOf(context, services);
  const reply = await replyTo({ pressed: action }, request, hurried);
  const { offer } = reply;
  noteTrace(context, reply);
  await context.sendActivity(pressResponse(reply));
  answerLater(reply, { card: request.card, tenant: request.tenant }, services);
  if (offer) await offerFile(offer, context, services);
}

/** Everything in the value of an invoke is a claim of the client. */
function pressIn(value: unknown): { readonly action?: { readonly id?: unknown }; readonly trigger?: unknown } {
  return value ?? {};
}

/** A card that is shown again becomes the sender's own view of it; where there is no answer, the card stays as it is. */
async function answerRefresh(context: TurnContext, action: unknown, services: AppServices): Promise<void> {
  const reply = await replyTo({ refreshed: action }, turnRequestOf(context, services), services);
  await context.sendActivity(reply.keeps ? pressResponse(reply) : keepCardResponse(reply.name));
}

/** Choices that match what was typed into a field; an empty list where there are none. */
async function answerSearch(context: TurnContext, services: AppServices): Promise<void> {
  const hurried = { ...services, deadline: Math.min(services.deadline, pressDeadline) };
  const choices = await searchChoices(context.activity.value, turnRequestOf(context, services), hurried);
  await context.sendActivity(searchResponse(choices));
}

/** Sends a file consent card; if Teams refuses it, a card that says how else to get the file. */
async function offerFile(offer: FileOffer, context: TurnContext, services: AppServices): Promise<void> {
  try {
    await context.sendActivity(fileConsentActivity(offer));
  } catch (error) {
    services.log.warn({ error }, 'A file could not be offered.');
    const request = turnRequestOf(context, services);
    const reply = exportReply(
      { state: 'failed', file: offer.name, fault: 'unreachable', canOffer: false },
      request,
      services,
    );
    await context.sendActivity(messageActivity(reply, request.locale));
  }
}

/** Responds to the invoke first, because storing a file may take longer than Teams waits; then deletes the consent card. */
async function answerConsent(context: TurnContext, services: AppServices): Promise<void> {
  await context.sendActivity({ type: 'invokeResponse', value: { status: 200 } });
  const request = turnRequestOf(context, services);
  const { replyToId } = context.activity;
  const reply = await replyTo({ consented: consentIn(context.activity.value) }, request, services);
  if (replyToId)
    await context.deleteActivity(replyToId).catch((error: unknown) => {
      services.log.warn({ error }, 'Could not delete a file consent card.');
    });
  if (reply.handed) await context.sendActivity(sentFileActivity(reply.handed));
  await context.sendActivity(messageActivity(reply, request.locale));
}

async function greet(context: TurnContext, services: AppServices): Promise<void> {
  const request = turnRequestOf(context, services);
  const reply = await replyToInstallation(request, services);
  if (!reply) return;
  try {
    await context.sendActivity(messageActivity(reply, request.locale));
  } catch (error) {
    await forgetInstallation(request, services);
    throw error;
  }
}
