/** When a credential counts for a person on a day, and what hinders it where it does not. */
import { isClaimed } from '../../partner/claim';
import type { Credential, CredentialIndex } from '../../programme/credential';
import { addMonths, type CalendarDate } from '../../basics/date';
import { isShown, type Achievement, type Person } from '../../partner/people/person';
import { countsFromOf, settledDayOf } from './counting-delay';
import { expiryOf } from './expiry';
import { departureOf } from './departure';
import { type Hindrance } from './hindrance';
import { type Judgement } from './judgement';
import { retirementHindrance } from './retirement';

/** What one person brings on a day: the credentials that count, and what hinders the others that the programme names. */
export interface Credit {
  readonly person: Person;
  /** Set where nothing of this person counts. */
  readonly hindrance?: Hindrance;
  readonly counted: ReadonlySet<string>;
  readonly hindered: ReadonlyMap<string, Hindrance>;
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

function personHindrance(person: Person, { asOf, policies }: Judgement): Hindrance | undefined {
  const gone = departureOf(person, policies);
  if (gone && gone.on <= asOf) return gone;
  if (person.linkedOn === undefined) return isTakenAsLinked(person) ? undefined : { code: 'not-linked' };
  if (asOf < person.linkedOn) return { code: 'not-linked' };
  const countsFrom = countsFromOf({ completedOn: person.linkedOn }, person, policies);
  return asOf < countsFrom ? { code: 'waiting', countsFrom } : undefined;
}

/** Only linked people appear in Partner Center's exports, so an import that shows a person is evidence of a link. */
export function isTakenAsLinked(person: Person): boolean {
  return person.accountOn === undefined || isShown(person);
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

function expiryHindrance(
  achievement: Achievement,
  credential: Credential,
  { asOf, policies }: Judgement,
): Hindrance | undefined {
  if (policies.expiredCertificationCounts === 'on') return undefined;
  const on = expiryOf(achievement, credential);
  if (on === undefined || asOf <= on) return undefined;
  return { code: 'expired', on, ...(achievement.expiresOn === undefined && { isComputed: true }) };
}
