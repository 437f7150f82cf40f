/** The groups that bear on a competency: of a hundred thousand people who all hold something else, those who can serve it are few kinds. */
import { credentialsNamedBy, type Competency } from '../programme/programme';
import type { Group } from './assignment';

/**
 * Those who hold anything that a competency names, in groups of those who hold the same of it: no others can serve a clause, because
 * every clause names something, and what is asked of a group is asked once.
 */
export function bearingOn(competency: Competency, groups: readonly Group[]): readonly Group[] {
  const known = bearings.get(groups) ?? new Map<Competency, readonly Group[]>();
  bearings.set(groups, known);
  const made = known.get(competency) ?? groupedBy(credentialsNamedBy(competency), groups);
  known.set(competency, made);
  return made;
}

const bearings = new WeakMap<readonly Group[], Map<Competency, readonly Group[]>>();

function groupedBy(named: ReadonlySet<string>, groups: readonly Group[]): readonly Group[] {
  const bearing = new Map<string, { readonly held: ReadonlySet<string>; readonly people: string[] }>();
  for (const { held, people } of holdersOf(named, groups)) {
    const some: string[] = [];
    for (const credential of held) if (named.has(credential)) some.push(credential);
    const key = some.sort().join('\n');
    const group = bearing.get(key) ?? { held: new Set(some), people: [] };
    bearing.set(key, group);
    for (const person of people) group.people.push(person);
  }
  return [...bearing.values()];
}

const placesOfHolders = new WeakMap<readonly Group[], ReadonlyMap<string, readonly number[]>>();

/** The places of the groups that hold each credential, worked out once for all competencies. */
function placesByCredential(groups: readonly Group[]): ReadonlyMap<string, readonly number[]> {
  const known = placesOfHolders.get(groups);
  if (known) return known;
  const places = new Map<string, number[]>();
  groups.forEach(({ held }, place) => {
    for (const credential of held) {
      const holders = places.get(credential);
      if (holders) holders.push(place);
      else places.set(credential, [place]);
    }
  });
  placesOfHolders.set(groups, places);
  return places;
}

/** The groups that hold any of these credentials, in their order. */
function holdersOf(named: ReadonlySet<string>, groups: readonly Group[]): readonly Group[] {
  const places = placesByCredential(groups);
  const isHolder = new Uint8Array(groups.length);
  for (const credential of named) for (const place of places.get(credential) ?? []) isHolder[place] = 1;
  return groups.filter((_, place) => isHolder[place] === 1);
}
