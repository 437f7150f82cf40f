/** A goal is held from its first day to its last, both included, and in its time of grace. */
import { competency, programmeOf, requirement } from '../fixture.case';
import { joined } from '../programme/joined-programme';
import { enrolledUntil, heldGoalsIn, heldGoalsOf, isHeldOn, ownRenewalOf, withEnrolment } from './held-goal';

it.each([
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-01-31', false],
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-02-01', true],
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-03-01', true],
  [{ from: '2018-02-01', until: '2018-03-01' }, '2018-03-02', false],
  [{ from: '2018-02-01' }, '2030-01-01', true],
  [{ until: '2018-03-01' }, '2000-01-01', true],
  [{}, '2018-01-01', true],
])('%j holds on %s: %s', (days, day, expected) => {
  expect(isHeldOn({ goal: 'azure', ...days }, day)).toBe(expected);
});

it('is what Partner Center shows as active or in grace', () => {
  const shown = [
    { competency: 'azure', level: 'held', status: 'active', startsOn: '2018-01-01', endsOn: '2018-12-31' },
    { competency: 'security', level: 'held', status: 'in-grace-period' },
    { competency: 'data', level: 'held', status: 'inactive', startsOn: '2018-01-01' },
  ] as const;

  expect(heldGoalsIn(shown)).toEqual([
    { goal: 'azure', from: '2018-01-01', until: '2018-12-31' },
    { goal: 'security' },
  ]);
});

/** Security is renewed with the membership, SAP on its own. */
const programme = joined([
  programmeOf([competency('security', requirement('silver'))], { id: 'one', goals: 'designation' }),
  programmeOf([competency('sap', requirement('silver'))], { id: 'other', goals: 'specialization' }),
]);
const security = { competency: 'security', level: 'held', from: '2026-03-01' };

it.each([
  ['by itself', undefined, '2027-04-01'],
  ['renewed with the membership', { level: 'held', boughtOn: '2025-11-30', renewedOn: ['2026-12-02'] }, '2028-01-02'],
  ['older than the membership', { level: 'held', boughtOn: '2027-01-10', renewedOn: [] }, '2028-02-10'],
])('an enrolment holds for 13 months: %s', (_, membership, until) => {
  expect(enrolledUntil(security, { membership, programme })).toBe(until);
  expect(heldGoalsOf({ shown: [], enrolments: [security], ...(membership && { membership }) }, programme)).toEqual([
    { goal: 'security', from: '2026-03-01', until },
  ]);
});

it('a specialization holds for a year and 30 days, whatever becomes of the membership, and is renewed from 60 days before', () => {
  const sap = { competency: 'sap', level: 'attained', from: '2026-08-12' } as const;
  const membership = { level: 'held', boughtOn: '2026-03-15', renewedOn: ['2027-03-20'] };

  expect(ownRenewalOf(sap, programme)).toEqual({
    anniversary: '2027-08-12',
    opens: '2027-06-13',
    closes: '2027-09-11',
  });
  expect(enrolledUntil(sap, { membership, programme })).toBe('2027-09-11');
  expect(ownRenewalOf(security, programme)).toBeUndefined();
});

it('a goal has one enrolment, and the oldest comes first', () => {
  const azure = { competency: 'azure', level: 'held', from: '2026-01-01' };

  expect(withEnrolment([security], azure)).toEqual([azure, security]);
  expect(withEnrolment([azure, security], { ...azure, from: '2026-05-01' })).toEqual([
    security,
    { ...azure, from: '2026-05-01' },
  ]);
});
