/** An assigned task is one credential that one person was asked to earn: for which level, by whom, until when, and how far it is. */
import type { CalendarDate } from '../basics/date';

/** Why a task is no longer needed. */
export const fallings = ['replanned', 'goal-met', 'left', 'retired', 'withdrawn'] as const;
export type Falling = (typeof fallings)[number];

/** `at` is milliseconds since 1970. */
export type TaskState =
  | { readonly is: 'asked' | 'accepted'; readonly at: number }
  /** `why`: what the person typed; absent where nothing was typed. */
  | { readonly is: 'declined'; readonly at: number; readonly why?: string }
  /** `on`: the day of the exam. */
  | { readonly is: 'booked'; readonly at: number; readonly on: CalendarDate }
  /** The person says that the exam is passed, and no import shows it yet. */
  | { readonly is: 'reported'; readonly at: number }
  | { readonly is: 'done'; readonly at: number }
  | { readonly is: 'fallen'; readonly at: number; readonly because: Falling };

/** The level for which a credential is to be earned. */
export interface TaskGoal {
  readonly competency: string;
  readonly level: string;
  /** The day on which the level is to be met, where it is held until then; absent where it is to be met as soon as possible. */
  readonly by?: CalendarDate;
  /** The level is held, and hangs on one person; the credential is to end that. */
  readonly standIn?: true;
}

export interface AssignedTask {
  readonly id: string;
  readonly person: string;
  readonly credential: string;
  /** Absent where the person booked an exam without having been asked. */
  readonly goal?: TaskGoal;
  /** Entra object id, in lower case. */
  readonly askedBy: string;
  /** Milliseconds since 1970. */
  readonly askedAt: number;
  /** The last day on which the exam should be passed. */
  readonly due: CalendarDate;
  /** How often the person was asked for it, from 1. */
  readonly opening: number;
  readonly state: TaskState;
}

/** The id of a task: a person is asked for a credential once at a time, however often the button is pressed. */
export function taskId(person: string, credential: string): string {
  return [person, credential].map(encodeURIComponent).join('/');
}

/** What happens to a task: by the person, by the admin, or by what an import shows. */
export type TaskAct =
  | { readonly do: 'accept' }
  | { readonly do: 'decline'; readonly why?: string }
  | { readonly do: 'book'; readonly on: CalendarDate }
  | { readonly do: 'report' }
  | { readonly do: 'close' }
  | { readonly do: 'fall'; readonly because: Falling };

type TaskStateName = TaskState['is'];

/** From which states an act leads on. A person who declined may still accept; what is closed stays closed until it is asked again. */
export const transitions: Readonly<Record<TaskAct['do'], readonly TaskStateName[]>> = {
  accept: ['asked', 'declined'],
  decline: ['asked', 'accepted', 'booked'],
  book: ['asked', 'accepted', 'declined', 'booked'],
  report: ['asked', 'accepted', 'declined', 'booked'],
  close: ['asked', 'accepted', 'declined', 'booked', 'reported'],
  fall: ['asked', 'accepted', 'declined', 'booked', 'reported'],
};

/** Returns the task after the act; undefined where its state does not allow the act. `at` is milliseconds since 1970. */
export function actOnTask(task: AssignedTask, act: TaskAct, at: number): AssignedTask | undefined {
  if (!transitions[act.do].includes(task.state.is)) return undefined;
  return { ...task, state: stateAfterAct(act, at) };
}

function stateAfterAct(act: TaskAct, at: number): TaskState {
  switch (act.do) {
    case 'accept':
      return { is: 'accepted', at };
    case 'decline':
      return { is: 'declined', at, ...(act.why !== undefined && { why: act.why }) };
    case 'book':
      return { is: 'booked', at, on: act.on };
    case 'report':
      return { is: 'reported', at };
    case 'close':
      return { is: 'done', at };
    case 'fall':
      return { is: 'fallen', at, because: act.because };
  }
}

const openTaskStates: readonly TaskStateName[] = ['asked', 'accepted', 'booked', 'reported'];

/** Whether the person still has something to do or to wait for. */
export function isOpenTask({ state }: Pick<AssignedTask, 'state'>): boolean {
  return openTaskStates.includes(state.is);
}

/** Whether the due day is over and no exam was reported. */
export function isOverdue({ state, due }: Pick<AssignedTask, 'state' | 'due'>, today: CalendarDate): boolean {
  return (
    today > due && (state.is === 'asked' || state.is === 'accepted' || (state.is === 'booked' && today > state.on))
  );
}

/** What of a task its card shows: a card on which something else stands is out of date. */
export function taskVersionOf({ opening, state }: Pick<AssignedTask, 'opening' | 'state'>): string {
  return [opening, state.is, state.at].join('.');
}

/** What a person is asked for. */
export type TaskRequest = Pick<AssignedTask, 'person' | 'credential' | 'goal' | 'askedBy' | 'askedAt' | 'due'>;

/**
 * Returns the task that is to be written when a person is asked; undefined where the same is asked already. A closed task is
 * opened again, and an open one keeps what its person said.
 */
export function askedTask(request: TaskRequest, before: AssignedTask | undefined): AssignedTask | undefined {
  const id = taskId(request.person, request.credential);
  const { goal, due } = request;
  if (before && isOpenTask(before)) {
    const isSame = before.due === due && JSON.stringify(before.goal) === JSON.stringify(goal);
    return isSame ? undefined : { ...before, ...(goal && { goal }), due };
  }
  return { ...request, id, opening: (before?.opening ?? 0) + 1, state: { is: 'asked', at: request.askedAt } };
}

/** The credentials that each person declined, by the id of the person: a plan does not propose them to that person again. */
export function declinedAmong(tasks: readonly AssignedTask[]): ReadonlyMap<string, ReadonlySet<string>> {
  const declined = new Map<string, Set<string>>();
  for (const { person, credential, state } of tasks)
    if (state.is === 'declined') declined.set(person, (declined.get(person) ?? new Set()).add(credential));
  return declined;
}

/** The tasks for a level that say something about its plan: the open ones and the declined ones. */
export function tasksFor(
  { competency, level }: Pick<TaskGoal, 'competency' | 'level'>,
  tasks: readonly AssignedTask[],
): readonly AssignedTask[] {
  return tasks.filter(
    (task) =>
      task.goal?.competency === competency &&
      task.goal.level === level &&
      (isOpenTask(task) || task.state.is === 'declined'),
  );
}

/** The tasks whose exam is booked for a day before this one. */
export function bookedBefore(tasks: readonly AssignedTask[], day: CalendarDate): readonly AssignedTask[] {
  return tasks.filter(({ state }) => state.is === 'booked' && state.on < day);
}
