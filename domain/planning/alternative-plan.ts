/** A repair is a way to win a level back; there are several, because another person could do the work. */
import { findLevelPaths, shortOf, type LevelPath, type PathStart, type PathTarget } from './level-path';

/**
 * Up to `most` different ways to a target, the cheapest first. Beside the way through each branch those are offered that
 * spare one of the people of the cheapest one, because the first choice may be ill, or busy.
 */
export function findAlternativePlans(target: PathTarget, start: PathStart, most: number): readonly LevelPath[] {
  const first = findLevelPaths(target, start);
  const busy = first[0]?.plan.tasks.map(({ person }) => person) ?? [];
  const others = busy
    .slice(0, most)
    .flatMap((person) => findLevelPaths(target, { ...start, spared: new Set([person]) }));
  const different = new Map(
    [...first, ...others].map((road) => [workOf(road), road]).reverse() as [string, LevelPath][],
  );
  return [...different.values()].sort(cheaper).slice(0, most);
}

function workOf({ short, plan: { tasks } }: LevelPath): string {
  return JSON.stringify([
    short.map(({ metric }) => metric),
    tasks.map(({ person, credentials }) => [person, ...credentials]),
  ]);
}

function cheaper(one: LevelPath, other: LevelPath): number {
  return (
    shortOf(one) - shortOf(other) ||
    one.plan.credentials - other.plan.credentials ||
    (workOf(one) < workOf(other) ? -1 : 1)
  );
}
