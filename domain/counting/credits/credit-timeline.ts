/**
 * A credit timeline says from which to which day each achievement counts that the programme names, so that what counts on a day is
 * found by comparing numbers: a large partner is asked for some ten days, and has half a million achievements.
 */
import { addDays, addMonths, type CalendarDate } from '../../basics/date';
import { isClaimed } from '../../partner/claim';
import type { Achievement, Person } from '../../partner/people/person';
import { indexCredentials, type Credential } from '../../programme/credential';
import type { Policies } from '../../programme/policy';
import type { Group } from './group';
import { isTakenAsLinked } from './credit';
import { departureOf } from './departure';
import { expiryOf } from './expiry';
import { countedUntilOf } from './retirement';

/** From what a timeline is made. */
export interface TimelineGrounds {
  readonly credentials: readonly Credential[];
  readonly policies: Policies;
  readonly people: readonly Person[];
}

/** The entries of all people, one after the other; of one person they are sorted by the place of the credential in the programme. */
export interface CreditTimeline {
  readonly grounds: TimelineGrounds;
  /** Where the entries of each person begin, and where the last ones end. */
  readonly starts: Uint32Array;
  readonly places: Uint16Array;
  /** Which of the achievements of its person an entry is of. */
  readonly rows: Uint16Array;
  /** The first and the last day on which an entry counts, as numbers such as 20180601; of one that never counts the last is 0. */
  readonly from: Uint32Array;
  readonly until: Uint32Array;
  /** What people hold together, by the places of it: the same sets for every day. */
  readonly holdings: Map<string, ReadonlySet<string>>;
}

const always = 99_991_231;

/** A day as a number that sorts as the day does. */
export function dayNumber(day: CalendarDate): number {
  return Number(day.slice(0, 4)) * 10_000 + Number(day.slice(5, 7)) * 100 + Number(day.slice(8, 10));
}

/**
 * Makes the timeline. Given one in which names mean the same, only achievements that changed are looked up again, and given the
 * same policies only people whose record changed, or who hold a credential that changed, get new days.
 */
export function timelineOf(grounds: TimelineGrounds, known?: CreditTimeline): CreditTimeline {
  if (known && isSame(known.grounds, grounds)) return known;
  const { people, credentials } = grounds;
  const alike = known && isNamedAlike(known.grounds.credentials, credentials) ? known : undefined;
  const room = people.reduce((sum, { achievements }) => sum + achievements.length, 0);
  const made = {
    grounds,
    starts: new Uint32Array(people.length + 1),
    places: new Uint16Array(room),
    rows: new Uint16Array(room),
    from: new Uint32Array(room),
    until: new Uint32Array(room),
    holdings: alike?.holdings ?? new Map<string, never>(),
  };
  const name = nameWriter(credentials);
  const date = dayWriter(grounds);
  const stays = alike && stayingDays(alike, grounds);
  people.forEach((person, at) => {
    const first = made.starts[at]!;
    const isKnown = alike?.grounds.people[at]?.achievements === person.achievements;
    const end = isKnown ? copyEntries(alike, at, made) : name(person, first, made);
    if (!isKnown || !stays?.(at)) date(person, { first, end }, made);
    made.starts[at + 1] = end;
  });
  return made;
}

function isSame(one: TimelineGrounds, other: TimelineGrounds): boolean {
  return one.people === other.people && one.credentials === other.credentials && one.policies === other.policies;
}

type Columns = Pick<CreditTimeline, 'starts' | 'places' | 'rows' | 'from' | 'until'>;

function copyEntries(known: CreditTimeline, at: number, made: Columns): number {
  const [first, last, to] = [known.starts[at]!, known.starts[at + 1]!, made.starts[at]!];
  for (let entry = first; entry < last; entry += 1) {
    const next = to + entry - first;
    made.places[next] = known.places[entry]!;
    made.rows[next] = known.rows[entry]!;
    made.from[next] = known.from[entry]!;
    made.until[next] = known.until[entry]!;
  }
  return to + last - first;
}

