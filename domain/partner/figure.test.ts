/** The figure of a metric: known, held as a goal, or worked out from other figures, on the oldest day among them. */
import { readFraction } from '../basics/fraction';
import type { Metric } from '../programme/programme';
import { figureFor, fitsUnit, lastDayOf, type Figure, type FigureGrounds } from './figure';

const metric = (id: string, parts: Partial<Metric> = {}): Metric => ({
  id,
  names: { en: id },
  unit: 'users',
  source: 'rule',
  ...parts,
});
const figure = (id: string, value: number | boolean, asOf = '2018-03-01'): Figure => ({
  metric: id,
  value,
  asOf,
  source: `file of ${asOf}`,
});
const weight = (text: string) => readFraction(text)!;

/** The value and its day, as `value on day`; what they are found from varies. */
function found(id: string, { metrics = [metric(id)], figures = [], ...others }: Partial<FigureGrounds>): string {
  const one = figureFor(id, { metrics, figures, ...others });
  return one ? `${one.metric} ${one.value} on ${one.asOf}` : 'unknown';
}

describe('a figure that is known', () => {
  it.each<[string, readonly Figure[], string]>([
    ['the only one', [figure('a', 5)], 'a 5 on 2018-03-01'],
    ['the newest', [figure('a', 5, '2018-01-01'), figure('a', 7, '2018-02-01')], 'a 7 on 2018-02-01'],
    ['the newest in any order', [figure('a', 7, '2018-02-01'), figure('a', 5, '2018-01-01')], 'a 7 on 2018-02-01'],
    ['the last of one day', [figure('a', 5), figure('a', 7)], 'a 7 on 2018-03-01'],
    ['none of another metric', [figure('b', 5)], 'unknown'],
    ['none', [], 'unknown'],
  ])('is %s', (_, figures, expected) => {
    expect(found('a', { figures })).toBe(expected);
  });

  it('is told although no programme knows the metric', () => {
    expect(found('a', { metrics: [], figures: [figure('a', 5)] })).toBe('a 5 on 2018-03-01');
    expect(found('a', { metrics: [] })).toBe('unknown');
  });
});

describe('a figure that holds for three months', () => {
  const metrics = [metric('audit', { holdsMonths: 3 })];
  const figures = [figure('audit', true, '2018-01-31')];

  it('has a last day', () => {
    expect(lastDayOf(figures[0]!, metrics[0])).toBe('2018-04-30');
    expect(lastDayOf(figures[0]!, metric('audit'))).toBeUndefined();
    expect(lastDayOf(figures[0]!, undefined)).toBeUndefined();
  });

  it.each([
    ['2018-04-30', 'audit true on 2018-01-31'],
    ['2018-05-01', 'audit false on 2018-01-31'],
    [undefined, 'audit true on 2018-01-31'],
  ])('is on %s: %s', (asOf, expected) => {
    expect(found('audit', { metrics, figures, ...(asOf && { asOf }) })).toBe(expected);
  });

  it('lapses as a part of another', () => {
    const all = [...metrics, metric('proof', { anyOf: ['audit'] })];

    expect(found('proof', { metrics: all, figures, asOf: '2018-04-30' })).toBe('proof true on 2018-01-31');
    expect(found('proof', { metrics: all, figures, asOf: '2018-05-01' })).toBe('proof false on 2018-01-31');
  });
});

describe('a figure that says that a goal is held', () => {
  const metrics = [metric('held', { heldGoal: 'azure', source: 'the rule' })];
  const held = [
    { goal: 'modern-work', from: '2018-01-01' },
    { goal: 'azure', from: '2018-02-01', until: '2018-12-31' },
  ];

  it.each([
    ['2018-02-01', 'held true on 2018-02-01'],
    ['2018-01-31', 'unknown'],
    ['2019-01-01', 'unknown'],
    [undefined, 'unknown'],
  ])('is on %s: %s', (asOf, expected) => {
    expect(found('held', { metrics, held, ...(asOf && { asOf }) })).toBe(expected);
  });

  it('goes before what a file says, which holds where the goal is not held', () => {
    const figures = [figure('held', false)];

    expect(found('held', { metrics, held, figures, asOf: '2018-06-01' })).toBe('held true on 2018-02-01');
    expect(found('held', { metrics, held: [], figures, asOf: '2018-06-01' })).toBe('held false on 2018-03-01');
  });

  it('is of the day where the goal was always held, and names the rule as its source', () => {
    const grounds = { metrics, figures: [], held: [{ goal: 'azure' }], asOf: '2018-06-01' };

    expect(figureFor('held', grounds)).toEqual({ metric: 'held', value: true, asOf: '2018-06-01', source: 'the rule' });
  });
});

