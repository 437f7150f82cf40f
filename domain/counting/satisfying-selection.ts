/** A satisfying selection is one choice of people that meets a level: while what they bring stays the same, the level stays met. */
import { peopleCountingIn } from './score-why';
import type { CompetencyStanding } from './standing';

/**
 * Returns the ids of people who meet the level by one option; empty if it is not met or needs no people. If a higher level of the option is met, the people who meet it are included, because the lower level may follow from it.
 */
export function findSatisfyingSelection({ options }: CompetencyStanding, level: string): ReadonlySet<string> {
  const levels = options.find((option) => option.levels.some((one) => one.level === level && one.met))?.levels ?? [];
  const relied = [levels.find((one) => one.level === level), levels.findLast(({ met }) => met)];
  const branches = relied.flatMap((one) => one?.alternatives.find(({ met }) => met) ?? []);
  const inClauses = branches.flatMap(({ clauses }) => clauses.flatMap(({ people }) => people));
  const inSteps = relied.flatMap((one) => (one?.score ? [...peopleCountingIn(one.score)] : []));
  return new Set([...inClauses, ...inSteps]);
}
