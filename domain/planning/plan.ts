/** A plan is the smallest set of credentials, each for one person, that fills every place a branch has. */
import { isAllowed } from '../counting/assignment';
import type { Group } from '../counting/credits/group';
import { credentialsIn, satisfies, type Expression } from '../programme/expression';
import type { Clause } from '../programme/requirement';
import { minimalCredentialSets, type CredentialSet } from '../programme/credential-set';
import { readinessFor, type ReadinessCode } from './readiness';

/** What one person is to earn. */
export interface Task {
  readonly person: string;
  readonly credentials: readonly string[];
}

export interface Plan {
  /** Only people who have something to earn, the most to do first. */
  readonly tasks: readonly Task[];
  /** How many credentials there are to earn in all. */
  readonly credentials: number;
}

/** People who hold the same, and whether they shall earn nothing more. */
export interface Learners extends Group {
  readonly spared?: boolean;
  /** What they have declined to earn. */
  readonly declined?: ReadonlySet<string>;
  /** What they hold as valid while the work is done, beside what counts at its end: a prerequisite may lapse afterwards. */
  readonly valid?: ReadonlySet<string>;
  /** What they held once and has lapsed: they learn it faster than others. */
  readonly lapsed?: ReadonlySet<string>;
}

/** What a plan is made from. */
export interface Means {
  readonly groups: readonly Learners[];
  /** Whether a credential can still be earned: not after it retired. */
  readonly isEarnable: (credential: string) => boolean;
  /** What must be held before a credential is granted; nothing where none asks for any. */
  readonly prerequisiteOf?: (credential: string) => Expression | undefined;
}

/**
 * The cheapest plan for a branch, or `undefined` where even all people together cannot fill it. Fewest credentials first,
 * prerequisites among them; of equally short plans the one whose people are nearest to what they are to earn, then the one
 * that spreads it over more people. The search goes over places filled per clause, as
 * for an assignment, now with the cheapest way to each; people who hold the same are interchangeable.
 */
export function planFor(clauses: readonly Clause[], means: Means): Plan | undefined {
  const weights = weightsOf(clauses);
  const done = clauses.reduce((state, { n }, index) => state + n * weights[index]!, 0);
  const end = reachedBy(clauses, means).get(done);
  return end && planAlong(end);
}

/** Places filled per clause, and what it takes at least. */
export interface Reach {
  readonly filled: readonly number[];
  /** Compares plans as {@link planFor} does: fewest credentials, then the nearest people, then spread over more of them. */
  readonly cost: number;
  readonly plan: () => Plan;
}

/** Every number of places per clause that can be filled, each by the cheapest plan for it. */
export function reachesFor(clauses: readonly Clause[], means: Means): readonly Reach[] {
  const weights = weightsOf(clauses);
  return [...reachedBy(clauses, means)].map(([state, end]) => ({
    filled: clauses.map(({ n }, index) => Math.floor(state / weights[index]!) % (n + 1)),
    cost: end.cost,
    plan: () => planAlong(end),
  }));
}

/** How many steps a search over these clauses may take for each person: the numbers of filled places times the ways of one person. */
export function searchSize(clauses: readonly Clause[]): number {
  const states = clauses.reduce((all, { n }) => all * (n + 1), 1);
  let ways = 0;
  for (let bits = 1; bits < 1 << clauses.length; bits += 1) if (isAllowed(clauses, bits)) ways += 1;
  return states * ways;
}

function weightsOf(clauses: readonly Clause[]): readonly number[] {
  return clauses.map((_, index) => clauses.slice(0, index).reduce((weight, { n }) => weight * (n + 1), 1));
}

function reachedBy(clauses: readonly Clause[], means: Means): ReadonlyMap<number, Node> {
  const places = clauses.reduce((sum, { n }) => sum + n, 0);
  const weights = weightsOf(clauses);
  let reached = new Map<number, Node>([[0, { cost: 0 }]]);
  const wanted = choicesIn(clauses);
  for (const group of alike(means, wanted)) {
    const offers = offersOf(wanted, group, means);
    for (let used = 0; used < Math.min(group.people.length, places); used += 1) {
      const next = withOnePerson(reached, { person: group.people[used]!, offers, clauses, weights });
      if (next === reached) break;
      reached = next;
    }
  }
  return reached;
}

