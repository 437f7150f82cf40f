/** A supposed lapse lets a person's certification end on a day, whatever its own last day is. */
import { addDays, type CalendarDate } from '../basics/date';
import { expiryOf } from '../counting/credits/expiry';
import { indexCredentials, type Credential } from '../programme/credential';
import type { Achievement, Person } from '../partner/people/person';

/** What a person holds, of which it is supposed that it lapses. */
export interface Held {
  /** The last day on which it is valid, as far as is known today; absent where it does not lapse. */
  readonly until?: CalendarDate;
}

/** How long the person holds the credential, of several rows the longest; `undefined` where it is not held today. */
export function heldToday(
  { achievements }: Person,
  credential: string,
  { credentials, today }: { readonly credentials: readonly Credential[]; readonly today: CalendarDate },
): Held | undefined {
  const credentialOf = indexCredentials(credentials);
  const ends = achievements.flatMap((achievement) => {
    const found = credentialOf(achievement);
    if (found?.id !== credential || achievement.completedOn > today) return [];
    const until = expiryOf(achievement, found);
    return until === undefined || until >= today ? [until] : [];
  });
  if (ends.length === 0) return undefined;
  const days = ends.filter((until) => until !== undefined).sort();
  return days.length < ends.length ? {} : { until: days.at(-1)! };
}

/** The person as if nothing that they hold of the credential today lapsed before a day: what a supposed lapse is compared with. */
export function heldThrough(
  person: Person,
  credential: string,
  {
    credentials,
    today,
    day,
  }: { readonly credentials: readonly Credential[]; readonly today: CalendarDate; readonly day: CalendarDate },
): Person {
  const change = (achievement: Achievement, until: CalendarDate | undefined) =>
    until !== undefined && until >= today && until < day ? { ...achievement, expiresOn: day } : achievement;
  return withEnds(person, { credential, credentials, change });
}

/** The person as if the credential were valid up to the day before this one and no longer. */
export function lapsedOn(
  person: Person,
  credential: string,
  { credentials, day }: { readonly credentials: readonly Credential[]; readonly day: CalendarDate },
): Person {
  const last = addDays(day, -1);
  const change = (achievement: Achievement, until: CalendarDate | undefined) =>
    until === undefined || until > last ? { ...achievement, expiresOn: last } : achievement;
  return withEnds(person, { credential, credentials, change });
}

interface Ends {
  readonly credential: string;
  readonly credentials: readonly Credential[];
  /** The row as it is supposed to be, given its last day. */
  readonly change: (achievement: Achievement, until: CalendarDate | undefined) => Achievement;
}

function withEnds(person: Person, { credential, credentials, change }: Ends): Person {
  const credentialOf = indexCredentials(credentials);
  const achievements = person.achievements.map((achievement) => {
    const found = credentialOf(achievement);
    return found?.id === credential ? change(achievement, expiryOf(achievement, found)) : achievement;
  });
  return { ...person, achievements };
}
