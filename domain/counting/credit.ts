/** When a credential counts for a person on a day, and what hinders it where it does not. */
import { isClaimed } from '../partner/claim';
import type { Credential, CredentialIndex } from '../programme/credential';
import { addDays, addMonths, later, type CalendarDate } from '../basics/date';
import { isShown, type Achievement, type Person } from '../partner/person';
import type { Policies } from '../programme/policy';

/** Why nothing, or one credential, of a person counts on a day. */
export type Hindrance =
  | { readonly code: 'left'; readonly on: CalendarDate }
  | { readonly code: 'linked-elsewhere'; readonly on: CalendarDate }
  | { readonly code: 'account-deleted'; readonly on: CalendarDate }
  | { readonly code: 'not-linked' }
  | { readonly code: 'waiting'; readonly countsFrom: CalendarDate }
  | { readonly code: 'not-yet-earned'; readonly on: CalendarDate }
  | { readonly code: 'expired'; readonly on: CalendarDate }
  | { readonly code: 'retired'; readonly on: CalendarDate; readonly countedUntil: CalendarDate }
  | { readonly code: 'earned-after-retirement'; readonly on: CalendarDate }
  | { readonly code: 'too-old'; readonly on: CalendarDate }
  | { readonly code: 'third-party' }
  | { readonly code: 'claimed' };

/** What one person brings on a day: the credentials that count, and what hinders the others that the programme names. */
export interface Credit {
  readonly person: Person;
  /** Set where nothing of this person counts. */
  readonly hindrance?: Hindrance;
  readonly counted: ReadonlySet<string>;
  readonly hindered: ReadonlyMap<string, Hindrance>;
}

/** The day and the policies that a person is judged by. */
export interface Judgement {
  readonly asOf: CalendarDate;
  readonly policies: Policies;
}

/**
 * What a person brings on a day. A person without account and link dates is taken as linked, because only linked people
 * appear in Partner Center's exports.
 */
export function creditOf(person: Person, index: CredentialIndex, judgement: Judgement): Credit {
  const hindrance = personHindrance(person, judgement);
  const about: Case = { person, judgement, settledBy: settledDayOf(judgement) };
  const counted = new Set<string>();
  let hindered: Map<string, Hindrance> | undefined;
  for (const achievement of person.achievements) {
    const credential = index(achievement);
    if (!credential || counted.has(credential.id)) continue;
    const obstacle = hindrance ?? achievementHindrance(achievement, credential, about);
    if (obstacle) (hindered ??= new Map()).set(credential.id, obstacle);
    else {
      counted.add(credential.id);
      hindered?.delete(credential.id);
    }
  }
  return { person, counted, hindered: hindered ?? noHindrances, ...(hindrance && { hindrance }) };
}

/** One shared value for all people without hindrances: a large partner has a hundred thousand of them. */
const noHindrances: ReadonlyMap<string, Hindrance> = new Map();

const settledDays = new WeakMap<Judgement, CalendarDate>();

/** The last day on which something could be earned that counts on the day of the judgement: worked out once, asked for everybody. */
function settledDayOf(judgement: Judgement): CalendarDate {
  const known = settledDays.get(judgement);
  if (known !== undefined) return known;
  const day = addDays(judgement.asOf, -Math.ceil(judgement.policies.countingDelay / 24));
  settledDays.set(judgement, day);
  return day;
}

function personHindrance(person: Person, { asOf, policies }: Judgement): Hindrance | undefined {
  const gone = departureOf(person, policies);
  if (gone && gone.on <= asOf) return gone;
  if (person.linkedOn === undefined) return isTakenAsLinked(person) ? undefined : { code: 'not-linked' };
  if (asOf < person.linkedOn) return { code: 'not-linked' };
  const countsFrom = countsFromOf({ completedOn: person.linkedOn }, person, policies);
  return asOf < countsFrom ? { code: 'waiting', countsFrom } : undefined;
}

/** Only linked people appear in Partner Center's exports, so an import that shows a person is evidence of a link. */
function isTakenAsLinked(person: Person): boolean {
  return person.accountOn === undefined || isShown(person);
}

/**
 * The day from which a person no longer counts because of going. Under `leave-date` that is the day of leaving; under
 * `official` leaving alone changes nothing, and a deleted account drops out at Partner Center's next monthly refresh.
 * A link to another organisation severs the link to this one at once, under either.
 */
export function departureOf(
  person: Person,
  policies: Policies,
): (Hindrance & { readonly on: CalendarDate }) | undefined {
  const ends: (Hindrance & { readonly on: CalendarDate })[] = [];
  if (person.linkedElsewhereOn) ends.push({ code: 'linked-elsewhere', on: person.linkedElsewhereOn });
  if (policies.leaverDropRule === 'leave-date') {
    if (person.leftOn) ends.push({ code: 'left', on: person.leftOn });
  } else if (person.accountDeletedOn) {
    ends.push({ code: 'account-deleted', on: refreshAfter(person.accountDeletedOn, policies.officialRefreshDay) });
  }
  return ends.sort((one, other) => (one.on < other.on ? -1 : 1))[0];
}

/**
 * The day on which Microsoft itself drops the credit of a person who left (domain.md 1.8, `officialLeaverDrop`), shown beside
 * ours: at once with a link to another organisation, else at the refresh after the work account is deleted. Where neither is
 * known, `ifDeletedOn` is the day it would be if the account went on the leave date; until it goes, the credit stays.
 */
