/** `forget me`, and for admins `forget <person>`: everything that names the person goes, after a preview. */
import { z } from 'zod/v4';
import { forgetCard, forgottenCard } from '../../../cards/records/forget-card';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { effectOf } from '../../../domain/imports/import-plan';
import { withoutAdmin } from '../../../domain/partner/admin-change';
import { personLabel, type Person } from '../../../domain/partner/people/person';
import type { AppServices, ReadingServices } from '../../context/app-services';
import { refused, type Reply } from '../../context/reply';
import type { TurnRequest } from '../../context/turn-request';
import type { Utterance } from '../../language-understanding/utterance';
import { listKnownAccounts } from '../../partner/known-account';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshot } from '../../partner/partner-snapshot';
import { isUnknown, loadSubject, type DataSubject } from '../../partner/subject';
import { findAmong, oneself } from '../../recognizers/people/person-lookup';
import { forgettingOneself, isSaid, personToForget } from '../../recognizers/rights-order';
import { countErased } from '../../erasure/erasing';
import { forgetPerson } from '../../erasure/forgetting';
import { type Command, type CommandAccess } from '../command';
import { shortText } from '../payload-fields';

type ForgetQuestion = Extract<Question, { ask: 'forget' }>;

function parse({ said }: Utterance): Question | undefined {
  if (isSaid(said, forgettingOneself)) return { ask: 'forget', person: oneself };
  const person = personToForget(said);
  return person === undefined ? undefined : { ask: 'forget', person };
}

const own: CommandAccess = { role: 'self', scope: 'private' };

/** `forget me`, `forget <person>`. */
export const forget: Command<'forget'> = {
  name: 'forget',
  phrases: forgettingOneself,
  order: 347,
  readsWhole: true,
  access: own,
  accessTo: ({ person }) => (person === oneself ? own : { role: 'admin', scope: 'private' }),
  payload: z.object({ person: shortText, isSure: z.literal(true).optional() }),
  parse,
  previews: () => true,
  async answer(question, request, services) {
    const found = await find(question, request, services);
    return 'refusal' in found
      ? refused(found.refusal, services.text(request.locale))
      : preview(found, request, services);
  },
  async press(question, request, services) {
    if (question.isSure !== true) return forget.answer(question, request, services);
    const found = await find(question, request, services);
    if ('refusal' in found) return refused(found.refusal, services.text(request.locale));
    return performed(found, request, services);
  },
};

interface Found {
  readonly snapshot: FactsSnapshot;
  readonly subject: DataSubject;
  readonly question: ForgetQuestion;
  readonly name: string;
  readonly isSelf: boolean;
}

/** Whose data is meant: the asker's, or that of a record or an account that an admin names. */
async function find(
  { person: wanted }: ForgetQuestion,
  request: TurnRequest,
  services: ReadingServices,
): Promise<Found | { readonly refusal: Refusal }> {
  const snapshot = await loadFactsSnapshot(request, services);
  const asker = request.user.aadObjectId.toLowerCase();
  const lookup = wanted === oneself ? undefined : await personMeant(wanted, snapshot, services);
  if (lookup && 'refusal' in lookup) return lookup;
  const person = lookup ? lookup.person : await findOwnRecord(snapshot, request);
  const isRecord = person !== undefined && snapshot.facts.people.includes(person);
  const named = {
    person: isRecord ? person : undefined,
    account: lookup ? (isRecord ? undefined : person?.id) : asker,
  };
  const subject = await loadSubject(request.tenant, named, services.store);
  if (isUnknown(subject) && lookup === undefined) return { refusal: { code: 'no-own-record' } };
  const lastAdmin = await refuseLastAdmin(subject, snapshot, services);
  if (lastAdmin) return { refusal: lastAdmin };
  const isSelf = subject.accounts.includes(asker);
  const question: ForgetQuestion = { ask: 'forget', person: lookup ? lookup.person.id : oneself };
  return { snapshot, subject, question, name: person ? personLabel(person) : '', isSelf };
}

async function personMeant(wanted: string, { facts, partner }: FactsSnapshot, services: ReadingServices) {
  const { accounts } = await listKnownAccounts(partner, services);
  const isOnRecord = ({ id }: Person) => facts.people.some(({ identifiers }) => identifiers.aadUserId.includes(id));
  const people = [...facts.people, ...accounts.filter((one) => !isOnRecord(one))];
  return findAmong(people, wanted, (id) => ({ ask: 'forget', person: id }));
}

/** The last admin makes another person an admin first. */
async function refuseLastAdmin(
  { accounts }: DataSubject,
  { partner }: FactsSnapshot,
  services: ReadingServices,
): Promise<Refusal | undefined> {
  const { named } = await listKnownAccounts(partner, services);
  const others = named.filter((id) => !accounts.includes(id));
  const isLast = accounts.some((account) => {
    const after = withoutAdmin(partner, account, others);
    return 'code' in after && after.code === 'last-admin';
  });
  return isLast ? { code: 'last-admin' } : undefined;
}

async function preview(
  { snapshot, subject, question, name, isSelf }: Found,
  request: TurnRequest,
  services: ReadingServices,
) {
  const { programme, facts, partner, asOf } = snapshot;
  const touches = subject.people.map((before) => ({ noun: 'person', id: before.id, before }) as const);
  const view = {
    ...(!isSelf && { name }),
    achievements: subject.people.reduce((sum, { achievements }) => sum + achievements.length, 0),
    rows: await countErased(request.tenant, { ...subject, mark: '' }, services.store),
    changes: effectOf(touches, { programme, facts, partner }, asOf).changes,
    question: { ...question, isSure: true } as const,
  };
  return { name: 'forget-wanted', card: forgetCard(view, { text: services.text(request.locale), programme }) };
}

async function performed({ subject, isSelf }: Found, request: TurnRequest, services: AppServices): Promise<Reply> {
  const { tenant, user } = request;
  await forgetPerson(tenant, subject, { ...services, ...(!isSelf && { by: user.aadObjectId }) });
  services.log.info({ tenant, isSelf }, 'A person was forgotten.');
  const card = forgottenCard({ what: isSelf ? 'me' : 'person' }, services.text(request.locale));
  return { name: 'forgotten', card, ...(isSelf && { leavesNoTrace: true }) };
}
