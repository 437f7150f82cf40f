/** A head count says how many people are on record, how many of them bring something that counts, and how much has lapsed. */
import type { CalendarDate } from '../basics/date';
import type { Programme } from '../programme/programme';
import type { Facts } from './facts';
import { creditOf } from './credits/credit';
import { dayNumber, peopleWithEntry } from './credits/credit-timeline';
import { departureOf } from './credits/departure';
import { creditPeople } from './kept-credits';
import type { Person } from '../partner/people/person';
import { indexCredentials } from '../programme/credential';

export interface HeadCount {
  /** On record and not gone. */
  readonly people: number;
  /** Of them, those with a certification that counts. */
  readonly counting: number;
  /** Certifications of theirs that have expired. */
  readonly lapsed: number;
}

/** Counts the people of a partner on a day. */
export function headCountOf(programme: Programme, facts: Facts, asOf: CalendarDate): HeadCount {
  const { groups, timeline } = creditPeople(programme, facts, asOf);
  const isPresent = (person: Person) => {
    const gone = departureOf(person, facts.policies);
    return gone === undefined || gone.on > asOf;
  };
  const today = dayNumber(asOf);
  const ended = peopleWithEntry(timeline, ({ until }) => until < today).filter(isPresent);
  return {
    people: facts.people.filter(isPresent).length,
    counting: groups.reduce((sum, { people }) => sum + people.length, 0),
    lapsed: expiredOf(ended, { programme, facts, asOf }),
  };
}

interface Counting {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly asOf: CalendarDate;
}

function expiredOf(people: readonly Person[], { programme, facts: { policies }, asOf }: Counting): number {
  const index = indexCredentials(programme.credentials);
  const judgement = { asOf, policies };
  let expired = 0;
  for (const person of people)
    for (const { code } of creditOf(person, index, judgement).hindered.values()) if (code === 'expired') expired += 1;
  return expired;
}
