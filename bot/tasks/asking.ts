/** Asking the people of a plan: which tasks a plan means, which fall away, and writing them. */
import type { AskingView, AskedFor } from '../../cards/tasks/asking-card';
import { addDays } from '../../domain/basics/date';
import { lastSafeExamOf, renewalOf } from '../../domain/membership/renewal';
import { digestOf } from '../../domain/programme/fingerprint';
import type { Competency } from '../../domain/programme/programme';
import {
  actOnTask,
  askedTask,
  declinedAmong,
  isOpenTask,
  taskId,
  type AssignedTask,
  type TaskGoal,
  type TaskRequest,
} from '../../domain/tasks/assigned-task';
import { tasksBesidePlan } from '../../domain/tasks/task-closing';
import { dueDaysOf } from '../../domain/tasks/task-due-day';
import type { TurnRequest } from '../context/turn-request';
import type { Task } from '../../domain/planning/plan';
import { planLevel, planTargetOf } from '../partner/level-plan';
import { planReach } from '../partner/reach';
import { dayAheadOf, loadRenewalOutlook } from '../partner/renewal-outlook';
import type { FactsSnapshot } from '../partner/partner-snapshot';
import { updateTask, writeTasks, type TaskWriteDeps } from './task-write';

/** What the button would do. */
export interface Asking extends Pick<AskingView, 'goal' | 'wanted' | 'falling' | 'only' | 'of'> {
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
  return askingOf([{ goal, work: roads[0]?.plan.tasks ?? [] }], { request, snapshot, tasks }, goal);
}

/** One level of a plan: who is to earn what for it. */
export interface GoalWork {
  readonly goal: TaskGoal;
  readonly work: readonly Pick<Task, 'person' | 'credentials'>[];
}

/** What asking for these levels means; a credential that serves several of them is asked for once, for the first. */
export function askingOf(
  goals: readonly GoalWork[],
  { request, snapshot, tasks }: AskingSituation,
  goal: TaskGoal | undefined,
): Asking {
  const known = new Map(tasks.map((task) => [task.id, task]));
  const all = goals.flatMap(({ goal: each, work }) => {
    const time = timeFor(each, snapshot);
    return work.flatMap(({ person, credentials }): readonly AskedFor[] => {
      const dues = dueDaysOf(credentials.length, time);
      return credentials.map((credential, index) => {
        const before = known.get(taskId(person, credential));
        if (before && isOpenTask(before)) return { task: before, isAsked: true };
        const wanted = { person, credential, goal: each, ...byAsker(request), due: dues[index]! };
        return { task: askedTask(wanted, before)!, isAsked: false };
      });
    });
  });
  const wanted = all.filter(({ task }, at) => all.findIndex((one) => one.task.id === task.id) === at);
  const ids = new Set(wanted.map(({ task }) => task.id));
  const falling = goals.flatMap((one) => tasksBesidePlan(tasks, one.goal, ids));
  return { ...(goal && { goal }), wanted, falling, plan: versionOfPlan(wanted, falling) };
}

/**
 * Returns what asking the people of the whole plan means: for every level at risk, or where none is, for every level within
 * reach, or under points for what gives the most of them; last those who could stand in where a level hangs on one person.
 */
export function planAskingWhole(situation: AskingSituation): Asking {
  const { snapshot, tasks } = situation;
  const { remedies, roads, byPoints = [] } = planReach({ ...snapshot, declined: declinedAmong(tasks) });
  const outlook = loadRenewalOutlook(snapshot);
  const remedied = remedies.flatMap(({ risk, plan }): readonly GoalWork[] => {
    const { code, competency, level } = risk;
    if (!plan || code === 'reached') return [];
    const { until } = dayAheadOf(competency, outlook, snapshot.facts);
    const standIn = code === 'thin' && ({ standIn: true } as const);
    return [{ goal: { competency, level, ...(code !== 'lost' && { by: until }), ...standIn }, work: plan.tasks }];
  });
  const near = (roads.length > 0 ? roads : byPoints).map(({ competency, level, plan }) => ({
    goal: { competency, level },
    work: plan.tasks,
  }));
  const standIns = remedied.filter(({ goal }) => goal.standIn);
  const endangered = remedied.filter(({ goal }) => !goal.standIn);
  return askingOf([...(endangered.length > 0 ? endangered : near), ...standIns], situation, undefined);
}

/** What a preview left out: see `ask-people` in {@link Question}. */
export interface LeftOut {
  readonly shown?: number | undefined;
  readonly leftOut?: string | undefined;
  readonly standInsLeftOut?: string | undefined;
}

/** What is left of asking: what was asked before stays; what was marked is left out, and what the preview had no room to show. */
export function withoutLeftOut(
  asking: Asking,
  { shown = Infinity, leftOut = '', standInsLeftOut = '' }: LeftOut,
): Asking {
  const marked = new Set([...leftOut.split(','), ...standInsLeftOut.split(',')]);
  const wanted = asking.wanted.filter(({ isAsked }, at) => isAsked || (at < shown && !marked.has(`${at}`)));
  return { ...asking, wanted };
}

/** Where the level does not end on a day, the next anniversary is the day on which it is to be there, if that leaves a month. */
export function timeFor(
  goal: TaskGoal | undefined,
  { partner, policies, asOf: today }: FactsSnapshot,
): Parameters<typeof dueDaysOf>[1] {
  const anniversary = partner.membership && renewalOf(partner.membership, policies, today).anniversary;
  const isAhead = anniversary !== undefined && lastSafeExamOf(anniversary, policies) >= addDays(today, leastDays);
  const day = goal?.by ?? (isAhead ? anniversary : undefined);
  return { today, policies, ...(day !== undefined && { by: day }) };
}

const leastDays = 30;

/** Who asks, and when. */
export function byAsker({ user, now }: TurnRequest): Pick<TaskRequest, 'askedBy' | 'askedAt'> {
  return { askedBy: user.aadObjectId.toLowerCase(), askedAt: now };
}

/** A preview that was shown of other tasks has another version. */
export function versionOfPlan(wanted: readonly AskedFor[], falling: readonly AssignedTask[]): string {
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
