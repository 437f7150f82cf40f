/** The arrows between rooms: which folder imports which, where they run in circles, and which of them a picture needs. */
import { dirname } from 'node:path/posix';
import type { SourceFile } from './source';

/** For each room, the rooms that it imports, each with the number of imports. */
export type Arrows = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The room of a file: the folder that it stands in. */
export function roomOf(path: string): string {
  return dirname(path);
}

/** Counts the imports from each room into each other one; `room` decides what a room is. */
export function arrowsOf(files: readonly SourceFile[], room: (path: string) => string = roomOf): Arrows {
  const arrows = new Map<string, Map<string, number>>();
  for (const { path, imports } of files) {
    const from = room(path);
    const out = arrows.get(from) ?? new Map<string, number>();
    arrows.set(from, out);
    for (const to of imports.map(room)) if (to !== from) out.set(to, (out.get(to) ?? 0) + 1);
  }
  return arrows;
}

/** Every room that can be reached from this one, over one arrow or several. */
export function reachableFrom(room: string, arrows: Arrows): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(arrows.get(room)?.keys() ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(arrows.get(next)?.keys() ?? []));
  }
  return reached;
}

/** The rooms that import themselves over others, grouped by circle; empty if every arrow runs one way. */
export function circlesIn(arrows: Arrows): readonly (readonly string[])[] {
  const reach = new Map([...arrows.keys()].map((room) => [room, reachableFrom(room, arrows)]));
  const inCircle = [...arrows.keys()].filter((room) => reach.get(room)!.has(room)).sort();
  const groups = inCircle.map((room) =>
    inCircle.filter((other) => reach.get(room)!.has(other) && reach.get(other)!.has(room)),
  );
  return [...new Map(groups.map((group) => [group.join(' '), group])).values()];
}

/** The arrows without those that a longer way says already, which is what a reader can take in. */
export function essentialArrows(arrows: Arrows): readonly (readonly [from: string, to: string])[] {
  return [...arrows].flatMap(([from, out]) => {
    const beyond = new Set([...out.keys()].flatMap((to) => [...reachableFrom(to, arrows)]));
    return [...out.keys()].filter((to) => !beyond.has(to)).map((to) => [from, to] as const);
  });
}
