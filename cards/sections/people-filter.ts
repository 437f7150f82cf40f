/** Which of the people on record a list shows, and in which order: by where they stand, by a part of the name, by name or by levels. */
import type { Credit } from '../../domain/counting/credits/credit';
import { personLabel, type Person } from '../../domain/partner/people/person';
import type { PeopleOrder, PeopleShown } from '../contract/question';
import { holdsTyped } from './choices';

/** A person, and the competencies for whose levels the person counts today. */
interface Placed {
  readonly person: Person;
  readonly credit: Credit;
  readonly countsFor: readonly string[];
}

const isIn: Readonly<Record<PeopleShown, (one: Placed) => boolean>> = {
  counts: ({ countsFor }) => countsFor.length > 0,
  lapsed: ({ credit }) => hasHindrance(credit, ['expired']),
  waiting: ({ credit }) => hasHindrance(credit, ['waiting', 'not-linked']),
  left: ({ credit }) => hasHindrance(credit, ['left', 'account-deleted', 'linked-elsewhere']),
};

function hasHindrance({ hindrance, hindered }: Credit, codes: readonly string[]): boolean {
  return [...(hindrance ? [hindrance] : []), ...hindered.values()].some(({ code }) => codes.includes(code));
}

/** Everyone of the group; all of them where none is named. */
export function shownOf<T extends Placed>(people: readonly T[], shown: PeopleShown | undefined): readonly T[] {
  return shown === undefined ? people : people.filter(isIn[shown]);
}

/** Those whose name or mail address holds what was typed. */
export function foundAmong<T extends Placed>(people: readonly T[], typed: string | undefined): readonly T[] {
  if (typed === undefined) return people;
  const signs = ({ person: { identifiers, ...person } }: Placed) => [
    personLabel({ ...person, identifiers }),
    ...identifiers.corpEmail,
    ...identifiers.email,
  ];
  return people.filter((one) => signs(one).some((sign) => holdsTyped(sign, typed)));
}

/** By name as they come, or those first who count for most levels. */
export function sortedBy<T extends Placed>(people: readonly T[], order: PeopleOrder | undefined): readonly T[] {
  if (order !== 'levels') return people;
  return [...people].sort((one, other) => other.countsFor.length - one.countsFor.length);
}
