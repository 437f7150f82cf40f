/** The programmes that are loaded, and which of them a partner follows. */
import type { Programme } from './programme';

/** By id; the first is the one of a partner that has not chosen. */
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

/** The programme of a partner that has not chosen one. Throws if none is loaded. */
export function firstProgramme(programmes: LoadedProgrammes): Programme {
  const [first] = programmes.values() as Iterable<Programme>;
  if (!first) throw new Error('No programme is loaded');
  return first;
}
