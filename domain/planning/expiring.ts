/** What is expiring: credentials that count today and stop counting within a while, and the levels that would go with each. */
import { countedUntilOf } from '../counting/credits/retirement';
import { expiryOf } from '../counting/credits/expiry';
import { indexCredentials, type Credential, type CredentialIndex } from '../programme/credential';
import { addDays, type CalendarDate } from '../basics/date';
import type { Person } from '../partner/people/person';
import type { Policies } from '../programme/policy';
import { pointsChanges, type PointsChange } from '../counting/points-change';
import { credentialsNamedBy, hasScores, type Competency, type Programme } from '../programme/programme';
import { competencyStanding, standingOf, type CompetencyStanding } from '../counting/standing';
import { bearingOn, groupsWithout } from '../counting/bearing-groups';
import { creditOf } from '../counting/credits/credit';
import { dayNumber, peopleWithEntry } from '../counting/credits/credit-timeline';
import { creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';
import { creditChangesAfter } from '../counting/credits/credit-change-day';
import { nextChangeDay } from '../counting/next-change-day';
import type { LevelChange } from './what-if';
import { findSatisfyingSelection } from '../counting/satisfying-selection';

/** A credential that stops counting, and when. */
export interface Ending {
  readonly person: Person;
  readonly credential: Credential;
  /** The last day on which it counts. */
  readonly until: CalendarDate;
  readonly because: 'expiry' | 'retirement';
  /** Whether the day was computed from the completion, because no file gives it. */
  readonly isComputed?: true;
}

export interface Expiring extends Ending {
  /** The levels that would be lost if it were the only thing to change. */
  readonly cost: readonly LevelChange[];
  /** The points that would be lost in the same way. */
  readonly points: readonly PointsChange[];
}

export interface ExpirySpan {
  readonly today: CalendarDate;
  readonly days: number;
}

/** What stops counting within the span, the earliest first. */
export function expiringWithin(programme: Programme, facts: Facts, span: ExpirySpan): readonly Expiring[] {
  const index = indexCredentials(programme.credentials);
  const { settledBy } = creditChangesAfter(span.today, index, facts.policies);
  const rising = facts.people.filter((person) => mayRise(person, settledBy));
  const around = { programme, facts, index, rising, footings: new Map<string, Footing>() };
  return endingWithin(programme, facts, span).map((one) => ({
    ...one,
    cost: costOf(one, around),
    points: pointsOf(one, around),
  }));
}

/** The same without what it costs, which takes long to say of many people. */
export function endingWithin(programme: Programme, facts: Facts, { today, days }: ExpirySpan): readonly Ending[] {
  const index = indexCredentials(programme.credentials);
  const byId = new Map(programme.credentials.map((credential) => [credential.id, credential]));
  const last = addDays(today, days);
  const judgement = { asOf: today, policies: facts.policies };
  return peopleWhoMayLose(programme, facts, { today, last })
    .flatMap((person) => {
      const { counted } = creditOf(person, index, judgement);
      const passes = passesOf(person, index);
      return [...counted].flatMap((id) => {
        const credential = byId.get(id)!;
        const end = endOf(passes.get(id) ?? [], credential, facts.policies);
        return end && end.until <= last ? [{ person, credential, ...end }] : [];
      });
    })
    .sort((one, other) => (one.until === other.until ? 0 : one.until < other.until ? -1 : 1));
}

/** Most people have nothing that ends so soon, which their timeline says; where an expiry ends nothing it does not say it. */
function peopleWhoMayLose(
  programme: Programme,
  facts: Facts,
  { today, last }: { readonly today: CalendarDate; readonly last: CalendarDate },
): readonly Person[] {
  if (facts.policies.expiredCertificationCounts === 'on') return facts.people;
  const [first, end] = [dayNumber(today), dayNumber(last)];
  const { timeline } = creditPeople(programme, facts, today);
  return peopleWithEntry(timeline, ({ until }) => until >= first && until <= end);
}

type Achievements = Person['achievements'];

/** The achievements of a person by the id of their credential. */
function passesOf({ achievements }: Person, index: CredentialIndex): ReadonlyMap<string, Achievements> {
  const passes = new Map<string, Achievements[number][]>();
  for (const achievement of achievements) {
    const id = index(achievement)?.id;
    if (id !== undefined) passes.set(id, [...(passes.get(id) ?? []), achievement]);
  }
  return passes;
}

type End = Pick<Ending, 'until' | 'because' | 'isComputed'>;

/** When a credential stops counting: with the last of its passes to lapse, or with its grace, whichever is earlier. */
function endOf(passes: Achievements, credential: Credential, policies: Policies): End | undefined {
  const expiries = passes.map((achievement) => expiryOf(achievement, credential));
  const expiry = expiries.includes(undefined) ? undefined : expiries.sort().at(-1);
  const grace = countedUntilOf(credential, policies);
  if (grace !== undefined && (expiry === undefined || grace < expiry)) return { until: grace, because: 'retirement' };
  if (expiry === undefined) return undefined;
  const isSaid = passes.some(({ expiresOn }) => expiresOn === expiry);
  return { until: expiry, because: 'expiry', ...(!isSaid && { isComputed: true }) };
}

interface Around {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly index: CredentialIndex;
  /** Those of whom more may count, without any work, from the first day on. */
  readonly rising: readonly Person[];
  /** The newest one of each competency. */
  readonly footings: Map<string, Footing>;
}

/** On what the level of a competency rests from a day on. */
interface Footing {
  readonly level: string | undefined;
  readonly witness: ReadonlySet<string>;
  /** The next day on which either may be another; absent where there is none. */
  readonly turns?: CalendarDate;
}

/** A competency that does not name the credential loses nothing, nor does a level whose counted people stay. */
function costOf(expiring: Ending, around: Around): readonly LevelChange[] {
  const { person, credential, until } = expiring;
  return around.programme.competencies
    .filter((competency) => credentialsNamedBy(competency).has(credential.id))
    .flatMap((competency) => {
      const { level, witness } = footingOn(competency, until, around);
      if (level === undefined || !witness.has(person.id)) return [];
      const after = levelWithout(expiring, competency, around);
      return after === level ? [] : [{ competency: competency.id, before: level, after }];
    });
}

/** Days are asked for in their order, so the last footing is looked at again only once it may have turned. */
function footingOn(competency: Competency, day: CalendarDate, around: Around): Footing {
  const { programme, facts, index, rising, footings } = around;
  const known = footings.get(competency.id);
  if (known && (known.turns === undefined || day < known.turns)) return known;
  const only = { ...programme, competencies: [competency] };
  const standing = standingOf(only, facts, day).competencies[0]!;
  const { level } = standing;
  const witness = level === undefined ? new Set<string>() : findSatisfyingSelection(standing, level);
  const { settledBy } = creditChangesAfter(day, index, facts.policies);
  const people = [
    ...facts.people.filter(({ id }) => witness.has(id)),
    ...rising.filter((person) => mayRise(person, settledBy)),
  ];
  // What it does not name changes nothing of it.
  const named = credentialsNamedBy(competency);
  const bearing = { ...only, credentials: programme.credentials.filter(({ id }) => named.has(id)) };
  const turns = nextChangeDay(bearing, { ...facts, people }, day);
  const footing = { level, witness, ...(turns !== undefined && { turns }) };
  footings.set(competency.id, footing);
  return footing;
}

/** Whether more of a person's achievements will count without any work: one was earned, or linked, that does not count yet. */
function mayRise({ linkedOn, achievements }: Person, settledBy: CalendarDate): boolean {
  return (linkedOn ?? '') > settledBy || achievements.some(({ completedOn }) => completedOn > settledBy);
}

/** Points are asked for only where a score names the credential. */
function pointsOf(expiring: Ending, around: Around): readonly PointsChange[] {
  const { credential, until } = expiring;
  const { programme, facts } = around;
  return programme.competencies
    .filter((competency) => hasScores({ competencies: [competency] }))
    .filter((competency) => credentialsNamedBy(competency).has(credential.id))
    .flatMap((competency) => {
      const before = standingOf({ ...programme, competencies: [competency] }, facts, until);
      return pointsChanges(before, { ...before, competencies: [standingWithout(expiring, competency, around)] });
    });
}

function levelWithout(expiring: Ending, competency: Competency, around: Around): string | undefined {
  return standingWithout(expiring, competency, around).level;
}

function standingWithout(
  { person, credential, until }: Ending,
  competency: Competency,
  { programme, facts }: Around,
): CompetencyStanding {
  const bearing = bearingOn(competency, creditPeople(programme, facts, until).groups);
  const groups = groupsWithout(bearing, { person: person.id, credential: credential.id });
  return competencyStanding(competency, { programme, facts, asOf: until, groups });
}
