/** Namesakes are people of one name: told apart by a sign, and perhaps one person with several learning profiles. */
import { identifierKinds, type Identifiers } from './person';

interface Named {
  readonly name: string;
  readonly identifiers: Identifiers;
}

/** What two spellings of a name share: case, width, white space, commas and the order of its parts mean nothing. */
export function nameKey(name: string): string {
  if (plainName.test(name)) return name.toLowerCase().split(' ').sort().join(' ');
  const parts = name.normalize('NFKC').toLowerCase().replaceAll(',', ' ').trim().split(/\s+/);
  return parts.sort().join(' ');
}

/** Most names are such: nothing but their case is to be reduced. */
const plainName = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

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
    namesakesAmong(people).flatMap((namesakes) => {
      const holders = holdersOf(namesakes);
      return namesakes.map((one) => [one.id, `${one.name} (${tellingSign(one, holders)})`] as const);
    }),
  );
}

/** The strongest sign that none of the namesakes shares. */
function tellingSign(
  { id, identifiers }: Named & { readonly id: string },
  holders: ReadonlyMap<string, number>,
): string {
  return identifierKinds.flatMap((kind) => identifiers[kind]).find((value) => holders.get(value) === 1) ?? id;
}

/** Two people of one name who were said to be two, each by the signs (mail addresses, profile and account ids) known of them then. */
export interface Apart {
  readonly one: readonly string[];
  readonly other: readonly string[];
}

/** What is stored so that these two are not offered as one person again, also when a later import gives their records other ids. */
export function apartFrom(one: Named, other: Named): Apart {
  return { one: signsOf(one), other: signsOf(other) };
}

function signsOf({ identifiers }: Named): readonly string[] {
  return identifierKinds.flatMap((kind) => identifiers[kind]);
}

function isApart(one: Named, other: Named, apart: readonly Apart[]): boolean {
  const has = (person: Named, signs: readonly string[]) => signsOf(person).some((sign) => signs.includes(sign));
  return apart.some(
    (known) => (has(one, known.one) && has(other, known.other)) || (has(one, known.other) && has(other, known.one)),
  );
}

/** How many of these people have each identifier, as an identifier of any kind. */
function holdersOf(people: readonly Named[]): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const { identifiers } of people)
    for (const value of new Set(identifierKinds.flatMap((kind) => identifiers[kind])))
      holders.set(value, (holders.get(value) ?? 0) + 1);
  return holders;
}

/** The kinds of signs of which a person has one only. */
const signsOfOne = ['corpEmail', 'aadUserId'] as const;

function signsOfOneIn({ identifiers }: Named): readonly string[] {
  return signsOfOne.filter((kind) => identifiers[kind].length > 0);
}

/**
 * The namesakes that may be one person with another of them who has two learning profiles (domain.md 2.1, duplicate MCID): not where
 * both have a work address or both have an account, which would be two people's. It is never taken for granted. They are compared by
 * which signs they have and not one by one, because a file may give thousands of people one name.
 */
function maybeSame<T extends Named>(namesakes: readonly T[]): readonly T[] {
  const carried = namesakes.map(signsOfOneIn);
  const counts = new Map<string, number>();
  for (const signs of carried) counts.set(signs.join(' '), (counts.get(signs.join(' ')) ?? 0) + 1);
  const fits = (signs: readonly string[]) =>
    [...counts].some(([other, count]) => {
      const isOwn = other === signs.join(' ');
      return count > (isOwn ? 1 : 0) && !signs.some((kind) => other.split(' ').includes(kind));
    });
  return namesakes.filter((_, index) => fits(carried[index]!));
}

/**
 * The records of each full name that may mean the same person; those that contradict all the others, or were said to be other
 * people than all the others, are left out.
 */
export function possibleDuplicates<T extends Named>(
  people: readonly T[],
  apart: readonly Apart[] = [],
): readonly (readonly T[])[] {
  return namesakesAmong(people)
    .filter(([first]) => isFullName(first!.name))
    .map((some) => withoutApart(maybeSame(some), apart))
    .filter((some) => some.length > 1);
}

/** Leaves those out who were said to be other people than every namesake that they might be one with. */
function withoutApart<T extends Named>(namesakes: readonly T[], apart: readonly Apart[]): readonly T[] {
  const told = new Set(apart.flatMap(({ one, other }) => [...one, ...other]));
  const isTold = (person: Named) => signsOf(person).some((sign) => told.has(sign));
  const mayBeOne = (one: T, other: T) =>
    other !== one &&
    !signsOfOneIn(one).some((kind) => signsOfOneIn(other).includes(kind)) &&
    !isApart(one, other, apart);
  return namesakes.filter((one) => !isTold(one) || namesakes.some((other) => mayBeOne(one, other)));
}
