/** The next level: above what is held, by the option that is nearest. */
import type { CompetencyStanding } from '../../domain/counting/standing';
import type { LevelStanding } from '../../domain/counting/level-standing';
import { programme } from '../fixture.case';
import { nextLevel } from './next-level';

const level = (id: string, progress: number) => ({ level: id, progress, met: progress === 1 }) as LevelStanding;
const standing = (held: string | undefined, ...options: LevelStanding[][]): CompetencyStanding => ({
  id: 'x',
  level: held,
  options: options.map((levels, index) => ({ id: String(index), levels })),
});

it.each<[string, CompetencyStanding, string | undefined, number | undefined]>([
  ['nothing is held', standing(undefined, [level('silver', 0.2), level('gold', 0.1)]), 'silver', 0.2],
  ['another option is nearer', standing(undefined, [level('silver', 0.2)], [level('silver', 0.7)]), 'silver', 0.7],
  ['Silver is held', standing('silver', [level('silver', 1), level('gold', 0.4)]), 'gold', 0.4],
  ['Gold is held without Silver', standing('gold', [level('silver', 0.5), level('gold', 1)]), undefined, undefined],
  ['there is no Silver', standing(undefined, [level('gold', 0)]), 'gold', 0],
  ['only Silver exists', standing('silver', [level('silver', 1)]), undefined, undefined],
])('where %s', (_, competency, expected, progress) => {
  const next = nextLevel(competency, programme);

  expect(next?.level).toBe(expected);
  expect(next?.progress).toBe(progress);
});