/** Whether the days of the person at a place are the same as before; `undefined` where no one's can be. */
function stayingDays(known: CreditTimeline, grounds: TimelineGrounds): ((at: number) => boolean) | undefined {
  const before = known.grounds;
  if (before.policies !== grounds.policies) return undefined;
  const changed = new Set(
    before.credentials.flatMap((one, place) => (one === grounds.credentials[place] ? [] : [place])),
  );
  const holdsChanged = (at: number) =>
    changed.size > 0 && known.places.subarray(known.starts[at], known.starts[at + 1]).some((one) => changed.has(one));
  return (at) => before.people[at] === grounds.people[at] && !holdsChanged(at);
}

/** Whether every name means the same credential by both. */
function isNamedAlike(before: readonly Credential[], after: readonly Credential[]): boolean {
  if (before === after) return true;
  return before.length === after.length && before.every((one, at) => hasSameNames(one, after[at]!));
}

function hasSameNames(one: Credential, other: Credential): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.titles === other.titles &&
    one.activityIds === other.activityIds
  );
}

/** Writes which credentials the achievements of a person mean, in the order of the programme, and returns where they end. */
function nameWriter(credentials: readonly Credential[]): (person: Person, first: number, made: Columns) => number {
  const index = indexCredentials(credentials);
  const placeOf = new Map(credentials.map((one, place) => [one, place]));
  return ({ achievements }, first, { places, rows }) => {
    let end = first;
    for (let row = 0; row < achievements.length; row += 1) {
      const credential = index(achievements[row]!);
      if (!credential) continue;
      const place = placeOf.get(credential)!;
      let at = end;
      for (; at > first && places[at - 1]! > place; at -= 1) {
        places[at] = places[at - 1]!;
        rows[at] = rows[at - 1]!;
      }
      places[at] = place;
      rows[at] = row;
      end += 1;
    }
    return end;
  };
}

interface EntrySpan {
  readonly first: number;
  readonly end: number;
}

/** Writes from which to which day the entries of a person count. */
function dayWriter({
  credentials,
  policies,
}: TimelineGrounds): (person: Person, span: EntrySpan, made: Columns) => void {
  const days = dayMemory(Math.ceil(policies.countingDelay / 24));
  return (person, { first, end }, { places, rows, from, until }) => {
    const { linkedOn, achievements } = person;
    const gone = departureOf(person, policies);
    const isOut = linkedOn === undefined && !isTakenAsLinked(person);
    const last = isOut ? 0 : gone === undefined ? always : days.dayBefore(gone.on);
    for (let entry = first; entry < end; entry += 1) {
      const achievement = achievements[rows[entry]!]!;
      const { completedOn } = achievement;
      from[entry] = days.countsFrom(linkedOn !== undefined && linkedOn > completedOn ? linkedOn : completedOn);
      const ends = lastDayOf(achievement, credentials[places[entry]!]!, policies);
      until[entry] = Math.min(last, ends === undefined ? always : ends === never ? 0 : days.numberOf(ends));
    }
  };
}

interface DayMemory {
  numberOf(day: CalendarDate): number;
  dayBefore(day: CalendarDate): number;
  /** The number of the day on which the counting delay is over. */
  countsFrom(day: CalendarDate): number;
}

/** A few thousand days recur in the records of all people. */
function dayMemory(delay: number): DayMemory {
  const numbers = new Map<CalendarDate, number>();
  const delayed = new Map<CalendarDate, number>();
  const kept = (memory: Map<CalendarDate, number>, day: CalendarDate, work: () => number) => {
    const known = memory.get(day);
    if (known !== undefined) return known;
    const made = work();
    memory.set(day, made);
    return made;
  };
  return {
    numberOf: (day) => kept(numbers, day, () => dayNumber(day)),
    dayBefore: (day) => dayNumber(addDays(day, -1)),
    countsFrom: (day) => kept(delayed, day, () => dayNumber(addDays(day, delay))),
  };
}

const never: CalendarDate = '0000-00-00';

