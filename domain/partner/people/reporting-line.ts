/** A reporting line says who reports to whom: each record has the sign of the person's manager, and the record with this sign is meant. */
import { identifierKinds, type Identifiers, type Person } from './person';

interface Known {
  readonly identifiers: Identifiers;
}

/** Finds the one record that has a sign of any kind; nothing where none has it, or several have it and it tells none of them. */
export function signOwners<T extends Known>(records: readonly T[]): (sign: string) => T | 'several' | undefined {
  const owners = new Map<string, T | 'several'>();
  for (const record of records)
    for (const sign of new Set(identifierKinds.flatMap((kind) => record.identifiers[kind])))
      owners.set(sign, owners.has(sign) ? 'several' : record);
  return (sign) => owners.get(sign);
}

/** The id of each person's manager, by the id of the person; nobody is their own manager. */
export function managersById(people: readonly Person[]): ReadonlyMap<string, string> {
  if (people.every(({ manager }) => manager === undefined)) return new Map();
  const ownerOf = signOwners(people);
  return new Map(
    people.flatMap(({ id, manager }): readonly [string, string][] => {
      const owner = manager === undefined ? undefined : ownerOf(manager);
      return owner === undefined || owner === 'several' || owner.id === id ? [] : [[id, owner.id]];
    }),
  );
}

/**
 * The ids of everyone who reports to a person, directly or through others; never the person, also where managers go round in a circle.
 */
export function reportsOf(manager: string, managers: ReadonlyMap<string, string>): ReadonlySet<string> {
  const direct = new Map<string, string[]>();
  for (const [person, above] of managers) {
    const others = direct.get(above);
    if (others) others.push(person);
    else direct.set(above, [person]);
  }
  const found = new Set<string>();
  const open = [manager];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const person of direct.get(at) ?? [])
      if (person !== manager && !found.has(person)) {
        found.add(person);
        open.push(person);
      }
  return found;
}

/** Who goes round in a circle: each reports to the next, and the last to the first. Each circle once. */
export function circlesIn<Id>(managers: ReadonlyMap<Id, Id>): readonly (readonly Id[])[] {
  const circles: (readonly Id[])[] = [];
  const seen = new Set<Id>();
  for (const start of managers.keys()) {
    const way = new Map<Id, number>();
    let at: Id | undefined = start;
    for (; at !== undefined && !seen.has(at); at = managers.get(at)) {
      seen.add(at);
      way.set(at, way.size);
    }
    const back = at === undefined ? undefined : way.get(at);
    if (back !== undefined) circles.push([...way.keys()].slice(back));
  }
  return circles;
}
