/** What is explained where the question leaves the level or the option open. */
import type { CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { explainedLevelIn, levelsOf } from './explained-level';

/** A standing in short: per option its levels with their progress; 1 is met. */
function standing(options: Readonly<Record<string, Readonly<Record<string, number>>>>): CompetencyStanding {
  const made = Object.entries(options).map(([id, levels]) => ({
    id,
    levels: Object.entries(levels).map(
      ([level, progress]) => ({ level, progress, met: progress === 1 }) as LevelStanding,
    ),
  }));
  const met = made.flatMap(({ levels }) => levels.filter((one) => one.met).map(({ level }) => level));
  return { id: 'c', level: ['gold', 'silver'].find((level) => met.includes(level)), options: made };
}

const nothing = standing({ a: { silver: 0.2, gold: 0.1 }, b: { silver: 0.7, gold: 0.3 } });
const silver = standing({ a: { silver: 0.2, gold: 0.6 }, b: { silver: 1, gold: 0.3 } });
const gold = standing({ a: { silver: 1, gold: 0.9 }, b: { silver: 1, gold: 1 } });
const goldOnly = standing({ a: { gold: 0.4 } });

it.each<[string, CompetencyStanding, object, string | undefined]>([
  ['the first level where none is reached', nothing, {}, 'b silver'],
  ['the next level', silver, {}, 'a gold'],
  ['the present level where there is no higher one', gold, {}, 'b gold'],
  ['the only level that exists', goldOnly, {}, 'a gold'],
  ['the level that is asked for', silver, { level: 'silver' }, 'b silver'],
  ['the option that is asked for', silver, { level: 'silver', option: 'a' }, 'a silver'],
  ['the best option where the one asked for does not exist', silver, { level: 'gold', option: 'x' }, 'a gold'],
  ['nothing where the level does not exist', goldOnly, { level: 'silver' }, undefined],
])('%s', (_, given, wanted, expected) => {
  const explained = explainedLevelIn(given, wanted);
  expect(explained && `${explained.option} ${explained.standing.level}`).toBe(expected);
});

it('levels come from the option that has most of them, the lowest first', () => {
  expect(levelsOf(standing({ a: { gold: 0 }, b: { silver: 0, gold: 0 } }))).toEqual(['silver', 'gold']);
});
