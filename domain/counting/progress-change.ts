/** A progress change is how much nearer or farther the next level of a competency is by one standing than by another. */
import type { CompetencyStanding, Standing } from './standing';

export interface ProgressChange {
  readonly competency: string;
  readonly level: string;
  /** 0 to 1, by the option that is nearest to the level. */
  readonly before: number;
  readonly after: number;
}

/**
 * The lowest level of each competency that neither standing has and whose progress differs. A competency whose level changes is left out,
 * and so are goals in points: other changes tell of those.
 */
export function progressChanges(before: Standing, after: Standing): readonly ProgressChange[] {
  return before.competencies.flatMap((competency, index) => changeIn(competency, after.competencies[index]!));
}

function changeIn(before: CompetencyStanding, after: CompetencyStanding): readonly ProgressChange[] {
  if (before.level !== after.level) return [];
  const ids = [...new Set(before.options.flatMap(({ levels }) => levels.map(({ level }) => level)))];
  const changes = ids.flatMap((level) => {
    const [was, is] = [progressOf(before, level), progressOf(after, level)];
    return was === undefined || is === undefined || was === is ? [] : [{ level, before: was, after: is }];
  });
  return changes.slice(0, 1).map((change) => ({ competency: before.id, ...change }));
}

/** Undefined where the level is met, is one in points, or no option has it. */
function progressOf({ options }: CompetencyStanding, wanted: string): number | undefined {
  const levels = options
    .filter(({ setAside }) => !setAside)
    .flatMap((option) => option.levels.filter(({ level }) => level === wanted));
  if (levels.length === 0 || levels.some(({ met, score }) => met || score)) return undefined;
  return Math.max(...levels.map(({ progress }) => progress));
}
