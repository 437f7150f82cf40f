/** Assigned tasks in words: how far one is, until when there is time, and for which level it is. */
import { daysBetween, type CalendarDate } from '../../domain/basics/date';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { isOpenTask, isOverdue, type AssignedTask } from '../../domain/tasks/assigned-task';
import type { CardElement } from '@microsoft/teams.cards';
import { badge } from '../elements/elements';
import type { TaskSetting } from '../contract/task-view';
import { bookableTitle } from './credential';
import { levelAt, type Wording } from './wording';

/** The words with what they are about. */
export interface TaskWording extends Wording {
  readonly view: TaskSetting;
}

/** The credential, and what has become of the task. */
export function taskHeadline({ credential, state }: AssignedTask, about: TaskWording): string {
  return about.text.say(`task.headline.${state.is}`, { credential: bookableTitle(credential, about) });
}

/** How far it is, with the day on which that was said. */
export function taskStateWords({ state }: AssignedTask, { text, programme, view }: TaskWording): string {
  const date = text.date(partnerDayAt(state.at, policiesOf(view.partner, programme)));
  if (state.is === 'booked') return text.say('task.state.booked', { on: text.date(state.on) });
  return text.say(`task.state.${state.is}`, { date });
}

/** Why it fell away; undefined where it did not. */
export function fallingWords({ state, goal }: AssignedTask, { text }: TaskWording): string | undefined {
  if (state.is !== 'fallen') return undefined;
  const isBackedUp = state.because === 'goal-met' && goal?.standIn;
  return text.say(isBackedUp ? 'task.because.backed-up' : `task.because.${state.because}`);
}

/** Until when there is time, or since when there is none. */
export function taskDueWords({ due }: AssignedTask, { text, view }: TaskWording): string {
  const days = daysBetween(view.asOf, due);
  return days < 0
    ? text.say('task.was-due', { date: text.date(due) })
    : text.say('task.due', { date: text.date(due), days });
}

/** The level for which it is; undefined where the person booked without having been asked. */
export function taskGoalWords({ goal }: AssignedTask, about: TaskWording): string | undefined {
  if (!goal) return undefined;
  const words = levelAt(goal.competency, goal.level, about);
  if (goal.standIn) return about.text.say('task.goal-stand-in', { goal: words });
  if (goal.by === undefined) return about.text.say('task.goal', { goal: words });
  return about.text.say('task.goal-by', { goal: words, date: about.text.date(goal.by) });
}

const badgeStyles = {
  asked: 'Informative',
  accepted: 'Accent',
  declined: 'Warning',
  booked: 'Good',
  reported: 'Good',
  done: 'Good',
  fallen: 'Subtle',
} as const;

/** The state in one word, or that the due day is over. */
export function taskBadge(task: AssignedTask, asOf: CalendarDate, { text }: Wording): CardElement {
  if (isOverdue(task, asOf)) return badge(text.say('task.badge.overdue'), 'Attention');
  return badge(text.say(`task.badge.${task.state.is}`), badgeStyles[task.state.is]);
}

/** One line for a list: the credential, how far it is, and while it is open until when. */
export function taskLineWords(task: AssignedTask, about: TaskWording): string {
  const { text } = about;
  const due = isOpenTask(task) ? [text.say('task.due-short', { date: text.date(task.due) })] : [];
  return [bookableTitle(task.credential, about), taskStateWords(task, about), ...due].join(' · ');
}
