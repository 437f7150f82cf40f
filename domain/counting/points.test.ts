/** Points: gates before points, caps, the best single figure, and nobody twice in a step; against counting by hand. */
import fc from 'fast-check';
import type { Group } from './credits/group';
import { satisfies, type Expression } from '../programme/expression';
import type { Figure } from '../partner/figure';
import { fractionText, readFraction, zero } from '../basics/fraction';
import { isReached, progressOfScore, rescored, scoreStanding } from './points';
import type { Metric } from '../programme/programme';
import type { FigureRule, Score, ScoreMetric, ScoreStep } from '../programme/score';

const points = (text: string) => readFraction(text)!;
const one = (credential: string): Expression => ({ credential });
const step = (id: string, each: Expression, parts: Partial<ScoreStep>): ScoreStep => ({
  id,
  each,
  points: zero,
  after: [],
  ...parts,
});
const metric = (id: string, of: string, parts: Partial<ScoreMetric>): ScoreMetric => ({
  id,
  of: points(of),
  figures: [],
  steps: [],
  mayBeZero: false,
  ...parts,
});
const scoreOf = (atLeast: string, ...metrics: ScoreMetric[]): Score => ({
  atLeast: points(atLeast),
  of: points('100'),
  metrics,
});
const figure = (id: string, value: number, asOf = '2024-01-01'): Figure => ({
  metric: id,
  value,
  asOf,
  source: 'test',
});
const people = (held: Readonly<Record<string, string>>): readonly Group[] =>
  Object.entries(held).map(([person, names]) => ({ people: [person], held: new Set(names) }));
const standing = (score: Score, figures: readonly Figure[], groups: readonly Group[] = [], metrics: Metric[] = []) =>
  scoreStanding(score, { figures, metrics, groups });

/** Two gates of two people, then 4 points a person: skilling of Data & AI in 2023. */
const skilling = metric('skilling', '40', {
  steps: [
    step('1', one('x'), { n: 2 }),
    step('2', one('y'), { n: 2, after: ['1'] }),
    step('3', one('z'), { points: points('4'), after: ['1', '2'] }),
  ],
});

describe('what every metric must give', () => {
  it.each([
    ['above-zero', 0, true],
    ['above-zero', 1, false],
    ['one-point', 1, true],
    ['one-point', 1.9, true],
    ['one-point', 2, false],
    ['one-point', 3, false],
  ] as const)('%s: half a point for each of %d', (scoreMetricMinimum, value, blocks) => {
    const score = scoreOf('1', metric('f', '10', { figures: [{ metric: 'f', points: points('1/2') }] }));
    const policies = { scoreMetricMinimum };
    const judged = scoreStanding(score, { figures: [figure('f', value)], metrics: [], groups: [], policies });

    expect(judged.metrics[0]!.blocks).toBe(blocks);
    expect(rescored(score, judged, []).metrics).toEqual(judged.metrics);
  });
});

describe('points of people', () => {
  it.each<[string, Record<string, string>, string, string[]]>([
    ['each in a step of their own', { a: 'x', b: 'x', c: 'y', d: 'y', e: 'z', f: 'z', g: 'z' }, '12', []],
    ['two who hold everything', { a: 'xyz', b: 'xyz' }, '8', []],
    ['nobody in the second step', { a: 'xz', b: 'xz' }, '0', ['2']],
    ['one too few in the first', { a: 'x', b: 'yz', c: 'yz' }, '0', ['1']],
    ['more than the cap', Object.fromEntries([...'abcdefghijkl'].map((id) => [id, 'xyz'])), '40', []],
    ['nobody', {}, '0', ['1', '2']],
  ])('%s', (_, held, expected, waitsFor) => {
    const { metrics } = standing(scoreOf('70', skilling), [], people(held));

    expect(fractionText(metrics[0]!.points)).toBe(expected);
    expect(metrics[0]!.steps[2]!.waitsFor).toEqual(waitsFor);
  });

  it('says who serves a step, everybody once', () => {
    const { metrics } = standing(scoreOf('70', skilling), [], people({ a: 'xyz', b: 'x' }));

    expect(metrics[0]!.steps.map((one) => one.people)).toEqual([['a', 'b'], ['a'], ['a']]);
  });

  it('a gate with points gives them for its own people only', () => {
    const smb = metric('s', '20', { steps: [step('1', one('x'), { n: 1, points: points('4') })] });

    expect(fractionText(standing(scoreOf('4', smb), [], people({ a: 'x', b: 'x' })).points)).toBe('4');
  });
});

