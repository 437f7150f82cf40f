/** The newest figure and the newest statement of Partner Center hold. */
import type { IncomingFigure } from './incoming';
import { reconcileFigures, reconcileShown } from './reconcile-figures';
import type { ShownCompetency } from '../partner/partner';

const figure = (metric: string, value: number | boolean, asOf: string): IncomingFigure => ({
  line: 2,
  metric,
  value,
  asOf,
});
const keptFigure = { version: 'v1', value: { metric: 'seats', value: 10, asOf: '2018-03-01', source: 'old' } };

it.each([
  ['a new metric', figure('users', 5, '2018-03-01'), { new: ['users'], changes: [{ kind: 'create' }] }],
  [
    'a newer value',
    figure('seats', 12, '2018-04-01'),
    { changed: ['seats'], changes: [{ kind: 'replace', version: 'v1' }] },
  ],
  ['the same value on a newer day', figure('seats', 10, '2018-04-01'), { changed: ['seats'] }],
  ['a correction for the same day', figure('seats', 9, '2018-03-01'), { changed: ['seats'] }],
  ['the same again', figure('seats', 10, '2018-03-01'), { unchanged: ['seats'], changes: [], warnings: [] }],
  [
    'an older value',
    figure('seats', 8, '2018-02-01'),
    { unchanged: ['seats'], changes: [], warnings: [{ code: 'older-figure', line: 2 }] },
  ],
])('figures: %s', (_, incoming, plan) => {
  expect(reconcileFigures({ kept: [keptFigure], incoming: [incoming], source: 'import' })).toMatchObject(plan);
});

it('takes the newest of several values of one metric, in any order', () => {
  const [older, newer] = [figure('users', 5, '2018-03-01'), figure('users', 7, '2018-04-01')];

  for (const incoming of [
    [older, newer],
    [newer, older],
  ])
    expect(reconcileFigures({ kept: [], incoming, source: 'import' }).changes).toEqual([
      { kind: 'create', value: { metric: 'users', value: 7, asOf: '2018-04-01', source: 'import' } },
    ]);
});

const shown = (status: ShownCompetency['status'], startsOn?: string, endsOn?: string): ShownCompetency => ({
  competency: 'devops',
  level: 'gold',
  status,
  ...(startsOn && { startsOn }),
  ...(endsOn && { endsOn }),
});
const kept = shown('active', '2018-01-01', '2018-12-31');

it.each([
  ['the same', kept, 'unchanged', kept],
  ['another status of the same period', shown('in-grace-period', '2018-01-01', '2018-12-31'), 'changed', undefined],
  ['a later period', shown('active', '2019-01-01', '2019-12-31'), 'changed', undefined],
  ['an earlier period', shown('active', '2017-01-01', '2017-12-31'), 'unchanged', kept],
  ['no period', shown('inactive'), 'unchanged', kept],
] as const)('competencies: %s', (_, incoming, outcome, after) => {
  const plan = reconcileShown([kept], [incoming]);

  expect(plan[outcome]).toEqual(['devops gold']);
  expect(plan.shown).toEqual([after ?? incoming]);
});

it('keeps what a summary does not name, and takes the newest of a history in any order', () => {
  const history = [shown('inactive', '2016-01-01', '2016-12-31'), shown('active', '2018-01-01', '2018-12-31')];
  const other: ShownCompetency = { competency: 'security', level: 'silver', status: 'active' };

  for (const incoming of [history, [...history].reverse()])
    expect(reconcileShown([other], incoming)).toEqual({
      new: ['devops gold'],
      changed: [],
      unchanged: [],
      shown: [history[1], other],
    });
});
