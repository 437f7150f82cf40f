/** A snapshot is the standing of a day in a few numbers: levels, progress, points and counts, without ids of people or names. */
import type { CalendarDate } from '../basics/date';
import { valueOf, type Fraction } from '../basics/fraction';
import type { HeadCount } from '../counting/head-count';

/** One competency, designation or specialization on that day. */
export interface GoalSnapshot {
  readonly level?: string;
  /** How far the next level is, in whole per cent; 100 where there is none. */
  readonly progress: number;
  /** Where the goal is one in points, with one decimal. */
  readonly points?: number;
}

export interface StandingSnapshot extends HeadCount {
  readonly on: CalendarDate;
  readonly programme: string;
  readonly goals: Readonly<Record<string, GoalSnapshot>>;
  /** The id of the newest import. */
  readonly import?: string;
  /** The last day on which it stays so by time alone; absent where time changes nothing. */
  readonly validUntil?: CalendarDate;
}

/** The parts of a standing that a snapshot is taken of. */
export interface SnapshotGround {
  readonly asOf: CalendarDate;
  readonly validUntil?: CalendarDate | undefined;
  readonly partner: { readonly programme: string };
  readonly newestImport?: { readonly id: string } | undefined;
  readonly heads?: HeadCount | undefined;
  readonly competencies: readonly {
    readonly id: string;
    readonly level?: string | undefined;
    readonly options: readonly {
      readonly setAside?: true;
      readonly levels: readonly {
        readonly level: string;
        readonly met: boolean;
        readonly progress: number;
        readonly score?: { readonly points: Fraction };
      }[];
    }[];
  }[];
}

const noHeads: HeadCount = { people: 0, counting: 0, lapsed: 0 };

/** Takes the snapshot of a standing. */
export function standingSnapshotOf({
  asOf,
  validUntil,
  partner,
  newestImport,
  heads,
  competencies,
}: SnapshotGround): StandingSnapshot {
  return {
    on: asOf,
    programme: partner.programme,
    goals: Object.fromEntries(competencies.map((one) => [one.id, goalSnapshot(one)])),
    ...(heads ?? noHeads),
    ...(newestImport && { import: newestImport.id }),
    ...(validUntil !== undefined && { validUntil }),
  };
}

/** The snapshot of one goal. */
export function goalSnapshot({ level, options }: SnapshotGround['competencies'][number]): GoalSnapshot {
  const counted = options.filter(({ setAside }) => !setAside);
  const levels = counted.flatMap((option) => option.levels);
  const open = counted.flatMap((option) => above(level, option.levels)).filter(({ met }) => !met);
  const nearest = open.reduce((most, { progress }) => Math.max(most, progress), 0);
  const points = levels.flatMap(({ score }) => (score ? [valueOf(score.points)] : []));
  return {
    ...(level !== undefined && { level }),
    // What is not met is never told as complete.
    progress: open.length === 0 ? 100 : Math.min(99, Math.floor(nearest * 100)),
    ...(points.length > 0 && { points: Math.round(Math.max(...points) * 10) / 10 }),
  };
}

/** The levels of an option above one of them; they stand from the lowest. */
function above<L extends { readonly level: string }>(level: string | undefined, levels: readonly L[]): readonly L[] {
  return levels.slice(levels.findIndex((one) => one.level === level) + 1);
}

/** Whether two snapshots of one goal say the same. */
export function isSameGoal(one: GoalSnapshot | undefined, other: GoalSnapshot | undefined): boolean {
  return one?.level === other?.level && one?.progress === other?.progress && one?.points === other?.points;
}

/** How many goals hold each level, by its id. */
export function levelsIn({ goals }: Pick<StandingSnapshot, 'goals'>): Readonly<Record<string, number>> {
  const held = Object.values(goals).flatMap(({ level }) => (level === undefined ? [] : [level]));
  return Object.fromEntries([...new Set(held)].map((level) => [level, held.filter((one) => one === level).length]));
}
