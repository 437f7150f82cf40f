/** Inviting people: who is meant by a name, a mail address or a place in the team, and a record for whoever has none. */
import type { InvitedView } from '../../cards/contract/view';
import { hindranceOf } from '../../domain/partner/conversation';
import { openStates } from '../../domain/alerts/notice';
import { beginningOf, newOnboarding, type Onboarding, type Step } from '../../domain/onboarding/onboarding';
import { noIdentifiers, type Person } from '../../domain/partner/person';
import type { Change } from '../../domain/basics/repository';
import type { Member } from '../context/turn-request';
import { changing } from '../partner/standing-cache';
import { learnt, newPerson, onboardingsOf, standingNow, writeSteps, type Situation } from './onboarding';
import { conversationsWith, keepReach } from '../delivery/roster-reference';
import { recognisePeople } from '../recognizers/person-recognizer';
import { normalise } from '../language/message-text';

/** Brings people on board; whoever is on the way already stays where they are. Nobody is invited twice. */
export async function invite(
  wanted: readonly string[] | 'everyone',
  situation: Situation,
): Promise<Pick<InvitedView, 'invited' | 'unknown'>> {
  const members = await situation.ask.members();
  const { people, unknown } = meant(wanted, members, situation);
  const known = await onboardingsOf(situation.ask.tenant, situation.world);
  const isBegun = ({ id }: Person) => known.has(id) && beginningOf(known.get(id)!) !== undefined;
  const fresh = people.filter((person) => !isBegun(person));
  const started = fresh.map(({ id }) => invitation(known.get(id) ?? newOnboarding(id), situation));
  await keep(people, started, situation);
  await keepReach(invitedMembers(people, members), situation.ask, situation.world);
  const all = new Map([...known, ...started.map((one) => [one.person, one] as const)]);
  const accounts = people.flatMap(({ identifiers }) => identifiers.aadUserId);
  const conversations = await conversationsWith(accounts, situation.ask, situation.world);
  const invited = people.map((person) => {
    const standing = standingNow(person, all.get(person.id)!, situation);
    const isTold = openStates.some((state) => state === standing.state);
    const hindrance = isTold ? hindranceOf(person, conversations) : undefined;
    return { person, standing, isNew: !isBegun(person), ...(hindrance !== undefined && { hindrance }) };
  });
  return { invited, unknown };
}

function invitation(before: Onboarding, { ask }: Situation): Onboarding {
  const by: Step['by'] = { kind: 'admin', id: ask.user.aadObjectId.toLowerCase() };
  return { ...before, steps: [...before.steps, { kind: 'invited', at: new Date(ask.now).toISOString(), by }] };
}

/** Records first, by what the roster tells anew, so that no step is of nobody. Who was first at either is as good. */
async function keep(
  people: readonly Person[],
  started: readonly Onboarding[],
  { ask, look, world }: Situation,
): Promise<void> {
  const { tenant } = ask;
  const onRecord = new Map(look.facts.people.map((person) => [person.id, person]));
  const news = people.filter((person) => onRecord.get(person.id) !== person);
  const changes = await Promise.all(
    news.map(async (value): Promise<Change<Person>> => {
      const kept = onRecord.has(value.id) ? await world.store.people.get(tenant, value.id) : undefined;
      if (!kept) return { kind: 'create', value };
      return { kind: 'replace', value: learnt(kept.value, value), version: kept.version };
    }),
  );
  if (changes.length > 0) await changing(world, tenant, (facts) => facts.people.write(tenant, changes));
  if (started.length > 0)
    await writeSteps(await Promise.all(started.map((value) => begun(value, { tenant, world }))), { tenant, world });
}

/** Of somebody of whom only other organisations have said anything there is a row already. */
async function begun(
  value: Onboarding,
  { tenant, world }: { readonly tenant: string; readonly world: Situation['world'] },
): Promise<Change<Onboarding>> {
  const kept = value.steps.length > 1 ? await world.store.onboardings.get(tenant, value.person) : undefined;
  if (!kept) return { kind: 'create', value };
  return { kind: 'replace', value, version: kept.version };
}

interface Meant {
  readonly people: readonly Person[];
  readonly unknown: readonly string[];
}

function invitedMembers(people: readonly Person[], members: readonly Member[]): readonly Member[] {
  const ids = new Set(people.flatMap(({ identifiers }) => identifiers.aadUserId));
  return members.filter(({ aadObjectId }) => ids.has(aadObjectId.toLowerCase()));
}

function meant(wanted: readonly string[] | 'everyone', members: readonly Member[], situation: Situation): Meant {
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

/** Somebody on record, else somebody in the conversation, else whoever has this work address. */
function personNamed(name: string, members: readonly Member[], situation: Situation): Person | undefined {
  const [only, ...others] = recognisePeople(name, situation.look.facts.people);
  if (only) return others.length === 0 ? withAccount(only, members, situation) : undefined;
  const present = members.filter((one) => normalise(one.name) === normalise(name));
  if (present.length === 1) return personOf(present[0]!, situation);
  const mail = name.toLowerCase();
  return isMail(mail) ? newPerson('', { ...noIdentifiers, corpEmail: [mail] }, situation.look) : undefined;
}

/** Somebody on record who is in the conversation, with the account that the channel tells. */
function withAccount(person: Person, members: readonly Member[], situation: Situation): Person {
  const present = members.map((one) => personOf(one, situation)).find(({ id }) => id === person.id);
  return present ?? person;
}

function isMail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}

function personOf({ aadObjectId, mails, name }: Member, { look }: Situation): Person {
  const id = aadObjectId.toLowerCase();
  const addresses = mails.map((mail) => mail.toLowerCase());
  const known = look.facts.people.find(
    ({ identifiers: { aadUserId, corpEmail, email } }) =>
      (id !== '' && aadUserId.includes(id)) || [...corpEmail, ...email].some((mail) => addresses.includes(mail)),
  );
  const told = { ...noIdentifiers, corpEmail: addresses, aadUserId: id === '' ? [] : [id] };
  if (!known) return newPerson(name, told, look);
  const isKnown = id === '' || known.identifiers.aadUserId.includes(id);
  return isKnown ? known : learnt(known, { ...known, identifiers: told });
}