/** One person taking a set of clauses, and what the person must earn for it. */
interface Offer {
  readonly choice: number;
  readonly missing: CredentialSet;
  readonly cost: number;
}

/** The cheapest known way to a state; each node names the step that led to it. */
interface Node {
  readonly cost: number;
  readonly before?: Node;
  readonly task?: Task;
}

/** The weights of a plan: fewer credentials come first, then people who are nearer, then spreading the work over people. */
const perCredential = 100_000_000;
/** That something else was held before decides only among people who would have as much to do. */
const distances: Readonly<Record<ReadinessCode, number>> = {
  ready: 0,
  lapsed: 10_000,
  near: 20_000,
  formerly: 29_999,
  new: 30_000,
};

/** A set of clauses that one person may be chosen for, and the smallest sets of credentials that serve them all. */
interface Choice {
  readonly bits: number;
  readonly ways: readonly CredentialSet[];
}

function choicesIn(clauses: readonly Clause[]): readonly Choice[] {
  const choices: Choice[] = [];
  for (let bits = 1; bits < 1 << clauses.length; bits += 1) {
    if (!isAllowed(clauses, bits)) continue;
    const all = clauses.filter((_, index) => (bits & (1 << index)) !== 0).map(({ each }) => each);
    choices.push({ bits, ways: minimalCredentialSets({ all }) });
  }
  return choices;
}

/** Groups people who do not differ in anything that these choices ask for, so that few groups are searched. */
function alike({ groups, prerequisiteOf = noPrerequisite }: Means, wanted: readonly Choice[]): readonly Learners[] {
  const bearing = withPrerequisites(new Set(wanted.flatMap(({ ways }) => ways.flat())), prerequisiteOf);
  const some = (all: ReadonlySet<string> = new Set()) =>
    [...all].filter((credential) => bearing.has(credential)).sort();
  const kinds = new Map<string, Learners & { people: string[] }>();
  for (const { held, valid, lapsed, people, spared, declined } of groups) {
    const parts = [some(held), some(valid), some(lapsed), some(declined)] as const;
    const key = JSON.stringify([...parts, spared ?? false]);
    const kind = kinds.get(key);
    if (kind) kind.people.push(...people);
    else {
      const [own, asked, gone, not] = parts.map((part) => new Set(part));
      kinds.set(key, {
        held: own!,
        valid: asked!,
        lapsed: gone!,
        declined: not!,
        people: [...people],
        ...(spared && { spared }),
      });
    }
  }
  return [...kinds.values()];
}

const noPrerequisite: NonNullable<Means['prerequisiteOf']> = () => undefined;

function withPrerequisites(
  named: ReadonlySet<string>,
  prerequisiteOf: NonNullable<Means['prerequisiteOf']>,
): ReadonlySet<string> {
  const all = new Set(named);
  for (const credential of all) {
    const asked = prerequisiteOf(credential);
    for (const one of asked ? credentialsIn(asked) : []) all.add(one);
  }
  return all;
}

function offersOf(wanted: readonly Choice[], learners: Learners, means: Means): readonly Offer[] {
  return wanted.flatMap(({ bits, ways }) => {
    const missing = leastOf(ways.map((way) => toEarn(way, learners, means)));
    if (!missing) return [];
    const cost = missing.length * perCredential + distanceTo(missing, learners, means) + missing.length ** 2;
    return [{ choice: bits, missing, cost }];
  });
}

/** What is to be earned for a set of credentials, prerequisites first; nothing where one cannot be earned any more. */
function toEarn(way: CredentialSet, learners: Learners, means: Means): CredentialSet | undefined {
  const missing = way.filter((credential) => !learners.held.has(credential));
  return completed(missing, learners, means);
}

