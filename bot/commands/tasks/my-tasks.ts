/** `my tasks`: what the asker was asked to earn; the buttons of a task answer it. */
import { z } from 'zod/v4';
import { taskAnswers, type Question } from '../../../cards/contract/question';
import { findPhraseOf, type Phrases } from '../../language-understanding/phrases';
import type { Utterance } from '../../language-understanding/utterance';
import { loadFactsSnapshot } from '../../partner/partner-snapshot';
import { answerOwnTask, ownTaskReply, ownTasksReply } from '../../tasks/own-task';
import type { Command } from '../command';
import { day, shortText, typed } from '../payload-fields';

const hears: Phrases = {
  en: ['my tasks', 'my task', 'what do i have to do'],
  'zh-CN': ['我的任务', '我要做什么', '我的待办'],
  'zh-TW': ['我的任務', '我要做什麼', '我的待辦'],
  'ru-RU': ['мои задачи', 'моя задача', 'что мне делать', 'что мне нужно сделать'],
  'pt-BR': ['minhas tarefas', 'minha tarefa', 'o que tenho que fazer', 'o que eu preciso fazer'],
};

function parse(utterance: Utterance): Question | undefined {
  return findPhraseOf(utterance, hears) && { ask: 'my-tasks' };
}

/** `my tasks`. */
export const myTasks: Command<'my-tasks'> = {
  name: 'my-tasks',
  phrases: hears,
  order: 305,
  access: { role: 'self', scope: 'private' },
  payload: z.object({
    task: z.string().min(1).max(500).optional(),
    version: shortText.optional(),
    act: z.enum(taskAnswers).optional(),
    on: day.optional().catch(undefined),
    why: typed,
  }),
  parse,
  async press(question, request, services) {
    const { task } = question;
    if (task === undefined) return myTasks.answer(question, request, services);
    const snapshot = await loadFactsSnapshot(request, services);
    return answerOwnTask({ ...question, task }, { request, snapshot, services });
  },
  async answer({ task }, request, services) {
    const situation = { request, snapshot: await loadFactsSnapshot(request, services), services };
    return task === undefined ? ownTasksReply(situation) : ownTaskReply(task, situation);
  },
};
