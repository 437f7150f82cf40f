/** Why a level is met or not: who counts for which clause, and for everybody else the one reason why not. */
import type { Credit } from './credits/credit';
import type { Hindrance } from './credits/hindrance';
import { credentialsIn, missingFrom, satisfies } from '../programme/expression';
import type { Person } from '../partner/people/person';
import type { Alternative, Clause } from '../programme/requirement';
import type { AlternativeStanding } from './level-standing';

/** Why a person does not count for a branch. */
export type CountingReason =
  | Hindrance
  /** One credential that would serve does not count. */
  | { readonly code: 'credential-hindered'; readonly credential: string; readonly because: Hindrance }
  /** The person would serve, but enough others do. */
  | { readonly code: 'spare'; readonly clauses: readonly string[] }
  /** The person serves a clause, but only the people of another clause may, and lacks these for that one. */
  | { readonly code: 'outside'; readonly clause: string; readonly within: string; readonly missing: readonly string[] }
  /** Serves steps of a score that give points once these gates are met. */
  | { readonly code: 'behind-gate'; readonly gates: readonly string[] }
  /** Holds part of what one person needs. */
  | { readonly code: 'incomplete'; readonly missing: readonly string[] }
  | { readonly code: 'nothing-named' }
  | { readonly code: 'no-achievements' };

export interface Counting {
  readonly person: Person;
  readonly clauses: readonly string[];
  /** The credentials that the person counts with, if a score is explained. */
  readonly credentials?: readonly string[];
}

export interface NotCounting {
  readonly person: Person;
  readonly reason: CountingReason;
}

export interface Why {
  readonly counting: readonly Counting[];
  /** Those nearest to counting first. */
  readonly notCounting: readonly NotCounting[];
}

/** Explains a branch for every person; each appears exactly once. */
export function whyOf(branch: Alternative, standing: AlternativeStanding, credits: readonly Credit[]): Why {
  const counting: Counting[] = [];
  const notCounting: NotCounting[] = [];
  const serving = standing.clauses.map(({ id, people }) => ({ id, people: new Set(people) }));
  for (const credit of credits) {
    const { person } = credit;
    const clauses = serving.filter(({ people }) => people.has(person.id)).map(({ id }) => id);
    if (clauses.length > 0) counting.push({ person, clauses });
    else notCounting.push({ person, reason: reasonFor(credit, branch) });
  }
  return { counting, notCounting: byNearness(notCounting) };
}

/** Those nearest to counting first. */
export function byNearness(people: readonly NotCounting[]): readonly NotCounting[] {
  return [...people].sort((one, other) => nearness(one.reason) - nearness(other.reason));
}

const order = ['behind-gate', 'waiting', 'credential-hindered', 'incomplete', 'outside', 'spare', 'not-linked'];
const last = ['nothing-named', 'no-achievements'];

function nearness({ code }: CountingReason): number {
  if (last.includes(code)) return order.length + 1 + last.indexOf(code);
  return order.includes(code) ? order.indexOf(code) : order.length;
}

const namedByBranch = new WeakMap<Alternative, ReadonlySet<string>>();

/** The credentials that a branch names, worked out once and not for each person. */
function namedIn(branch: Alternative): ReadonlySet<string> {
  const known = namedByBranch.get(branch);
  if (known) return known;
  const named = new Set(branch.flatMap(({ each }) => credentialsIn(each)));
  namedByBranch.set(branch, named);
  return named;
}

/** Returns the one reason why a person who serves no clause of a branch does not count. */
export function reasonFor({ person, hindrance, counted, hindered }: Credit, branch: Alternative): CountingReason {
  const named = namedIn(branch);
  if (person.achievements.length === 0) return hindrance ?? { code: 'no-achievements' };
  if (![...counted, ...hindered.keys()].some((credential) => named.has(credential))) return { code: 'nothing-named' };
  if (hindrance) return hindrance;
  const served = branch.filter(({ each }) => satisfies(counted, each));
  return (
    (served.length > 0 ? reasonOfServing(served, { branch, counted }) : undefined) ??
    hinderedReason(branch, counted, hindered) ??
    incompleteReason(branch, counted)
  );
}

interface Holding {
  readonly branch: Alternative;
  readonly counted: ReadonlySet<string>;
}

function reasonOfServing(served: readonly Clause[], { branch, counted }: Holding): CountingReason {
  const free = served.find(({ within }) => within === undefined || served.some(({ id }) => id === within));
  const [first] = served;
  if (free || !first) return { code: 'spare', clauses: served.map(({ id }) => id) };
  const parent = branch.find(({ id }) => id === first.within)!;
  return { code: 'outside', clause: first.id, within: parent.id, missing: missingFrom(counted, parent.each) };
}

function hinderedReason(
  branch: Alternative,
  counted: ReadonlySet<string>,
  hindered: ReadonlyMap<string, Hindrance>,
): CountingReason | undefined {
  const everything = new Set([...counted, ...hindered.keys()]);
  const served = branch.find(({ each }) => satisfies(everything, each));
  const credential = served && missingFrom(counted, served.each).find((id) => hindered.has(id));
  const found = credential ?? (served && credentialsIn(served.each).find((id) => hindered.has(id)));
  return found === undefined
    ? undefined
    : { code: 'credential-hindered', credential: found, because: hindered.get(found)! };
}

function incompleteReason(branch: Alternative, counted: ReadonlySet<string>): CountingReason {
  const ways = branch.map(({ each }) => missingFrom(counted, each));
  return {
    code: 'incomplete',
    missing: ways.reduce((shortest, way) => (way.length < shortest.length ? way : shortest)),
  };
}
