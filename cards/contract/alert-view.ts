/** What the cards about alerts are given. */
import type { CalendarDate } from '../../domain/basics/date';
import type { Person } from '../../domain/partner/people/person';
import type { CardSetting } from './view';

/** What the cards about alerts stand on. */
export interface AlertSetting extends CardSetting {
  readonly asOf: CalendarDate;
  /** Everyone whose id occurs in a notice, to print names. */
  readonly people: ReadonlyMap<string, Person>;
  /** What those are called who deal with notices, by Entra object id. */
  readonly names: ReadonlyMap<string, string>;
  /** The day on which it was said before, and not confirmed; absent where nothing is in doubt. */
  readonly doubtedOn?: CalendarDate;
}
