/** An alert view is what the cards about alerts are given: names where the reader may see them, and who deals with what. */
import type { AlertSetting } from '../../cards/contract/alert-view';
import type { Delivery } from '../../domain/alerts/delivery';
import { isActive, ruleOf, type KeptNotice } from '../../domain/alerts/kept-notice';
import { peopleInNotice, severities } from '../../domain/alerts/notice';
import { personLabel, type Person } from '../../domain/partner/people/person';
import type { Recipient } from '../../domain/alerts/recipient';
import type { Conversation } from '../../domain/partner/conversation';
import type { Versioned } from '../../domain/basics/repository';
import type { ReadOnlyStore } from '../../domain/ports';
import type { FailedDelivery } from '../../cards/alerts/alerts-card';

/** Returns the people that notices name. Throws as the store does. */
export async function peopleOf(
  notices: readonly KeptNotice[],
  tenant: string,
  { people }: Pick<ReadOnlyStore, 'people'>,
): Promise<ReadonlyMap<string, Person>> {
  const assigned = notices.flatMap(({ state }) => (state.is === 'assigned' ? (state.person ?? []) : []));
  const ids = [...new Set([...notices.flatMap(peopleInNotice), ...assigned])];
  const kept = await Promise.all(ids.map((id) => people.get(tenant, id)));
  return new Map(kept.flatMap((one) => (one ? [[one.value.id, one.value] as const] : [])));
}

/** What those are called who deal with notices, by Entra object id: everybody, or for who may not see names, themselves. */
export function namesOf(
  conversations: ReadonlyMap<string, Versioned<Conversation>>,
  { seesNames, account }: { readonly seesNames: boolean; readonly account: string },
): AlertSetting['names'] {
  const own = conversations.get(account);
  // Asked for every card, so not by going through everybody.
  if (!seesNames) return new Map(own ? [[account, own.value.name]] : []);
  return new Map([...conversations].map(([one, { value }]) => [one, value.name]));
}

/** The notices that concern a reader: an admin all of the admins', everybody their own and what was assigned to them. */
export function concerning(
  notices: readonly KeptNotice[],
  { account, isAdmin }: { readonly account: string; readonly isAdmin: boolean },
): readonly KeptNotice[] {
  const isFor = ({ audience, state }: KeptNotice) =>
    (audience === 'admins' ? isAdmin : audience.account === account) ||
    (state.is === 'assigned' && state.to === account);
  return byGravity(notices.filter((notice) => isActive(notice) && isFor(notice)));
}

/** The gravest first, the renewal before what only endangers it, and of equally grave ones those that were open first. */
export function byGravity(notices: readonly KeptNotice[]): readonly KeptNotice[] {
  const rank = (notice: KeptNotice) =>
    2 * severities.indexOf(notice.severity) - (ruleOf(notice) === 'renewal-at-risk' ? 1 : 0);
  return [...notices].sort(
    (one, other) => rank(one) - rank(other) || one.openedAt - other.openedAt || (one.key < other.key ? -1 : 1),
  );
}

/** Of what was told to whom, and what is known of both. */
export interface AlertReader {
  readonly deliveries: readonly Delivery[];
  /** Those that are open. */
  readonly notices: readonly KeptNotice[];
  readonly recipients: ReadonlyMap<string, Recipient>;
  readonly setting: AlertSetting;
}

/** What could not be delivered of what is still open, once for each recipient. */
export function failuresIn({ deliveries, notices, recipients, setting }: AlertReader): readonly FailedDelivery[] {
  const open = new Map(notices.map((notice) => [notice.key, notice]));
  const newest = new Map<string, FailedDelivery>();
  for (const { notice: key, recipient, state } of deliveries) {
    const notice = key === undefined ? undefined : open.get(key);
    if (key !== undefined && !notice) continue;
    const failure = failureOf(state, recipients.get(recipient));
    const name = setting.names.get(recipient) ?? holderName(notice, setting);
    if (failure) newest.set(recipient, { ...failure, ...(name !== undefined && { name }) });
  }
  return [...newest.values()];
}

function holderName(notice: KeptNotice | undefined, { people }: AlertSetting): string | undefined {
  if (!notice) return undefined;
  const { state, audience } = notice;
  const id = state.is === 'assigned' ? state.person : audience === 'admins' ? undefined : audience.person;
  const person = id === undefined ? undefined : people.get(id);
  return person && personLabel(person);
}

/**
 * Returns why a delivery failed or was skipped, undefined if it did neither. A skipped one has the code of the recipient's
 * hindrance, or `nobody-to-reach` where the bot knows no conversation.
 */
function failureOf(
  state: Delivery['state'],
  recipient: Recipient | undefined,
): Pick<FailedDelivery, 'code'> | undefined {
  if (state.is === 'failed') return { code: state.code };
  if (state.is !== 'skipped' || state.reason === 'stopped') return undefined;
  return { code: recipient?.reach?.hindrance?.code ?? 'nobody-to-reach' };
}
