/** An upgrade is a benefit pack that may be bought on a day: one for each level, each carried by competencies that meet it. */
import type { CalendarDate } from '../basics/date';
import type { Membership } from '../partner/partner';
import type { Policies } from '../programme/policy';
import { programmeEndOf, type Programme } from '../programme/programme';
import { renewalOf } from './renewal';
import { isHeld, isMetBy, type Standing } from '../counting/standing';
import type { LevelStanding, ClauseCount } from '../counting/level-standing';

/** A competency and the level of it that the business profile would show. */
export interface Carrier {
  readonly competency: string;
  readonly level: string;
  /** The last day of the override that alone holds the level. */
  readonly overrideUntil?: CalendarDate;
}

export interface UpgradeOffer {
  readonly level: string;
  /**
   * `open`: may be bought; `renewable`: held, and its window is open; `held`: held already; `covered`: a higher one is held,
   * which includes it; `closed`: no competency meets its level;
   * `ended`: nothing is sold any more, because its programme is over.
   */
  readonly code: 'open' | 'renewable' | 'held' | 'covered' | 'closed' | 'ended';
  /** The competencies that meet its requirement. */
  readonly carriers: readonly Carrier[];
  /** Whether only a higher level carries it, as the policy `goldImpliesSilver` allows for memberships. */
  readonly isImplied: boolean;
  /** Where no competency meets the level, the one that is nearest to it. */
  readonly nearest?: { readonly competency: string; readonly standing: LevelStanding<ClauseCount> };
}

export interface HeldLevels {
  readonly membership: Membership | undefined;
  readonly policies: Policies;
  readonly today: CalendarDate;
}

/** The benefit packs, from the lowest level; one competency that meets the level is enough for each (`domain.md` 1.2). */
export function offersFor(
  { levels, ...programme }: Pick<Programme, 'levels' | 'effectiveTo'>,
  standing: Standing<ClauseCount>,
  held: HeldLevels,
): readonly UpgradeOffer[] {
  const ids = levels.map(({ id }) => id);
  return ids.map((level, rank): UpgradeOffer => {
    const end = programmeEndOf(programme, levels[rank]);
    if (end !== undefined && held.today > end) return { level, code: 'ended', carriers: [], isImplied: false };
    const own = carriersOf(level, standing);
    const higher = held.policies.goldImpliesSilver === 'never' ? [] : above(rank, levels);
    const carriers = own.length > 0 ? own : higher.flatMap((one) => carriersOf(one, standing));
    const nearest = carriers.length === 0 ? nearestTo(level, standing) : undefined;
    return {
      level,
      code: codeOf(rank, carriers.length > 0, { ...held, levels }),
      carriers,
      isImplied: own.length === 0 && carriers.length > 0,
      ...(nearest && { nearest }),
    };
  });
}

/** The higher levels of the same ladder. */
function above(rank: number, levels: Programme['levels']): readonly string[] {
  return levels.slice(rank + 1).flatMap(({ id, ladder }) => (ladder === levels[rank]!.ladder ? [id] : []));
}

function carriersOf(level: string, { competencies }: Standing<ClauseCount>): readonly Carrier[] {
  return competencies
    .filter((standing) => isHeld(standing, level))
    .map(({ override, ...standing }) => ({
      competency: standing.id,
      level,
      ...(override && !isMetBy(standing, level) && { overrideUntil: override.until }),
    }));
}

function nearestTo(level: string, { competencies }: Standing<ClauseCount>): UpgradeOffer['nearest'] {
  return competencies
    .flatMap(({ id, options }) =>
      options.flatMap(({ levels }) =>
        levels.filter((one) => one.level === level).map((one) => ({ competency: id, standing: one })),
      ),
    )
    .sort((one, other) => other.standing.progress - one.standing.progress)[0];
}

function codeOf(
  rank: number,
  isMet: boolean,
  { membership, policies, today, levels }: HeldLevels & Pick<Programme, 'levels'>,
): UpgradeOffer['code'] {
  const phase = membership && renewalOf(membership, policies, today).phase;
  const bought =
    phase === undefined || phase === 'lapsed' ? -1 : levels.findIndex(({ id }) => id === membership!.level);
  const isSameLadder = levels[bought]?.ladder === levels[rank]?.ladder;
  if (rank < bought && isSameLadder) return 'covered';
  if (rank === bought && phase === 'running') return 'held';
  if (!isMet) return 'closed';
  return rank === bought ? 'renewable' : 'open';
}
