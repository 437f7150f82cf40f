/** `tasks`: for admins everyone's tasks, open, booked, overdue and declined; other people see their own. */
import { z } from 'zod/v4';
import type { Question } from '../../../cards/contract/question';
import { taskCard } from '../../../cards/tasks/task-card';
import { tasksCard } from '../../../cards/tasks/tasks-card';
import type { AssignedTask } from '../../../domain/tasks/assigned-task';
import { refused, type Reply } from '../../context/reply';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import type { OwnTaskSituation } from '../../tasks/own-task';
import { hindrancesOf, listTasks, taskSettingOf } from '../../tasks/task-list';
import { actOnShownTask } from '../../tasks/task-write';
import type { Command } from '../command';
import { pageNumber, shortText } from '../payload-fields';
import { myTasks } from './my-tasks';

const hears: Phrases = {
  en: ['tasks', 'all tasks', 'open tasks', 'task list', 'overdue tasks', 'who was asked', 'who has booked'],
  'zh-CN': ['任务', '所有任务', '任务列表', '逾期任务', '谁预约了考试'],
  'zh-TW': ['任務', '所有任務', '任務清單', '逾期任務', '誰預約了考試'],
  'ru-RU': ['задачи', 'все задачи', 'список задач', 'просроченные задачи', 'кто записался'],
  'pt-BR': ['tarefas', 'todas as tarefas', 'lista de tarefas', 'tarefas atrasadas', 'quem marcou exame'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'tasks' };
}

/** `tasks`. */
export const tasks: Command<'tasks'> = {
  name: 'tasks',
  phrases: hears,
  order: 55,
  access: { role: 'self', scope: 'private' },
  accessTo: ({ task }) => ({ role: task === undefined ? 'self' : 'admin', scope: 'private' }),
  isListedForAdmins: true,
  payload: z.object({
    task: z.string().min(1).max(500).optional(),
    version: shortText.optional(),
    act: z.literal('withdraw').optional(),
    page: pageNumber,
  }),
  parse,
  async press(question, request, services) {
    const { task: id, act, version } = question;
    if (id === undefined || act === undefined) return tasks.answer(question, request, services);
    const fall = { act: { do: 'fall', because: 'withdrawn' }, at: request.now } as const;
    const { task, isActed } = await actOnShownTask(services, { tenant: request.tenant, id, version }, fall);
    const snapshot = await loadFactsSnapshot(request, services);
    return oneTask(task, { request, snapshot, services }, !isActed);
  },
  async answer({ task: id }, request, services) {
    const snapshot = await loadFactsSnapshot(request, services);
    if (!snapshot.isAdmin) return myTasks.answer({ ask: 'my-tasks' }, request, services);
    const situation = { request, snapshot, services };
    if (id !== undefined) return oneTask((await services.store.tasks.get(request.tenant, id))?.value, situation, false);
    const setting = taskSettingOf(snapshot);
    const all = await listTasks(request.tenant, services);
    const hindrances = await hindrancesOf(all, setting.people, situation);
    return {
      name: 'tasks',
      card: tasksCard({ ...setting, tasks: all, hindrances }, services.text(request.locale)),
    };
  },
};

async function oneTask(
  task: AssignedTask | undefined,
  situation: OwnTaskSituation,
  isChanged: boolean,
): Promise<Reply> {
  const { request, snapshot, services } = situation;
  const text = services.text(request.locale);
  if (!task) return refused({ code: 'card-outdated' }, text);
  const setting = taskSettingOf(snapshot);
  const hindrance = (await hindrancesOf([task], setting.people, situation)).get(task.person);
  const isOwn = task.person === snapshot.self?.id;
  const view = { ...setting, task, isOwn, isChanged, ...(hindrance !== undefined && { hindrance }) };
  return { name: 'tasks', card: taskCard(view, text) };
}
