/** How many people a step of a score can use, and the steps in their order. */
import { readFraction } from '../basics/fraction';
import { one } from '../fixture.case';
import { placesFor, stepsOf, type ScoreMetric, type ScoreStep } from './score';

const step = (parts: Partial<ScoreStep> = {}): ScoreStep => ({
  id: 'step',
  each: one('exam'),
  points: { numerator: 1, denominator: 1 },
  after: [],
  ...parts,
});

it.each<[string, number | undefined, string, string, number]>([
  ['those of a gate, whatever it gives', 2, '4', '40', 2],
  ['as many as give all points of the metric', undefined, '4', '40', 10],
  ['one more where the points do not divide evenly', undefined, '7', '40', 6],
  ['six people of 20/3 points each for 40 points', undefined, '20/3', '40', 6],
  ['one, where a single person gives more than all', undefined, '50', '40', 1],
  ['one, where the metric gives nothing', undefined, '1', '0', 1],
  ['two for a half and a bit', undefined, '1/2', '2/3', 2],
])('%s', (_, n, points, of, places) => {
  const some = step({ points: readFraction(points)!, ...(n !== undefined && { n }) });

  expect(placesFor(some, readFraction(of)!)).toBe(places);
});

it('has its steps metric by metric', () => {
  const metric = (id: string, ...steps: readonly ScoreStep[]): ScoreMetric => ({
    id,
    of: { numerator: 40, denominator: 1 },
    figures: [],
    steps,
    mayBeZero: false,
  });
  const metrics = [
    metric('success'),
    metric('intermediate', step({ id: 'gate' }), step({ id: 'more' })),
    metric('advanced', step({ id: 'expert' })),
  ];
  const points = { numerator: 70, denominator: 1 };

  expect(stepsOf({ atLeast: points, of: points, metrics }).map((each) => `${each.metric.id} ${each.step.id}`)).toEqual([
    'intermediate gate',
    'intermediate more',
    'advanced expert',
  ]);
});
