/** Figure notices: on which day the admins are reminded of which figures, once a month, and that nothing changes between the days that are named. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import type { Figure } from '../partner/figure';
import type { Metric, Programme } from '../programme/programme';
import { knownOf, programme } from './derive-notices.case';
import { figureNotices, nextFigureDay } from './figure-notices';
import { deriveNotices } from './derive-notices';
import { nextNoticeDay } from './next-notice-day';
import type { NoticeFacts } from './notice-facts';

const metric = (id: string, unit: Metric['unit'] = 'customers'): Metric => ({
  id,
  names: { en: id },
  unit,
  source: 'test',
});
const figure = (id: string, asOf: string): Figure => ({ metric: id, value: 1, asOf, source: 'by-hand c1' });

/** The first competency asks for customers and a yes or no, the second for seats. */
const asking: Programme = {
  ...programme,
  metrics: [metric('customers'), metric('checked', 'yes-no'), metric('seats', 'seats')],
  competencies: programme.competencies.map((competency) => ({
    ...competency,
    options: competency.options.map((option) => ({
      ...option,
      requirements: option.requirements.map((requirement) => ({
        ...requirement,
        figures: (competency.id === 'first' ? ['customers', 'checked'] : ['seats']).map((id) => ({
          metric: id,
          atLeast: { developed: 1 },
        })),
      })),
    })),
  })),
};
const known = (figures: readonly Figure[], parts: Partial<NoticeFacts> = {}): NoticeFacts => {
  const { facts, ...others } = knownOf([], { programme: asking, ...parts });
  return { ...others, facts: { ...facts, figures } };
};

const customers = figure('customers', '2017-06-05');
const checked = { ...figure('checked', '2017-06-05'), value: true };
const seats = figure('seats', '2017-08-25');

it.each<[string, readonly Figure[], string, object | undefined]>([
  ['no figure', [], '2018-06-20', undefined],
  ['a figure that is not a year old', [customers, checked], '2018-06-04', undefined],
  ['one that is, before the 20th', [customers, checked], '2018-06-19', undefined],
  [
    'one that is',
    [customers, checked],
    '2018-06-20',
    { outdated: 1, missing: 0, oldest: '2017-06-05', competency: 'first' },
  ],
  ['yes or no, which does not age', [checked, figure('customers', '2018-06-01')], '2019-05-20', undefined],
  ['one beside which another is missing', [customers], '2017-07-19', undefined],
  ['the same a month later', [customers], '2017-07-20', { outdated: 0, missing: 1, competency: 'first' }],
  ['only another competency', [seats], '2018-08-20', undefined],
  [
    'that, once a year is over',
    [seats],
    '2018-09-20',
    { outdated: 1, missing: 0, oldest: '2017-08-25', competency: 'second' },
  ],
  ['several', [customers, seats], '2018-09-20', { outdated: 2, missing: 1, oldest: '2017-06-05' }],
])('of %s (%j) on %s: %j', (_case, figures, today, expected) => {
  const reasons = figureNotices(known(figures), today).map(({ reason }) => reason);

  expect(reasons).toEqual(expected ? [{ rule: 'figures-outdated', ...expected }] : []);
});

it('is another notice in each month, and names who entered figures last', () => {
  const keys = ['2018-06-20', '2018-07-19', '2018-07-20', '2018-12-31', '2019-01-01'].flatMap((today) =>
    figureNotices(known([customers, checked], { figuresBy: 'boss' }), today).map(({ key }) => key),
  );

  expect(keys.map((key) => key.split('/')[1])).toEqual([
    '2018-06-20',
    '2018-06-20',
    '2018-07-20',
    '2018-12-20',
    '2018-12-20',
  ]);
  expect(figureNotices(known([customers, checked], { figuresBy: 'boss' }), '2018-07-01')[0]?.reason).toMatchObject({
    enteredBy: 'boss',
  });
});

it('is over when the figures are entered', () => {
  const entered = [customers, checked, seats].map((one) => ({ ...one, asOf: '2018-09-21' }));

  expect(figureNotices(known(entered), '2018-09-21')).toEqual([]);
});

const anyDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2017-03-01', days));
const anyFigures = fc
  .record({ customers: fc.option(anyDay), checked: fc.option(anyDay), seats: fc.option(anyDay) })
  .map((days) =>
    Object.entries(days).flatMap(([id, on]) =>
      on === null ? [] : [{ ...figure(id, on), value: id === 'checked' ? true : 1 }],
    ),
  );

it('changes on no day but those that are named', () => {
  fc.assert(
    fc.property(anyFigures, anyDay, fc.integer({ min: 1, max: 60 }), (figures, today, days) => {
      const facts = known(figures);
      const next = nextFigureDay(facts, today);
      const later = addDays(today, days);
      fc.pre(next === undefined || later < next);
      expect(figureNotices(facts, later)).toEqual(figureNotices(facts, today));
    }),
    { numRuns: 1_000 },
  );
});

it('is derived with all others, whose next day is not after its own', () => {
  const facts = known([customers, checked]);

  expect(deriveNotices(facts, '2018-06-20').map(({ key }) => key)).toContain('figures-outdated/2018-06-20');
  expect(nextNoticeDay(facts, '2018-06-19')).toBe('2018-06-20');
  expect(nextFigureDay(facts, '2018-06-20')).toBe('2018-07-20');
});
