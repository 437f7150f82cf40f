/** What the cards about tasks are given. */
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import type { AssignedTask } from '../../domain/tasks/assigned-task';
import type { TaskOccasion } from '../../domain/tasks/task-reminder';
import type { CardSetting } from './view';

/** What every card about tasks stands on. */
export interface TaskSetting extends CardSetting {
  readonly asOf: CalendarDate;
  /** Everyone whose id occurs in a task, to print names. */
  readonly people: ReadonlyMap<string, Person>;
}

/** One task: to the person who was asked, or to an admin. */
export interface TaskView extends TaskSetting {
  readonly task: AssignedTask;
  readonly isOwn: boolean;
  /** Who asks; absent where the name is not known. */
  readonly askedBy?: string;
  /** Why it is told now, where it is sent unasked. */
  readonly occasion?: TaskOccasion;
  /** Whether it was not as the card said on which a button was pressed. */
  readonly isChanged?: boolean;
  /** What is still to be entered for the answer that was pressed. */
  readonly choice?: 'book' | 'decline';
  /** The day on which it was said before, and not confirmed. */
  readonly doubtedOn?: CalendarDate;
  /** Why nothing can be told to the person for now, as the code of a delivery. */
  readonly hindrance?: string;
}
