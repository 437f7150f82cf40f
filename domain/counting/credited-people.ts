/** Credited people are what the people of a partner bring on a day, in groups of people who bring the same. */
import type { Group } from './assignment';
import { creditOf, type Credit } from './credit';
import { indexCredentials, type Credential } from '../programme/credential';
import type { CalendarDate } from '../basics/date';
import type { Person } from '../partner/person';
import type { Policies } from '../programme/policy';
import { nextCreditChangeOf, creditChangesAfter } from './credit-change-day';

export interface CreditedPeople {
  /** In the order of the people. */
  readonly credits: readonly Credit[];
  readonly groups: readonly Group[];
}

/** The input from which people are credited. */
export interface CreditContext {
  readonly credentials: readonly Credential[];
  readonly policies: Policies;
  readonly people: readonly Person[];
  readonly asOf: CalendarDate;
}

/** The result with its input, so that the next day can start from it. */
export interface JudgedCredits extends CreditedPeople {
  readonly grounds: CreditContext;
  /** What counts for each person, the same for all who bring the same. */
  readonly keys: readonly string[];
  /** The day after this one on which each credit may change, as far as it has been asked. */
  readonly turns: (CalendarDate | undefined)[];
}

/** After every day that there is. */
const never: CalendarDate = '9999-12-31';

/**
 * Judges all people. If the result of the same or an earlier day is given, only people whose credit can differ are judged again: their record changed, a credential that they hold changed, or the day of their next change has come.
 */
export function judgeCredits(grounds: CreditContext, known?: JudgedCredits): JudgedCredits {
  const { people, credentials, policies, asOf } = grounds;
  const index = indexCredentials(credentials);
  const judgement = { asOf, policies };
  const keyOf = keyMaker(credentials);
  const mayStand = known && stands(known, grounds);
  const credits: Credit[] = [];
  const keys: string[] = [];
  const turns: JudgedCredits['turns'] = new Array<CalendarDate | undefined>(people.length);
  people.forEach((person, at) => {
    if (mayStand?.(at)) {
      credits.push(known!.credits[at]!);
      keys.push(known!.keys[at]!);
      turns[at] = known!.turns[at];
      return;
    }
    const credit = creditOf(person, index, judgement);
    credits.push(credit);
    keys.push(keyOf(credit.counted));
  });
  return { grounds, credits, keys, turns, groups: groupsOf(credits, keys) };
}

/** Whether the credit of the person at a place is the same as before; `undefined` where nothing can be. */
function stands(
  known: JudgedCredits,
  { people, credentials, policies, asOf }: CreditContext,
): ((at: number) => boolean) | undefined {
  const before = known.grounds;
  const others = changedCredentials(before.credentials, credentials);
  if (!others || before.policies !== policies || asOf < before.asOf) return undefined;
  const turning = creditChangesAfter(before.asOf, indexCredentials(before.credentials), policies);
  const turnAt = (at: number) => (known.turns[at] ??= nextCreditChangeOf(before.people[at]!, turning) ?? never);
  const isSameDay = asOf === before.asOf;
  return (at) =>
    people[at] === before.people[at] &&
    (others.length === 0 || !others.some((id) => mentions(known.credits[at]!, id))) &&
    (isSameDay || turnAt(at) > asOf);
}

function mentions({ counted, hindered }: Credit, credential: string): boolean {
  return counted.has(credential) || hindered.has(credential);
}

/** The ids of the credentials that count by other rules than before; `undefined` where they go by other names. */
function changedCredentials(
  before: readonly Credential[],
  after: readonly Credential[],
): readonly string[] | undefined {
  if (before === after) return [];
  if (before.length !== after.length || before.some((one, at) => !isNamedAlike(one, after[at]!))) return undefined;
  return before.flatMap((one, at) => (one === after[at] ? [] : [one.id]));
}

function isNamedAlike(one: Credential, other: Credential): boolean {
  return (
    one.id === other.id &&
    one.kind === other.kind &&
    one.titles === other.titles &&
    one.activityIds === other.activityIds
  );
}

/**
 * Tells holdings apart: the places of the credentials in the programme, in their order, one character each. It is made for
 * everybody, so nothing is sorted that is not out of order.
 */
function keyMaker(credentials: readonly Credential[]): (held: ReadonlySet<string>) => string {
  const places = new Map(credentials.map(({ id }, place) => [id, place]));
  return (held) => {
    const sorted: number[] = [];
    for (const id of held) {
      const place = places.get(id)!;
      let at = sorted.length;
      for (; at > 0 && sorted[at - 1]! > place; at -= 1) sorted[at] = sorted[at - 1]!;
      sorted[at] = place;
    }
    return String.fromCharCode(...sorted);
  };
}

function groupsOf(credits: readonly Credit[], keys: readonly string[]): readonly Group[] {
  const groups = new Map<string, { held: ReadonlySet<string>; people: string[] }>();
  credits.forEach(({ counted, person }, at) => {
    if (counted.size === 0) return;
    const key = keys[at]!;
    const group = groups.get(key);
    if (group) group.people.push(person.id);
    else groups.set(key, { held: counted, people: [person.id] });
  });
  return [...groups.values()];
}
