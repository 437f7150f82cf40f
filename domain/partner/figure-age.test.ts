/** From when on a figure is outdated, by the kind of its programme and of its metric. */
import { builtInProgramme } from '../../infra/catalogue/load';
import type { Metric } from '../programme/programme';
import { isOutdated, outdatedFrom, type AgedFigure } from './figure-age';

const competencies = builtInProgramme('competencies');
const designations = builtInProgramme('designations');

const figure = (asOf: string): AgedFigure => ({ metric: 'm', asOf });
const metric = (parts: Partial<Metric> = {}): Metric => ({
  id: 'm',
  names: { en: 'm' },
  unit: 'customers',
  source: 's',
  ...parts,
});

it.each<[string, string, Metric | undefined, string | undefined]>([
  ['the refresh of the next month', '2026-03-01', metric(), '2026-04-20'],
  ['the refresh of the next month, from its last day', '2026-03-31', metric(), '2026-04-20'],
  ['over the end of a year', '2026-12-05', metric(), '2027-01-20'],
  ['a metric that is not known any more', '2026-03-01', undefined, '2026-04-20'],
  ['never, of what is so or not', '2026-03-01', metric({ unit: 'yes-no' }), undefined],
  ['after the months for which it holds', '2026-03-01', metric({ unit: 'yes-no', holdsMonths: 24 }), '2028-03-01'],
])('where goals are scores: %s', (_, asOf, about, day) => {
  expect(outdatedFrom(figure(asOf), about, designations)).toBe(day);
});

it.each<[string, Metric, string | undefined]>([
  ['2018-03-01', metric(), '2019-03-01'],
  ['2018-03-01', metric({ unit: 'yes-no' }), undefined],
])('a figure of %s of a competency is outdated after a year', (asOf, about, day) => {
  expect(outdatedFrom(figure(asOf), about, competencies)).toBe(day);
});

it.each([
  ['2026-04-19', false],
  ['2026-04-20', true],
])('on %s: %s', (day, outdated) => {
  const programme = { ...designations, metrics: [metric()] };
  expect(isOutdated(figure('2026-03-01'), { programme, day })).toBe(outdated);
});

it('is outdated by its own metric, and never where that is so or not', () => {
  const metrics = [metric({ id: 'other' }), metric({ unit: 'yes-no' })];
  const programme = { ...designations, metrics };

  expect(isOutdated(figure('2026-03-01'), { programme, day: '2030-01-01' })).toBe(false);
  expect(isOutdated({ ...figure('2026-03-01'), metric: 'other' }, { programme, day: '2030-01-01' })).toBe(true);
});
