/** Invites people by name, mail address or team membership, and creates a record for each person who has none. */
import { deliveryHindranceOf } from '../../domain/partner/conversation';
import { openStates } from '../../domain/alerts/notice';
import { beginningOf, newOnboarding, type Onboarding, type OnboardingStep } from '../../domain/onboarding/onboarding';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Change } from '../../domain/basics/repository';
import type { ConversationMember } from '../context/turn-request';
import { writeFacts } from '../partner/standing-cache';
import { standingNow } from './onboard-view';
import { onboardingsOf, writeSteps, type OnboardingContext, type OnboardingReading } from './step-record';
import { rememberAccount, newPerson } from './own-person';
import { findConversations, saveRosterReferences } from '../delivery/roster-reference';
import { recognizePeople } from '../recognizers/people/person-match';
import { normalize } from '../language-understanding/message-text';
import { upsert } from '../store/row-update';
import type { InvitedView } from '../../cards/onboarding/invited-card';

/** Starts the onboarding of people. An onboarding that has begun is left as it is. */
export async function invite(
  wanted: readonly string[] | 'everyone',
  situation: OnboardingContext,
): Promise<Pick<InvitedView, 'invited' | 'unknown'>> {
  const members = await situation.request.members();
  const { people, unknown } = peopleToInvite(wanted, members, situation);
  const known = await onboardingsOf(situation.request.tenant, situation.services);
  const isBegun = ({ id }: Person) => known.has(id) && beginningOf(known.get(id)!) !== undefined;
  const fresh = people.filter((person) => !isBegun(person));
  const started = fresh.map(({ id }) => invitation(known.get(id) ?? newOnboarding(id), situation));
  await keep(people, started, situation);
  await saveRosterReferences(invitedMembers(people, members), situation.request, situation.services);
  const all = new Map([...known, ...started.map((one) => [one.person, one] as const)]);
  const accounts = people.flatMap(({ identifiers }) => identifiers.aadUserId);
  const conversations = await findConversations(accounts, situation.request, situation.services);
  const invited = people.map((person) => {
    const standing = standingNow(person, all.get(person.id)!, situation);
    const isTold = openStates.some((state) => state === standing.state);
    const hindrance = isTold ? deliveryHindranceOf(person, conversations) : undefined;
    return { person, standing, isNew: !isBegun(person), ...(hindrance !== undefined && { hindrance }) };
  });
  return { invited, unknown };
}

function invitation(before: Onboarding, { request }: OnboardingContext): Onboarding {
  const by: OnboardingStep['by'] = { kind: 'admin', id: request.user.aadObjectId.toLowerCase() };
  return { ...before, steps: [...before.steps, { kind: 'invited', at: new Date(request.now).toISOString(), by }] };
}

/**
 * Writes the people first, with what the roster adds, so that no step lacks its person. If another write comes first, it
 * stays.
 */
async function keep(
  people: readonly Person[],
  started: readonly Onboarding[],
  { request, snapshot, services }: OnboardingContext,
): Promise<void> {
  const { tenant } = request;
  const onRecord = new Map(snapshot.facts.people.map((person) => [person.id, person]));
  const news = people.filter((person) => onRecord.get(person.id) !== person);
  const changes = await Promise.all(
    news.map(async (value): Promise<Change<Person>> => {
      const kept = onRecord.has(value.id) ? await services.store.people.get(tenant, value.id) : undefined;
      return upsert(kept, kept ? rememberAccount(kept.value, value) : value);
    }),
  );
  if (changes.length > 0) await writeFacts(services, tenant, (facts) => facts.people.write(tenant, changes));
  if (started.length > 0)
    await writeSteps(await Promise.all(started.map((value) => begun(value, { tenant, services }))), {
      tenant,
      services,
    });
}

/** A row exists already where only the link conflicts of other organisations have added steps. */
async function begun(
  value: Onboarding,
  { tenant, services }: { readonly tenant: string; readonly services: OnboardingContext['services'] },
): Promise<Change<Onboarding>> {
  const kept = value.steps.length > 1 ? await services.store.onboardings.get(tenant, value.person) : undefined;
  return upsert(kept, value);
}

interface Meant {
  readonly people: readonly Person[];
  readonly unknown: readonly string[];
}

function invitedMembers(
  people: readonly Person[],
  members: readonly ConversationMember[],
): readonly ConversationMember[] {
  const ids = new Set(people.flatMap(({ identifiers }) => identifiers.aadUserId));
  return members.filter(({ aadObjectId }) => ids.has(aadObjectId.toLowerCase()));
}

/** Whom the words mean: people on record, in the conversation or by mail address; the rest is unknown. Writes nothing. */
export function peopleToInvite(
  wanted: readonly string[] | 'everyone',
  members: readonly ConversationMember[],
  situation: OnboardingReading,
): Meant {
  if (wanted === 'everyone') return { people: distinct(members.map((one) => personOf(one, situation))), unknown: [] };
  const found = wanted.map((name) => ({ name, person: personNamed(name, members, situation) }));
  return {
    people: distinct(found.flatMap(({ person }) => person ?? [])),
    unknown: found.filter(({ person }) => !person).map(({ name }) => name),
  };
}

function distinct(people: readonly Person[]): readonly Person[] {
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

/** The person on record, else the member of the conversation, else a new person with this work address. */
function personNamed(
  name: string,
  members: readonly ConversationMember[],
  situation: OnboardingReading,
): Person | undefined {
  const [only, ...others] = recognizePeople(name, situation.snapshot.facts.people);
  if (only) return others.length === 0 ? withAccount(only, members, situation) : undefined;
  const present = members.filter((one) => normalize(one.name) === normalize(name));
  if (present.length === 1) return personOf(present[0]!, situation);
  const mail = name.toLowerCase();
  return isMail(mail) ? newPerson('', { ...noIdentifiers, corpEmail: [mail] }, situation.snapshot) : undefined;
}

/** The person on record, with the account that the roster of the conversation has for them. */
function withAccount(person: Person, members: readonly ConversationMember[], situation: OnboardingReading): Person {
  const present = members.map((one) => personOf(one, situation)).find(({ id }) => id === person.id);
  return present ?? person;
}

function isMail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function personOf({ aadObjectId, mails, name }: ConversationMember, { snapshot }: OnboardingReading): Person {
  const id = aadObjectId.toLowerCase();
  const addresses = mails.map((mail) => mail.toLowerCase());
  const known = snapshot.facts.people.find(
    ({ identifiers: { aadUserId, corpEmail, email } }) =>
      (id !== '' && aadUserId.includes(id)) || [...corpEmail, ...email].some((mail) => addresses.includes(mail)),
  );
  const told = { ...noIdentifiers, corpEmail: addresses, aadUserId: id === '' ? [] : [id] };
  if (!known) return newPerson(name, told, snapshot);
  const isKnown = id === '' || known.identifiers.aadUserId.includes(id);
  return isKnown ? known : rememberAccount(known, { ...known, identifiers: told });
}