describe('a figure that is worked out by weights', () => {
  const metrics = [metric('total', { weights: { a: weight('1'), b: weight('1/3') } })];

  it.each<[string, readonly Figure[], string]>([
    [
      'of all parts, on the oldest day',
      [figure('a', 2, '2018-02-01'), figure('b', 9, '2018-01-01')],
      'total 5 on 2018-01-01',
    ],
    ['in any order', [figure('b', 9, '2018-01-01'), figure('a', 2, '2018-02-01')], 'total 5 on 2018-01-01'],
    ['of the parts that are known', [figure('b', 9)], 'total 3 on 2018-03-01'],
    [
      'of the newest of each part',
      [figure('a', 1, '2018-01-01'), figure('a', 4, '2018-02-01')],
      'total 4 on 2018-02-01',
    ],
    ['of none', [figure('c', 9)], 'unknown'],
    ['not where it is known itself', [figure('total', 50), figure('a', 2)], 'total 50 on 2018-03-01'],
  ])('%s', (_, figures, expected) => {
    expect(found('total', { metrics, figures })).toBe(expected);
  });
});

describe('a figure that is true by others', () => {
  const any = metric('x', { anyOf: ['a', 'b'] });
  const all = metric('x', { allOf: ['a', 'b'] });
  const both = metric('x', { anyOf: ['a', 'b'], allOf: ['c'] });
  const parts = ['a', 'b', 'c'].map((id) => metric(id));
  const day = (values: Readonly<Record<string, number | boolean>>) =>
    Object.entries(values).map(([id, value]) => figure(id, value));

  it.each<[string, Metric, Readonly<Record<string, number | boolean>>, string]>([
    ['any: one is', any, { a: true, b: false }, 'x true'],
    ['any: a number above 0 is', any, { b: 1 }, 'x true'],
    ['any: none is', any, { a: false, b: 0 }, 'x false'],
    ['any: nothing is known', any, { c: true }, 'unknown'],
    ['all: all are', all, { a: true, b: 2 }, 'x true'],
    ['all: one is not', all, { a: true, b: false }, 'x false'],
    ['all: of one nothing is known', all, { a: true }, 'x false'],
    ['both: the third too', both, { a: true, c: true }, 'x true'],
    ['both: not the third', both, { a: true, c: false }, 'x false'],
    ['both: only the third', both, { c: true }, 'x false'],
  ])('%s', (_, one, values, expected) => {
    const text = found('x', { metrics: [one, ...parts], figures: day(values) });

    expect(text).toBe(expected === 'unknown' ? expected : `${expected} on 2018-03-01`);
  });

  it('comes to an end where metrics name each other in a circle', () => {
    const metrics = [metric('x', { anyOf: ['y', 'a'] }), metric('y', { anyOf: ['x', 'a'] }), metric('a')];

    expect(found('x', { metrics, figures: [figure('a', true)] })).toBe('x true on 2018-03-01');
    expect(found('x', { metrics })).toBe('unknown');
  });
});

it.each<[Metric['unit'], readonly (number | boolean)[], readonly (number | boolean)[]]>([
  ['yes-no', [true, false], [0, 1]],
  ['USD', [0, 0.5, 1, 1_250_000.75, Number.MAX_SAFE_INTEGER], [-0.01, 2 ** 53, true, false]],
  ['percent', [0, 12.5, 100], [-1, true]],
  ['points', [0, 2.5], [-1, false]],
  ['percent', [0, 12.5, 100], [-1, true]],
  ['devices', [0, 2.5], [-1, true]],
  ['customers', [0, 1, Number.MAX_SAFE_INTEGER], [0.5, -1, 2 ** 53, true]],
  ['seats', [0, 250], [0.5, -1]],
  ['users', [0, 250], [0.5, -1]],
  ['services', [0, 3], [0.5, -1]],
  ['workloads', [0, 3], [0.5, -1]],
])('in %s a figure can be %j and not %j', (unit, possible, impossible) => {
  expect(possible.filter((value) => !fitsUnit(value, unit))).toEqual([]);
  expect(impossible.filter((value) => fitsUnit(value, unit))).toEqual([]);
});
