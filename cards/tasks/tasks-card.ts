/** The tasks of everybody, for admins: what is overdue, declined, open, booked and reported, each to touch. */
import type { CardElement } from '@microsoft/teams.cards';
import { isOpenTask, isOverdue, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { TaskSetting } from '../contract/task-view';
import { fold, slimRow, tapRow } from '../elements/blocks';
import type { Card } from '../elements/card';
import { button, card, heading, line, note, title } from '../elements/elements';
import { fitToSize } from '../elements/size-limit';
import { footer } from '../sections/footer';
import type { Text } from '../text';
import { deliveryCodeWords } from '../words/delivery-code';
import { taskBadge, taskLineWords, type TaskWording } from '../words/task';
import { nameOf } from '../words/who';

export interface TasksView extends TaskSetting {
  /** In the order of their due days. */
  readonly tasks: readonly AssignedTask[];
  /** Why nothing can be told to a person for now, as the code of a delivery, by the id of the person. */
  readonly hindrances: ReadonlyMap<string, string>;
}

/** In the order of the card; what needs an admin stands first, and stays open longest. */
const sections = ['overdue', 'declined', 'open', 'booked', 'reported', 'closed'] as const;
type Section = (typeof sections)[number];

interface About extends TaskWording {
  readonly view: TasksView;
  /** How many rows of a section are shown at most. */
  readonly most: number;
}

/** So many rows stand open on the whole card; the others are folded under what they are. */
const mostOpen = 4;

/** The answer to `tasks`. */
export function tasksCard(view: TasksView, text: Text): Card {
  return fitToSize([16, 10, 6, 3], (most) => cardOf({ text, programme: view.programme, view, most }));
}

function cardOf(about: About): Card {
  const { view, text } = about;
  const headline = text.say('tasks.title', { count: view.tasks.filter(isOpenTask).length });
  return card({
    text,
    speak: headline,
    body: [
      note(view.partner.name),
      title(headline),
      ...(view.tasks.length === 0 ? [line(text.say('tasks.none'))] : []),
      ...sectionLines(about),
      ...footer(view, text),
    ],
    actions: [
      button({ ask: 'plan' }, text.say('button.plan'), { style: 'positive' }),
      button({ ask: 'people' }, text.say('button.people')),
      button({ ask: 'progress' }, text.say('button.progress'), { mode: 'secondary' }),
    ],
  });
}

function sectionOf(task: AssignedTask, { asOf }: TasksView): Section {
  if (isOverdue(task, asOf)) return 'overdue';
  switch (task.state.is) {
    case 'asked':
    case 'accepted':
      return 'open';
    case 'done':
    case 'fallen':
      return 'closed';
    default:
      return task.state.is;
  }
}

function sectionLines(about: About): readonly CardElement[] {
  const { view, text, most } = about;
  let left = mostOpen;
  return sections.flatMap((section) => {
    const tasks = view.tasks.filter((task) => sectionOf(task, view) === section);
    if (tasks.length === 0) return [];
    const open = section === 'closed' ? 0 : Math.min(left, tasks.length);
    left -= open;
    const words = text.say(`tasks.section.${section}`, { count: tasks.length });
    const folded = tasks.slice(open, most);
    const untold = tasks.length - open - folded.length;
    const items = [
      ...folded.map((task) => foldedRow(task, about)),
      ...(untold > 0 ? [note(text.say('list.more', { count: untold }))] : []),
    ];
    const more = open === 0 ? words : text.say('list.more', { count: tasks.length - open });
    return [
      ...(open > 0 ? [heading(words, { spacing: 'Medium' })] : []),
      ...tasks.slice(0, open).map((task) => openRow(task, about)),
      ...(items.length > 0 ? fold({ id: section, heading: more, items }) : []),
    ];
  });
}

function nameIn({ person: id }: AssignedTask, { view, text }: About): string {
  const person = view.people.get(id);
  return (person && nameOf(person, view, text)) ?? text.say('risk.somebody');
}

function openingOf(task: AssignedTask, about: About) {
  const name = nameIn(task, about);
  return { question: { ask: 'tasks', task: task.id }, title: about.text.say('button.open', { name }) } as const;
}

function openRow(task: AssignedTask, about: About): CardElement {
  return tapRow({
    name: nameIn(task, about),
    badge: taskBadge(task, about.view.asOf, about),
    below: belowOf(task, about),
    open: openingOf(task, about),
  });
}

function foldedRow(task: AssignedTask, about: About): CardElement {
  return slimRow(nameIn(task, about), belowOf(task, about), openingOf(task, about));
}

function belowOf(task: AssignedTask, about: About): readonly CardElement[] {
  const { view, text } = about;
  const hindrance = isOpenTask(task) ? view.hindrances.get(task.person) : undefined;
  return [
    note(taskLineWords(task, about), { spacing: 'None' }),
    ...(hindrance === undefined
      ? []
      : [note(`⚠ ${text.say('tasks.unreachable', { why: deliveryCodeWords(hindrance, text) })}`, { spacing: 'None' })]),
  ];
}
