/** The plan for one level: the paths to it with how near the people proposed are, or why there are none. */
import type { CalendarDate } from '../../domain/basics/date';
import { plannedWork, type PlannedWork } from '../../domain/planning/credential-work';
import {
  findLevelPaths,
  shortageOf,
  type LevelPath,
  type PathTarget,
  type Shortage,
} from '../../domain/planning/level-path';
import type { Competency } from '../../domain/programme/programme';
import { declinedAmong, tasksFor, type AssignedTask } from '../../domain/tasks/assigned-task';
import { competencyResultOn } from './competency-result';
import { explainedLevelIn } from './explained-level';
import type { FactsSnapshot } from './partner-snapshot';
import { dayAheadOf, outlookOf } from './renewal-outlook';

export interface LevelPlan {
  /** The best first. */
  readonly roads: readonly LevelPath[];
  readonly shortage?: Shortage;
  /** The renewal day, where the level is held today and will not be met then. */
  readonly by?: CalendarDate;
  readonly planned?: PlannedWork;
}

/** The level that is asked for, else the next one, as the other commands choose it. */
export function planTargetOf(
  competency: Competency,
  level: string | undefined,
  snapshot: FactsSnapshot,
): PathTarget | undefined {
  const explained = explainedLevelIn(competencyResultOn(competency, snapshot).standing, { level });
  return explained && { competency: competency.id, level: explained.standing.level };
}

/**
 * Plans the work for a level. A credential is not proposed to a person who has declined it, and for this level nothing is to a
 * person who has declined a task for it, unless the level cannot be reached without them.
 */
export function planLevel(target: PathTarget, snapshot: FactsSnapshot, tasks: readonly AssignedTask[]): LevelPlan {
  const ahead = dayOf(target, snapshot);
  const by = ahead?.until;
  const declined = declinedAmong(tasks);
  const known = { ...snapshot, ...(ahead && { facts: ahead.facts }) };
  const start = { ...known, declined, today: snapshot.asOf, asOf: by ?? snapshot.asOf };
  const spared = new Set(
    tasksFor(target, tasks).flatMap(({ person, state }) => (state.is === 'declined' ? [person] : [])),
  );
  const sparing = spared.size > 0 ? findLevelPaths(target, { ...start, spared }) : [];
  const roads = sparing.length > 0 ? sparing : findLevelPaths(target, start);
  const planned = roads[0] && plannedWork(roads[0], start);
  const shortage = roads.length === 0 ? shortageOf(target, start) : undefined;
  return { roads, ...(shortage && { shortage }), ...(by && { by }), ...(planned && { planned }) };
}

/** What is to be done for a level that is endangered is done for the renewal day. */
function dayOf({ competency, level }: PathTarget, snapshot: FactsSnapshot): ReturnType<typeof dayAheadOf> | undefined {
  const outlook = outlookOf(competency, snapshot);
  const isEndangered = outlook.lines.some(
    ({ risk }) => risk.level === level && risk.code !== 'thin' && risk.code !== 'lost' && risk.code !== 'reached',
  );
  return isEndangered ? dayAheadOf(competency, outlook, snapshot.facts) : undefined;
}
