/** Chooses the level and option to explain if the question does not name them. */
import type { CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';

export interface ExplainedLevel {
  /** The id of the option. */
  readonly option: string;
  readonly standing: LevelStanding;
}

interface Wanted {
  readonly level?: string | undefined;
  readonly option?: string | undefined;
}

/**
 * Returns the wanted level, else the one above the present level, else the present one; with the wanted option, else an
 * option that meets the level, else the one nearest to it. Undefined if no option has the level.
 */
export function explainedLevelIn(standing: CompetencyStanding, { level, option }: Wanted): ExplainedLevel | undefined {
  const wanted = level ?? nextLevel(standing);
  const waysOf = (options: CompetencyStanding['options']) =>
    options.flatMap(({ id, levels }) =>
      levels.filter((one) => one.level === wanted).map((one) => ({ option: id, standing: one })),
    );
  const ways = waysOf(standing.options.filter(({ setAside }) => !setAside));
  const asked = waysOf(standing.options).find((way) => way.option === option) ?? ways.find((way) => way.standing.met);
  return asked ?? ways.reduce<ExplainedLevel | undefined>(nearer, undefined);
}

function nearer(best: ExplainedLevel | undefined, one: ExplainedLevel): ExplainedLevel {
  return best && best.standing.progress >= one.standing.progress ? best : one;
}

function nextLevel(standing: CompetencyStanding): string | undefined {
  const levels = levelsOf(standing);
  const present = standing.level === undefined ? -1 : levels.indexOf(standing.level);
  return (standing.override ? undefined : levels[present + 1]) ?? levels[present];
}

/** The levels that any option has, from the lowest. */
export function levelsOf({ options }: CompetencyStanding): readonly string[] {
  const longest = [...options].sort((one, other) => other.levels.length - one.levels.length);
  return [...new Set(longest.flatMap(({ levels }) => levels.map(({ level }) => level)))];
}
