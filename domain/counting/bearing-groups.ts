/** The groups that bear on a competency: of a hundred thousand people who all hold something else, those who can serve it are few kinds. */
import { credentialsNamedBy, type Competency } from '../programme/programme';
import type { Group } from './credits/group';

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

/** Only holders of what is named are looked at: the key of a group has a character for each credential that it holds of those. */
function groupedBy(named: ReadonlySet<string>, groups: readonly Group[]): readonly Group[] {
  const places = placesByCredential(groups);
  const credentials = [...named].sort();
  const keys = groups.map(() => '');
  credentials.forEach((credential, at) => {
    for (const place of places.get(credential) ?? []) keys[place] += String.fromCharCode(at);
  });
  const bearing = new Map<string, { readonly held: ReadonlySet<string>; readonly people: string[] }>();
  groups.forEach(({ people }, place) => {
    const key = keys[place]!;
    if (key === '') return;
    const known = bearing.get(key);
    if (known) for (const person of people) known.people.push(person);
    else
      bearing.set(key, {
        held: new Set(key.split('').map((at) => credentials[at.charCodeAt(0)]!)),
        people: [...people],
      });
  });
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

/** The same groups, if one person did not bring a credential. */
export function groupsWithout(
  groups: readonly Group[],
  { person, credential }: { readonly person: string; readonly credential: string },
): readonly Group[] {
  return groups.flatMap((group) => {
    if (!group.held.has(credential) || !group.people.includes(person)) return [group];
    const held = new Set([...group.held].filter((one) => one !== credential));
    return [
      { ...group, people: group.people.filter((one) => one !== person) },
      { held, people: [person] },
    ];
  });
}
