/** The difference of two snapshots: which levels, points and counts are others than before, and how many imports lie between. */
import { addDays, type CalendarDate } from '../basics/date';
import type { HeadCount } from '../counting/head-count';
import { snapshotsIn, type StandingHistory } from './standing-history';
import { isSameGoal, type GoalSnapshot, type StandingSnapshot } from './standing-snapshot';

export interface GoalChange {
  readonly goal: string;
  readonly before: GoalSnapshot;
  readonly after: GoalSnapshot;
}

export interface StandingDifference {
  /** The day from which is compared: the day asked for, the first that is kept, or the last before it of which anything is known. */
  readonly since: CalendarDate;
  /** Set where nothing is kept of the day asked for. */
  readonly isCutShort?: true;
  readonly goals: readonly GoalChange[];
  readonly before: HeadCount;
  readonly after: HeadCount;
  readonly imports: number;
  /** Other goals are followed than on that day, so that goals are not compared. */
  readonly isOtherProgramme?: true;
}

/**
 * Compares the standing of a day with the one of today; nothing where no earlier day is kept. On a day without a snapshot
 * the standing was as on the last day before that has one, for as long as time alone left it so.
 */
export function differenceSince(
  history: Pick<StandingHistory, 'steps'>,
  now: StandingSnapshot,
  day: CalendarDate,
): StandingDifference | undefined {
  const all = snapshotsIn(history).filter(({ on }) => on < now.on);
  const before = all.findLast(({ on }) => on <= day) ?? all[0];
  if (!before) return undefined;
  const isCutShort = before.on > day;
  const later = [...all, now].filter(({ on }) => on > before.on);
  const imports = new Set(later.flatMap(({ import: id }) => (id === undefined || id === before.import ? [] : [id])));
  const isOther = before.programme !== now.programme;
  return {
    since: isCutShort ? before.on : lastKnown(before, day),
    ...(isCutShort && { isCutShort }),
    goals: isOther ? [] : changedGoals(before, now),
    before: headsOf(before),
    after: headsOf(now),
    imports: imports.size,
    ...(isOther && { isOtherProgramme: isOther }),
  };
}

function lastKnown({ validUntil }: StandingSnapshot, day: CalendarDate): CalendarDate {
  return validUntil !== undefined && validUntil < day ? validUntil : day;
}

function changedGoals({ goals: before }: StandingSnapshot, { goals }: StandingSnapshot): readonly GoalChange[] {
  return Object.entries(goals).flatMap(([goal, after]) => {
    const known = before[goal];
    return known && !isSameGoal(known, after) ? [{ goal, before: known, after }] : [];
  });
}

function headsOf({ people, counting, lapsed }: HeadCount): HeadCount {
  return { people, counting, lapsed };
}

/** For so many days back a trend is told. */
export const trendDays = 30;

/** What of a month ago is kept beside the standing, so that a card that shows it reads no history. */
export interface StandingTrend {
  readonly since: CalendarDate;
  /** How many goals held a level then. */
  readonly held: number;
  /** Of the goals that differ from then: what they were. */
  readonly goals: Readonly<Record<string, GoalSnapshot>>;
}

/** The trend up to a snapshot; nothing where no earlier day is kept or other goals were followed. */
export function trendOf(history: Pick<StandingHistory, 'steps'>, now: StandingSnapshot): StandingTrend | undefined {
  const difference = differenceSince(history, now, addDays(now.on, -trendDays));
  if (!difference || difference.isOtherProgramme) return undefined;
  const { goals, since } = difference;
  const lost = goals.filter(({ before, after }) => before.level !== undefined && after.level === undefined).length;
  const won = goals.filter(({ before, after }) => before.level === undefined && after.level !== undefined).length;
  const held = Object.values(now.goals).filter(({ level }) => level !== undefined).length;
  return { since, held: held + lost - won, goals: Object.fromEntries(goals.map((one) => [one.goal, one.before])) };
}

/** The trend up to a day with how many goals hold a level on it, of all. */
export interface HeldTrend {
  readonly trend: StandingTrend;
  readonly held: number;
  readonly of: number;
}

/** The trend up to today as the history tells it, whose newest day stands until another is kept; nothing where there is no earlier day. */
export function heldTrendOf(history: Pick<StandingHistory, 'steps'>, today: CalendarDate): HeldTrend | undefined {
  const newest = snapshotsIn(history).at(-1);
  const trend = newest && trendOf(history, { ...newest, on: today });
  if (!trend) return undefined;
  const goals = Object.values(newest.goals);
  return { trend, held: goals.filter(({ level }) => level !== undefined).length, of: goals.length };
}
