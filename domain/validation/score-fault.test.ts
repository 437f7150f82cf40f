/** What a score cannot mean: one change at a time to a sound one, with what the message about it names. */
import { readFraction } from '../basics/fraction';
import type { FigureRule, Score, ScoreMetric, ScoreStep } from '../programme/score';
import { scoreFaults } from './score-fault';

const points = (text: string) => readFraction(text)!;

const rule = (metric: string, parts: Partial<FigureRule> = {}): FigureRule => ({
  metric,
  points: points('5'),
  ...parts,
});

const step = (id: string, parts: Partial<ScoreStep> = {}): ScoreStep => ({
  id,
  each: { credential: 'exam' },
  points: points('10'),
  after: [],
  ...parts,
});

const metric = (id: string, parts: Partial<ScoreMetric> = {}): ScoreMetric => ({
  id,
  of: points('20'),
  figures: [],
  steps: [],
  mayBeZero: false,
  ...parts,
});

const performance = metric('performance', { of: points('30'), figures: [rule('customers')] });
const skilling = (...steps: readonly ScoreStep[]) => metric('skilling', { of: points('70'), steps });

/** As a designation has it (designations.md 2): 30 points for performance and 70 for skilling, of which 70 must be reached. */
const sound: Score = {
  atLeast: points('70'),
  of: points('100'),
  metrics: [performance, skilling(step('gate', { n: 2, points: points('0') }), step('more', { after: ['gate'] }))],
};

const withMetrics = (...metrics: readonly ScoreMetric[]): Score => ({ ...sound, metrics });
const withRule = (one: FigureRule) => withMetrics({ ...performance, figures: [one] }, sound.metrics[1]!);
const withSteps = (...steps: readonly ScoreStep[]) => withMetrics(performance, skilling(...steps));

const defined = {
  metrics: new Set(['customers', 'seats']),
  scoreMetrics: new Set(['performance', 'skilling', 'success']),
  credentials: new Set(['exam']),
};

interface Found {
  readonly code: string;
  readonly at: string;
  readonly args: Readonly<Record<string, string | number>>;
}

const found = (score: Score): readonly Found[] =>
  scoreFaults(score, defined).map(({ code, path, args }) => ({ code, at: path.join('.'), args }));

it('finds nothing in a sound score', () => {
  expect(found(sound)).toEqual([]);
});

const sums = (sum: string, of: string, atLeast: string) => ({ sum, of, atLeast });

