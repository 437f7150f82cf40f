/** Who an alert can be assigned to: anyone on record, and accounts without a record that have written to Laurel. */
import type { Choice } from '../../cards/contract/dataset';
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { assigneeChoices } from '../../cards/sections/choices';
import { isAssignedWithoutAccount, type Assignee, type KeptNotice } from '../../domain/alerts/kept-notice';
import type { Conversation } from '../../domain/partner/conversation';
import type { Person } from '../../domain/partner/people/person';
import type { ReadOnlyStore } from '../../domain/ports';
import type { TurnRequest } from '../context/turn-request';
import type { TenantRecipients } from '../delivery/recipients';
import { loadFactsSnapshot, type FactsSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import { findPersonArgument } from '../recognizers/people/person-argument';
import { listAll } from '../store/row-list';

interface AssigneeDeps extends FactsSnapshotDeps {
  readonly store: FactsSnapshotDeps['store'] & Pick<ReadOnlyStore, 'conversations'>;
}

type Personal = ReadonlyMap<string, Pick<Conversation, 'name'>>;

/** Everyone who can be chosen; nothing where the asker may not see names here. Throws {@link StoreUnavailable}. */
export async function loadAssigneeChoices(request: TurnRequest, services: AssigneeDeps): Promise<readonly Choice[]> {
  const { facts, setting } = await loadFactsSnapshot(request, services);
  if (!setting.seesNames) return [];
  const kept = (await listAll(services.store.conversations, request.tenant)).map(({ value }) => value);
  const personal = new Map(kept.filter(({ scope }) => scope === 'personal').map((one) => [one.id.toLowerCase(), one]));
  return choicesOf({ facts, setting }, personal, request);
}

function choicesOf(
  { facts, setting }: Pick<FactsSnapshot, 'facts' | 'setting'>,
  personal: Personal,
  { locale }: TurnRequest,
): readonly Choice[] {
  const names = new Map([...personal].map(([account, { name }]) => [account, name]));
  return assigneeChoices(facts.people, names, { setting, locale });
}

/** Whom the value of the field means: the id of a record, an account, or a typed name; a refusal where it means nobody or several. */
export async function findAssignee(
  wanted: string,
  make: (to: string) => Question,
  { request, snapshot, conversations }: AssigneeSituation,
): Promise<Assignee | { readonly refusal: Refusal }> {
  const { people } = snapshot.facts;
  const account = wanted.toLowerCase();
  const holder = people.find(({ id, identifiers }) => id === wanted || identifiers.aadUserId.includes(account));
  if (holder) return assigneeOf(holder, conversations);
  if (conversations.has(account)) return { to: account };
  const found = await findPersonArgument(wanted, make, { snapshot, request });
  return 'refusal' in found ? found : assigneeOf(found.person, conversations);
}

export interface AssigneeSituation extends Pick<TenantRecipients, 'conversations'> {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
}

/** The account with which the person has written to Laurel, else any of theirs, else the record alone. */
function assigneeOf({ id, identifiers }: Person, conversations: AssigneeSituation['conversations']): Assignee {
  const accounts = identifiers.aadUserId.map((one) => one.toLowerCase());
  return { to: accounts.find((one) => conversations.has(one)) ?? accounts[0] ?? id, person: id };
}

/** Why the person to whom a notice is assigned cannot be told now, as the code of a delivery; undefined where they can. */
export function assigneeHindrance(notice: KeptNotice, { recipients }: TenantRecipients): string | undefined {
  const { state } = notice;
  if (state.is !== 'assigned') return undefined;
  if (isAssignedWithoutAccount(notice)) return 'unknown-account';
  const reach = recipients.get(state.to)?.reach;
  return reach ? reach.hindrance?.code : 'nobody-to-reach';
}
