/** Which requirement is in force on which day. */
import { requirementInForce, type Option } from './programme';
import type { Requirement } from './requirement';

const rule = (level: string, effectiveFrom: string, effectiveTo?: string): Requirement => ({
  level,
  effectiveFrom,
  ...(effectiveTo && { effectiveTo }),
  figures: [],
  alternatives: [],
  source: `${level} ${effectiveFrom}`,
});

const abolishedSilver: Option = {
  id: 'erp',
  names: { en: 'ERP' },
  associations: [],
  requirements: [
    rule('silver', '2017-07-18', '2018-03-18'),
    rule('gold', '2017-07-18', '2018-03-18'),
    rule('gold', '2018-03-19'),
  ],
};

it.each([
  ['silver', '2017-08-01', 'silver 2017-07-18'],
  ['silver', '2018-03-18', 'silver 2017-07-18'],
  ['silver', '2018-03-19', undefined],
  ['gold', '2018-03-18', 'gold 2017-07-18'],
  ['gold', '2018-03-19', 'gold 2018-03-19'],
  ['gold', '2026-01-01', 'gold 2018-03-19'],
  ['silver', '2015-01-01', 'silver 2017-07-18'],
  ['gold', '2015-01-01', 'gold 2017-07-18'],
  ['platinum', '2018-03-19', undefined],
])('%s on %s is %s', (level, date, expected) => {
  expect(requirementInForce(abolishedSilver, level, date)?.source).toBe(expected);
});

it('knows options that came later', () => {
  const younger: Option = {
    ...abolishedSilver,
    effectiveFrom: '2018-03-19',
    requirements: [rule('gold', '2018-03-19')],
  };

  expect(requirementInForce(younger, 'gold', '2018-03-18')).toBeUndefined();
  expect(requirementInForce(younger, 'gold', '2018-03-19')).toBeDefined();
});
