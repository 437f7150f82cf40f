/** Key people are those without whom a level that is met would not be. */
import { assign } from './assignment';
import type { Group } from './credits/group';
import { satisfies } from '../programme/expression';
import type { Alternative } from '../programme/requirement';
import { isReached, rescored, type ScoreStanding } from './points';
import { peopleCountingIn } from './score-why';
import type { Score } from '../programme/score';
import type { LevelStanding } from './level-standing';

/** Whether people in these groups fill every place of one of the branches. */
function isMetBy(branches: readonly Alternative[], groups: readonly Group[]): boolean {
  return branches.some((branch) => assign(branch, groups).every((chosen, index) => chosen.length === branch[index]!.n));
}

/**
 * Returns the ids of the people whose leaving alone would cost the level; empty if the level is not met or needs no people. People who hold the same are interchangeable, so one of each group is tried; people who are not in the satisfying selection may leave, because the selection still meets the level.
 */
export function keyPeopleOf(
  { met, branches, alternatives, score, requirement }: LevelStanding,
  groups: readonly Group[],
): readonly string[] {
  if (score && requirement.score) return met ? keysOfScore(requirement.score, score, groups) : [];
  const holding = alternatives.find((alternative) => alternative.met);
  if (!met || !holding) return [];
  const chosen = new Set(holding.clauses.flatMap(({ people }) => people));
  const places = Math.max(...branches.map((branch) => branch.reduce((sum, { n }) => sum + n, 0)));
  return groups
    .filter(({ people }) => people.length <= places && people.some((id) => chosen.has(id)))
    .filter((group) => !isMetBy(branches, withoutOne(groups, group)))
    .flatMap(({ people }) => people);
}

/** A score assigns no people to places, so only numbers matter: one of each group that counts is tried. */
function keysOfScore(score: Score, standing: ScoreStanding, groups: readonly Group[]): readonly string[] {
  const counting = peopleCountingIn(standing);
  return groups
    .filter(({ people }) => people.some((id) => counting.has(id)))
    .filter((group) => !isReached(rescored(score, standing, withoutOne(groups, group))))
    .flatMap(({ people }) => people);
}

function withoutOne(groups: readonly Group[], reduced: Group): readonly Group[] {
  return groups.map((group) => (group === reduced ? { ...group, people: group.people.slice(1) } : group));
}

export interface ClauseDepth {
  readonly clause: string;
  readonly needed: number;
  /** How many people could fill the place, also those who are chosen for another. */
  readonly able: number;
}

/** How many people could serve each clause of a branch. */
export function depthOf(branch: Alternative, groups: readonly Group[]): readonly ClauseDepth[] {
  return branch.map(({ id, n, each }) => ({
    clause: id,
    needed: n,
    able: groups.filter(({ held }) => satisfies(held, each)).reduce((sum, { people }) => sum + people.length, 0),
  }));
}
