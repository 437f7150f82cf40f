/** Reads tasks, and who can be told about them. */
import type { TaskSetting } from '../../cards/contract/task-view';
import { deliveryHindranceOf } from '../../domain/partner/conversation';
import type { Person } from '../../domain/partner/people/person';
import type { ReadOnlyStore } from '../../domain/ports';
import { isOpenTask, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { TurnRequest } from '../context/turn-request';
import { findConversations } from '../delivery/roster-reference';
import { byId } from '../partner/competency-result';
import type { FactsSnapshot } from '../partner/partner-snapshot';
import { listValues } from '../store/row-list';

/** What reading tasks needs. */
export interface TaskReadDeps {
  readonly store: Pick<ReadOnlyStore, 'tasks' | 'conversations'>;
}

/** All tasks of a partner, those due first first. Throws {@link StoreUnavailable} as the store does. */
export async function listTasks(
  tenant: string,
  { store }: { readonly store: Pick<ReadOnlyStore, 'tasks'> },
): Promise<readonly AssignedTask[]> {
  return byDueDay(await listValues(store.tasks, tenant));
}

function byDueDay(tasks: readonly AssignedTask[]): readonly AssignedTask[] {
  return [...tasks].sort((one, other) => compare(one.due, other.due) || compare(one.id, other.id));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** What every card about tasks stands on. */
export function taskSettingOf({ setting, asOf, facts }: FactsSnapshot): TaskSetting {
  return { ...setting, asOf, people: byId(facts.people) };
}

/** Why nothing can be told to the people of open tasks, as the code of a delivery, by the id of the person. */
export async function hindrancesOf(
  tasks: readonly AssignedTask[],
  people: ReadonlyMap<string, Person>,
  { request, services }: { readonly request: TurnRequest; readonly services: TaskReadDeps },
): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(tasks.filter(isOpenTask).map(({ person }) => person));
  const asked = [...ids].flatMap((id) => people.get(id) ?? []);
  const accounts = asked.flatMap(({ identifiers }) => identifiers.aadUserId);
  const conversations = await findConversations(accounts, request, services);
  return new Map(
    asked.flatMap((person) => {
      const code = deliveryHindranceOf(person, conversations);
      return code === undefined ? [] : [[person.id, code] as const];
    }),
  );
}