export function officialDropOf(
  { leftOn, linkedElsewhereOn, accountDeletedOn }: Person,
  { officialRefreshDay }: Policies,
): OfficialDrop | undefined {
  const refresh = accountDeletedOn && refreshAfter(accountDeletedOn, officialRefreshDay);
  const [first] = [linkedElsewhereOn, refresh].filter((day) => day !== undefined).sort();
  if (first !== undefined) return { on: first };
  return leftOn === undefined ? undefined : { ifDeletedOn: refreshAfter(leftOn, officialRefreshDay) };
}

export type OfficialDrop = { readonly on: CalendarDate } | { readonly ifDeletedOn: CalendarDate };

function refreshAfter(date: CalendarDate, refreshDay: number): CalendarDate {
  const firstOfNextMonth = addMonths(`${date.slice(0, 7)}-01`, 1);
  return addDays(firstOfNextMonth, refreshDay - 1);
}

/**
 * The first day on which an achievement may count. The delay runs from the link or from the pass, whichever is later,
 * because Partner Center needs it after each of the two; in whole days, because facts are known by the day.
 */
export function countsFromOf(
  { completedOn }: Pick<Achievement, 'completedOn'>,
  { linkedOn }: Person,
  { countingDelay }: Policies,
): CalendarDate {
  return addDays(later(completedOn, linkedOn) ?? completedOn, Math.ceil(countingDelay / 24));
}

interface Case {
  readonly person: Person;
  readonly judgement: Judgement;
  readonly settledBy: CalendarDate;
}

function achievementHindrance(
  achievement: Achievement,
  credential: Credential,
  { person, judgement, settledBy }: Case,
): Hindrance | undefined {
  const { asOf, policies } = judgement;
  const { completedOn } = achievement;
  if (isClaimed(achievement) && policies.claimedAchievementCounts === 'off') return { code: 'claimed' };
  if (credential.kind === 'third-party' && policies.recognisedSources === 'microsoft-only')
    return { code: 'third-party' };
  if (asOf < completedOn) return { code: 'not-yet-earned', on: completedOn };
  if (settledBy < completedOn || (person.linkedOn !== undefined && settledBy < person.linkedOn))
    return { code: 'waiting', countsFrom: countsFromOf(achievement, person, policies) };
  return (
    retirementHindrance(completedOn, credential, judgement) ??
    expiryHindrance(achievement, credential, judgement) ??
    (policies.skillAgeLimit > 0 && asOf > addMonths(completedOn, policies.skillAgeLimit)
      ? { code: 'too-old', on: addMonths(completedOn, policies.skillAgeLimit) }
      : undefined)
  );
}

function retirementHindrance(
  completedOn: CalendarDate,
  credential: Credential,
  { asOf, policies }: Judgement,
): Hindrance | undefined {
  const { retiredOn } = credential;
  if (retiredOn === undefined) return undefined;
  if (completedOn > retiredOn) return { code: 'earned-after-retirement', on: retiredOn };
  const countedUntil = countedUntilOf(credential, policies)!;
  return asOf > countedUntil ? { code: 'retired', on: retiredOn, countedUntil } : undefined;
}

/** The last day on which a retired credential counts, where it was earned in time; `undefined` for one that has not retired. */
export function countedUntilOf(credential: Credential, policies: Policies): CalendarDate | undefined {
  const { retiredOn, countsUntil } = credential;
  if (countsUntil !== undefined || retiredOn === undefined) return countsUntil;
  const known = graces.get(credential);
  if (known?.months === policies.retiredExamGraceMonths) return known.until;
  const months = policies.retiredExamGraceMonths;
  const until = addMonths(retiredOn, months);
  graces.set(credential, { months, until });
  return until;
}

/** The end of the grace of each credential, because it is asked for everybody who holds it. */
const graces = new WeakMap<Credential, { readonly months: number; readonly until: CalendarDate }>();

function expiryHindrance(
  achievement: Achievement,
  credential: Credential,
  { asOf, policies }: Judgement,
): Hindrance | undefined {
  if (policies.expiredCertificationCounts === 'on') return undefined;
  const on = expiryOf(achievement, credential);
  return on !== undefined && asOf > on ? { code: 'expired', on } : undefined;
}

type Dated = Pick<Achievement, 'completedOn' | 'expiresOn'>;

const oneYearSince = '2021-06-30';
const twoYearsSince = '2019-07-01';

/**
 * The last day on which an achievement is valid, or `undefined` if it does not lapse. The date of the export wins; else
 * role-based certifications are valid for 12 months since 2021-06-30, for 24 months before, and for 30 months if earned
 * before 2019-07-01 (policy `certificationValidity`), and those of GitHub for two years (field-2026.md 0.1).
 */
export function expiryOf(achievement: Dated, credential: Credential): CalendarDate | undefined {
  if (achievement.expiresOn !== undefined) return achievement.expiresOn;
  const { completedOn } = achievement;
  if (credential.validity === 'unlimited') return undefined;
  if (credential.validity === 'two-years') return addMonths(completedOn, 24);
  const months = completedOn >= oneYearSince ? 12 : completedOn >= twoYearsSince ? 24 : 30;
  return addMonths(completedOn, months);
}

/**
 * The computed expiry of an achievement, `undefined` where the file prints one or it does not lapse. A renewal extends a
 * certification without a new row in every layout, so a computed day may have been put off on Learn since.
 */
export function computedExpiryOf(achievement: Dated, credential: Credential): CalendarDate | undefined {
  return achievement.expiresOn === undefined ? expiryOf(achievement, credential) : undefined;
}
