/** Writes tasks: each is changed as it stands at that moment, and the next sweep tells what follows. */
import { actOnTask, taskVersionOf, type AssignedTask, type TaskAct } from '../../domain/tasks/assigned-task';
import type { Store } from '../../domain/ports';
import { scheduleSweep, type ScheduleDeps } from '../partner/sweep-schedule';
import { updateRow } from '../store/row-update';

/** What writing tasks needs. */
export interface TaskWriteDeps extends ScheduleDeps {
  readonly store: ScheduleDeps['store'] & Pick<Store, 'tasks'>;
}

/** Changes one task; `change` returns undefined to leave it as it is. Throws {@link StoreUnavailable} as the store does. */
export function updateTask(
  services: { readonly store: Pick<Store, 'tasks'> },
  { tenant, id }: { readonly tenant: string; readonly id: string },
  change: (before: AssignedTask | undefined) => AssignedTask | undefined,
): Promise<AssignedTask | undefined> {
  return updateRow({ repository: services.store.tasks, tenant, id, noun: 'task' }, change);
}

/** Writes inside a scheduled sweep: before, so that a crash leaves nothing untold, and after, because a sweep may have run in between. */
export async function writeTasks<T>(services: TaskWriteDeps, tenant: string, write: () => Promise<T>): Promise<T> {
  await scheduleSweep(services, tenant);
  const done = await write();
  await scheduleSweep(services, tenant);
  return done;
}

/** An act on a task that was shown in a version: done, or not, because the task is another by now or does not allow it. */
export interface ActedTask {
  readonly task: AssignedTask | undefined;
  readonly isActed: boolean;
}

/** Acts on a task if it is still as it was shown. Throws {@link StoreUnavailable} as the store does. */
export function actOnShownTask(
  services: TaskWriteDeps,
  { tenant, id, version }: { readonly tenant: string; readonly id: string; readonly version: string | undefined },
  { act, at }: { readonly act: TaskAct; readonly at: number },
): Promise<ActedTask> {
  return writeTasks(services, tenant, async () => {
    let isActed = false;
    const task = await updateTask(services, { tenant, id }, (before) => {
      const isShown = before !== undefined && (version === undefined || taskVersionOf(before) === version);
      const after = isShown ? actOnTask(before, act, at) : undefined;
      isActed = after !== undefined;
      return after;
    });
    return { task, isActed };
  });
}
