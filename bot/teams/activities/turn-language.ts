/** The language of a turn: what the person chose, else what the client sends, else what the client sent last. */
import type { Activity, TurnContext } from 'botbuilder';
import { localeOf, type Locale } from '../../../domain/basics/locale';
import type { Versioned } from '../../../domain/basics/repository';
import { languageOf, type Conversation } from '../../../domain/partner/conversation';
import type { ReadOnlyStore } from '../../../domain/ports';
import type { AppServices } from '../../context/app-services';
import { mayTalk } from '../../context/tenant-access';
import { withTimeout } from '../../context/timeout';
import { clientIn } from './client-info';

/** Milliseconds that a turn waits for the language that is kept; after that it answers in that of the client. */
const longestWait = 1_000;

const turnLanguage = Symbol('language of the turn');
const ownConversation = Symbol('personal conversation of the sender');

/** Who speaks: the tenant, and the Entra object id in lower case. */
export interface MessageSender {
  readonly tenant: string;
  readonly account: string;
}

/**
 * Reads the personal conversation of the sender and keeps its language for the turn. Never throws: without the row the client's
 * language is used.
 */
export async function readLanguage(
  context: TurnContext,
  { tenant, account }: MessageSender,
  services: Pick<AppServices, 'access' | 'held' | 'log'> & { readonly store: Pick<ReadOnlyStore, 'conversations'> },
): Promise<void> {
  if (account === '' || !mayTalk({ tenant }, services)) return;
  try {
    const row = await withTimeout((services.held ?? services.store).conversations.get(tenant, account), longestWait);
    context.turnState.set(ownConversation, row ?? null);
    context.turnState.set(turnLanguage, languageFrom(context.activity, row?.value));
  } catch (error) {
    services.log.warn({ tenant, error }, 'Could not read the language of the sender.');
  }
}

/** The personal conversation of the sender as this turn read it; null where there is none, nothing where it was not read. */
export function conversationRead({ turnState }: TurnContext): Versioned<Conversation> | null | undefined {
  return turnState.get<Versioned<Conversation> | null | undefined>(ownConversation);
}

function languageFrom(activity: Partial<Activity>, kept: Conversation | undefined): Locale {
  if (!kept) return clientLanguage(activity) ?? 'en';
  return kept.language ?? clientLanguage(activity) ?? languageOf(kept);
}

/** The language in which this turn is answered. */
export function languageIn({ activity, turnState }: TurnContext): Locale {
  return turnState.get<Locale | undefined>(turnLanguage) ?? clientLanguage(activity) ?? 'en';
}

/** The language of the client; some activities carry it only beside other facts of the client, and some clients send none. */
export function clientLanguage(activity: Partial<Activity>): Locale | undefined {
  const tag = activity.locale || clientIn(activity)?.locale;
  return tag ? localeOf(tag) : undefined;
}
