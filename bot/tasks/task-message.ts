/** Builds the proactive cards about a person's own tasks: one task alone, or the list of several. */
import type { AlertSetting } from '../../cards/contract/alert-view';
import type { Card } from '../../cards/elements/card';
import { myTasksCard } from '../../cards/tasks/my-tasks-card';
import { taskCard } from '../../cards/tasks/task-card';
import type { Text } from '../../cards/text';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { NoticeReason } from '../../domain/alerts/notice';
import type { ReadOnlyStore } from '../../domain/ports';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import type { TenantRecipients } from '../delivery/recipients';
import { listTasks } from './task-list';

type TaskReason = Extract<NoticeReason, { readonly rule: 'task' }>;

export interface TaskMessageContext {
  readonly tasks: readonly TaskReason[];
  readonly setting: AlertSetting;
  readonly text: Text;
}

/** The reasons of notices that are about own tasks alone; undefined where they tell anything else as well. */
export function tasksAmong(notices: readonly KeptNotice[]): readonly TaskReason[] | undefined {
  const reasons = notices.flatMap(({ reason }) => (reason.rule === 'task' ? [reason] : []));
  return reasons.length === notices.length && reasons.length > 0 ? reasons : undefined;
}

/**
 * Returns the function that builds such a card; it returns undefined where the tasks are gone. The tasks are read once, at
 * the first such card.
 */
export function taskMessages(
  tenant: string,
  { conversations }: TenantRecipients,
  services: { readonly store: Pick<ReadOnlyStore, 'tasks'> },
): (told: TaskMessageContext) => Promise<Card | undefined> {
  let reading: Promise<readonly AssignedTask[]> | undefined;
  return async ({ tasks: reasons, setting, text }) => {
    const ids = new Set(reasons.map(({ task }) => task));
    const tasks = (await (reading ??= listTasks(tenant, services))).filter(({ id }) => ids.has(id));
    const [task] = tasks;
    if (!task) return undefined;
    const view = { ...setting, self: task.person, seesNames: false };
    if (tasks.length > 1) return myTasksCard({ ...view, tasks }, text);
    const askedBy = conversations.get(task.askedBy)?.value.name;
    const { occasion } = reasons.at(-1)!;
    return taskCard({ ...view, task, isOwn: true, occasion, ...(askedBy && { askedBy }) }, text);
  };
}
