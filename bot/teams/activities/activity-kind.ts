/** Which kind of activity came in; each kind has its handler in `app.ts`. */
import type { Activity, TurnContext } from 'botbuilder';

/** Returns whether the activity has what the SDK needs before it calls a handler; without it the SDK throws. */
export function isComplete({ channelId, from, recipient, conversation }: Partial<Activity>): boolean {
  return Boolean(channelId && from?.id && recipient?.id && conversation?.id);
}

/** A text, a file, or the fields of an older card. The SDK calls this and the other selectors for every activity. */
export const isMessage = async ({ activity }: TurnContext) => activity.type === 'message';

/** A press on a button of an Adaptive Card (`Action.Execute`). */
export const isPress = async ({ activity }: TurnContext) =>
  activity.type === 'invoke' && activity.name === 'adaptiveCard/action';

/** What a choice set asks for while a person types into it (`Data.Query`). */
export const isSearch = async ({ activity }: TurnContext) =>
  activity.type === 'invoke' && activity.name === 'application/search';

/** The answer to a file consent card. */
export const isConsent = async ({ activity }: TurnContext) =>
  activity.type === 'invoke' && activity.name === 'fileConsent/invoke';

/** An installation arrives as two activities, or in either alone; people who come later are not greeted. */
export const isArrival = async ({ activity }: TurnContext) =>
  (activity.type === 'installationUpdate' && activity.action === 'add') ||
  (activity.type === 'conversationUpdate' && isBotAmong(activity.membersAdded, activity));

/** The app was removed from the conversation, as one activity or the other. */
export const isDeparture = async ({ activity }: TurnContext) =>
  (activity.type === 'installationUpdate' && activity.action === 'remove') ||
  (activity.type === 'conversationUpdate' && isBotAmong(activity.membersRemoved, activity));

function isBotAmong(members: Activity['membersAdded'], { recipient }: Activity): boolean {
  return members?.some(({ id }) => id === recipient.id) ?? false;
}