it.each<[string, Score, Found]>([
  [
    'the points of its metrics are fewer than the score has',
    { ...sound, of: points('110') },
    { code: 'score-sum', at: 'of', args: sums('100', '110', '70') },
  ],
  [
    'the points of its metrics are a third of a point too many',
    withMetrics({ ...performance, of: points('91/3') }, sound.metrics[1]!),
    { code: 'score-sum', at: 'of', args: sums('301/3', '100', '70') },
  ],
  [
    'no score is low enough to miss the goal',
    { ...sound, atLeast: points('0') },
    { code: 'score-unreachable', at: 'atLeast', args: sums('100', '100', '0') },
  ],
  [
    'no score is high enough to reach the goal',
    { ...sound, atLeast: points('201/2') },
    { code: 'score-unreachable', at: 'atLeast', args: sums('100', '100', '201/2') },
  ],
  [
    'a metric stands twice in it',
    withMetrics(
      { ...performance, of: points('15') },
      { ...performance, id: 'performance', of: points('15') },
      sound.metrics[1]!,
    ),
    { code: 'duplicate-id', at: 'metrics.1.id', args: { id: 'performance' } },
  ],
  [
    'a metric has no name',
    withMetrics({ ...performance, id: 'charm' }, sound.metrics[1]!),
    { code: 'unknown-score-metric', at: 'metrics.0.id', args: { id: 'charm' } },
  ],
  [
    'a metric comes from nothing',
    withMetrics({ ...performance, figures: [] }, sound.metrics[1]!),
    { code: 'figures-or-steps', at: 'metrics.0', args: { id: 'performance' } },
  ],
  [
    'a metric comes from figures and from people',
    withMetrics(performance, { ...sound.metrics[1]!, figures: [rule('seats')] }),
    { code: 'figures-or-steps', at: 'metrics.1', args: { id: 'skilling' } },
  ],
  [
    'points are for a figure that is not defined',
    withRule(rule('smiles')),
    { code: 'unknown-metric', at: 'metrics.0.figures.0.metric', args: { id: 'smiles' } },
  ],
  [
    'the baseline is a figure that is not defined',
    withRule(rule('customers', { baseline: { metric: 'smiles', atLeast: 1 } })),
    { code: 'unknown-metric', at: 'metrics.0.figures.0.baseline.metric', args: { id: 'smiles' } },
  ],
  [
    'a step stands twice in a metric',
    withSteps(step('one'), step('two'), step('one')),
    { code: 'duplicate-id', at: 'metrics.1.steps.2.id', args: { id: 'one' } },
  ],
  [
    'a gate asks for nobody',
    withSteps(step('gate', { n: 0 })),
    { code: 'not-a-count', at: 'metrics.1.steps.0.n', args: { value: '0' } },
  ],
  [
    'a gate asks for half a person',
    withSteps(step('gate', { n: 1.5 })),
    { code: 'not-a-count', at: 'metrics.1.steps.0.n', args: { value: '1.5' } },
  ],
  [
    'a step neither gives points nor opens the way to any',
    withSteps(step('one'), step('idle', { points: points('0') })),
    { code: 'step-without-effect', at: 'metrics.1.steps.1', args: { id: 'idle' } },
  ],
  [
    'a step waits for one that is no gate',
    withSteps(step('one'), step('two', { after: ['one'] })),
    { code: 'unknown-gate', at: 'metrics.1.steps.1.after.0', args: { id: 'one' } },
  ],
  [
    'a step waits for a gate that comes later',
    withSteps(step('two', { after: ['gate'] }), step('gate', { n: 1 })),
    { code: 'unknown-gate', at: 'metrics.1.steps.0.after.0', args: { id: 'gate' } },
  ],
  [
    'a step waits for itself',
    withSteps(step('first', { n: 1 }), step('gate', { n: 1, after: ['first', 'gate'] })),
    { code: 'unknown-gate', at: 'metrics.1.steps.1.after.1', args: { id: 'gate' } },
  ],
  [
    'a step names a credential that is not defined',
    withSteps(step('one', { each: { any: [{ credential: 'exam' }, { credential: 'luck' }] } })),
    { code: 'unknown-credential', at: 'metrics.1.steps.0.each.any.1', args: { id: 'luck' } },
  ],
])('finds that %s', (_, score, fault) => {
  expect(found(score)).toEqual([fault]);
});

it('says of a score without metrics only that they are missing', () => {
  expect(found(withMetrics())).toEqual([{ code: 'empty-list', at: 'metrics', args: {} }]);
});

it.each<[string, Score]>([
  ['a goal of all points', { ...sound, atLeast: points('100') }],
  ['a baseline that is defined', withRule(rule('customers', { baseline: { metric: 'seats', atLeast: 1 } }))],
  [
    'several figures, of which the best counts',
    withMetrics({ ...performance, figures: [rule('customers'), rule('seats')] }, sound.metrics[1]!),
  ],
  ['a gate for one person that gives points', withSteps(step('gate', { n: 1 }))],
  ['two gates before a step', withSteps(step('a', { n: 1 }), step('b', { n: 1 }), step('c', { after: ['a', 'b'] }))],
  [
    'one name for a step in each of two metrics',
    withMetrics(metric('success', { of: points('30'), steps: [step('one')] }), skilling(step('one'))),
  ],
])('allows %s', (_, score) => {
  expect(found(score)).toEqual([]);
});

describe('the ways of filling its steps, which a plan tells apart', () => {
  const wide = (...counts: readonly number[]) => withSteps(...counts.map((n, index) => step(`step ${index}`, { n })));

  it.each([
    ['100 000 of them', wide(9, 9, 9, 9, 9), false],
    ['more', wide(9, 9, 9, 9, 10), true],
    [
      'as many for a step without gate as give all points of its metric',
      withSteps(step('one', { points: points('70/99999') })),
      false,
    ],
    ['one person more than that', withSteps(step('one', { points: points('70/100000') })), true],
  ])('%s', (_, score, tooMany) => {
    const names = score.metrics[1]!.steps.map(({ id }) => `skilling ${id}`).join(', ');
    const fault = { code: 'too-many-combinations', at: '', args: { clauses: names } };

    expect(found(score)).toEqual(tooMany ? [fault] : []);
  });

  it('leave out a step that gives nothing', () => {
    expect(found(withSteps(step('idle', { points: points('0') }))).map(({ code }) => code)).toEqual([
      'step-without-effect',
    ]);
  });
});
