/** What `npm run rooms` says of the source: files per folder, arrows, circles, names exported twice, lengths, and the verdict. */
import { arrowsOf, circlesIn, roomOf, type Arrows } from './arrows';
import type { SourceFile } from './source';

/** A folder with more source files than this is one that a reader gets lost in. */
const mostFiles = 40;

export interface RoomReport {
  readonly lines: readonly string[];
  /** The goals that are missed; empty if all are met. */
  readonly missed: readonly string[];
}

/** Measures the files and compares them with the goals of the house. */
export function reportOn(files: readonly SourceFile[]): RoomReport {
  const rooms = groupedByRoom(files);
  const arrows = arrowsOf(files);
  const circles = circlesIn(arrows);
  const twice = exportedTwice(files);
  const crowded = [...rooms].filter(([, inside]) => inside.length > mostFiles).map(([room]) => room);
  return {
    lines: [
      ...roomLines(rooms, arrows),
      '',
      `rooms: ${rooms.size}, files: ${files.length}, largest room: ${largest(rooms)}`,
      `arrows between rooms: ${[...arrows.values()].reduce((sum, out) => sum + out.size, 0)}`,
      `circles between rooms: ${circles.length}${circles.map((circle) => `\n  ${circle.join(' ↔ ')}`).join('')}`,
      `names exported twice: ${twice.length}${twice.map((line) => `\n  ${line}`).join('')}`,
      lengthLine(
        'file',
        files.map(({ lines }) => lines),
      ),
      lengthLine(
        'function',
        files.flatMap(({ functions }) => functions.map(({ lines }) => lines)),
      ),
      ...longestFunctions(files),
    ],
    missed: [
      ...crowded.map((room) => `${room} has more than ${mostFiles} files`),
      ...(circles.length > 0 ? ['rooms import each other in circles'] : []),
      ...(twice.length > 0 ? ['names are exported twice'] : []),
    ],
  };
}

function groupedByRoom(files: readonly SourceFile[]): ReadonlyMap<string, readonly SourceFile[]> {
  const rooms = new Map<string, SourceFile[]>();
  for (const file of files) rooms.set(roomOf(file.path), [...(rooms.get(roomOf(file.path)) ?? []), file]);
  return rooms;
}

function roomLines(rooms: ReadonlyMap<string, readonly SourceFile[]>, arrows: Arrows): readonly string[] {
  return [...rooms].map(
    ([room, inside]) =>
      `${String(inside.length).padStart(4)}  ${room.padEnd(34)} imports ${arrows.get(room)?.size ?? 0} rooms`,
  );
}

function largest(rooms: ReadonlyMap<string, readonly SourceFile[]>): string {
  const [room, files] = [...rooms].sort(([, one], [, other]) => other.length - one.length)[0]!;
  return `${room} (${files.length})`;
}

function exportedTwice(files: readonly SourceFile[]): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { path, exports } of files)
    for (const name of new Set(exports)) places.set(name, [...(places.get(name) ?? []), path]);
  return [...places].filter(([, paths]) => paths.length > 1).map(([name, paths]) => `${name}: ${paths.join(', ')}`);
}

function lengthLine(noun: string, lengths: readonly number[]): string {
  const sorted = [...lengths].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return `lines of a ${noun}: median ${at(0.5)}, nine of ten up to ${at(0.9)}, longest ${sorted.at(-1)}`;
}

function longestFunctions(files: readonly SourceFile[]): readonly string[] {
  const all = files.flatMap(({ path, functions }) => functions.map(({ name, lines }) => ({ path, name, lines })));
  const longest = all.sort((one, other) => other.lines - one.lines).slice(0, 5);
  return longest.map(({ path, name, lines }) => `  ${lines} lines: ${name} in ${path}`);
}
