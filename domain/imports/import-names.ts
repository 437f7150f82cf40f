/** Which competency, level or metric a name in a file means: the whole name, in any of the five languages. */
import type { ImportNames } from './incoming';
import type { LocalizedName } from '../basics/locale';
import type { Programme } from '../programme/programme';

/**
 * The names that files may use for what a programme has. A file is not a conversation, so nothing is guessed from a part of
 * a name or a misspelling: only case, width, white space and a leading "Microsoft" or "Solutions Partner for" make no
 * difference.
 */
export function importNames(programme: Programme): ImportNames {
  const competencies = index(programme.competencies, ({ id, names, otherNames }) => [
    id,
    ...inAll(names),
    ...otherNames,
  ]);
  const sharing = (name: string) =>
    programme.competencies.filter(({ sharedNames = [] }) => sharedNames.map(nameKey).includes(nameKey(name)));
  const levels = index(programme.levels, ({ id, names }) => [id, ...inAll(names)]);
  const metrics = index(programme.metrics, ({ id, names }) => [id, ...inAll(names)]);
  return {
    competency: (name) => competencies.get(nameKey(name))?.id,
    sharedBy: (name) => sharing(name).map(({ id }) => id),
    level: (name) => levels.get(nameKey(name))?.id,
    metric: (name) => metrics.get(nameKey(name)),
  };
}

/**
 * The names of the programme that is followed, then those of the others that are loaded: a fact of another programme is kept as
 * well, because a partner may change what it follows and the facts stay.
 */
export function importNamesIn(followed: Programme, others: Iterable<Programme>): ImportNames {
  const all = [followed, ...[...others].filter(({ id }) => id !== followed.id)].map(importNames);
  const first = <T>(find: (names: ImportNames) => T | undefined) => {
    for (const names of all) {
      const found = find(names);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    competency: (name) => first((names) => names.competency(name)),
    sharedBy: (name) => all[0]!.sharedBy(name),
    level: (name) => first((names) => names.level(name)),
    metric: (name) => first((names) => names.metric(name)),
  };
}

const inAll = (names: LocalizedName) => Object.values(names);

/** A name that two of them have means the first one. */
function index<T>(items: readonly T[], namesOf: (item: T) => readonly string[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) for (const key of namesOf(item).map(nameKey)) if (!found.has(key)) found.set(key, item);
  return found;
}

function nameKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^microsoft /, '')
    .replace(/^solutions partner for /, '');
}