describe('points of figures', () => {
  const rule = (id: string, per: string, parts: Partial<FigureRule> = {}): FigureRule => ({
    metric: id,
    points: points(per),
    ...parts,
  });
  const usage = metric('usage', '30', { figures: [rule('dpor', '30/4000'), rule('cpor', '30/1000')] });

  it.each<[string, Figure[], string, string]>([
    ['the best single one, capped', [figure('dpor', 2000), figure('cpor', 1500)], '30', 'cpor'],
    ['never the sum', [figure('dpor', 2000), figure('cpor', 400)], '15', 'dpor'],
    ['less than nothing is nothing', [figure('dpor', -5)], '0', 'dpor'],
    ['the newest', [figure('cpor', 100), figure('cpor', 200, '2024-02-01')], '6', 'cpor'],
  ])('%s', (_, figures, expected, best) => {
    const [judged] = standing(scoreOf('70', usage), figures).metrics;

    expect(fractionText(judged!.points)).toBe(expected);
    expect(judged!.figures.find(({ counts }) => counts)!.metric).toBe(best);
  });

  it('below the baseline of another figure there are none', () => {
    const growth = metric('growth', '20', {
      figures: [rule('percent', '1', { baseline: { metric: 'usd', atLeast: 1000 } })],
    });
    const of = (usd: number) => standing(scoreOf('70', growth), [figure('percent', 12), figure('usd', usd)]);

    expect(fractionText(of(1000).points)).toBe('12');
    expect(of(999).metrics[0]!.figures[0]).toMatchObject({ below: { metric: 'usd', value: 999, atLeast: 1000 } });
    expect(fractionText(of(999).points)).toBe('0');
  });

  it('works out a weighted figure from others, unless it was given itself', () => {
    const mcv = metric('mcv', '100', { figures: [rule('mcv', '1/1000')] });
    const metrics: Metric[] = [
      {
        id: 'mcv',
        names: { en: 'mcv' },
        unit: 'points',
        source: 'test',
        weights: { bc: points('1000'), ci: points('0.2') },
      },
    ];
    const figures = [figure('bc', 10), figure('ci', 50_000)];

    expect(fractionText(standing(scoreOf('70', mcv), figures, [], metrics).points)).toBe('20');
    expect(fractionText(standing(scoreOf('70', mcv), [...figures, figure('mcv', 5)], [], metrics).points)).toBe(
      '1/200',
    );
  });
});

describe('the goal', () => {
  const rule = (id: string) => metric(id, '50', { figures: [{ metric: id, points: points('1') }] });

  it.each<[string, number, number, boolean]>([
    ['the total and nothing at zero', 50, 20, true],
    ['one point too few', 50, 19, false],
    ['the total, but a metric at zero', 50, 0, false],
  ])('%s', (_, a, b, met) => {
    const judged = standing(scoreOf(a === 50 && b === 0 ? '50' : '70', rule('a'), rule('b')), [
      figure('a', a),
      figure('b', b),
    ]);

    expect(isReached(judged)).toBe(met);
    expect(progressOfScore(judged) === 1).toBe(met);
    expect(judged.metrics[1]!.blocks).toBe(b === 0);
  });

  it('a metric that may be zero does not block', () => {
    const lenient = { ...rule('b'), mayBeZero: true };

    expect(isReached(standing(scoreOf('50', rule('a'), lenient), [figure('a', 50)]))).toBe(true);
  });
});

const letters = ['x', 'y', 'z'];
const anyEach = fc
  .uniqueArray(fc.constantFrom(...letters), { minLength: 1 })
  .map((ids): Expression => ({ any: ids.map(one) }));
const anySteps = fc.array(
  fc.record({
    gate: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    each: anyEach,
    per: fc.integer({ min: 0, max: 30 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const anyPeople = fc.array(fc.subarray(letters), { maxLength: 6 });

it('agrees with counting by hand, whatever the steps and people', () => {
  fc.assert(
    fc.property(anySteps, anyPeople, (rules, holders) => {
      const steps = rules.map(({ gate, each, per }, index) =>
        step(String(index), each, {
          ...(gate !== undefined && { n: gate }),
          points: points(`${per}/3`),
          after: rules.flatMap((rule, at) => (at < index && rule.gate !== undefined ? [String(at)] : [])),
        }),
      );
      const groups = holders.map((held, index) => ({ people: [String(index)], held: new Set(held) }));
      let thirds = 0;
      let open = true;
      for (const { gate, each, per } of rules) {
        let serving = 0;
        for (const { held } of groups) if (satisfies(held, each)) serving += 1;
        if (gate === undefined) thirds += open ? serving * per : 0;
        else {
          thirds += open && serving >= gate ? gate * per : 0;
          open &&= serving >= gate;
        }
      }
      const judged = standing(scoreOf('70', metric('m', '40', { steps })), [], groups);

      expect(fractionText(judged.points)).toBe(fractionText(points(`${Math.min(thirds, 120)}/3`)));
    }),
  );
});
