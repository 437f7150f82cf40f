/** What is displayed outside, and how far risks are looked for. */
import { displayedLevels } from './displayed-level';
import { riskHorizonOf } from './risk-horizon';
import { clause, competency, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import { emptyPartner, type Partner } from '../partner/partner';
import { standardPolicies } from '../programme/policy';

const rule = (level: string, n: number) => requirement(level, { alternatives: [[clause('a', n, one('p'))]] });
const programme = programmeOf([competency('c', rule('silver', 1), rule('gold', 2))]);
const facts = factsOf([person('p1', ['p'], { leftOn: '2018-05-01' }), person('p2', ['p'])]);
const partner = (parts: Partial<Partner>): Partner => ({ ...emptyPartner('t', 'test'), ...parts });
const bought = (level: string, ...renewedOn: string[]) => ({
  membership: { level, boughtOn: '2018-02-14', renewedOn },
});
const displayed = (one: Partner, today: string) => displayedLevels(one, { programme, facts, today });

it.each([
  ['nothing where nothing was bought', {}, '2018-06-01', []],
  ['what was met when it was bought', bought('gold'), '2018-06-01', [['gold', '2019-02-14']]],
  ['no more than was bought', bought('silver'), '2018-06-01', [['silver', '2019-02-14']]],
  ['in the window to its end', bought('gold'), '2019-03-01', [['gold', '2019-03-16']]],
  ['nothing once it has closed', bought('gold'), '2019-03-17', []],
  ['what was met when it was renewed', bought('gold', '2019-02-20'), '2019-03-01', [['silver', '2020-02-14']]],
])('is %s', (_, parts, today, expected) => {
  expect(displayed(partner(parts), today).map(({ level, until }) => [level, until])).toEqual(expected);
});

it('is what the summary prints, where one was imported', () => {
  const shown = [
    { competency: 'c', level: 'silver', status: 'active', endsOn: '2018-12-31' },
    { competency: 'c', level: 'gold', status: 'inactive' },
  ] as const;

  expect(displayed(partner({ ...bought('gold'), shown }), '2018-12-31')).toEqual([
    { competency: 'c', level: 'silver', until: '2018-12-31' },
  ]);
  expect(displayed(partner({ ...bought('gold'), shown }), '2019-01-01')).toEqual([]);
});

it.each([
  ['2018-06-01', '2019-02-14', 'anniversary'],
  ['2019-02-20', '2019-03-16', 'window'],
  ['2019-03-17', '2020-03-16', 'lapsed'],
])('on %s risks are told for %s: %s', (today, until, because) => {
  expect(riskHorizonOf(bought('silver').membership, { programme, policies: standardPolicies }, today)).toEqual({
    until,
    because,
  });
});

it('without a membership risks are told for a year', () => {
  expect(riskHorizonOf(undefined, { programme, policies: standardPolicies }, '2018-06-01')).toEqual({
    until: '2019-06-01',
    because: 'no-membership',
  });
});
