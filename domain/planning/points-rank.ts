/** Points by effort: what gives the most points for each credential to earn, over all areas that are not there yet. */
import { valueOf } from '../basics/fraction';
import { standingOf } from '../counting/standing';
import { meansOf, type LevelPath, type PathStart } from './level-path';
import { findBestPoints } from './score-path';

/** The best work for each area whose goal is not reached, by its better track, the most points for each credential first. */
export function rankByPoints(start: PathStart): readonly LevelPath[] {
  const means = meansOf(start);
  const { competencies } = standingOf(start.programme, start.facts, start.asOf);
  const ranked = competencies
    .flatMap(({ id: competency, level: held, options }) =>
      options
        .filter(({ setAside }) => !setAside && held === undefined)
        .flatMap(({ id: option, levels: [standing] }): LevelPath[] => {
          const road = standing?.score && findBestPoints(standing, means);
          return road ? [{ competency, level: standing.level, option, short: [], ...road }] : [];
        }),
    )
    .sort((one, other) => pointsEach(other) - pointsEach(one) || one.plan.credentials - other.plan.credentials);
  return ranked.filter(({ competency }, index) => ranked.findIndex((path) => path.competency === competency) === index);
}

/** Returns the points gained for each credential of a path, up to the goal. */
export function pointsEach({ plan, score }: LevelPath): number {
  if (!score || plan.credentials === 0) return 0;
  const gain = Math.min(valueOf(score.after), valueOf(score.atLeast)) - valueOf(score.before);
  return gain / plan.credentials;
}
