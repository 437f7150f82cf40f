/** A witness is one choice of people by which a level is met: while what they bring stays the same, so does the level. */
import { peopleCountingIn } from './score-why';
import type { CompetencyStanding } from './standing';

/**
 * The ids of people who meet the level by one option; nobody where it is not met, or needs nobody. Where a higher level of
 * the option is met those who meet it are among them, because the lower one may follow from it.
 */
export function findSatisfyingSelection({ options }: CompetencyStanding, level: string): ReadonlySet<string> {
  const levels = options.find((option) => option.levels.some((one) => one.level === level && one.met))?.levels ?? [];
  const relied = [levels.find((one) => one.level === level), levels.findLast(({ met }) => met)];
  const branches = relied.flatMap((one) => one?.alternatives.find(({ met }) => met) ?? []);
  const inClauses = branches.flatMap(({ clauses }) => clauses.flatMap(({ people }) => people));
  const inSteps = relied.flatMap((one) => (one?.score ? [...peopleCountingIn(one.score)] : []));
  return new Set([...inClauses, ...inSteps]);
}
