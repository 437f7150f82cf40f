/** Which of the people on record a list shows, and in which order: by where they stand, by a part of the name, by name or by levels. */
import type { Credit } from '../../domain/counting/credits/credit';
import type { CalendarDate } from '../../domain/basics/date';
import { personLabel, type Person } from '../../domain/partner/people/person';
import type { PeopleOrder, PeopleShown } from '../contract/question';
import { holdsTyped } from './choices';

/** A person, and the competencies for whose levels the person counts today. */
interface Placed {
  readonly person: Person;
  readonly credit: Credit;
  readonly countsFor: readonly string[];
}

type Group = (one: Placed, competency: string | undefined) => boolean;

const isIn: Readonly<Record<PeopleShown, Group>> = {
  counts: isCounting,
  uncounted: (one, competency) => !isCounting(one, competency) && !isGone(one),
  without: (one) => isWithoutAchievement(one) && !isGone(one),
  lapsed: ({ credit }) => hasHindrance(credit, ['expired']),
  waiting: ({ credit }) => hasHindrance(credit, ['waiting', 'not-linked']),
  left: isGone,
};

function isCounting({ countsFor }: Placed, competency: string | undefined): boolean {
  return competency === undefined ? countsFor.length > 0 : countsFor.includes(competency);
}

function isWithoutAchievement({ credit }: Placed): boolean {
  return credit.counted.size + credit.hindered.size === 0;
}

const goneCodes: readonly string[] = ['left', 'account-deleted', 'linked-elsewhere'];

function isGone({ credit }: Placed): boolean {
  return hasHindrance(credit, goneCodes);
}

function hasHindrance({ hindrance, hindered }: Credit, codes: readonly string[]): boolean {
  return [...(hindrance ? [hindrance] : []), ...hindered.values()].some(({ code }) => codes.includes(code));
}

/** Everyone of the group, as far as it is about one competency for that; all of them where no group is named. */
export function shownOf<T extends Placed>(
  people: readonly T[],
  shown: PeopleShown | undefined,
  competency?: string,
): readonly T[] {
  return shown === undefined ? people : people.filter((one) => isIn[shown](one, competency));
}

/** Those who have left on this day or later. */
export function goneSince<T extends Placed>(people: readonly T[], since: CalendarDate): readonly T[] {
  return people.filter(({ credit }) =>
    [...(credit.hindrance ? [credit.hindrance] : []), ...credit.hindered.values()].some(
      (one) => goneCodes.includes(one.code) && 'on' in one && one.on >= since,
    ),
  );
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
