/** Task reminders: on which days the person hears of a task, and when the admins hear that it does not move. */
import { addDays, type CalendarDate } from '../basics/date';
import { partnerDayAt, type PartnerZone } from '../partner/partner-day';
import type { AssignedTask, TaskState } from './assigned-task';

/**
 * Why a person hears of a task: it was asked, nothing was answered, the due day is near or over, the exam is over,
 * it fell away, or an import shows the pass.
 */
export const taskOccasions = [
  'asked',
  'unanswered',
  'unanswered-again',
  'due-soon',
  'overdue',
  'exam-over',
  'fallen',
  'done',
] as const;
export type TaskOccasion = (typeof taskOccasions)[number];

/** Why the admins hear of a task. */
export const taskHelpReasons = ['declined', 'unanswered', 'overdue', 'booked-late', 'unconfirmed'] as const;
export type TaskHelpReason = (typeof taskHelpReasons)[number];

/** Days after which something is said; `dueSoon` is before the due day. */
const taskDays = { reminder: 3, secondReminder: 7, dueSoon: 14, unconfirmed: 14, news: 14 } as const;

/** A reason, and the day from which it holds. */
export interface Since<T> {
  readonly why: T;
  readonly since: CalendarDate;
}

/** The moments that belong to a task. */
interface TaskMoment {
  readonly task: AssignedTask;
  readonly zone: PartnerZone;
  readonly today: CalendarDate;
}

/** Returns the newest thing that the person is to hear; undefined where the person acted last and no day has come since. */
export function taskOccasionOf(moment: TaskMoment): Since<TaskOccasion> | undefined {
  const due = occasionsOf(moment).filter(({ since }) => since <= moment.today);
  return due.at(-1);
}

/** Returns what the admins are to hear; undefined where nothing is. */
export function taskHelpOf(moment: TaskMoment): Since<TaskHelpReason> | undefined {
  const due = helpDaysOf(moment).filter(({ since }) => since <= moment.today);
  const { state } = moment.task;
  const newest = due.at(-1);
  const isNews = state.is !== 'declined' || moment.today < addDays(dayOf(state.at, moment.zone), taskDays.news);
  return isNews ? newest : undefined;
}

/** Whether what is said of the state is news for some days only. */
function isNewsOnly(is: TaskState['is']): boolean {
  return is === 'declined' || is === 'fallen' || is === 'done';
}

/** Every day on which time alone changes what is said about a task. */
export function taskDaysOf(task: AssignedTask, zone: PartnerZone): readonly CalendarDate[] {
  const moment = { task, zone, today: dayOf(task.state.at, zone) };
  const { state } = task;
  const ends = isNewsOnly(state.is) ? [addDays(dayOf(state.at, zone), taskDays.news)] : [];
  return [...occasionsOf(moment), ...helpDaysOf(moment)].map(({ since }) => since).concat(ends);
}

function dayOf(at: number, zone: PartnerZone): CalendarDate {
  return partnerDayAt(at, zone);
}

/** In the order of their days. */
function occasionsOf({ task: { state, due }, zone, today }: TaskMoment): readonly Since<TaskOccasion>[] {
  const said = dayOf(state.at, zone);
  const later = (list: readonly Since<TaskOccasion>[]) =>
    list.filter(({ since }) => since > said).sort((one, other) => (one.since < other.since ? -1 : 1));
  switch (state.is) {
    case 'asked':
      return [
        { why: 'asked', since: said },
        ...later([
          { why: 'unanswered', since: addDays(said, taskDays.reminder) },
          { why: 'unanswered-again', since: addDays(said, taskDays.secondReminder) },
          { why: 'overdue', since: addDays(due, 1) },
        ]),
      ];
    case 'accepted':
      return later([
        { why: 'due-soon', since: addDays(due, -taskDays.dueSoon) },
        { why: 'overdue', since: addDays(due, 1) },
      ]);
    case 'booked':
      return later([{ why: 'exam-over', since: addDays(state.on, 1) }]);
    case 'fallen':
      return state.because !== 'left' && today < addDays(said, taskDays.news) ? [{ why: 'fallen', since: said }] : [];
    case 'done':
      return today < addDays(said, taskDays.news) ? [{ why: 'done', since: said }] : [];
    default:
      return [];
  }
}

function helpDaysOf({ task: { state, due }, zone }: TaskMoment): readonly Since<TaskHelpReason>[] {
  const said = dayOf(state.at, zone);
  switch (state.is) {
    case 'asked':
      return [
        { why: 'unanswered' as const, since: addDays(said, taskDays.secondReminder) },
        { why: 'overdue' as const, since: addDays(due, 1) },
      ].sort((one, other) => (one.since < other.since ? -1 : 1));
    case 'accepted':
      return [{ why: 'overdue', since: addDays(due, 1) }];
    case 'declined':
      return [{ why: 'declined', since: said }];
    case 'booked':
      if (state.on > due) return [{ why: 'booked-late', since: said }];
      return [{ why: 'overdue', since: addDays(due, 1) }];
    case 'reported':
      return [{ why: 'unconfirmed', since: addDays(said, taskDays.unconfirmed) }];
    default:
      return [];
  }
}
