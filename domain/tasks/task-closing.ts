/** What the facts say about open tasks: one whose credential an import shows is done, one that is no longer needed falls away. */
import type { CalendarDate } from '../basics/date';
import { expiryOf } from '../counting/credits/expiry';
import { isClaimed } from '../partner/claim';
import type { Person } from '../partner/people/person';
import { indexCredentials } from '../programme/credential';
import type { Programme } from '../programme/programme';
import { actOnTask, isOpenTask, type AssignedTask, type Falling, type TaskGoal } from './assigned-task';

/** What is known on a day. */
export interface ClosingFacts {
  readonly programme: Programme;
  readonly people: ReadonlyMap<string, Person>;
  readonly today: CalendarDate;
  /**
   * Whether the level is met on the day of the goal with the credentials that are on record; for the goal of a stand-in, whether it
   * is met whichever one person leaves.
   */
  readonly isMet: (goal: TaskGoal) => boolean;
}

/**
 * Returns the tasks that change, as they are to be. `now` is milliseconds since 1970. Settling twice changes nothing more.
 */
export function settleTasks(tasks: readonly AssignedTask[], known: ClosingFacts, now: number): readonly AssignedTask[] {
  const index = indexCredentials(known.programme.credentials);
  return tasks.flatMap((task) => {
    const { person: id, credential, state } = task;
    if (!isOpenTask(task) && state.is !== 'declined') return [];
    const person = known.people.get(id);
    const isShown = person !== undefined && holds(person, credential, { index, today: known.today });
    if (isShown) return actOnTask(task, { do: 'close' }, now) ?? [];
    const because = fallingOf(task, person, known);
    return because === undefined ? [] : (actOnTask(task, { do: 'fall', because }, now) ?? []);
  });
}

/** Whether an import, or an admin, has recorded the credential, and it is valid today. What only its holder says is not enough. */
function holds(
  { achievements }: Person,
  credential: string,
  { index, today }: { readonly index: ReturnType<typeof indexCredentials>; readonly today: CalendarDate },
): boolean {
  return achievements.some((achievement) => {
    const found = index(achievement);
    if (found?.id !== credential || isClaimed(achievement) || achievement.completedOn > today) return false;
    const until = expiryOf(achievement, found);
    return until === undefined || until >= today;
  });
}

/** A booked or reported exam is not called off because the level is met: it cost money, and the next expiry may need it. */
function fallingOf(
  { credential, goal, state }: AssignedTask,
  person: Person | undefined,
  { programme, today, isMet }: ClosingFacts,
): Falling | undefined {
  if (!person || (person.leftOn !== undefined && person.leftOn <= today)) return 'left';
  const retiredOn = programme.credentials.find(({ id }) => id === credential)?.retiredOn;
  if (retiredOn !== undefined && retiredOn < today && state.is !== 'reported') return 'retired';
  const isFree = state.is === 'asked' || state.is === 'accepted';
  return isFree && goal && isMet(goal) ? 'goal-met' : undefined;
}

/** The open tasks of a level that a plan no longer holds; those of stand-ins belong to a plan of stand-ins alone. */
export function tasksBesidePlan(
  tasks: readonly AssignedTask[],
  { competency, level, standIn }: TaskGoal,
  planned: ReadonlySet<string>,
): readonly AssignedTask[] {
  return tasks.filter(
    (task) =>
      isOpenTask(task) &&
      task.state.is !== 'reported' &&
      task.goal?.competency === competency &&
      task.goal.level === level &&
      task.goal.standIn === standIn &&
      !planned.has(task.id),
  );
}
