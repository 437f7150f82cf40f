/** The standing of a partner: for every competency, option, level and clause what is met on a day, by whom, and how far it is. */
import { assign, type Group } from './assignment';
import { judgeCredits, type CreditedPeople, type JudgedCredits } from './credited-people';
import { chosenAmong, choiceDoubts } from './chosen-option';
import type { CalendarDate } from '../basics/date';
import { figureFor, type Figure } from '../partner/figure';
import type { HeldGoal } from '../partner/held-goal';
import { isInForce, type Override } from '../partner/override';
import type { Person } from '../partner/person';
import type { ReachedDay } from '../partner/reached-day';
import { isReached, progressOfScore, scoreStanding, type ScoreStanding } from './points';
import { type Policies, type PolicyName } from '../programme/policy';
import {
  credentialsNamedBy,
  hasEnded,
  requirementInForce,
  type Competency,
  type Option,
  type Programme,
} from '../programme/programme';
import { interpretAlternatives } from '../programme/requirement-interpretation';
import {
  thresholdFor,
  type Alternative,
  type MarketClass,
  type Requirement,
  type Threshold,
} from '../programme/requirement';

/** Everything that is known of a partner and bears on its standing. */
export interface Facts {
  readonly market: MarketClass;
  readonly figures: readonly Figure[];
  readonly people: readonly Person[];
  readonly policies: Policies;
  /** Levels that Microsoft grants by hand. */
  readonly overrides?: readonly Override[];
  /** Where the company is enrolled. */
  readonly held?: readonly HeldGoal[];
  /** Days on which scores had their goals, as they were kept when it happened. */
  readonly reached?: readonly ReachedDay[];
}

export interface FigureStanding {
  readonly metric: string;
  readonly value: number | boolean;
  /** The day of the figure; absent where none is known, then the value is 0 or `false`. */
  readonly asOf?: CalendarDate;
  readonly threshold: number | boolean;
  readonly met: boolean;
  /** 0 to 1. */
  readonly share: number;
}

/** A clause in numbers only, which is all that most questions need. */
export interface ClauseCount {
  readonly id: string;
  readonly needed: number;
  readonly counted: number;
}

export interface ClauseStanding extends ClauseCount {
  /** The ids of the people who count, as many as are counted. */
  readonly people: readonly string[];
}

export interface AlternativeStanding<C extends ClauseCount = ClauseStanding> {
  readonly met: boolean;
  /** 0 to 1: places filled by the best assignment, of all places. */
  readonly share: number;
  readonly clauses: readonly C[];
}

export interface LevelStanding<C extends ClauseCount = ClauseStanding> {
  readonly level: string;
  readonly met: boolean;
  /** 0 to 1, and 1 only if met. */
  readonly progress: number;
  readonly figures: readonly FigureStanding[];
  /** In the order of the requirement's branches, which `branches` gives. */
  readonly alternatives: readonly AlternativeStanding<C>[];
  readonly branches: readonly Alternative[];
  /** Where the goal is one in points: these, in place of figures and alternatives. */
  readonly score?: ScoreStanding;
  /** The open points of the rules under which the answer would be another. */
  readonly uncertain: readonly PolicyName[];
  readonly requirement: Requirement;
}

export interface OptionStanding<C extends ClauseCount = ClauseStanding> {
  readonly id: string;
  /** The levels that exist on the day, from the lowest. */
  readonly levels: readonly LevelStanding<C>[];
  /** Set where another option counts in its place, as the competency's choice decides; its levels then attain nothing. */
  readonly setAside?: true;
}

export interface CompetencyStanding<C extends ClauseCount = ClauseStanding> {
  readonly id: string;
  /** The highest level met by any option or held by an override, or `undefined` if there is none. */
  readonly level: string | undefined;
  /** What holds the level, where no option meets it; people and figures stand as they are. */
  readonly override?: Override;
  readonly options: readonly OptionStanding<C>[];
}

export interface Standing<C extends ClauseCount = ClauseStanding> {
  readonly programme: string;
  readonly asOf: CalendarDate;
  /** The programme ended before the day; its last rules are used. */
  readonly ended: boolean;
  readonly competencies: readonly CompetencyStanding<C>[];
}

const benches = new WeakMap<Facts, readonly JudgedCredits[]>();

/** Today, the day of a purchase, the renewal day and one between: what looking ahead asks for. */
const mostBenches = 4;

/**
 * Judges every person once, because all competencies ask about the same people. The newest answers for the same facts are
 * kept, because plans and comparisons ask again and again, and another day begins from the nearest one before it.
 */
