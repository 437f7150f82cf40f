/** The programmes that are loaded, and which of them a partner follows. */
import type { CalendarDate } from '../basics/date';
import { hasEnded, type Programme } from './programme';

/** By id, in the order in which they are loaded. */
export type LoadedProgrammes = ReadonlyMap<string, Programme>;

/** The programme that a partner follows. Throws if it is not loaded, which only a faulty installation brings about. */
export function followedProgramme(
  { programme: id }: { readonly programme: string },
  programmes: LoadedProgrammes,
): Programme {
  const programme = programmes.get(id);
  if (!programme) throw new Error(`The partner's programme ${id} is not among those loaded`);
  return programme;
}

/**
 * The programme of a partner that has not chosen one: the first that is in force on the day, else the last that had begun, else
 * the first of all. Throws if none is loaded.
 */
export function programmeInForce(programmes: LoadedProgrammes, day: CalendarDate): Programme {
  const all = [...programmes.values()];
  const begun = all.filter(({ effectiveFrom }) => effectiveFrom <= day);
  const newest = [...begun].sort((one, other) => (one.effectiveFrom < other.effectiveFrom ? 1 : -1))[0];
  const found = begun.find((one) => !hasEnded(one, day)) ?? newest ?? all[0];
  if (!found) throw new Error('No programme is loaded');
  return found;
}
