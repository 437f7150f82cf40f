/** A plan is the smallest set of credentials, each for one person, that fills every place a branch has. */
import { isAllowed, type Group } from '../counting/assignment';
import type { Clause } from '../programme/requirement';
import { minimalCredentialSets, type CredentialSet } from '../programme/credential-set';

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
}

/** What a plan is made from. */
export interface Means {
  readonly groups: readonly Learners[];
  /** Whether a credential can still be earned: not after it retired. */
  readonly isEarnable: (credential: string) => boolean;
}

/**
 * The cheapest plan for a branch, or `undefined` where even all people together cannot fill it. Fewest credentials first;
 * of equally short plans the one that spreads them over more people. The search goes over places filled per clause, as
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
  /** Compares plans as {@link planFor} does: fewest credentials, then spread over more people. */
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

function weightsOf(clauses: readonly Clause[]): readonly number[] {
  return clauses.map((_, index) => clauses.slice(0, index).reduce((weight, { n }) => weight * (n + 1), 1));
}

function reachedBy(clauses: readonly Clause[], { groups, isEarnable }: Means): ReadonlyMap<number, Node> {
  const places = clauses.reduce((sum, { n }) => sum + n, 0);
  const weights = weightsOf(clauses);
  let reached = new Map<number, Node>([[0, { cost: 0 }]]);
  for (const group of groups) {
    const offers = offersOf(clauses, group, isEarnable);
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

/** One credential outweighs any spreading; among equal numbers the squares favour several people with one each. */
const perCredential = 1_000_000;

function offersOf(
  clauses: readonly Clause[],
  { held, spared = false }: Learners,
  isEarnable: Means['isEarnable'],
): readonly Offer[] {
  const offers: Offer[] = [];
  for (let choice = 1; choice < 1 << clauses.length; choice += 1) {
    if (!isAllowed(clauses, choice)) continue;
    const all = clauses.filter((_, index) => (choice & (1 << index)) !== 0).map(({ each }) => each);
    const missing = minimalCredentialSets({ all })
      .map((way) => way.filter((credential) => !held.has(credential)))
      .filter((way) => way.every((credential) => !spared && isEarnable(credential)))
      .reduce<CredentialSet | undefined>(
        (least, way) => (least && least.length <= way.length ? least : way),
        undefined,
      );
    if (missing) offers.push({ choice, missing, cost: missing.length * perCredential + missing.length ** 2 });
  }
  return offers;
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
