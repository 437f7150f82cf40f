/** A company of any size, where everyone belongs where a test says. */
import type { Person } from '../../domain/partner/people/person';
import { people, situation, type Situation } from '../fixture.case';

/** The people of the fixture again and again, each with the places of their number. */
export function atCompany(size: number, placesOf: (at: number) => Pick<Person, 'office' | 'team'>): Situation {
  const all = Array.from({ length: size }, (_, at): Person => ({
    ...people[at % people.length]!,
    id: `p${at}`,
    ...placesOf(at),
  }));
  return { ...situation, facts: { ...situation.facts, people: all } };
}
