/** What would be if people left, passed or let lapse, or exams retired: the levels before and after, and nothing is written. */
import { countingDays } from '../counting/credits/counting-delay';
import { addDays, type CalendarDate } from '../basics/date';
import { bearingOn } from '../counting/bearing-groups';
import { keyPeopleOf } from '../counting/key-people';
import type { Person } from '../partner/people/person';
import { pointsChanges, type PointsChange } from '../counting/points-change';
import { progressChanges, type ProgressChange } from '../counting/progress-change';
import type { Programme } from '../programme/programme';
import { standingOf, type Standing } from '../counting/standing';
import { likeFacts, creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';
import { heldThrough, heldToday, lapsedOn, type Held } from './supposed-lapse';

export type Event =
  | { readonly kind: 'leaves'; readonly person: string; readonly on?: CalendarDate }
  | { readonly kind: 'retires'; readonly credential: string; readonly on?: CalendarDate }
  | { readonly kind: 'passes'; readonly person: string; readonly credential: string; readonly on?: CalendarDate }
  /** `on` is the first day on which the certification is no longer valid. */
  | { readonly kind: 'lapses'; readonly person: string; readonly credential: string; readonly on?: CalendarDate };

export interface LevelChange {
  readonly competency: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

export interface SinglePoint {
  readonly competency: string;
  readonly level: string;
  readonly person: string;
}

export interface WhatIf {
  /** The day for which both sides are judged: the last day an event names, or today. */
  readonly asOf: CalendarDate;
  readonly before: Standing;
  readonly after: Standing;
  readonly changes: readonly LevelChange[];
  readonly points: readonly PointsChange[];
  /** How much nearer or farther the next levels are, where no level changes. */
  readonly progress: readonly ProgressChange[];
  /** People on whom a level hangs afterwards and did not before. */
  readonly newSinglePoints: readonly SinglePoint[];
  /** The facts and rules as they would be, for plans that repair the loss. */
  readonly then: Ground;
}

/**
 * Compares the standing with and without the events, on the same day, so that nothing but the events differs: what is supposed to lapse
 * is, without the event, still held on that day.
 */
export function evaluateWhatIf(
  programme: Programme,
  facts: Facts,
  about: { today: CalendarDate; events: readonly Event[] },
): WhatIf {
  const asOf = about.events.reduce((last, { on }) => (on !== undefined && on > last ? on : last), about.today);
  const around = { asOf, today: about.today, programme, facts };
  const now = { programme, facts: withPeople(facts, peopleWithout(about.events, around)) };
  const then = {
    programme: about.events.reduce((rules, event) => rulesAfter(rules, event, asOf), programme),
    facts: {
      ...facts,
      people: about.events.reduce((people, event) => peopleAfter(people, event, around), now.facts.people),
    },
  };
  return compared(now, then, asOf);
}

function withPeople(facts: Facts, people: readonly Person[]): Facts {
  return people === facts.people ? facts : likeFacts({ ...facts, people }, facts);
}

/** Everybody as they would be without the events. */
function peopleWithout(events: readonly Event[], { asOf, today, programme, facts }: Around): readonly Person[] {
  const about = { credentials: programme.credentials, today, day: asOf };
  return events.reduce((people, event) => {
    if (event.kind !== 'lapses') return people;
    return people.map((person) => (person.id === event.person ? heldThrough(person, event.credential, about) : person));
  }, facts.people);
}

/** What is known today of a certification that is supposed to lapse. */
export interface SupposedLapse extends Held {
  readonly event: Event;
  /** What is not held today changes nothing. */
  readonly isHeld: boolean;
}

/** What is held today of what is supposed to lapse, in the order of the events. */
export function supposedLapses(
  { credentials }: Programme,
  { people }: Facts,
  { today, events }: { readonly today: CalendarDate; readonly events: readonly Event[] },
): readonly SupposedLapse[] {
  return events.flatMap((event) => {
    if (event.kind !== 'lapses') return [];
    const holder = people.find(({ id }) => id === event.person);
    const held = holder && heldToday(holder, event.credential, { credentials, today });
    return [{ event, isHeld: held !== undefined, ...held }];
  });
}

/** The same rules or facts as they are and as they would be. */
export interface Ground {
  readonly programme: Programme;
  readonly facts: Facts;
}

/** Compares two grounds on one day, whatever has led from the one to the other. */
export function compared(now: Ground, then: Ground, asOf: CalendarDate): WhatIf {
  const before = standingOf(now.programme, now.facts, asOf);
  const after = standingOf(then.programme, likeFacts(then.facts, now.facts), asOf);
  const known = new Set(singlePointsOf(now.programme, now.facts, before).map(keyOfPoint));
  return {
    asOf,
    before,
    after,
    changes: before.competencies.flatMap(({ id, level }, index) => {
      const changed = after.competencies[index]!.level;
      return changed === level ? [] : [{ competency: id, before: level, after: changed }];
    }),
    points: pointsChanges(before, after),
    progress: progressChanges(before, after),
    newSinglePoints: singlePointsOf(then.programme, then.facts, after).filter((point) => !known.has(keyOfPoint(point))),
    then,
  };
}

/** An exam that retires stops counting a grace period later; what is asked is what that will cost, so here it stops at once. */
function rulesAfter(programme: Programme, event: Event, asOf: CalendarDate): Programme {
  if (event.kind !== 'retires') return programme;
  const dayBefore = addDays(asOf, -1);
  return {
    ...programme,
    credentials: programme.credentials.map((credential) =>
      credential.id === event.credential ? { ...credential, retiredOn: dayBefore, countsUntil: dayBefore } : credential,
    ),
  };
}

interface Around extends Ground {
  readonly asOf: CalendarDate;
  readonly today: CalendarDate;
}

function peopleAfter(people: readonly Person[], event: Event, { asOf, programme, facts }: Around): readonly Person[] {
  if (event.kind === 'retires') return people;
  return people.map((person) => {
    if (person.id !== event.person) return person;
    if (event.kind === 'leaves') return { ...person, leftOn: event.on ?? asOf };
    if (event.kind === 'lapses')
      return lapsedOn(person, event.credential, { credentials: programme.credentials, day: event.on ?? asOf });
    const completedOn = addDays(asOf, -countingDays(facts.policies));
    const achievement = { title: event.credential, completedOn, source: 'what-if' };
    return { ...person, achievements: [...person.achievements, achievement] };
  });
}

/** Everyone on whom the highest level of a competency hangs. */
export function singlePointsOf(programme: Programme, facts: Facts, standing: Standing): readonly SinglePoint[] {
  const { groups } = creditPeople(programme, facts, standing.asOf);
  return standing.competencies.flatMap(({ id: competency, level, options }) => {
    const named = programme.competencies.find(({ id }) => id === competency);
    if (level === undefined || !named) return [];
    const bearing = bearingOn(named, groups);
    const holding = options.flatMap(({ levels }) => levels.filter((one) => one.level === level && one.met));
    const keys = holding.map((one) => new Set(keyPeopleOf(one, bearing)));
    const needed = [...(keys[0] ?? [])].filter((person) => keys.every((set) => set.has(person)));
    return needed.map((person) => ({ competency, level, person }));
  });
}

function keyOfPoint({ competency, person }: SinglePoint): string {
  return `${competency}\n${person}`;
}
