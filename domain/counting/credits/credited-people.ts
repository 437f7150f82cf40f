/** Credited people are what the people of a partner bring on a day, in groups of people who bring the same. */
import type { Group } from './group';
import { creditOf, type Credit } from './credit';
import { type CreditTimeline, groupsOn, type TimelineGrounds, timelineOf } from './credit-timeline';
import type { CalendarDate } from '../../basics/date';
import { indexCredentials } from '../../programme/credential';

export interface CreditedPeople {
  /** In the order of the people; worked out where it is first asked for, because most questions need the groups alone. */
  readonly credits: readonly Credit[];
  readonly groups: readonly Group[];
  readonly timeline: CreditTimeline;
}

/** The input from which people are credited. */
export interface CreditContext extends TimelineGrounds {
  readonly asOf: CalendarDate;
}

/** The result with its input, so that another day can start from it. */
export interface JudgedCredits extends CreditedPeople {
  readonly grounds: CreditContext;
}

/** Judges all people on a day. If the result of another day or of other people is given, its timeline is used as far as it is the same. */
export function judgeCredits(grounds: CreditContext, known?: JudgedCredits): JudgedCredits {
  const { people, credentials, policies, asOf } = grounds;
  const timeline = timelineOf(grounds, known?.timeline);
  let credits: readonly Credit[] | undefined;
  const creditAll = () => {
    const index = indexCredentials(credentials);
    const judgement = { asOf, policies };
    return people.map((person) => creditOf(person, index, judgement));
  };
  return {
    grounds,
    timeline,
    groups: groupsOn(timeline, asOf),
    get credits() {
      return (credits ??= creditAll());
    },
  };
}
