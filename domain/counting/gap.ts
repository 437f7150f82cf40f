/** A gap is a clause with places left, and the people who are nearest to filling them. */
import { credentialsIn, missingFrom } from '../programme/expression';
import type { Credit } from './credits/credit';
import type { Person } from '../partner/people/person';
import type { Alternative, Clause } from '../programme/requirement';
import { peopleCountingIn } from './score-why';
import type { CompetencyStanding } from './standing';
import type { LevelStanding, AlternativeStanding, ClauseCount } from './level-standing';

export interface GapCandidate {
  readonly person: Person;
  /** The credentials still needed, the fewest possible. */
  readonly missing: readonly string[];
}

export interface Gap {
  readonly clause: Clause;
  readonly places: number;
  /** At most {@link candidatesShown}, those with the least to do first; only people who already hold a part. */
  readonly candidates: readonly GapCandidate[];
}

const candidatesShown = 3;

/** The branch that is nearest to being met, by its index; `undefined` where no people are required. */
export function bestAlternative(level: LevelStanding<ClauseCount>): number | undefined {
  const { alternatives } = level;
  if (alternatives.length === 0) return undefined;
  return alternatives.reduce((best, { share }, index) => (share > alternatives[best]!.share ? index : best), 0);
}

/** The people who count for something in the branches nearest to being met; a track that is set aside gives nothing. */
export function countingIn({ options }: CompetencyStanding): ReadonlySet<string> {
  return new Set(options.flatMap(({ levels, setAside }) => (setAside ? [] : levels.flatMap(countingAt))));
}

function countingAt(level: LevelStanding): readonly string[] {
  const best = bestAlternative(level);
  const clauses = best === undefined ? [] : level.alternatives[best]!.clauses;
  const inClauses = clauses.flatMap(({ people }) => people);
  return level.score ? [...inClauses, ...peopleCountingIn(level.score)] : inClauses;
}

/** The clauses of a branch that have places left. */
export function gapsIn(branch: Alternative, standing: AlternativeStanding, credits: readonly Credit[]): readonly Gap[] {
  return branch.flatMap((clause, index) => {
    const { needed, counted } = standing.clauses[index]!;
    if (counted === needed) return [];
    return [{ clause, places: needed - counted, candidates: candidatesFor(clause, { branch, standing }, credits) }];
  });
}

interface Around {
  readonly branch: Alternative;
  readonly standing: AlternativeStanding;
}

function candidatesFor(
  clause: Clause,
  { branch, standing }: Around,
  credits: readonly Credit[],
): readonly GapCandidate[] {
  const wanted = { all: [clause, ...ancestorsOf(clause, branch)].map(({ each }) => each) };
  const named = credentialsIn(wanted);
  const taken = new Set(
    standing.clauses.flatMap(({ id, people }) => (id === clause.id || isApart(clause, id, branch) ? people : [])),
  );
  return credits
    .filter(
      ({ person, hindrance, counted }) => !hindrance && !taken.has(person.id) && named.some((id) => counted.has(id)),
    )
    .map(({ person, counted }) => ({ person, missing: missingFrom(counted, wanted) }))
    .filter(({ missing }) => missing.length > 0)
    .sort((one, other) => one.missing.length - other.missing.length || (one.person.id < other.person.id ? -1 : 1))
    .slice(0, candidatesShown);
}

function ancestorsOf(clause: Clause, branch: Alternative): readonly Clause[] {
  const parent = branch.find(({ id }) => id === clause.within);
  return parent ? [parent, ...ancestorsOf(parent, branch)] : [];
}

function isApart(clause: Clause, id: string, branch: Alternative): boolean {
  return clause.apart.includes(id) || branch.some((other) => other.id === id && other.apart.includes(clause.id));
}
