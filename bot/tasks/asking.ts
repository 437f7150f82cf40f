/** Asking the people of a plan: which tasks a plan means, which fall away, and writing them. */
import type { AskingView, AskedFor } from '../../cards/tasks/asking-card';
import { addDays } from '../../domain/basics/date';
import { lastSafeExamOf, renewalOf } from '../../domain/membership/renewal';
import { digestOf } from '../../domain/programme/fingerprint';
import type { Competency } from '../../domain/programme/programme';
import {
  actOnTask,
  askedTask,
  isOpenTask,
  taskId,
  type AssignedTask,
  type TaskGoal,
  type TaskRequest,
} from '../../domain/tasks/assigned-task';
import { tasksBesidePlan } from '../../domain/tasks/task-closing';
import { dueDaysOf } from '../../domain/tasks/task-due-day';
import type { TurnRequest } from '../context/turn-request';
import { planLevel, planTargetOf } from '../partner/level-plan';
import type { FactsSnapshot } from '../partner/partner-snapshot';
import { updateTask, writeTasks, type TaskWriteDeps } from './task-write';

/** What the button would do. */
export interface Asking extends Pick<AskingView, 'goal' | 'wanted' | 'falling'> {
  /** Of the tasks, for the button: pressed on another plan it does nothing. */
  readonly plan: string;
}

/** The turn, and the facts that were read for it. */
export interface AskingSituation {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
  readonly tasks: readonly AssignedTask[];
}

/** Returns what asking the people of the plan for a level means; undefined where the goal has no such level. */
export function planAsking(
  competency: Competency,
  level: string | undefined,
  { request, snapshot, tasks }: AskingSituation,
): Asking | undefined {
  const target = planTargetOf(competency, level, snapshot);
  if (!target) return undefined;
  const { roads, by } = planLevel(target, snapshot, tasks);
  const goal: TaskGoal = { ...target, ...(by !== undefined && { by }) };
  const known = new Map(tasks.map((task) => [task.id, task]));
  const time = timeFor(goal, snapshot);
  const wanted = (roads[0]?.plan.tasks ?? []).flatMap(({ person, credentials }): readonly AskedFor[] => {
    const dues = dueDaysOf(credentials.length, time);
    return credentials.map((credential, index) => {
      const before = known.get(taskId(person, credential));
      if (before && isOpenTask(before)) return { task: before, isAsked: true };
      const asked = askedTask({ person, credential, goal, ...byAsker(request), due: dues[index]! }, before)!;
      return { task: asked, isAsked: false };
    });
  });
  const falling = tasksBesidePlan(tasks, goal, new Set(wanted.map(({ task }) => task.id)));
  return { goal, wanted, falling, plan: versionOfPlan(wanted, falling) };
}

/** Where the level does not end on a day, the next anniversary is the day on which it is to be there, if that leaves a month. */
function timeFor({ by }: TaskGoal, { partner, policies, asOf: today }: FactsSnapshot): Parameters<typeof dueDaysOf>[1] {
  const anniversary = partner.membership && renewalOf(partner.membership, policies, today).anniversary;
  const isAhead = anniversary !== undefined && lastSafeExamOf(anniversary, policies) >= addDays(today, leastDays);
  const day = by ?? (isAhead ? anniversary : undefined);
  return { today, policies, ...(day !== undefined && { by: day }) };
}

const leastDays = 30;

function byAsker({ user, now }: TurnRequest): Pick<TaskRequest, 'askedBy' | 'askedAt'> {
  return { askedBy: user.aadObjectId.toLowerCase(), askedAt: now };
}

function versionOfPlan(wanted: readonly AskedFor[], falling: readonly AssignedTask[]): string {
  return digestOf([
    wanted.map(({ task, isAsked }) => [task.id, task.due, task.opening, isAsked]),
    falling.map(({ id, opening }) => [id, opening]),
  ]);
}

/** Writes what a plan asks, each task as it stands by then. Throws {@link StoreUnavailable} as the store does. */
export async function askPeople(
  { wanted, falling }: Asking,
  { request: { tenant, now } }: AskingSituation,
  services: TaskWriteDeps,
): Promise<void> {
  await writeTasks(services, tenant, async () => {
    for (const { task, isAsked } of wanted)
      if (!isAsked) await updateTask(services, { tenant, id: task.id }, (before) => askedTask(task, before));
    for (const { id, opening } of falling)
      await updateTask(services, { tenant, id }, (before) =>
        before?.opening === opening ? actOnTask(before, { do: 'fall', because: 'replanned' }, now) : undefined,
      );
  });
}
