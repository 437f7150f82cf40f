/** What notices are derived from, and how long something that has happened is news. */
import type { CalendarDate } from '../basics/date';
import type { Facts } from '../counting/facts';
import type { Onboarding } from '../onboarding/onboarding';
import type { Partner } from '../partner/partner';
import type { Programme } from '../programme/programme';
import type { AssignedTask } from '../tasks/assigned-task';

/** All that is known of a partner, as far as it is noticed. */
export interface NoticeFacts {
  readonly programme: Programme;
  readonly partner: Partner;
  readonly facts: Facts;
  /** The day of the newest import; absent where nothing was imported yet. */
  readonly importedOn?: CalendarDate;
  /** The steps of everybody who has any, by the id of the person. */
  readonly onboardings?: ReadonlyMap<string, Onboarding>;
  /** The days on which other organisations have recorded newer links that sever nothing, by the id of the person. */
  readonly elsewhere?: ReadonlyMap<string, CalendarDate>;
  /** Who entered or imported figures last: Entra object id, in lower case. */
  readonly figuresBy?: string;
  /** What people were asked to earn. */
  readonly tasks?: readonly AssignedTask[];
}

/** How long something that has happened is news, in days. */
export const newsDays = { countsNow: 14, linkedElsewhere: 30, lapsed: 30, requirementChange: 180 } as const;
