/** A personal plan is what one person could earn next: for each level, the least work of theirs that brings it nearer. */
import { compareFractions } from '../basics/fraction';
import { standingOf } from '../counting/standing';
import type { LevelStanding } from '../counting/level-standing';
import { creditPeople } from '../counting/kept-credits';
import { clausesOfSteps } from '../counting/score-why';
import { credentialsIn } from '../programme/expression';
import type { Alternative } from '../programme/requirement';
import { meansOf, type PathStart, type PathTarget } from './level-path';
import { reachesFor, type Means, type Reach } from './plan';
import { findBestPoints, type ScoreAhead } from './score-path';

/** What one person could earn for a level, in the order in which it is earned. */
export interface PersonalStep extends PathTarget {
  readonly credentials: readonly string[];
  /** How many places are still open afterwards; 0 for a goal in points. */
  readonly open: number;
  /** For a goal in points: the points now, and with this work. */
  readonly score?: ScoreAhead;
  /** How many credentials that the level names count for the person already; absent where none does. */
  readonly begun?: number;
  /** How many figures of the level are short as well; absent where none is. */
  readonly figuresShort?: number;
}

/**
 * The least that this person could earn for a level, as if nobody else earned anything: of the ways that leave the fewest
 * places open the one with the least work, for a goal in points the work that gives the most of them for each credential.
 * Undefined where nothing that they can earn brings the level nearer: it is met, they have declined, or do not count.
 */
export function personalStep(
  person: string,
  { competency, level }: PathTarget,
  start: PathStart,
): PersonalStep | undefined {
  const others = start.facts.people.flatMap(({ id }) => (id === person ? [] : [id]));
  const means = meansOf({ ...start, spared: new Set(others) });
  const only = { ...start.programme, competencies: start.programme.competencies.filter(({ id }) => id === competency) };
  const ways = standingOf(only, start.facts, start.asOf)
    .competencies.flatMap(({ options }) => options)
    .filter(({ setAside }) => !setAside)
    .flatMap(({ levels }) => levels.filter((one) => one.level === level))
    .flatMap((standing) => waysOf(standing, { means, held: heldBy(person, start) }));
  return ways
    .map((way) => ({ competency, level, ...way }))
    .reduce<PersonalStep | undefined>((best, one) => (best && isAsGood(best, one) ? best : one), undefined);
}

type Way = Omit<PersonalStep, keyof PathTarget>;

/** What counts for a person on the day. */
function heldBy(person: string, { programme, facts, asOf }: PathStart): ReadonlySet<string> {
  const { credits } = creditPeople(programme, facts, asOf);
  return credits.find((credit) => credit.person.id === person)?.counted ?? new Set();
}

interface Ability {
  readonly means: Means;
  readonly held: ReadonlySet<string>;
}

function waysOf(standing: LevelStanding, { means, held }: Ability): readonly Way[] {
  if (standing.met) return [];
  if (standing.score) {
    const found = findBestPoints(standing, means);
    if (!found) return [];
    const begun = begunOf(clausesOfSteps(standing.requirement.score!), held);
    return [
      { credentials: found.plan.tasks.flatMap((task) => task.credentials), open: 0, score: found.score, ...begun },
    ];
  }
  const short = standing.figures.filter(({ met }) => !met).length;
  return standing.branches.flatMap((branch) => {
    const least = leastIn(branch, means);
    return least ? [{ ...least, ...begunOf(branch, held), ...(short > 0 && { figuresShort: short }) }] : [];
  });
}

function begunOf(branch: Alternative, held: ReadonlySet<string>): Pick<Way, 'begun'> {
  const named = new Set(branch.flatMap(({ each }) => credentialsIn(each)));
  const begun = [...named].filter((credential) => held.has(credential)).length;
  return begun > 0 ? { begun } : {};
}

/** The least work that fills a place of a branch which stays open without it, and of equal work what fills the most. */
function leastIn(branch: Alternative, means: Means): Way | undefined {
  const places = branch.reduce((sum, { n }) => sum + n, 0);
  const reaches = reachesFor(branch, means).map((reach) => ({ ...reach, plan: reach.plan(), places: placesOf(reach) }));
  const now = Math.max(...reaches.map(({ plan, places: filled }) => (plan.credentials === 0 ? filled : 0)));
  const [first, ...others] = reaches.filter(({ places: filled }) => filled > now);
  if (!first) return undefined;
  const isBetter = (one: typeof first, other: typeof first) =>
    one.cost < other.cost || (one.cost === other.cost && one.places > other.places);
  const least = others.reduce((best, one) => (isBetter(one, best) ? one : best), first);
  return { credentials: least.plan.tasks.flatMap((task) => task.credentials), open: places - least.places };
}

function placesOf({ filled }: Reach): number {
  return filled.reduce((sum, one) => sum + one, 0);
}

function isAsGood(one: PersonalStep, other: PersonalStep): boolean {
  return one.open < other.open || (one.open === other.open && one.credentials.length <= other.credentials.length);
}

/**
 * Steps in the order in which they are told: what fills the last place or reaches the points first, then the least work, then what
 * lies nearest to what the person holds.
 */
export function inOrderOfWorth<S extends PersonalStep>(steps: readonly S[]): readonly S[] {
  return [...steps].sort(
    (one, other) =>
      Number(isShort(one)) - Number(isShort(other)) ||
      one.credentials.length - other.credentials.length ||
      (other.begun ?? 0) - (one.begun ?? 0) ||
      one.open - other.open,
  );
}

function isShort({ open, score }: PersonalStep): boolean {
  return open > 0 || (score !== undefined && compareFractions(score.after, score.atLeast) < 0);
}
