/** What would be if people left, exams retired or people passed: the levels before and after, and nothing is written. */
import { countingDays } from '../counting/credits/counting-delay';
import { addDays, type CalendarDate } from '../basics/date';
import { bearingOn } from '../counting/bearing-groups';
import { keyPeopleOf } from '../counting/key-people';
import type { Person } from '../partner/people/person';
import { pointsChanges, type PointsChange } from '../counting/points-change';
import type { Programme } from '../programme/programme';
import { standingOf, type Standing } from '../counting/standing';
import { likeFacts, creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';

export type Event =
  | { readonly kind: 'leaves'; readonly person: string; readonly on?: CalendarDate }
  | { readonly kind: 'retires'; readonly credential: string; readonly on?: CalendarDate }
  | { readonly kind: 'passes'; readonly person: string; readonly credential: string; readonly on?: CalendarDate };

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
  /** People on whom a level hangs afterwards and did not before. */
  readonly newSinglePoints: readonly SinglePoint[];
  /** The facts and rules as they would be, for plans that repair the loss. */
  readonly then: Ground;
}

/** Compares the standing with and without the events, on the same day, so that nothing but the events differs. */
export function evaluateWhatIf(
  programme: Programme,
  facts: Facts,
  about: { today: CalendarDate; events: readonly Event[] },
): WhatIf {
  const asOf = about.events.reduce((last, { on }) => (on !== undefined && on > last ? on : last), about.today);
  const then = {
    programme: about.events.reduce((rules, event) => rulesAfter(rules, event, asOf), programme),
    facts: {
      ...facts,
      people: about.events.reduce((people, event) => peopleAfter(people, event, { asOf, facts }), facts.people),
    },
  };
  return compared({ programme, facts }, then, asOf);
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

interface Around {
  readonly asOf: CalendarDate;
  readonly facts: Facts;
}

function peopleAfter(people: readonly Person[], event: Event, { asOf, facts }: Around): readonly Person[] {
  if (event.kind === 'retires') return people;
  return people.map((person) => {
    if (person.id !== event.person) return person;
    if (event.kind === 'leaves') return { ...person, leftOn: event.on ?? asOf };
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
