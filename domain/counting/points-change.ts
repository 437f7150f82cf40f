/** A change of points: what an option's score was and what it would be. */
import { compareFractions, type Fraction } from '../basics/fraction';
import type { CompetencyStanding, OptionStanding, Standing } from './standing';

export interface PointsChange {
  readonly competency: string;
  readonly option: string;
  readonly before: Fraction;
  readonly after: Fraction;
  readonly of: Fraction;
}

/** Every score that differs between two standings of the same programme; options that are set aside in both are left out. */
export function pointsChanges(before: Standing, after: Standing): readonly PointsChange[] {
  return before.competencies.flatMap((competency, index) => changesIn(competency, after.competencies[index]!));
}

function changesIn(before: CompetencyStanding, after: CompetencyStanding): readonly PointsChange[] {
  return before.options.flatMap((option, index) => {
    const other = after.options[index]!;
    return option.setAside && other.setAside ? [] : changeOf(before.id, option, other);
  });
}

/** The levels of one option share their metrics, so the first of them tells. */
function changeOf(competency: string, before: OptionStanding, after: OptionStanding): readonly PointsChange[] {
  const [was, is] = [before.levels[0]?.score, after.levels[0]?.score];
  if (!was || !is || compareFractions(was.points, is.points) === 0) return [];
  return [{ competency, option: before.id, before: was.points, after: is.points, of: is.of }];
}
