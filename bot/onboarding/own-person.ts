/** The record of the person who speaks, and what the channel tells about a person: name, mail addresses, Entra object id. */
import { personId } from '../../domain/partner/people/identity';
import { noIdentifiers, type Identifiers, type Person } from '../../domain/partner/people/person';
import type { TurnRequest } from '../context/turn-request';
import { findOwnRecord, type FactsSnapshot } from '../partner/partner-snapshot';

/** The asker's own record; one that was not kept before has the signs that the channel vouches for. */
export async function ownPerson({
  request,
  snapshot,
}: {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
}): Promise<Person> {
  const known = await findOwnRecord(snapshot, request);
  const signs = await signsOf(request);
  if (known) return rememberAccount(known, { ...known, name: request.user.name, identifiers: signs });
  return newPerson(request.user.name, signs, snapshot);
}

async function signsOf({ user }: TurnRequest): Promise<Identifiers> {
  const mails = (await user.mails()).map((mail) => mail.toLowerCase());
  const id = user.aadObjectId.toLowerCase();
  return { ...noIdentifiers, corpEmail: [...new Set(mails)], aadUserId: id === '' ? [] : [id] };
}

/** Adds what the channel knows of a person: the name if none is recorded, and the Entra object id. */
export function rememberAccount(known: Person, told: Person): Person {
  return { ...known, name: known.name || told.name, identifiers: withSign(known.identifiers, told.identifiers) };
}

function withSign(known: Identifiers, { aadUserId: [id] }: Identifiers): Identifiers {
  return id === undefined || known.aadUserId.includes(id) ? known : { ...known, aadUserId: [...known.aadUserId, id] };
}

/** Returns a new person. */
export function newPerson(name: string, identifiers: Identifiers, { facts }: Pick<FactsSnapshot, 'facts'>): Person {
  const known = new Set(facts.people.map(({ id }) => id));
  return { id: personId(identifiers, (id) => known.has(id)), name, identifiers, achievements: [] };
}

/** Whether the record is the asker's own, by the sign-in id that {@link ownPerson} gives it. */
export function isOwn({ identifiers }: Person, { user }: TurnRequest): boolean {
  return identifiers.aadUserId.includes(user.aadObjectId.toLowerCase());
}
