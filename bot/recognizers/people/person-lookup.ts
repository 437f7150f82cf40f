/** Finds the person a question is about, as far as the asker may know: others are for admins, whether they exist is so too. */
import type { Question } from '../../../cards/contract/question';
import type { SuggestedQuestion, Refusal } from '../../../cards/contract/refusal';
import { namesakeLabels } from '../../../domain/partner/people/namesake';
import { personLabel, type Person } from '../../../domain/partner/people/person';
import { mostCandidates } from '../../../cards/contract/refusal';
import type { TurnRequest } from '../../context/turn-request';
import { findOwnRecord, type FactsSnapshot } from '../../partner/partner-snapshot';
import { nearestPeople, recognizePeople } from './person-match';

/** What stands for the asker in place of a name. */
export const oneself = 'me';

export type PersonLookup = { readonly person: Person } | { readonly refusal: Refusal };

export interface LookupContext {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
  /** The question about the person with this id, for the buttons of a refusal. */
  readonly make: (person: string) => Question;
}

/** The person who is meant, or the refusal that helps on. */
export async function findPerson(wanted: string, { request, snapshot, make }: LookupContext): Promise<PersonLookup> {
  if (wanted !== oneself && snapshot.setting.seesNames) return findAmong(snapshot.facts.people, wanted, make);
  const own = await findOwnRecord(snapshot, request);
  if (own && (wanted === oneself || recognizePeople(wanted, [own]).length > 0)) return { person: own };
  if (wanted === oneself) return { refusal: { code: 'no-own-record' } };
  return { refusal: { code: snapshot.isAdmin ? 'only-in-private' : 'admins-only' } };
}

/** The one of these people who is meant; a refusal that offers who could be, where that is not clear. */
export function findAmong(people: readonly Person[], wanted: string, make: LookupContext['make']): PersonLookup {
  const labels = namesakeLabels(people);
  const asCandidates = (some: readonly Person[]): readonly SuggestedQuestion[] =>
    some.map((one) => ({ label: labels.get(one.id) ?? personLabel(one), question: make(one.id) }));
  const meant = recognizePeople(wanted, people);
  const [only, ...others] = meant;
  if (only && others.length === 0) return { person: only };
  const refusal: Refusal = only
    ? { code: 'ambiguous', heard: wanted, candidates: asCandidates(meant.slice(0, mostCandidates)) }
    : { code: 'unknown-person', heard: wanted, nearest: asCandidates(nearestPeople(wanted, people)) };
  return { refusal };
}
