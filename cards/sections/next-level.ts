/** The next level is the lowest one above what a competency holds, by the option that is nearest to it. */
import type { Programme } from '../../domain/programme/programme';
import type { CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding, ClauseCount } from '../../domain/counting/level-standing';

/** The next level of a competency, or nothing where its highest level is reached; one held by an override is still to be met. */
export function nextLevel<C extends ClauseCount>(
  { level, override, options }: CompetencyStanding<C>,
  { levels }: Programme,
): LevelStanding<C> | undefined {
  const held = levels.findIndex(({ id }) => id === level);
  const ways = options.flatMap((option) => (option.setAside ? [] : option.levels));
  return levels
    .slice(override ? held : held + 1)
    .map(({ id }) => nearest(ways.filter((way) => way.level === id)))
    .find((way) => way !== undefined);
}

function nearest<C extends ClauseCount>(ways: readonly LevelStanding<C>[]): LevelStanding<C> | undefined {
  return ways.reduce<LevelStanding<C> | undefined>(
    (best, way) => (best && best.progress >= way.progress ? best : way),
    undefined,
  );
}
