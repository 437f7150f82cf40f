/** Which scores differ between two standings: those of options that count before or after. */
import { readFraction } from '../basics/fraction';
import { requirement } from '../fixture.case';
import { pointsChanges } from './points-change';
import type { OptionStanding, Standing } from './standing';

/** An option whose levels have these points of 100; none for an option of figures and people. */
const option = (id: string, points?: string, parts: Partial<OptionStanding> = {}): OptionStanding => ({
  id,
  levels: ['silver', 'gold'].map((level) => ({
    level,
    met: false,
    progress: 0,
    figures: [],
    alternatives: [],
    branches: [],
    uncertain: [],
    requirement: requirement(level),
    ...(points && {
      score: { points: readFraction(points)!, atLeast: readFraction('70')!, of: readFraction('100')!, metrics: [] },
    }),
  })),
  ...parts,
});

const standing = (...competencies: (readonly OptionStanding[])[]): Standing => ({
  programme: 'test',
  asOf: '2026-01-01',
  ended: false,
  competencies: competencies.map((options, index) => ({ id: `area ${index}`, level: undefined, options })),
});

const aside = { setAside: true } as const;

it.each<[string, Standing, Standing, string[]]>([
  ['the same points', standing([option('smb', '40')]), standing([option('smb', '40')]), []],
  [
    'more points',
    standing([option('smb', '40')]),
    standing([option('smb', '140/3')]),
    ['area 0 smb: 40 → 140/3 of 100'],
  ],
  ['fewer points', standing([option('smb', '40')]), standing([option('smb', '0')]), ['area 0 smb: 40 → 0 of 100']],
  [
    'one option of one area',
    standing([option('a', '1')], [option('a', '1'), option('b', '2')]),
    standing([option('a', '1')], [option('a', '1'), option('b', '3')]),
    ['area 1 b: 2 → 3 of 100'],
  ],
  ['an option set aside in both', standing([option('a', '1', aside)]), standing([option('a', '2', aside)]), []],
  [
    'an option that is set aside now',
    standing([option('a', '1')]),
    standing([option('a', '2', aside)]),
    ['area 0 a: 1 → 2 of 100'],
  ],
  [
    'an option that was set aside',
    standing([option('a', '1', aside)]),
    standing([option('a', '2')]),
    ['area 0 a: 1 → 2 of 100'],
  ],
  ['a goal that is not in points', standing([option('a')]), standing([option('a')]), []],
  ['a goal that was not in points', standing([option('a')]), standing([option('a', '2')]), []],
  ['a goal that is no longer in points', standing([option('a', '2')]), standing([option('a')]), []],
  [
    'an option without levels on the day',
    standing([option('a', '1', { levels: [] })]),
    standing([option('a', '1')]),
    [],
  ],
  ['an option whose levels ended', standing([option('a', '1')]), standing([option('a', '1', { levels: [] })]), []],
])('%s', (_, before, after, changes) => {
  const text = ({ numerator, denominator }: { numerator: number; denominator: number }) =>
    denominator === 1 ? `${numerator}` : `${numerator}/${denominator}`;
  const found = pointsChanges(before, after);

  expect(
    found.map((one) => `${one.competency} ${one.option}: ${text(one.before)} → ${text(one.after)} of ${text(one.of)}`),
  ).toEqual(changes);
});