export function creditPeople({ credentials }: Programme, facts: Facts, asOf: CalendarDate): CreditedPeople {
  const { people, policies } = facts;
  const known = benches.get(facts) ?? [];
  const same = known.find(
    ({ grounds }) =>
      grounds.credentials === credentials &&
      grounds.people === people &&
      grounds.policies === policies &&
      grounds.asOf === asOf,
  );
  if (same) return same;
  const earlier = known.filter(({ grounds }) => grounds.asOf <= asOf);
  const nearest = earlier.reduce<JudgedCredits | undefined>(
    (last, one) => (last && last.grounds.asOf >= one.grounds.asOf ? last : one),
    undefined,
  );
  const bench = judgeCredits({ credentials, policies, people, asOf }, nearest);
  benches.set(facts, [bench, ...known].slice(0, mostBenches));
  return bench;
}

/** Says that some facts differ from others in little, so that what is known of those is used again where it is the same. */
export function likeFacts(facts: Facts, others: Facts): Facts {
  if (!benches.has(facts)) benches.set(facts, benches.get(others) ?? []);
  return facts;
}

/** The standing on a day; `met` is exact: an assignment of people exists, never a sum of counts. */
export function standingOf(programme: Programme, facts: Facts, asOf: CalendarDate): Standing {
  const about: About = { programme, facts, asOf, groups: creditPeople(programme, facts, asOf).groups };
  return {
    programme: programme.id,
    asOf,
    ended: hasEnded(programme, asOf),
    competencies: programme.competencies.map((competency) => competencyStanding(competency, about)),
  };
}

interface About {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly asOf: CalendarDate;
  readonly groups: readonly Group[];
}

function competencyStanding(competency: Competency, whole: About): CompetencyStanding {
  const about = { ...whole, groups: bearingOn(competency, whole.groups) };
  const existing = competency.options.filter((option) => existsOn(option, about));
  const { figures, policies } = about.facts;
  const known = { figures, policies, metrics: about.programme.metrics, asOf: about.asOf };
  const chosen = chosenAmong(existing, competency.choice, known);
  const doubts = choiceDoubts(existing, competency.choice, known);
  const options = competency.options.map((option): OptionStanding => {
    const standing = withDoubts(optionStanding(option, about), doubts);
    return existing.includes(option) && !chosen.includes(option) ? withoutEffect(standing) : standing;
  });
  const isMet = (level: string) =>
    options.some(({ levels }) => levels.some((standing) => standing.level === level && standing.met));
  const met = about.programme.levels.findLast(({ id }) => isMet(id))?.id;
  const override = overrideAbove(met, competency, about);
  return { id: competency.id, level: override?.level ?? met, ...(override && { override }), options };
}

/** The highest override in force, if it grants more than is met. */
function overrideAbove(met: string | undefined, { id }: Competency, about: About): Override | undefined {
  const { programme, facts, asOf } = about;
  const rank = (level: string | undefined) => programme.levels.findIndex((one) => one.id === level);
  return (facts.overrides ?? [])
    .filter((one) => one.competency === id && isInForce(one, asOf) && rank(one.level) > rank(met))
    .sort((one, other) => rank(other.level) - rank(one.level))[0];
}

function withDoubts(option: OptionStanding, doubts: readonly PolicyName[]): OptionStanding {
  if (doubts.length === 0) return option;
  return {
    ...option,
    levels: option.levels.map((level) => ({ ...level, uncertain: [...level.uncertain, ...doubts] })),
  };
}

/** Nothing that is set aside is all there, however many points it has. */
const almost = 0.99;

/** An option that is set aside keeps its numbers and attains nothing. */
function withoutEffect(option: OptionStanding): OptionStanding {
  const levels = option.levels.map((level) => ({ ...level, met: false, progress: Math.min(level.progress, almost) }));
  return { ...option, setAside: true, levels };
}

function existsOn(option: Option, { programme, asOf }: About): boolean {
  return programme.levels.some(({ id }) => requirementInForce(option, id, asOf) !== undefined);
}

/**
 * The groups that hold anything a competency names, with that alone and one set for all who hold the same of it: no others
 * can serve a clause, because every clause names something, and what is asked of a set is asked once.
 */
function bearingOn(competency: Competency, groups: readonly Group[]): readonly Group[] {
  const named = credentialsNamedBy(competency);
  const sets = new Map<string, ReadonlySet<string>>();
  const bearing: Group[] = [];
  for (const { held, people } of groups) {
    const some: string[] = [];
    for (const credential of held) if (named.has(credential)) some.push(credential);
    if (some.length === 0) continue;
    const key = some.sort().join('\n');
    const set = sets.get(key) ?? new Set(some);
    sets.set(key, set);
    bearing.push({ held: set, people });
  }
  return bearing;
}

function optionStanding(option: Option, about: About): OptionStanding {
  const levels = about.programme.levels.flatMap(({ id }) => {
    const requirement = requirementInForce(option, id, about.asOf);
    return requirement ? [levelStanding(requirement, about)] : [];
  });
  return { id: option.id, levels: about.facts.policies.goldImpliesSilver === 'always' ? withImplied(levels) : levels };
}

