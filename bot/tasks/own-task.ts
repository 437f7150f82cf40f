/** A person's own tasks: which they are, the card of one, and the answer that a button gives. */
import type { Question } from '../../cards/contract/question';
import type { TaskView } from '../../cards/contract/task-view';
import { myTasksCard } from '../../cards/tasks/my-tasks-card';
import { taskCard } from '../../cards/tasks/task-card';
import { isCalendarDate, type CalendarDate } from '../../domain/basics/date';
import { transitions, type TaskAct } from '../../domain/tasks/assigned-task';
import { refused, type Reply } from '../context/reply';
import type { TurnRequest } from '../context/turn-request';
import type { AppServices } from '../context/app-services';
import type { ReadOnlyStore } from '../../domain/ports';
import { findConversations } from '../delivery/roster-reference';
import { findOwnRecord, type FactsSnapshot } from '../partner/partner-snapshot';
import { listTasks, taskSettingOf } from './task-list';
import { actOnShownTask } from './task-write';

type Pressed = Extract<Question, { ask: 'my-tasks' }>;

/** The turn, the facts that were read for it, and the services. */
export interface OwnTaskSituation {
  readonly request: TurnRequest;
  readonly snapshot: FactsSnapshot;
  readonly services: Pick<AppServices, 'text'> & { readonly store: Pick<ReadOnlyStore, 'tasks' | 'conversations'> };
}

/** The list of the asker's own tasks. Throws {@link StoreUnavailable} as the store does. */
export async function ownTasksReply({ request, snapshot, services }: OwnTaskSituation): Promise<Reply> {
  const own = await findOwnRecord(snapshot, request);
  const tasks = own ? (await listTasks(request.tenant, services)).filter(({ person }) => person === own.id) : [];
  const view = { ...taskSettingOf(snapshot), ...(own && { self: own.id }), tasks };
  return { name: 'my-tasks', card: myTasksCard(view, services.text(request.locale)) };
}

/** The card of one own task; a refusal where it is another person's or no longer there. */
export async function ownTaskReply(
  id: string,
  situation: OwnTaskSituation,
  more: Pick<TaskView, 'isChanged' | 'choice'> = {},
): Promise<Reply> {
  const { request, snapshot, services } = situation;
  const text = services.text(request.locale);
  const task = (await services.store.tasks.get(request.tenant, id))?.value;
  if (!task) return refused({ code: 'card-outdated' }, text);
  const own = await findOwnRecord(snapshot, request);
  if (task.person !== own?.id) return refused({ code: 'not-your-task' }, text);
  const askedBy = (await findConversations([task.askedBy], request, services)).get(task.askedBy)?.name;
  const view = { ...taskSettingOf(snapshot), self: own.id, task, isOwn: true, ...(askedBy && { askedBy }), ...more };
  return { name: 'my-tasks', card: taskCard(view, text) };
}

/** What is to be entered before the answer can be given, or the answer. */
function meant({ act, on, why }: Pressed, today: CalendarDate): TaskAct | 'book' | 'decline' {
  switch (act) {
    case 'book':
      return on !== undefined && isCalendarDate(on) && on >= today ? { do: 'book', on } : 'book';
    case 'decline':
      return why === undefined ? 'decline' : { do: 'decline', why };
    case 'report':
      return { do: 'report' };
    default:
      return { do: 'accept' };
  }
}

/**
 * Gives the answer of a button and returns the card as it is then. A button of an outdated card answers nothing: the card shows
 * how the task stands. Only the person who was asked may answer. Throws {@link StoreUnavailable} as the store does.
 */
export async function answerOwnTask(
  pressed: Pressed & { readonly task: string },
  situation: OwnTaskSituation & { readonly services: Pick<AppServices, 'store' | 'text' | 'now'> },
): Promise<Reply> {
  const { request, snapshot, services } = situation;
  const kept = (await services.store.tasks.get(request.tenant, pressed.task))?.value;
  const own = await findOwnRecord(snapshot, request);
  if (!kept || kept.person !== own?.id || pressed.act === undefined) return ownTaskReply(pressed.task, situation);
  const act = meant(pressed, snapshot.asOf);
  if (typeof act === 'string') {
    const isAllowed = transitions[act].includes(kept.state.is);
    return ownTaskReply(kept.id, situation, isAllowed ? { choice: act } : { isChanged: true });
  }
  const shown = { tenant: request.tenant, id: kept.id, version: pressed.version };
  const { isActed } = await actOnShownTask(services, shown, { act, at: request.now });
  return ownTaskReply(kept.id, situation, isActed ? {} : { isChanged: true });
}