/** The last day on which an achievement may count; `undefined` where no day is the last. */
function lastDayOf(achievement: Achievement, credential: Credential, policies: Policies): CalendarDate | undefined {
  const { completedOn } = achievement;
  const { retiredOn } = credential;
  if (isClaimed(achievement) && policies.claimedAchievementCounts === 'off') return never;
  if (credential.kind === 'third-party' && policies.recognisedSources === 'microsoft-only') return never;
  if (retiredOn !== undefined && completedOn > retiredOn) return never;
  const grace = retiredOn === undefined ? undefined : countedUntilOf(credential, policies);
  const expiry = policies.expiredCertificationCounts === 'on' ? undefined : expiryOf(achievement, credential);
  const aged = policies.skillAgeLimit > 0 ? addMonths(completedOn, policies.skillAgeLimit) : undefined;
  return earliest(earliest(grace, expiry), aged);
}

function earliest(one: CalendarDate | undefined, other: CalendarDate | undefined): CalendarDate | undefined {
  return one === undefined || (other !== undefined && other < one) ? other : one;
}

/** The people who bring something on a day, in groups of those who bring the same. */
export function groupsOn(timeline: CreditTimeline, asOf: CalendarDate): readonly Group[] {
  const { starts, places, from, until, grounds } = timeline;
  const day = dayNumber(asOf);
  const groups = new Map<string, { held: ReadonlySet<string>; people: string[] }>();
  for (let at = 0; at < grounds.people.length; at += 1) {
    let key = '';
    let last = -1;
    for (let entry = starts[at]!; entry < starts[at + 1]!; entry += 1) {
      const place = places[entry]!;
      if (place === last || day < from[entry]! || day > until[entry]!) continue;
      key += String.fromCharCode(place);
      last = place;
    }
    if (key === '') continue;
    const group = groups.get(key);
    if (group) group.people.push(grounds.people[at]!.id);
    else groups.set(key, { held: holdingOf(key, timeline), people: [grounds.people[at]!.id] });
  }
  return [...groups.values()];
}

function holdingOf(key: string, { holdings, grounds }: CreditTimeline): ReadonlySet<string> {
  const known = holdings.get(key);
  if (known) return known;
  const held = new Set(key.split('').map((place) => grounds.credentials[place.charCodeAt(0)]!.id));
  holdings.set(key, held);
  return held;
}

/** How many achievements the programme names. */
export function namedAchievementsIn({ starts, grounds }: CreditTimeline): number {
  return starts[grounds.people.length]!;
}

/** One entry of a timeline, with its days as numbers. */
export interface TimelineEntry {
  readonly credential: string;
  readonly from: number;
  readonly until: number;
}

/** The people, in their order, one of whose entries is as the test wants it. */
export function peopleWithEntry(
  { starts, places, from, until, grounds }: CreditTimeline,
  isWanted: (entry: TimelineEntry) => boolean,
): readonly Person[] {
  const entry = { credential: '', from: 0, until: 0 };
  return grounds.people.filter((_, at) => {
    for (let next = starts[at]!; next < starts[at + 1]!; next += 1) {
      entry.credential = grounds.credentials[places[next]!]!.id;
      [entry.from, entry.until] = [from[next]!, until[next]!];
      if (isWanted(entry)) return true;
    }
    return false;
  });
}

/** The last days, within a span, on which credentials of those that are named count for someone. */
export function lastDaysWithin(
  { places, until, grounds, starts }: CreditTimeline,
  named: ReadonlySet<string>,
  { from: first, to: last }: { readonly from: CalendarDate; readonly to: CalendarDate },
): readonly CalendarDate[] {
  const isNamed = grounds.credentials.map(({ id }) => named.has(id));
  const [least, most] = [dayNumber(first), dayNumber(last)];
  const days = new Set<number>();
  for (let entry = 0; entry < starts[grounds.people.length]!; entry += 1) {
    const day = until[entry]!;
    if (day >= least && day <= most && isNamed[places[entry]!]) days.add(day);
  }
  return [...days].map(dayOf);
}

function dayOf(number: number): CalendarDate {
  const text = String(number);
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}
