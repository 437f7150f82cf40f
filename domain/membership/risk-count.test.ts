/** Risk counts for the overview, and the days on which a membership alone changes them. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { emptyPartner, type Partner } from '../partner/partner';
import { standardPolicies } from '../programme/policy';
import { nextMembershipDay, countRisks } from './risk-count';

const programme = builtInProgramme('competencies');
const facts = { market: 'developed' as const, figures: [], people: [], policies: standardPolicies };
const partner = (parts: Partial<Partner>): Partner => ({ ...emptyPartner('t', programme.id), ...parts });
const membership = { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] };
const shown = [{ competency: 'devops', level: 'gold', status: 'active', endsOn: '2018-12-31' }] as const;

it.each([
  [
    'what is shown and not met, without a membership',
    partner({ shown }),
    '2018-06-01',
    ['no-membership', undefined, 1],
  ],
  ['what is lost by the anniversary', partner({ membership, shown }), '2018-06-01', ['anniversary', '2019-02-14', 1]],
  [
    'nothing that is no longer displayed',
    partner({ membership, shown }),
    '2019-01-01',
    ['anniversary', '2019-02-14', 0],
  ],
  ['in the window its last day', partner({ membership }), '2019-02-15', ['window', '2019-03-16', 0]],
  ['of a year ahead once it has lapsed', partner({ membership }), '2019-03-17', ['lapsed', undefined, 0]],
])('are %s', (_, one, today, expected) => {
  const { risks } = countRisks(one, { programme, facts, today });

  expect([risks.because, risks.until, risks.counts.lost]).toEqual(expected);
});

it.each([
  ['2018-01-01', '2018-02-14'],
  ['2018-02-14', '2019-01-01'],
  ['2019-01-01', '2019-02-15'],
  ['2019-02-15', '2019-03-17'],
  ['2019-03-17', undefined],
])('after %s the membership turns on %s', (after, day) => {
  expect(nextMembershipDay(partner({ membership, shown }), standardPolicies, after)).toBe(day);
});
