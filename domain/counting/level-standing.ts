/** A level's standing on a day: each figure, each way to fill its places with people, or its points; and whether it is met. */
import type { CalendarDate } from '../basics/date';
import { figureFor } from '../partner/figure';
import type { Policies, PolicyName } from '../programme/policy';
import type { Programme } from '../programme/programme';
import { interpretAlternatives } from '../programme/requirement-interpretation';
import { thresholdFor, type Alternative, type Requirement, type Threshold } from '../programme/requirement';
import { assign } from './assignment';
import type { Group } from './credits/group';
import type { Facts } from './facts';
import { isReached, progressOfScore, scoreStanding, type ScoreStanding } from './points';

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

/** A programme, the facts of a partner and a day, with the people in groups of those who bring the same. */
export interface StandingContext {
  readonly programme: Programme;
  readonly facts: Facts;
  readonly asOf: CalendarDate;
  readonly groups: readonly Group[];
}

/** What a level asks for against what there is: figures, people or points. */
export function levelStanding(requirement: Requirement, about: StandingContext): LevelStanding {
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
function scoredLevel(requirement: Requirement, { facts, groups, programme }: StandingContext): LevelStanding {
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

function figureStanding(
  threshold: Threshold,
  { programme: { metrics }, facts, asOf }: StandingContext,
): FigureStanding {
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

interface Doubt extends StandingContext {
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
