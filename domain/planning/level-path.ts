/**
 * A level path is the way to a level: the option and branch to take, who is to earn what, and which figures are still short.
 */
import { countingDays } from '../counting/credits/counting-delay';
import type { CreditedPeople } from '../counting/credits/credited-people';
import type { Credential } from '../programme/credential';
import { addDays } from '../basics/date';
import { pointsShort, findScorePaths, type ScoreAhead } from './score-path';
import { planFor, searchSize, type Learners, type Means, type Plan } from './plan';
import { countedUntilOf } from '../counting/credits/retirement';
import { type Hindrance } from '../counting/credits/hindrance';
import type { Policies } from '../programme/policy';
import { prerequisiteOf } from '../programme/prerequisite';
import { requirementInForce, type Programme } from '../programme/programme';
import { credentialsAskedBy, type Alternative, type Clause } from '../programme/requirement';
import { standingOf } from '../counting/standing';
import type { FigureStanding } from '../counting/level-standing';
import { creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';

/** A level that is to be reached or kept. */
export interface PathTarget {
  readonly competency: string;
  readonly level: string;
}

/** One way to a target: through an option, by a branch (none where the level requires no people). */
export interface LevelPath extends PathTarget {
  readonly option: string;
  readonly branch?: Alternative;
  readonly plan: Plan;
  /** The figures that are not reached. */
  readonly short: readonly FigureStanding[];
  /** For a goal in points: the points now, and at the end of the path. */
  readonly score?: ScoreAhead;
}

const nothingToDo: Plan = { tasks: [], credentials: 0 };

/** The facts that a path starts from, and the day by which its end must be reached. */
export interface PathStart {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly asOf: string;
  /** The day on which the work can begin; `asOf` where it is not said. */
  readonly today?: string;
  /** People who shall earn nothing, and still count with what they hold. */
  readonly spared?: ReadonlySet<string>;
  /** The credentials that people have declined to earn, by the id of the person. */
  readonly declined?: ReadonlyMap<string, ReadonlySet<string>>;
  /** How many people who hold nothing are thought to be there beside those on record. */
  readonly newcomers?: number;
  /** Whether what retires before there was time for a second try may be proposed as well. */
  readonly mayHurry?: boolean;
}

/**
 * Every way to a target that people can go, those without short figures first, then those with the least to earn. What retires
 * within the days of a second try is proposed only where no other way leaves as little to figures.
 */
export function findLevelPaths(target: PathTarget, start: PathStart): readonly LevelPath[] {
  const calm = pathsFrom(target, start);
  const [best] = calm;
  if (start.mayHurry || (best && shortOf(best) === 0) || !isAnythingUrgent(start)) return calm;
  const hurried = pathsFrom(target, { ...start, mayHurry: true });
  return hurried[0] && (!best || shortOf(hurried[0]) < shortOf(best)) ? hurried : calm;
}

/** Whether anything can still be earned, but without time for a second try. */
function isAnythingUrgent(start: PathStart): boolean {
  const [calm, hurried] = [meansOf(start), meansOf({ ...start, mayHurry: true })];
  return start.programme.credentials.some(({ id }) => hurried.isEarnable(id) && !calm.isEarnable(id));
}

function pathsFrom({ competency, level }: PathTarget, start: PathStart): readonly LevelPath[] {
  const means = meansOf(start);
  const only = { ...start.programme, competencies: start.programme.competencies.filter(({ id }) => id === competency) };
  const options = standingOf(only, start.facts, start.asOf)
    .competencies.flatMap((one) => one.options)
    .filter(({ setAside }) => !setAside);
  const roads = options.flatMap(({ id: option, levels }) =>
    levels
      .filter((one) => one.level === level)
      .flatMap((standing): LevelPath[] => {
        const { branches, figures } = standing;
        if (standing.score)
          return findScorePaths(standing, means).map((road) => ({ competency, level, option, short: [], ...road }));
        const short = figures.filter(({ met }) => !met);
        if (branches.length === 0) return [{ competency, level, option, plan: nothingToDo, short }];
        return branches.flatMap((branch) => {
          const plan = planFor(branch, means);
          return plan ? [{ competency, level, option, branch, plan, short }] : [];
        });
      }),
  );
  return roads.sort((one, other) => shortOf(one) - shortOf(other) || one.plan.credentials - other.plan.credentials);
}

/** How much a path leaves to figures: how many are short, or the points that they must bring. */
export function shortOf({ short, score }: Pick<LevelPath, 'short' | 'score'>): number {
  return score ? pointsShort(score) : short.length;
}

/** Everyone to whom something could be given to earn, those who hold nothing yet included, and what can still be earned. */
export function meansOf(start: PathStart): Means {
  const { programme, facts, asOf, today = asOf, spared = new Set(), newcomers = 0, declined } = start;
  const { mayHurry = false } = start;
  const byId = new Map(programme.credentials.map((credential) => [credential.id, credential]));
  const credited = creditPeople(programme, facts, asOf);
  const now = today === asOf ? credited : creditPeople(programme, facts, today);
  const unknown = Array.from({ length: newcomers }, (_, index) => `newcomer ${index + 1}`);
  const on = { today, asOf, policies: facts.policies, mayHurry };
  return {
    groups: [
      ...declining(learnersAmong(credited, now, spared), declined),
      ...(newcomers > 0 ? [{ held: new Set<string>(), people: unknown }] : []),
    ],
    isEarnable: (id) => isEarnable(byId.get(id), on),
    prerequisiteOf: (id) => prerequisiteOf(byId.get(id) ?? {}, facts.policies),
  };
}

const grouped = new WeakMap<CreditedPeople, { readonly now: CreditedPeople; readonly all: readonly Learners[] }>();

/** People by what they hold, soon will and once did; those who are spared apart from the others. */
function learnersAmong(
  credited: CreditedPeople,
  now: CreditedPeople,
  spared: ReadonlySet<string>,
): readonly Learners[] {
  const known = grouped.get(credited);
  const all = known?.now === now ? known.all : learnersOf(credited, now);
  grouped.set(credited, { now, all });
  return all.flatMap((group): readonly Learners[] => {
    const some = spared.size === 0 ? [] : group.people.filter((person) => spared.has(person));
    if (some.length === 0) return [group];
    const others = group.people.filter((person) => !spared.has(person));
    return [
      { ...group, people: others },
      { ...group, people: some, spared: true },
    ];
  });
}

/** The same people, those who have declined something apart from the others. */
function declining(groups: readonly Learners[], declined: PathStart['declined']): readonly Learners[] {
  if (!declined || declined.size === 0) return groups;
  return groups.flatMap((group) => {
    const some = group.people.filter((person) => declined.has(person));
    if (some.length === 0) return [group];
    const others = group.people.filter((person) => !declined.has(person));
    return [
      ...(others.length > 0 ? [{ ...group, people: others }] : []),
      ...some.map((person) => ({ ...group, people: [person], declined: declined.get(person)! })),
    ];
  });
}

/** What is valid today may be shown as a prerequisite today, even where it does not count any more on the day of the plan. */
function learnersOf({ credits }: CreditedPeople, now: CreditedPeople): readonly Learners[] {
  const today = new Map(now.credits.map(({ person, counted }) => [person.id, counted]));
  const groups = new Map<string, Learners & { people: string[] }>();
  for (const { person, hindrance, counted, hindered } of credits) {
    if (hindrance && hindrance.code !== 'waiting') continue;
    const soon = credentialsWith('waiting', hindered);
    const gone = credentialsWith('expired', hindered);
    const valid = new Set([...(today.get(person.id) ?? []), ...counted, ...soon]);
    const held = soon.length === 0 ? counted : new Set([...counted, ...soon]);
    const key = [held, valid, gone].map((part) => [...part].sort().join('\n')).join('\n\n');
    const group = groups.get(key) ?? { held, valid, lapsed: new Set(gone), people: [] };
    groups.set(key, group);
    group.people.push(person.id);
  }
  return [...groups.values()];
}

function credentialsWith(code: Hindrance['code'], hindered: ReadonlyMap<string, Hindrance>): readonly string[] {
  return [...hindered].filter(([, hindrance]) => hindrance.code === code).map(([credential]) => credential);
}

interface Earning {
  readonly today: string;
  readonly asOf: string;
  readonly policies: Policies;
  readonly mayHurry: boolean;
}

/** Whether it can be taken from today on, so that it counts before it retires and still counts on the day of the plan. */
function isEarnable(credential: Credential | undefined, { today, asOf, policies, mayHurry }: Earning): boolean {
  if (!credential) return false;
  const { retiredOn } = credential;
  if (retiredOn === undefined) return true;
  const secondTry = mayHurry ? 0 : policies.retakeBuffer;
  const settled = addDays(today, Math.max(1, countingDays(policies)) + secondTry);
  return retiredOn >= settled && countedUntilOf(credential, policies)! >= asOf;
}

/**
 * Why no number of people on record is enough: more of them would be, or what is asked for can no longer be earned by
 * anybody.
 */
export type Shortage =
  | { readonly code: 'people'; readonly more: number }
  | { readonly code: 'unearnable'; readonly credentials: readonly string[] };

const mostNewcomers = 40;

/** Returns why a target cannot be reached. */
export function shortageOf(target: PathTarget, start: PathStart): Shortage {
  for (let newcomers = 1; newcomers <= mostNewcomers; newcomers += 1)
    if (findLevelPaths(target, { ...start, newcomers }).length > 0) return { code: 'people', more: newcomers };
  const { isEarnable: canBe } = meansOf({ ...start, mayHurry: true });
  const rules = start.programme.competencies
    .filter(({ id }) => id === target.competency)
    .flatMap(({ options }) => options.flatMap((option) => requirementInForce(option, target.level, start.asOf) ?? []));
  const named = [...new Set(rules.flatMap(credentialsAskedBy))];
  return { code: 'unearnable', credentials: named.filter((credential) => !canBe(credential)) };
}

/** The work of all roads together is searched at once while that takes at most so many steps for each person: about half a second. */
const mostSteps = 200_000;

export interface JointPlan {
  readonly roads: readonly LevelPath[];
  readonly plan: Plan;
  /** Whether the plan is the smallest there is; else it is the best of one target after the other. */
  readonly exact: boolean;
}

/**
 * The smallest plan that meets several targets at once, where one credential may serve several of them; `undefined` if
 * one of them cannot be met by these people. For every target the path through its best option is taken.
 */
export function jointPlan(targets: readonly PathTarget[], start: PathStart): JointPlan | undefined {
  const means = meansOf(start);
  const best = targets.map((target) => findLevelPaths(target, start)[0]);
  if (best.some((road) => road === undefined)) return undefined;
  const roads = best as readonly LevelPath[];
  const choices = choicesOf(targets, start);
  const joint = choices && smallestOf(choices, means);
  const isExact = roads.every(({ score }) => !score);
  return joint ? { ...joint, exact: isExact } : { roads, plan: oneAfterTheOther(roads, means), exact: false };
}

/** Every combination of roads, one for each target with the same short figures as its best; none if they are too many. */
function choicesOf(targets: readonly PathTarget[], start: PathStart): readonly (readonly LevelPath[])[] | undefined {
  let combinations: readonly (readonly LevelPath[])[] = [[]];
  for (const target of targets) {
    const roads = findLevelPaths(target, start);
    const equal = roads.filter((road) => shortOf(road) === shortOf(roads[0]!));
    combinations = combinations.flatMap((chosen) => equal.map((road) => [...chosen, road]));
  }
  return isSearchable(combinations.map(clausesOf)) ? combinations : undefined;
}

/** The numbers of filled places are compared first, because the ways of one person are more than can be listed where these are many. */
function isSearchable(searches: readonly (readonly Clause[])[]): boolean {
  const states = searches.reduce((sum, clauses) => sum + clauses.reduce((all, { n }) => all * (n + 1), 1), 0);
  if (states > mostSteps) return false;
  let steps = 0;
  return searches.every((clauses) => (steps += searchSize(clauses)) <= mostSteps);
}

function smallestOf(choices: readonly (readonly LevelPath[])[], means: Means): Omit<JointPlan, 'exact'> | undefined {
  return choices
    .flatMap((roads) => {
      const plan = planFor(clausesOf(roads), means);
      return plan ? [{ roads, plan }] : [];
    })
    .reduce<Omit<JointPlan, 'exact'> | undefined>(
      (least, one) => (least && least.plan.credentials <= one.plan.credentials ? least : one),
      undefined,
    );
}

/** The clauses of all roads with ids that stay apart, so that one search can fill them together. */
function clausesOf(roads: readonly LevelPath[]): readonly Clause[] {
  return roads.flatMap(({ branch }, index) =>
    (branch ?? []).map((clause) => ({
      ...clause,
      id: `${index} ${clause.id}`,
      ...(clause.within !== undefined && { within: `${index} ${clause.within}` }),
      apart: clause.apart.map((id) => `${index} ${id}`),
    })),
  );
}

function oneAfterTheOther(roads: readonly LevelPath[], means: Means): Plan {
  const earned = new Map<string, Set<string>>();
  for (const { branch } of roads) {
    const plan = branch && planFor(branch, { ...means, groups: withEarned(means.groups, earned) });
    for (const { person, credentials } of plan?.tasks ?? [])
      earned.set(person, new Set([...(earned.get(person) ?? []), ...credentials]));
  }
  const tasks = [...earned].map(([person, credentials]) => ({ person, credentials: [...credentials] }));
  return { tasks, credentials: tasks.reduce((sum, { credentials }) => sum + credentials.length, 0) };
}

function withEarned(
  groups: readonly Learners[],
  earned: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Learners[] {
  return groups.flatMap(({ held, people, ...group }) => [
    { ...group, held, people: people.filter((person) => !earned.has(person)) },
    ...people
      .filter((person) => earned.has(person))
      .map((person) => ({ ...group, held: new Set([...held, ...earned.get(person)!]), people: [person] })),
  ]);
}
