/** Which requirement is in force on which day, and what a programme says as a whole. */
import { clause, competency, one, programmeOf, requirement } from '../fixture.case';
import { competencyOf, credentialsNamedBy, hasEnded, hasScores, requirementInForce, type Option } from './programme';
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

it('asks an option of which no rule is known for nothing', () => {
  expect(requirementInForce({ ...abolishedSilver, requirements: [] }, 'gold', '2018-03-19')).toBeUndefined();
});

it.each([
  ['the day before it begins', '2016-12-31', false],
  ['its last day', '2022-09-30', false],
  ['the day after', '2022-10-01', true],
])('a programme on %s', (_, date, ended) => {
  expect(hasEnded(programmeOf([], { effectiveTo: '2022-09-30' }), date)).toBe(ended);
});

it('a programme without a last day has not ended', () => {
  expect(hasEnded(programmeOf([]), '2099-01-01')).toBe(false);
});

const points = { numerator: 1, denominator: 1 };
const scored = requirement('gold', { score: { atLeast: points, of: points, metrics: [] } });

it.each([
  ['no goal', [], false],
  ['goals of figures and people', [competency('a', requirement('silver'), requirement('gold'))], false],
  [
    'one level of one goal in points',
    [competency('a', requirement('silver')), competency('b', requirement('silver'), scored)],
    true,
  ],
])('a programme of %s', (_, competencies, expected) => {
  expect(hasScores({ competencies })).toBe(expected);
});

it('finds a competency by its id', () => {
  const programme = programmeOf([competency('a'), competency('b')]);

  expect(competencyOf(programme, 'b')?.id).toBe('b');
  expect(competencyOf(programme, 'c')).toBeUndefined();
});

it('names the credentials of all rules, those that ended included, and each once', () => {
  const rules = ['p', 'q', 'p'].map((id) => requirement('gold', { alternatives: [[clause('a', 1, one(id))]] }));
  const some = competency('a', ...rules);

  expect([...credentialsNamedBy(some)]).toEqual(['p', 'q']);
  expect(credentialsNamedBy(some)).toBe(credentialsNamedBy(some));
});
