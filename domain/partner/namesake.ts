/** Namesakes are people of one name: told apart by a sign, and perhaps one person with several learning profiles. */
import { identifierKinds, type Identifiers } from './person';

interface Named {
  readonly name: string;
  readonly identifiers: Identifiers;
}

/** What two spellings of a name share: case, width, white space, commas and the order of its parts mean nothing. */
function nameKey(name: string): string {
  const parts = name.normalize('NFKC').toLowerCase().replaceAll(',', ' ').trim().split(/\s+/);
  return parts.sort().join(' ');
}

/** A first name alone says too little; a name in Chinese characters is written together. */
function isFullName(name: string): boolean {
  return nameKey(name).includes(' ') || /^\p{Script=Han}{2,}$/u.test(name.trim());
}

/** Returns the people of each name that several people have, in the given order. */
function namesakesAmong<T extends Named>(people: readonly T[]): readonly (readonly T[])[] {
  const byName = new Map<string, T[]>();
  for (const person of people) {
    if (person.name === '') continue;
    const key = nameKey(person.name);
    const others = byName.get(key);
    if (others) others.push(person);
    else byName.set(key, [person]);
  }
  return [...byName.values()].filter((some) => some.length > 1);
}

/** What to call each namesake: the name with the strongest sign that the others do not have; by id. */
export function namesakeLabels<T extends Named & { readonly id: string }>(
  people: readonly T[],
): ReadonlyMap<string, string> {
  return new Map(
    namesakesAmong(people).flatMap((namesakes) =>
      namesakes.map((one) => [one.id, `${one.name} (${tellingSign(one, namesakes)})`] as const),
    ),
  );
}

function tellingSign<T extends Named & { readonly id: string }>(one: T, namesakes: readonly T[]): string {
  const others = namesakes.filter(({ id }) => id !== one.id);
  const isOwn = (value: string) =>
    !others.some(({ identifiers }) => identifierKinds.some((kind) => identifiers[kind].includes(value)));
  return identifierKinds.flatMap((kind) => one.identifiers[kind]).find(isOwn) ?? one.id;
}

/**
 * Whether two records may mean one person who has two learning profiles (domain.md 2.1, duplicate MCID): one full name, and
 * not two work addresses or two accounts, which would be two people's. It is never taken for granted.
 */
function maySame(one: Named, other: Named): boolean {
  const bothHave = (kind: keyof Identifiers) => one.identifiers[kind].length > 0 && other.identifiers[kind].length > 0;
  return !bothHave('corpEmail') && !bothHave('aadUserId');
}

/** The records of each full name that may mean the same person; those that contradict all the others are left out. */
export function possibleDuplicates<T extends Named>(people: readonly T[]): readonly (readonly T[])[] {
  return namesakesAmong(people)
    .filter(([first]) => isFullName(first!.name))
    .map((some) => some.filter((one) => some.some((other) => other !== one && maySame(one, other))))
    .filter((some) => some.length > 1);
}
