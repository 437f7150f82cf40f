/** A joined person is made of two records that an admin has said to mean one person. */
import { later } from '../../basics/date';
import { titleKey } from '../../programme/credential';
import { identifiersTogether } from './identity';
import { type Achievement, identifierKinds, inOrder, type Person } from './person';

const places = ['office', 'team', 'manager'] as const;
const dates = ['accountOn', 'linkedOn', 'leftOn', 'linkedElsewhereOn', 'accountDeletedOn'] as const;

/** One record with all that two say; it keeps the id of the first. Of two dates, and of two days of expiry, the later holds. */
export function joinedPerson(one: Person, other: Person): Person {
  const known = dates.flatMap((name) => {
    const day = later(one[name], other[name]);
    return day === undefined ? [] : [[name, day] as const];
  });
  const identifiers = identifiersTogether([one, other]);
  const isOwn = (sign: string) => identifierKinds.some((kind) => identifiers[kind].includes(sign));
  const belongs = places.flatMap((name) => {
    const said = [one[name], other[name]].filter((place) => place !== undefined);
    const place = said.find((one) => name !== 'manager' || !isOwn(one));
    return place === undefined ? [] : [[name, place] as const];
  });
  return {
    id: one.id,
    name: one.name || other.name,
    identifiers,
    ...Object.fromEntries(known),
    ...Object.fromEntries(belongs),
    achievements: withoutRepetitions([...one.achievements, ...other.achievements]),
  };
}

/** The same title and kind on the same day is the same achievement. */
function withoutRepetitions(achievements: readonly Achievement[]): readonly Achievement[] {
  const kept = new Map<string, Achievement>();
  for (const achievement of achievements) {
    const key = [achievement.completedOn, achievement.kind, titleKey(achievement.title)].join('\n');
    const known = kept.get(key);
    if (!known || (known.expiresOn ?? '') < (achievement.expiresOn ?? '')) kept.set(key, achievement);
  }
  return [...kept.values()].sort(inOrder);
}

/** The record that stays first: the one known by the strongest sign, so that its id stays with the sign. */
export function strongestFirst(one: Person, other: Person): readonly [Person, Person] {
  const rank = ({ identifiers }: Person) => identifierKinds.findIndex((kind) => identifiers[kind].length > 0);
  const isFirst = rank(one) === rank(other) ? one.id < other.id : rank(one) < rank(other);
  return isFirst ? [one, other] : [other, one];
}
