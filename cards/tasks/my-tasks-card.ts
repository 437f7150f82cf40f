/** A person's own tasks: the open ones to touch, the closed ones folded. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import { isOpenTask, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { TaskSetting } from '../contract/task-view';
import { fold, tapRow } from '../elements/blocks';
import type { Card } from '../elements/card';
import { button, card, line, note, title } from '../elements/elements';
import { escapeMarkdown } from '../elements/escaped-text';
import { doubtLines } from '../sections/doubt';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { bookableTitle } from '../words/credential';
import { taskBadge, taskDueWords, taskLineWords, taskStateWords, type TaskWording } from '../words/task';

export interface MyTasksView extends TaskSetting {
  /** In the order of their due days. */
  readonly tasks: readonly AssignedTask[];
  /** The day on which it was said before, and not confirmed. */
  readonly doubtedOn?: CalendarDate;
}

const mostOpen = 5;
const mostFolded = 12;
const longestName = 80;

/** The answer to `my tasks`, and the card of a day on which several tasks are told. */
export function myTasksCard(view: MyTasksView, text: Text): Card {
  const about: TaskWording = { text, programme: view.programme, view };
  const open = view.tasks.filter(isOpenTask);
  const closed = view.tasks.filter((task) => !isOpenTask(task));
  const headline = text.say('my-tasks.title', { count: open.length });
  const rows = open.map((task) => taskRow(task, about));
  const rest = rows.slice(mostOpen, mostOpen + mostFolded);
  return card({
    text,
    speak: headline,
    body: [
      note(escapeMarkdown(view.partner.name, longestName)),
      title(headline),
      ...doubtLines(view, text),
      ...(view.tasks.length === 0 ? [line(text.say('my-tasks.none'))] : []),
      ...rows.slice(0, mostOpen),
      ...(rest.length > 0
        ? fold({ id: 'open', heading: text.say('list.more', { count: open.length - mostOpen }), items: rest })
        : []),
      ...(closed.length > 0
        ? fold({
            id: 'closed',
            heading: text.say('my-tasks.closed', { count: closed.length }),
            items: closed
              .slice(0, mostFolded)
              .map((task) => line(taskLineWords(task, about), {}, { spacing: 'Small' })),
          })
        : []),
      ...footer(view, text),
    ],
    actions: [
      ...(open.length === 0 ? [button({ ask: 'plan', person: 'me' }, text.say('button.own-plan'))] : []),
      button({ ask: 'person', person: 'me' }, text.say('button.person')),
      button({ ask: 'progress' }, text.say('button.progress'), { mode: 'secondary' }),
    ],
  });
}

function taskRow(task: AssignedTask, about: TaskWording): CardElement {
  const { text, view } = about;
  const name = bookableTitle(task.credential, about);
  return tapRow({
    name,
    badge: taskBadge(task, view.asOf, about),
    below: [note([taskDueWords(task, about), taskStateWords(task, about)].join(' · '), { spacing: 'None' })],
    open: { question: { ask: 'my-tasks', task: task.id }, title: text.say('button.open', { name }) },
  });
}
