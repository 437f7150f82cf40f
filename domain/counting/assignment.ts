/** An assignment chooses people for the clauses of a branch so that all clauses hold at once, or as much as possible does. */
import { satisfies } from '../programme/expression';
import type { Clause } from '../programme/requirement';
import type { Group } from './credits/group';

/** Who is chosen for each clause, in the order of the clauses; never more than the clause asks for. */
export type Assignment = readonly (readonly string[])[];

/**
 * The best assignment of people to clauses: exactly `n` for every clause if that is possible, else one that fills the
 * most places. Taking the first suitable person is wrong wherever one clause restricts another, so the clauses that
 * restrict each other are searched together over all kinds of people, and clauses that do not are filled on their own.
 */
export function assign(clauses: readonly Clause[], groups: readonly Group[]): Assignment {
  const chosen: (readonly string[])[] = clauses.map(() => []);
  for (const members of componentsOf(clauses)) {
    const part = members.map((index) => clauses[index]!);
    fill(part, groups).forEach((people, index) => (chosen[members[index]!] = people));
  }
  return chosen;
}

/** The clauses in sets of those that restrict each other, directly or through others, by index. */
export function componentsOf(clauses: readonly Clause[]): readonly (readonly number[])[] {
  const component = clauses.map((_, index) => index);
  clauses.forEach((clause, index) => {
    for (const id of [clause.within, ...clause.apart]) {
      const other = clauses.findIndex((candidate) => candidate.id === id);
      if (other < 0) continue;
      const [from, to] = [component[other]!, component[index]!];
      component.forEach((value, at) => (component[at] = value === from ? to : value));
    }
  });
  const roots = [...new Set(component)];
  return roots.map((root) => component.flatMap((value, index) => (value === root ? [index] : [])));
}

/** People of one kind: those who could serve exactly the clauses in `mask`. */
interface Kind {
  readonly mask: number;
  readonly people: readonly string[];
}

/** The step that first reached a state of filled places: the state before, the kind of person, and the clauses they fill. */
interface Step {
  readonly from: number;
  readonly kind: number;
  readonly choice: number;
}

/**
 * States are the places filled per clause, packed into one number. Kinds are added one after the other, within a kind
 * one person after the other, and each state keeps the first way it was reached, which uses the fewest people of the
 * newest kind; so every state that any assignment can reach is reached.
 */
function fill(clauses: readonly Clause[], groups: readonly Group[]): string[][] {
  const weights = weightsOf(clauses);
  const kinds = kindsOf(clauses, groups);
  const steps = new Map<number, Step | undefined>([[0, undefined]]);
  kinds.forEach(({ mask, people }, kind) => {
    const choices = choicesOf(clauses, mask);
    let frontier = [...steps.keys()];
    for (let used = 0; used < people.length && frontier.length > 0; used += 1) {
      const reached: number[] = [];
      for (const from of frontier) {
        for (const choice of choices) {
          const state = withChoice({ from, choice, clauses, weights });
          if (state === undefined || steps.has(state)) continue;
          steps.set(state, { from, kind, choice });
          reached.push(state);
        }
      }
      frontier = reached;
    }
  });
  return peopleAlong(steps, fullest([...steps.keys()], clauses, weights), { kinds, clauses });
}

function weightsOf(clauses: readonly Clause[]): readonly number[] {
  let weight = 1;
  return clauses.map(({ n }) => {
    const own = weight;
    weight *= n + 1;
    return own;
  });
}

function filledAt(state: number, clause: Clause, weight: number): number {
  return Math.floor(state / weight) % (clause.n + 1);
}

interface Choosing {
  readonly from: number;
  readonly choice: number;
  readonly clauses: readonly Clause[];
  readonly weights: readonly number[];
}

function withChoice({ from, choice, clauses, weights }: Choosing): number | undefined {
  let state = from;
  for (let index = 0; index < clauses.length; index += 1) {
    if ((choice & (1 << index)) === 0) continue;
    if (filledAt(from, clauses[index]!, weights[index]!) === clauses[index]!.n) return undefined;
    state += weights[index]!;
  }
  return state;
}

/** No kind needs more people than there are places: of a hundred thousand most are never looked at. */
function kindsOf(clauses: readonly Clause[], groups: readonly Group[]): readonly Kind[] {
  const places = clauses.reduce((sum, { n }) => sum + n, 0);
  const byMask = new Map<number, string[]>();
  const masks = new Map<ReadonlySet<string>, number>();
  for (const { held, people } of groups) {
    const mask = masks.get(held) ?? maskOf(clauses, held);
    masks.set(held, mask);
    const kind = byMask.get(mask) ?? [];
    byMask.set(mask, kind);
    for (let next = 0; next < people.length && kind.length < places; next += 1) kind.push(people[next]!);
  }
  byMask.delete(0);
  return [...byMask].map(([mask, people]) => ({ mask, people }));
}

/** The clauses that a person with these credentials could serve. */
function maskOf(clauses: readonly Clause[], held: ReadonlySet<string>): number {
  return clauses.reduce((bits, { each }, index) => (satisfies(held, each) ? bits | (1 << index) : bits), 0);
}

/** The sets of clauses for which one person who could serve those in `mask` may be chosen, the largest first. */
function choicesOf(clauses: readonly Clause[], mask: number): readonly number[] {
  const choices: number[] = [];
  for (let choice = mask; choice > 0; choice = (choice - 1) & mask)
    if (isAllowed(clauses, choice)) choices.push(choice);
  return choices;
}

/** Whether one person may be chosen for all clauses of a set, given as bits by index. */
export function isAllowed(clauses: readonly Clause[], choice: number): boolean {
  const chosen = (id: string) => (choice & (1 << clauses.findIndex((clause) => clause.id === id))) !== 0;
  return clauses.every(
    ({ within, apart }, index) =>
      (choice & (1 << index)) === 0 || ((within === undefined || chosen(within)) && !apart.some(chosen)),
  );
}

function fullest(states: readonly number[], clauses: readonly Clause[], weights: readonly number[]): number {
  const places = (state: number) =>
    clauses.reduce((sum, clause, index) => sum + filledAt(state, clause, weights[index]!), 0);
  return states.reduce((best, state) => (places(state) > places(best) ? state : best));
}

interface Cast {
  readonly kinds: readonly Kind[];
  readonly clauses: readonly Clause[];
}

function peopleAlong(steps: ReadonlyMap<number, Step | undefined>, end: number, { kinds, clauses }: Cast): string[][] {
  const chosen: string[][] = clauses.map(() => []);
  const used = kinds.map(() => 0);
  for (let step = steps.get(end); step !== undefined; step = steps.get(step.from)) {
    const person = kinds[step.kind]!.people[used[step.kind]!]!;
    used[step.kind]! += 1;
    chosen.forEach((people, index) => (step.choice & (1 << index)) !== 0 && people.push(person));
  }
  return chosen;
}
