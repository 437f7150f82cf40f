/** A judgement is the day and the policies that decide what counts. */
import type { CalendarDate } from '../../basics/date';
import type { Policies } from '../../programme/policy';

/** The day and the policies that a person is judged by. */
export interface Judgement {
  readonly asOf: CalendarDate;
  readonly policies: Policies;
}
