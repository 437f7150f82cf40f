/** The recipients of proactive messages: conversation, alert settings and language of each. */
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import type { Conversation } from '../../domain/partner/conversation';
import type { Partner } from '../../domain/partner/partner';
import type { Versioned } from '../../domain/basics/repository';
import type { Recipient } from '../../domain/alerts/recipient';
import type { AppServices } from '../context/app-services';
import type { ReadOnlyStore } from '../../domain/ports';
import { listAll } from '../store/row-list';

export interface TenantRecipients {
  /** Entra object ids in lower case, in the order of sending. */
  readonly admins: readonly string[];
  /** The personal conversations by Entra object id. */
  readonly conversations: ReadonlyMap<string, Versioned<Conversation>>;
  readonly recipients: ReadonlyMap<string, Recipient>;
}

/** What reading the recipients needs. */
export interface RecipientDeps extends Pick<AppServices, 'access' | 'defaultAlertSettings'> {
  readonly store: Pick<ReadOnlyStore, 'conversations' | 'alertSettings'>;
}

/** The admins of a partner as Entra object ids in lower case, those named in the settings last. */
export function adminsOf({ admins }: Partner, { access }: Pick<RecipientDeps, 'access'>): readonly string[] {
  const named = access.firstAdmins === 'first-speaker' ? [] : access.firstAdmins;
  return [...new Set([...admins, ...named].map((id) => id.toLowerCase()))];
}

/** Reads everybody who can be reached, or has said when and about what; `others` are told of by name of their account. */
export async function loadRecipients(
  partner: Partner,
  others: readonly string[],
  services: RecipientDeps,
): Promise<TenantRecipients> {
  const { store } = services;
  const [kept, settings] = await Promise.all([
    listAll(store.conversations, partner.tenant),
    listAll(store.alertSettings, partner.tenant),
  ]);
  const admins = adminsOf(partner, services);
  const personal = kept.filter(({ value }) => value.scope === 'personal');
  const conversations = new Map(personal.map((one) => [one.value.id.toLowerCase(), one]));
  const settingsById = new Map(settings.map(({ value }) => [value.person, value]));
  const ids = new Set([...admins, ...others, ...conversations.keys()]);
  const recipients = new Map(
    [...ids].map((id) => [
      id,
      recipientOf(id, conversations.get(id)?.value, settingsById.get(id) ?? services.defaultAlertSettings(id)),
    ]),
  );
  return { admins, conversations, recipients };
}

function recipientOf(id: string, conversation: Conversation | undefined, settings: AlertSettings): Recipient {
  if (!conversation) return { id, settings };
  const { timeZone, hindrance, seenAt } = conversation;
  return {
    id,
    settings,
    reach: { ...(timeZone && { timeZone }), ...(hindrance && { hindrance }), seenAt: Date.parse(seenAt) },
  };
}
