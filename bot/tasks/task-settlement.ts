/** Settles tasks when the facts are looked at: what is on record is done, what is no longer needed falls away. */
import type { NoticeFacts } from '../../domain/alerts/notice-facts';
import { dayMs, type CalendarDate } from '../../domain/basics/date';
import type { Change } from '../../domain/basics/repository';
import { standingOf } from '../../domain/counting/standing';
import type { Store } from '../../domain/ports';
import { hangsOnOne } from '../../domain/planning/backup-person';
import { isOpenTask, type AssignedTask, type TaskGoal } from '../../domain/tasks/assigned-task';
import { settleTasks } from '../../domain/tasks/task-closing';
import { byId } from '../partner/competency-result';
import { writeAll } from '../store/bulk-write';
import { listAll } from '../store/row-list';

/** A closed task is kept so long: who declined is not asked again meanwhile. */
const keptFor = 180 * dayMs;

/** What settling needs. */
export interface TaskSettlementDeps {
  readonly store: Pick<Store, 'tasks'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Stores what the facts of today say about open tasks, removes those that were closed long ago, and returns the tasks as they
 * are then. If another write to a task comes first it stays as it was read, and the next sweep settles it.
 */
export async function settleOpenTasks(
  known: NoticeFacts,
  today: CalendarDate,
  { store, now }: TaskSettlementDeps,
): Promise<readonly AssignedTask[]> {
  const { programme, facts, partner } = known;
  const rows = await listAll(store.tasks, partner.tenant);
  if (rows.length === 0) return [];
  const isMet = levelsMet(known, today);
  const about = { programme, people: byId(facts.people), today, isMet };
  const tasks = rows.map(({ value }) => value);
  const changed = new Map(settleTasks(tasks, about, now()).map((task) => [task.id, task]));
  const old = new Set(tasks.filter((task) => !isOpenTask(task) && task.state.at < now() - keptFor).map(({ id }) => id));
  const lost = await writeAll(
    store.tasks,
    partner.tenant,
    rows.flatMap(({ value: { id }, version }): readonly Change<AssignedTask>[] => {
      if (old.has(id)) return [{ kind: 'remove', id, version }];
      const value = changed.get(id);
      return value ? [{ kind: 'replace', value, version }] : [];
    }),
  );
  return tasks
    .filter(({ id }) => !old.has(id))
    .map((task) => (lost.has(task.id) ? task : (changed.get(task.id) ?? task)));
}

/** Whether a level is met on the day of a goal, for a stand-in whichever one person leaves; each day is worked out once, and only for the goals of tasks. */
function levelsMet({ programme, facts }: NoticeFacts, today: CalendarDate): (goal: TaskGoal) => boolean {
  const met = new Map<string, boolean>();
  return ({ competency, level, by, standIn }) => {
    const asOf = by !== undefined && by > today ? by : today;
    const key = JSON.stringify([competency, level, asOf, standIn]);
    const known = met.get(key);
    if (known !== undefined) return known;
    const only = { ...programme, competencies: programme.competencies.filter(({ id }) => id === competency) };
    const isMet =
      standingOf(only, facts, asOf).competencies.some(({ options }) =>
        options.some(({ setAside, levels }) => !setAside && levels.some((one) => one.level === level && one.met)),
      ) && !(standIn && hangsOnOne({ competency, level }, { programme, facts, asOf }));
    met.set(key, isMet);
    return isMet;
  };
}
