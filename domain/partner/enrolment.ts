/** An enrolment is a designation or a specialization that the company holds, entered by hand. */
import type { CalendarDate } from '../basics/date';

/** That the company enrolled in a designation or a specialization, as an admin entered it; at most one for each goal. */
export interface Enrolment {
  readonly competency: string;
  readonly level: string;
  /** The day of the enrolment. */
  readonly from: CalendarDate;
}
