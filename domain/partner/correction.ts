/** A correction is what an admin enters by hand: one fact changed, with what it was before, so that it can be taken back. */
import { titleKey } from '../programme/credential';
import type { CalendarDate } from '../basics/date';
import { digestOf } from '../programme/fingerprint';
import { examCostFor, isSameCost, type ExamCost } from './exam-cost';
import type { Figure } from './figure';
import { joinedPerson } from './people/joined-person';
import { isSameOverride, overrideFor, type Override } from './override';
import type { Partner } from './partner';
import { type Achievement, inOrder, type Person } from './people/person';

/** What changes about one person. */
export type PersonChange =
  | { readonly kind: 'left'; readonly person: string; readonly before?: CalendarDate; readonly after: CalendarDate }
  | { readonly kind: 'completed'; readonly person: string; readonly achievement: Achievement }
  | { readonly kind: 'removed'; readonly person: string; readonly achievements: readonly Achievement[] }
  /** Two records that mean one person, as they were: `before` stays with all that `other` says. */
  | { readonly kind: 'joined'; readonly person: string; readonly before: Person; readonly other: Person };

export interface FigureChange {
  readonly kind: 'figure';
  /** Absent where the figure was not known. */
  readonly before?: Figure;
  readonly after: Figure;
}

/** What changes about an override: entered, replaced or taken away. */
export interface OverrideChange {
  readonly kind: 'override';
  readonly competency: string;
  readonly before?: Override;
  /** Absent where it is taken away. */
  readonly after?: Override;
}

/** What changes about the costs of exams, of one or of several at once. */
export interface CostsChange {
  readonly kind: 'costs';
  /** What was on record of these exams. */
  readonly before: readonly ExamCost[];
  /** What is on record from then on; an exam that stands in `before` alone is taken away. */
  readonly after: readonly ExamCost[];
}

export type FactChange = PersonChange | FigureChange | OverrideChange | CostsChange;

export interface Correction {
  /** Given when it is first shown, so that confirming it twice makes it once. */
  readonly id: string;
  /** Entra object id of the admin. */
  readonly by: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly change: FactChange;
  /** ISO 8601, UTC; absent while it holds. */
  readonly undoneAt?: string;
}

/** How long a correction can be taken back, in milliseconds. */
export const undoableFor = 24 * 3_600_000;

const byHand = 'by-hand';

/** The source of a fact that a correction entered. */
export function sourceOf(correction: string): string {
  return `${byHand} ${correction}`;
}

/** Returns the correction that entered the fact; undefined where it came otherwise. */
export function correctionOf(fact: { readonly source: string }): string | undefined {
  return isByHand(fact) ? fact.source.slice(byHand.length + 1) : undefined;
}

/** Returns whether an admin entered the fact by hand. */
export function isByHand({ source }: { readonly source: string }): boolean {
  return source.startsWith(`${byHand} `);
}

/** The person with the change. */
export function corrected(person: Person, change: PersonChange): Person {
  switch (change.kind) {
    case 'left':
      return { ...person, leftOn: change.after };
    case 'completed':
      return { ...person, achievements: [...person.achievements, change.achievement].sort(inOrder) };
    case 'removed':
      return { ...person, achievements: person.achievements.filter((one) => !isAmong(change.achievements, one)) };
    case 'joined':
      return joinedPerson(person, change.other);
  }
}

/**
 * Returns the person as before the change; undefined if another change has been made to the same facts since. Other changes
 * to the person stay.
 */
export function takenBack(person: Person, change: PersonChange): Person | undefined {
  const { leftOn, ...others } = person;
  switch (change.kind) {
    case 'left':
      if (leftOn !== change.after) return undefined;
      return change.before === undefined ? others : { ...others, leftOn: change.before };
    case 'completed':
      if (!person.achievements.some((one) => one.source === change.achievement.source)) return undefined;
      return {
        ...person,
        achievements: person.achievements.filter(({ source }) => source !== change.achievement.source),
      };
    case 'removed':
      if (person.achievements.some((one) => isAmong(change.achievements, one))) return undefined;
      return { ...person, achievements: [...person.achievements, ...change.achievements].sort(inOrder) };
    case 'joined':
      return digestOf(person) === digestOf(joinedPerson(change.before, change.other)) ? change.before : undefined;
  }
}

/** Whether a figure still is as the change left it. */
export function stands(figure: Figure | undefined, { after }: FigureChange): boolean {
  return figure?.source === after.source && figure.value === after.value && figure.asOf === after.asOf;
}

/** Whether the override of a partner still is as the change left it. */
export function isAsOverridden(partner: Pick<Partner, 'overrides'> | undefined, change: OverrideChange): boolean {
  return isSameOverride(overrideFor(partner?.overrides, change.competency), change.after);
}

/** Whether the costs of the partner still are as the change left them. */
export function isAsCosted(partner: Pick<Partner, 'costs'> | undefined, { before, after }: CostsChange): boolean {
  return [...before, ...after].every(({ credential }) => {
    const [kept, left] = [partner?.costs, after].map((costs) => examCostFor(costs, credential));
    return isSameCost(kept, left) && kept?.source === left?.source;
  });
}

/** The same title, however spelt, of the same kind, completed on the same day is the same achievement. */
function isAmong(achievements: readonly Achievement[], { title, kind, completedOn }: Achievement): boolean {
  const key = titleKey(title);
  return achievements.some(
    (one) => titleKey(one.title) === key && one.kind === kind && one.completedOn === completedOn,
  );
}
