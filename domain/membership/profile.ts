/** A profile is what the business profile shows of the competencies under a membership. */
import type { Programme } from '../programme/programme';
import { isHeld, type Standing } from '../counting/standing';
import type { ClauseCount } from '../counting/level-standing';
import type { Carrier } from './upgrade';

/**
 * The highest level of each competency that is held and that the membership shows: after the upgrade to Silver the silver
 * ones, after Gold the silver and the gold ones. Gold does not stand for Silver (`domain.md` 1.2).
 */
export function profileUnder(
  bought: string,
  { competencies }: Standing<ClauseCount>,
  { levels }: Pick<Programme, 'levels'>,
): readonly Carrier[] {
  const at = levels.findIndex(({ id }) => id === bought);
  const shown = levels.slice(0, at + 1).filter(({ ladder }) => ladder === levels[at]?.ladder);
  return competencies.flatMap((standing) => {
    const level = shown.findLast(({ id }) => isHeld(standing, id))?.id;
    return level === undefined ? [] : [{ competency: standing.id, level }];
  });
}
