/** The renewals of specializations: whose they are, their days, and until when an audit holds. */
import { earned, factsOf, one, person, programmeOf, competency, requirement } from '../fixture.case';
import type { Enrolment } from '../partner/enrolment';
import type { Programme } from '../programme/programme';
import { goalRenewals } from './own-renewal';

const audit = { id: 'audit', names: { en: 'Audit' }, unit: 'yes-no', source: 'test', holdsMonths: 24 } as const;
const rule = requirement('silver', {
  figures: [{ metric: 'audit', atLeast: true }] as never,
  alternatives: [[{ id: 'a', n: 1, each: one('p'), apart: [] }]],
});
const programme: Programme = {
  ...programmeOf([competency('sap', rule), competency('copilot', rule)], { goals: 'specialization' }),
  metrics: [audit],
};
const facts = {
  ...factsOf([person('ana', [earned('p')])]),
  figures: [
    { metric: 'audit', value: true, asOf: '2025-05-20', source: 'test' },
    { metric: 'audit', value: true, asOf: '2025-08-01', source: 'test' },
    { metric: 'audit', value: false, asOf: '2026-08-01', source: 'test' },
  ],
};
const sap: Enrolment = { competency: 'sap', level: 'silver', from: '2026-08-12' };
const copilot: Enrolment = { ...sap, competency: 'copilot', from: '2026-02-01' };

it('tells the soonest first, each with the day until which the newest audit that was passed holds', () => {
  expect(goalRenewals({ enrolments: [sap, copilot] }, { programme, facts }, '2026-11-20')).toEqual([
    {
      goal: 'copilot',
      anniversary: '2027-02-01',
      opens: '2026-12-03',
      closes: '2027-03-03',
      evidence: [{ metric: 'audit', until: '2027-08-01' }],
    },
    expect.objectContaining({ goal: 'sap', anniversary: '2027-08-12' }),
  ]);
});

it.each<[string, readonly Enrolment[], string]>([
  ['before it begins', [sap], '2026-08-11'],
  ['after its last day', [sap], '2027-09-12'],
  ['of a goal that the programme does not have', [{ ...sap, competency: 'gone' }], '2026-11-20'],
])('tells nothing %s', (_, enrolments, today) => {
  expect(goalRenewals({ enrolments }, { programme, facts }, today)).toEqual([]);
});

it('tells nothing of what is renewed with the membership', () => {
  const designations = { ...programme, goals: 'designation' } as const;

  expect(goalRenewals({ enrolments: [sap] }, { programme: designations, facts }, '2026-11-20')).toEqual([]);
});
