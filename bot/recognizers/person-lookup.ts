/** Finds the person a question is about, as far as the asker may know: others are for admins, whether they exist is so too. */
import type { Question } from '../../cards/contract/question';
import type { Candidate, Refusal } from '../../cards/contract/view';
import { personLabel, type Person } from '../../domain/partner/person';
import { mostCandidates } from './competency-argument';
import type { Ask } from '../context/turn-request';
import { ownRecord, type Look } from '../partner/partner-snapshot';
import { nearestPeople, recognisePeople } from './person-recognizer';

/** What stands for the asker in place of a name. */
export const oneself = 'me';

export type Found = { readonly person: Person } | { readonly refusal: Refusal };

export interface Asking {
  readonly ask: Ask;
  readonly look: Look;
  /** The question about the person with this id, for the buttons of a refusal. */
  readonly make: (person: string) => Question;
}

/** The person who is meant, or the refusal that helps on. */
export async function findPerson(wanted: string, { ask, look, make }: Asking): Promise<Found> {
  if (wanted !== oneself && look.setting.seesNames) return findAmong(look.facts.people, wanted, make);
  const own = await ownRecord(look, ask);
  if (own && (wanted === oneself || recognisePeople(wanted, [own]).length > 0)) return { person: own };
  if (wanted === oneself) return { refusal: { code: 'unknown-person', heard: ask.user.name, nearest: [] } };
  return { refusal: { code: look.isAdmin ? 'only-in-private' : 'admins-only' } };
}

/** The one of these people who is meant; a refusal that offers who could be, where that is not clear. */
export function findAmong(people: readonly Person[], wanted: string, make: Asking['make']): Found {
  const asCandidates = (some: readonly Person[]): readonly Candidate[] =>
    some.map((one) => ({ label: personLabel(one), question: make(one.id) }));
  const meant = recognisePeople(wanted, people);
  const [only, ...others] = meant;
  if (only && others.length === 0) return { person: only };
  const refusal: Refusal = only
    ? { code: 'ambiguous', heard: wanted, candidates: asCandidates(meant.slice(0, mostCandidates)) }
    : { code: 'unknown-person', heard: wanted, nearest: asCandidates(nearestPeople(wanted, people)) };
  return { refusal };
}
