/** The card of one task: what is asked, until when and for what, and the answers that its person can give. */
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';
import { isOpenTask, isOverdue, taskVersionOf, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { TaskAnswer } from '../contract/question';
import type { TaskView } from '../contract/task-view';
import { headlineBox, type Tone } from '../elements/blocks';
import type { Card } from '../elements/card';
import { button, card, dateField, heading, line, note, row, textField } from '../elements/elements';
import { escapeMarkdown } from '../elements/escaped-text';
import { doubtLines } from '../sections/doubt';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';
import {
  fallingWords,
  taskBadge,
  taskDueWords,
  taskGoalWords,
  taskHeadline,
  taskStateWords,
  type TaskWording,
} from '../words/task';
import { nameOf } from '../words/who';

const longestName = 80;
const longestReason = 200;

/** One task, as it is sent unasked, shown on request, or shown again after an answer. */
export function taskCard(view: TaskView, text: Text): Card {
  const { task, choice, isOwn } = view;
  const about: TaskWording = { text, programme: view.programme, view };
  const headline = taskHeadline(task, about);
  return card({
    text,
    speak: `${headline}. ${isOpenTask(task) ? taskDueWords(task, about) : taskStateWords(task, about)}`,
    body: [
      row(note(whoseWords(view, about)), taskBadge(task, view.asOf, about)),
      headlineBox(toneOf(task, view), headline, [
        ...(isToDo(task) ? [line(taskDueWords(task, about), { weight: 'Bolder' }, { spacing: 'None' })] : []),
        line(taskStateWords(task, about), {}, { spacing: 'None' }),
      ]),
      ...doubtLines(view, text),
      ...(view.isChanged ? [line(text.say('alert.changed'), { weight: 'Bolder' })] : []),
      ...reasonLines(view, about),
      ...(choice ? choiceLines(choice, view, text) : []),
      ...footer(view, text),
    ],
    actions: choice ? choiceActions(task, choice, text) : isOwn ? ownActions(task, text) : adminActions(task, text),
  });
}

/** Whether its person still has to pass. */
function isToDo(task: AssignedTask): boolean {
  return isOpenTask(task) && task.state.is !== 'reported';
}

function whoseWords({ task, people, isOwn, partner }: TaskView, about: TaskWording): string {
  const person = people.get(task.person);
  const name = person && !isOwn ? nameOf(person, about.view, about.text) : undefined;
  return name ?? escapeMarkdown(partner.name, longestName);
}

function toneOf(task: AssignedTask, { asOf }: TaskView): Tone {
  if (isOverdue(task, asOf)) return 'warning';
  const { is } = task.state;
  return is === 'booked' || is === 'reported' || is === 'done' ? 'good' : 'note';
}

function reasonLines(view: TaskView, about: TaskWording): readonly CardElement[] {
  const { task, occasion, askedBy, hindrance, isOwn } = view;
  const { text } = about;
  const { state } = task;
  const isTold =
    occasion !== undefined && occasion !== 'asked' && occasion !== 'fallen' && occasion !== 'done' && isToDo(task);
  const words = [
    isTold ? text.say(`task.occasion.${occasion}`) : undefined,
    fallingWords(task, about),
    isOwn && askedBy !== undefined && task.goal && isOpenTask(task)
      ? text.say('task.asked-by', { name: escapeMarkdown(askedBy, longestName) })
      : undefined,
    isOpenTask(task) || state.is === 'declined' ? taskGoalWords(task, about) : undefined,
    state.is === 'declined' && state.why !== undefined
      ? text.say('task.said', { words: escapeMarkdown(state.why, longestReason) })
      : undefined,
    hindrance === undefined ? undefined : text.say('tasks.unreachable', { why: deliveryCodeWords(hindrance, text) }),
  ];
  return words.flatMap((one) => (one === undefined ? [] : [line(one, {}, { spacing: 'Small' })]));
}

/** The input is named like the property of the question that its button asks. */
function choiceLines(choice: 'book' | 'decline', view: TaskView, text: Text): readonly CardElement[] {
  const { state } = view.task;
  const head = heading(text.say(`task.choose.${choice}`), { spacing: 'Medium' });
  if (choice === 'decline')
    return [
      head,
      textField({ id: 'why', label: text.say('task.field.why'), empty: text.say('task.empty.why') }),
      note(text.say('task.seen-by')),
    ];
  const value = state.is === 'booked' ? state.on : undefined;
  const field = { id: 'on', label: text.say('task.field.on'), empty: text.say('task.empty.on') };
  return [head, dateField({ ...field, ...(value !== undefined && { value }) })];
}

function answering(task: AssignedTask, act: TaskAnswer) {
  return { ask: 'my-tasks', task: task.id, version: taskVersionOf(task), act } as const;
}

function choiceActions(task: AssignedTask, act: 'book' | 'decline', text: Text): readonly IExecuteAction[] {
  return [
    button(answering(task, act), text.say('button.save'), { style: 'positive' }),
    button({ ask: 'my-tasks', task: task.id }, text.say('button.back'), { associatedInputs: 'none' }),
  ];
}

const answersByState: Readonly<Record<AssignedTask['state']['is'], readonly TaskAnswer[]>> = {
  asked: ['accept', 'book', 'report', 'decline'],
  accepted: ['book', 'report', 'decline'],
  booked: ['report', 'book', 'decline'],
  declined: ['accept'],
  reported: [],
  done: [],
  fallen: [],
};

function ownActions(task: AssignedTask, text: Text): readonly IExecuteAction[] {
  const isBooked = task.state.is === 'booked';
  return [
    ...answersByState[task.state.is].map((act, index) =>
      button(
        answering(task, act),
        text.say(act === 'book' && isBooked ? 'button.task-rebook' : `button.task-${act}`),
        index === 0 ? { style: 'positive' } : {},
      ),
    ),
    button({ ask: 'my-tasks' }, text.say('button.my-tasks'), { mode: 'secondary' }),
  ];
}

function adminActions(task: AssignedTask, text: Text): readonly IExecuteAction[] {
  const { goal, id } = task;
  const wanted = { ask: 'tasks', task: id, version: taskVersionOf(task), act: 'withdraw' } as const;
  return [
    ...(goal ? [button({ ask: 'plan', competency: goal.competency, level: goal.level }, text.say('button.plan'))] : []),
    ...(isOpenTask(task) ? [button(wanted, text.say('button.task-withdraw'))] : []),
    button({ ask: 'person', person: task.person }, text.say('button.person')),
    button({ ask: 'tasks' }, text.say('button.tasks'), { mode: 'secondary' }),
  ];
}
