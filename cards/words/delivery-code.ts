/** Delivery codes in words: why a person could not be reached, and what an admin can do about it. */
import type { Key, Text } from '../text';

type Meaning = Extract<Key, `delivery.code.${string}`> extends `delivery.code.${infer Name}` ? Name : never;

/** The codes of Teams (platform.md 6.2), the statuses that come without one, and our own where nothing was answered. */
const meanings: Readonly<Record<string, Meaning>> = {
  BadArgument: 'malformed',
  BotNotRegistered: 'not-registered',
  BotDisabledByAdmin: 'bot-disabled',
  BotNotInConversationRoster: 'not-in-conversation',
  ConversationBlockedByUser: 'blocked-by-person',
  ForbiddenOperationException: 'not-installed',
  InvalidBotApiHost: 'wrong-host',
  NotEnoughPermissions: 'no-permission',
  MessageWritesBlocked: 'writes-blocked',
  ConversationNotFound: 'conversation-gone',
  ActivityNotFoundInConversation: 'message-gone',
  PreconditionFailed: 'busy',
  MessageSizeTooBig: 'too-large',
  Throttled: 'throttled',
  ServiceError: 'outage',
  400: 'malformed',
  401: 'not-registered',
  403: 'refused',
  404: 'conversation-gone',
  412: 'busy',
  413: 'too-large',
  429: 'throttled',
  500: 'outage',
  502: 'outage',
  503: 'outage',
  504: 'outage',
  'token-refused': 'token-refused',
  'not-reached': 'not-reached',
  'cut-off': 'no-answer',
  'no-answer': 'no-answer',
  'untrusted-address': 'untrusted-address',
  'tenant-not-allowed': 'tenant-not-allowed',
  'nobody-to-reach': 'nobody-to-reach',
  'unknown-account': 'unknown-account',
};

/** Every code that has words of its own; any other is shown as it came. */
export const explainedCodes: readonly string[] = Object.keys(meanings);

/** What the code of a delivery that failed means, and what to do. */
export function deliveryCodeWords(code: string, text: Text): string {
  const meaning = Object.hasOwn(meanings, code) ? meanings[code]! : 'other';
  return text.say(`delivery.code.${meaning}`, { code });
}