/** Under `goldImpliesSilver` = `always` every level below a met one is met. */
function withImplied(levels: readonly LevelStanding[]): readonly LevelStanding[] {
  const highest = levels.findLastIndex(({ met }) => met);
  return levels.map((level, index) => (index < highest ? { ...level, met: true, progress: 1 } : level));
}

function levelStanding(requirement: Requirement, about: About): LevelStanding {
  const { facts } = about;
  if (requirement.score) return scoredLevel(requirement, about);
  const figures = requirement.figures.map((threshold) => figureStanding(threshold, about));
  const branches = interpretAlternatives(requirement, facts.policies);
  const alternatives = branches.map((branch) => alternativeStanding(branch, about.groups));
  const peopleMet = alternatives.length === 0 || alternatives.some(({ met }) => met);
  return {
    level: requirement.level,
    met: peopleMet && figures.every(({ met }) => met),
    progress: progressOf(figures, alternatives),
    figures,
    alternatives,
    branches,
    uncertain: uncertainIn(requirement, { ...about, peopleMet }),
    requirement,
  };
}

/** A goal in points: it has no figures to reach by themselves and no clauses. */
function scoredLevel(requirement: Requirement, { facts, groups, programme }: About): LevelStanding {
  const { figures, policies } = facts;
  const score = scoreStanding(requirement.score!, { figures, metrics: programme.metrics, groups, policies });
  return {
    level: requirement.level,
    met: isReached(score),
    progress: progressOfScore(score),
    figures: [],
    alternatives: [],
    branches: [],
    score,
    uncertain: [],
    requirement,
  };
}

/** The mean of the steps that the level has, figures and people, each between 0 and 1. */
function progressOf(figures: readonly FigureStanding[], alternatives: readonly AlternativeStanding[]): number {
  const steps = [
    ...(figures.length > 0 ? [mean(figures.map(({ share }) => share))] : []),
    ...(alternatives.length > 0 ? [Math.max(...alternatives.map(({ share }) => share))] : []),
  ];
  return steps.length > 0 ? mean(steps) : 1;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function figureStanding(threshold: Threshold, { programme: { metrics }, facts, asOf }: About): FigureStanding {
  const { figures, market, held = [] } = facts;
  const wanted = thresholdFor(threshold, market);
  const known = figureFor(threshold.metric, { figures, metrics, held, asOf });
  const value = known?.value ?? (typeof wanted === 'boolean' ? false : 0);
  const share = wanted === 0 ? 1 : Math.max(0, Math.min(1, Number(value) / Number(wanted)));
  return {
    metric: threshold.metric,
    value,
    ...(known && { asOf: known.asOf }),
    threshold: wanted,
    met: Number(value) >= Number(wanted),
    share,
  };
}

function alternativeStanding(branch: Alternative, groups: readonly Group[]): AlternativeStanding {
  const chosen = assign(branch, groups);
  const clauses = branch.map(({ id, n }, index) => {
    const people = chosen[index]!;
    return { id, needed: n, counted: people.length, people };
  });
  const needed = clauses.reduce((sum, clause) => sum + clause.needed, 0);
  const counted = clauses.reduce((sum, clause) => sum + clause.counted, 0);
  return { met: counted === needed, share: needed === 0 ? 1 : counted / needed, clauses };
}

interface Doubt extends About {
  readonly peopleMet: boolean;
}

/** The policies whose other value would turn a met people requirement into an unmet one, or the other way round. */
function uncertainIn(requirement: Requirement, { facts, groups, peopleMet }: Doubt): readonly PolicyName[] {
  const others: readonly Partial<Policies>[] = [
    { orBranchMixing: facts.policies.orBranchMixing === 'on' ? 'off' : 'on' },
    { focusAreaScope: facts.policies.focusAreaScope === 'team' ? 'person' : 'team' },
  ];
  return others.flatMap((other) => {
    const branches = interpretAlternatives(requirement, { ...facts.policies, ...other });
    if (branches.length === 0 || isSame(branches, interpretAlternatives(requirement, facts.policies))) return [];
    const met = branches.some((branch) => alternativeStanding(branch, groups).met);
    return met === peopleMet ? [] : (Object.keys(other) as PolicyName[]);
  });
}

/** Whether a policy left the branches as they were, which it does where the wording leaves nothing open. */
function isSame(some: readonly Alternative[], others: readonly Alternative[]): boolean {
  return some.length === others.length && some.every((branch, index) => branch === others[index]);
}

/** Whether a level is met by people and figures, by any option. */
export function isMetBy({ options }: Pick<CompetencyStanding<ClauseCount>, 'options'>, level: string): boolean {
  return options.some(({ levels }) => levels.some((one) => one.level === level && one.met));
}

/** Whether a level is held: met, or granted by an override. */
export function isHeld(standing: CompetencyStanding<ClauseCount>, level: string): boolean {
  return isMetBy(standing, level) || standing.override?.level === level;
}
