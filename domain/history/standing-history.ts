/** The history of a standing is a snapshot for each day on which it changed, kept as differences and bounded in age and size. */
import { addDays, type CalendarDate } from '../basics/date';
import { isSameGoal, type GoalSnapshot, type StandingSnapshot } from './standing-snapshot';

/** A day on which the standing changed. */
export interface HistoryStep extends Omit<StandingSnapshot, 'programme'> {
  /** Set where the goals are given in full: on the first day and where other goals were followed from then on. */
  readonly programme?: string;
  /** Those that differ from the day before, or all of them. */
  readonly goals: Readonly<Record<string, GoalSnapshot>>;
}

/** One per partner; the oldest day first. */
export interface StandingHistory {
  readonly tenant: string;
  readonly steps: readonly HistoryStep[];
}

/** For so many days a snapshot is kept: a year and a month, so that the same day of last year can be compared. */
export const historyKeptDays = 400;
/** The largest size of a history as JSON, in characters, whatever the number of people; the oldest days are given up for it. */
export const mostHistoryCharacters = 200_000;

/** Every day of the history with all its goals, the oldest first. */
export function snapshotsIn({ steps }: Pick<StandingHistory, 'steps'>): readonly StandingSnapshot[] {
  const all: StandingSnapshot[] = [];
  for (const { programme, goals, ...step } of steps) {
    const before = all.at(-1);
    const isWhole = programme !== undefined || before === undefined;
    all.push({
      ...step,
      programme: programme ?? before?.programme ?? '',
      goals: isWhole ? goals : { ...before.goals, ...goals },
    });
  }
  return all;
}

/** The history with today's snapshot; the very same where nothing has changed since the last one. */
export function withSnapshot(history: StandingHistory, now: StandingSnapshot): StandingHistory {
  const all = snapshotsIn(history);
  // A clock that was put back must not leave days to come.
  const before = all.filter(({ on }) => on < now.on);
  const last = before.at(-1);
  const next = last && goesOn(last, now) ? [...before.slice(0, -1), validAsLongAs(last, now)] : [...before, now];
  const newest = all.at(-1);
  const kept = next.at(-1)!;
  if (next.length === all.length && newest?.on === kept.on && saysTheSame(newest, now) && endsWith(newest, kept))
    return history;
  return pruned({ ...history, steps: stepsOf(next) }, now.on);
}

/** The history without what is older than it is kept for; the last day before that stays as the beginning. */
export function pruned(history: StandingHistory, today: CalendarDate): StandingHistory {
  const oldest = addDays(today, -historyKeptDays);
  const all = snapshotsIn(history);
  const isKept = all.map(({ on }) => on >= oldest);
  const first = isKept.includes(true) ? isKept.indexOf(true) : Math.max(0, all.length - 1);
  const young = first === 0 ? history : { ...history, steps: stepsOf(all.slice(first)) };
  return bounded(young);
}

/** Half of the size is made free at once, so that a large history is not written anew in full every day. */
function bounded(history: StandingHistory): StandingHistory {
  if (JSON.stringify(history.steps).length <= mostHistoryCharacters) return history;
  const all = snapshotsIn(history);
  const half = Math.ceil(all.length / 2);
  return half >= all.length ? history : bounded({ ...history, steps: stepsOf(all.slice(half)) });
}

function stepsOf(all: readonly StandingSnapshot[]): readonly HistoryStep[] {
  return all.map((one, at) => stepAfter(all[at - 1], one));
}

function stepAfter(before: StandingSnapshot | undefined, now: StandingSnapshot): HistoryStep {
  const { programme, ...step } = now;
  if (!before || before.programme !== programme || !hasSameGoals(before, now)) return now;
  const changed = Object.entries(now.goals).filter(([id, goal]) => !isSameGoal(before.goals[id], goal));
  return { ...step, goals: Object.fromEntries(changed) };
}

function hasSameGoals({ goals: before }: StandingSnapshot, { goals }: StandingSnapshot): boolean {
  const ids = Object.keys(goals);
  return ids.length === Object.keys(before).length && ids.every((id) => id in before);
}

/** Whether a day says the same as an earlier one that was known to last until it; a day between of which nothing is known may differ. */
function goesOn(last: StandingSnapshot, now: StandingSnapshot): boolean {
  const { validUntil } = last;
  return saysTheSame(last, now) && (validUntil === undefined || addDays(validUntil, 1) >= now.on);
}

function validAsLongAs(
  { validUntil: _, ...last }: StandingSnapshot,
  { validUntil }: StandingSnapshot,
): StandingSnapshot {
  return { ...last, ...(validUntil !== undefined && { validUntil }) };
}

function endsWith(one: StandingSnapshot, other: StandingSnapshot): boolean {
  return one.validUntil === other.validUntil;
}

function saysTheSame(one: StandingSnapshot, other: StandingSnapshot): boolean {
  return (
    one.programme === other.programme &&
    one.people === other.people &&
    one.counting === other.counting &&
    one.lapsed === other.lapsed &&
    one.import === other.import &&
    hasSameGoals(one, other) &&
    Object.entries(other.goals).every(([id, goal]) => isSameGoal(one.goals[id], goal))
  );
}
