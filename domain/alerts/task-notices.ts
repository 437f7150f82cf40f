/** Task notices are what a person is told about an own task, and what the admins are told about one that does not move. */
import type { CalendarDate } from '../basics/date';
import type { Person } from '../partner/people/person';
import { taskVersionOf, type AssignedTask } from '../tasks/assigned-task';
import { taskHelpOf, taskOccasionOf } from '../tasks/task-reminder';
import { audienceOf, noticeKey, type Notice } from './notice';
import type { NoticeFacts } from './notice-facts';

/** The notices about every task on a day: at most one for its person, and one for the admins. */
export function taskNotices({ facts, tasks = [] }: NoticeFacts, today: CalendarDate): readonly Notice[] {
  if (tasks.length === 0) return [];
  const people = new Map(facts.people.map((person) => [person.id, person]));
  return tasks.flatMap((task) => {
    const person = people.get(task.person);
    const moment = { task, today, zone: facts.policies };
    return person ? [...ownNotice(moment, person), ...helpNotice(moment)] : [];
  });
}

type Moment = Parameters<typeof taskOccasionOf>[0];

function ownNotice(moment: Moment, person: Person): readonly Notice[] {
  const { task } = moment;
  const told = taskOccasionOf(moment);
  if (!told) return [];
  return [
    {
      key: keyOf('task', task, told),
      severity: told.why === 'overdue' ? 'warning' : 'note',
      audience: audienceOf(person),
      reason: {
        rule: 'task',
        person: person.id,
        task: task.id,
        credential: task.credential,
        occasion: told.why,
        due: task.due,
        version: taskVersionOf(task),
      },
    },
  ];
}

function helpNotice(moment: Moment): readonly Notice[] {
  const { task } = moment;
  const { person, credential, due, goal, state } = task;
  const told = taskHelpOf(moment);
  if (!told) return [];
  return [
    {
      key: keyOf('task-help', task, told),
      severity: told.why === 'overdue' || told.why === 'declined' ? 'warning' : 'note',
      audience: 'admins',
      reason: {
        rule: 'task-help',
        person,
        credential,
        why: told.why,
        since: told.since,
        due,
        ...(goal && { competency: goal.competency, level: goal.level }),
        ...(state.is === 'declined' && state.why !== undefined && { said: state.why }),
      },
    },
  ];
}

function keyOf(
  rule: 'task' | 'task-help',
  { person, credential, opening }: AssignedTask,
  { why, since }: { readonly why: string; readonly since: CalendarDate },
): string {
  return noticeKey(rule, person, credential, `${opening}`, why, since);
}