/**
 * The smallest set that holds these credentials and everything that they ask for first. A set that still lacks a prerequisite
 * is extended by each smallest way to earn it, so that no plan is overlooked; prerequisites never form a circle.
 */
function completed(earning: CredentialSet, learners: Learners, means: Means): CredentialSet | undefined {
  const { held, valid = held, spared = false, declined } = learners;
  if (earning.some((credential) => spared || declined?.has(credential) || !means.isEarnable(credential)))
    return undefined;
  const own = new Set([...held, ...valid, ...earning]);
  for (const credential of earning) {
    const asked = means.prerequisiteOf?.(credential);
    if (!asked || satisfies(own, asked)) continue;
    return leastOf(
      minimalCredentialSets(asked).map((way) => {
        const before = way.filter((one) => !own.has(one));
        return completed([...before, ...earning], learners, means);
      }),
    );
  }
  return inOrder(earning, new Set([...held, ...valid]), means);
}

/** Sorted so that each prerequisite comes before what asks for it. */
function inOrder(
  earning: CredentialSet,
  own: ReadonlySet<string>,
  { prerequisiteOf = noPrerequisite }: Means,
): CredentialSet {
  const order: string[] = [];
  for (let left = earning; left.length > 0; left = left.filter((one) => !order.includes(one))) {
    const ready = left.find((credential) => {
      const asked = prerequisiteOf(credential);
      return !asked || satisfies(new Set([...own, ...order]), asked);
    });
    order.push(ready ?? left[0]!);
  }
  return order;
}

function leastOf(sets: readonly (CredentialSet | undefined)[]): CredentialSet | undefined {
  return sets.reduce((least, one) => (!one || (least && least.length <= one.length) ? least : one), undefined);
}

/**
 * How far the person is from each of the credentials, summed over them: that one of them was held before makes the others no
 * easier.
 */
function distanceTo(
  missing: CredentialSet,
  { held, valid = held, lapsed }: Learners,
  { prerequisiteOf = noPrerequisite }: Means,
): number {
  const learned = { own: new Set([...held, ...valid]), ...(lapsed && { lapsed }) };
  return missing.reduce((sum, credential) => sum + distances[readinessFor(credential, learned, prerequisiteOf)], 0);
}

interface Taking {
  readonly person: string;
  readonly offers: readonly Offer[];
  readonly clauses: readonly Clause[];
  readonly weights: readonly number[];
}

/** The states after one more person may have taken a set of clauses; the same map where that helps nowhere. */
function withOnePerson(reached: Map<number, Node>, { person, offers, clauses, weights }: Taking): Map<number, Node> {
  const next = new Map(reached);
  let better = false;
  for (const [state, before] of reached) {
    for (const { choice, missing, cost } of offers) {
      const to = stateAfter(state, choice, { clauses, weights });
      const total = before.cost + cost;
      if (to === undefined || (next.get(to)?.cost ?? Infinity) <= total) continue;
      next.set(to, { cost: total, before, task: { person, credentials: missing } });
      better = true;
    }
  }
  return better ? next : reached;
}

function stateAfter(
  state: number,
  choice: number,
  { clauses, weights }: Pick<Taking, 'clauses' | 'weights'>,
): number | undefined {
  let after = state;
  for (let index = 0; index < clauses.length; index += 1) {
    if ((choice & (1 << index)) === 0) continue;
    const filled = Math.floor(state / weights[index]!) % (clauses[index]!.n + 1);
    if (filled === clauses[index]!.n) return undefined;
    after += weights[index]!;
  }
  return after;
}

function planAlong(end: Node): Plan {
  const tasks: Task[] = [];
  for (let node: Node | undefined = end; node?.task; node = node.before)
    if (node.task.credentials.length > 0) tasks.push(node.task);
  tasks.sort((one, other) => other.credentials.length - one.credentials.length || (one.person < other.person ? -1 : 1));
  return { tasks, credentials: tasks.reduce((sum, { credentials }) => sum + credentials.length, 0) };
}
