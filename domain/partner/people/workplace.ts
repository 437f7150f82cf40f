/** A workplace is an office or a team to which people belong, by the name that the list of people gives it. */
import type { Person } from './person';

/** By what people can be told apart. */
export const groupings = ['office', 'team'] as const;
export type Grouping = (typeof groupings)[number];

export interface Workplace<T> {
  /** The spelling that most of its people have. */
  readonly name: string;
  readonly people: readonly T[];
}

/** What two spellings of a name share: case, accents, width, punctuation and white space mean nothing. */
export function placeKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The offices or teams of these people, the largest first; people without one are in none. */
export function workplacesOf<T>(
  people: readonly T[],
  grouping: Grouping,
  personOf: (one: T) => Pick<Person, Grouping>,
): readonly Workplace<T>[] {
  const groups = new Map<string, { readonly names: string[]; readonly people: T[] }>();
  for (const one of people) {
    const name = personOf(one)[grouping];
    if (name === undefined) continue;
    const key = placeKey(name) || name;
    const group = groups.get(key) ?? { names: [], people: [] };
    groups.set(key, group);
    group.names.push(name);
    group.people.push(one);
  }
  return [...groups.values()]
    .map((group) => ({ name: commonest(group.names), people: group.people }))
    .sort((one, other) => other.people.length - one.people.length || (one.name < other.name ? -1 : 1));
}

function commonest(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1))[0]![0];
}

/** Whether a person belongs to the office or team of this name. */
export function worksAt(person: Pick<Person, Grouping>, grouping: Grouping, name: string): boolean {
  const own = person[grouping];
  return own !== undefined && (own === name || (placeKey(own) !== '' && placeKey(own) === placeKey(name)));
}
