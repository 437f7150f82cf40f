/** What can be recorded of a membership, and what cannot have happened. */
import { builtInProgramme } from '../../infra/catalogue/load';
import { programmeOf } from '../fixture.case';
import {
  enrolIn,
  impliedMembership,
  isSameRecord,
  leaveEnrolment,
  purchaseMembership,
  renewMembership,
  type MembershipRecord,
} from './membership';
import type { ShownCompetency } from '../partner/partner';
import { standardPolicies } from '../programme/policy';

const programme = programmeOf([]);
const nothing: MembershipRecord = { market: 'developed' };
const silver: MembershipRecord = {
  market: 'developed',
  membership: { level: 'silver', boughtOn: '2018-02-14', renewedOn: ['2019-02-20'] },
};
const rules = { programme, policies: standardPolicies, today: '2019-03-01' };

it.each([
  [{ level: 'gold' }, { code: 'no-date' }],
  [{ level: 'gold', boughtOn: '' }, { code: 'no-date' }],
  [{ boughtOn: '2018-02-14' }, { code: 'no-level' }],
  [{ level: 'bronze', boughtOn: '2018-02-14' }, { code: 'unknown-level' }],
  [
    { level: 'gold', boughtOn: '2018-02-30' },
    { code: 'not-a-date', heard: '2018-02-30' },
  ],
  [
    { level: 'gold', boughtOn: '2019-03-02' },
    { code: 'in-the-future', on: '2019-03-02' },
  ],
  [
    { level: 'gold', boughtOn: '1018-02-14' },
    { code: 'long-ago', on: '1018-02-14' },
  ],
  [{ level: 'gold', boughtOn: '2018-02-14', market: 'moon' }, { code: 'unknown-market' }],
])('refuses the purchase %j', (purchase, fault) => {
  expect(purchaseMembership(purchase, nothing, rules)).toEqual(fault);
});

it.each([
  ['of the first membership', nothing, { level: 'silver', boughtOn: '2018-02-14' }, []],
  ['of another one, without its renewals', silver, { level: 'gold', boughtOn: '2018-09-01' }, []],
  ['that only corrects the level', silver, { level: 'gold', boughtOn: '2018-02-14' }, ['2019-02-20']],
])('records a purchase %s', (_, before, purchase, renewedOn) => {
  expect(purchaseMembership(purchase, before, rules)).toEqual({
    market: 'developed',
    membership: { ...purchase, renewedOn },
  });
});

it('records the market that is said', () => {
  const purchase = { level: 'silver', boughtOn: '2018-02-14', market: 'developing' };

  expect(purchaseMembership(purchase, silver, rules)).toEqual({ ...silver, market: 'developing' });
});

it.each([
  ['alone', nothing, { timeZone: 'europe/oslo' }, { market: 'developed', timeZone: 'Europe/Oslo' }],
  [
    'with a purchase',
    nothing,
    { ...silver.membership, timeZone: 'Asia/Taipei' },
    { ...silver, timeZone: 'Asia/Taipei' },
  ],
  ['beside what is recorded', silver, { timeZone: 'Asia/Taipei' }, { ...silver, timeZone: 'Asia/Taipei' }],
  ['and takes UTC as none', { ...silver, timeZone: 'Asia/Taipei' }, { timeZone: 'utc' }, silver],
  ['that no clock knows not', silver, { timeZone: 'Mars/Base' }, { code: 'unknown-zone', heard: 'Mars/Base' }],
])('records a time zone %s', (_, before: MembershipRecord, purchase, after) => {
  const known = 'membership' in after ? { ...after, membership: expect.anything() as unknown } : after;
  expect(purchaseMembership(purchase, before, rules)).toEqual(known);
});

const running = { ...silver, membership: { ...silver.membership!, renewedOn: [] } };

it.each([
  ['on the first day of the window', '2019-02-15', { membership: { renewedOn: ['2019-02-15'] } }],
  ['on the anniversary', '2019-02-14', { code: 'renewed-too-early', opens: '2019-02-15' }],
  ['in the future', '2019-03-02', { code: 'in-the-future', on: '2019-03-02' }],
  ['on no day at all', 'soon', { code: 'not-a-date', heard: 'soon' }],
])('a renewal %s', (_, on, expected) => {
  expect(renewMembership(on, running, rules)).toMatchObject(expected);
});

it('a renewal after the window has closed is a new purchase', () => {
  expect(renewMembership('2019-03-17', running, { ...rules, today: '2019-04-01' })).toEqual({
    code: 'renewed-too-late',
    closed: '2019-03-16',
  });
});

it('a renewal needs a membership, and the same one twice is one', () => {
  expect(renewMembership('2019-02-20', nothing, rules)).toEqual({ code: 'nothing-to-renew' });
  expect(renewMembership('2019-02-20', silver, rules)).toEqual(silver);
});

it('two records are the same if nothing in them differs', () => {
  expect(isSameRecord(silver, { ...silver })).toBe(true);
  expect(isSameRecord(silver, running)).toBe(false);
  expect(isSameRecord(silver, nothing)).toBe(false);
  expect(isSameRecord(nothing, { market: 'developing' })).toBe(false);
});

const shown = (level: string, endsOn: string, parts: Partial<ShownCompetency> = {}): ShownCompetency => ({
  competency: 'devops',
  level,
  status: 'active',
  endsOn,
  ...parts,
});

it.each([
  ['nothing is shown', [], undefined],
  ['only an inactive one', [shown('gold', '2019-02-14', { status: 'inactive' })], undefined],
  ['the highest level', [shown('silver', '2020-01-01'), shown('gold', '2019-02-14')], ['gold', '2018-02-14']],
  [
    'of one level the latest end',
    [shown('silver', '2019-01-01'), shown('silver', '2019-02-14')],
    ['silver', '2018-02-14'],
  ],
])('a summary implies a membership: %s', (_, all, expected) => {
  const implied = impliedMembership(all, programme);

  expect(implied && [implied.level, implied.boughtOn]).toEqual(expected);
});

describe('enrolments', () => {
  const designations = builtInProgramme('designations');
  const specializations = builtInProgramme('specializations');
  const enrolled = (programme: typeof designations, entered: Parameters<typeof enrolIn>[0], before = nothing) =>
    enrolIn(entered, before, { programme, today: '2026-11-28' });

  it('the first designation is the purchase as well, a specialization is not', () => {
    expect(enrolled(designations, { competency: 'security', from: '2026-03-01' })).toEqual({
      market: 'developed',
      membership: { level: 'solutions-partner', boughtOn: '2026-03-01', renewedOn: [] },
      enrolments: [{ competency: 'security', level: 'solutions-partner', from: '2026-03-01' }],
    });
    expect(enrolled(specializations, { competency: 'cloud-security', from: '2026-04-01' })).toEqual({
      market: 'developed',
      enrolments: [{ competency: 'cloud-security', level: 'attained', from: '2026-04-01' }],
    });
  });

  it.each([
    [{ competency: 'knitting', from: '2026-03-01' }, { code: 'unknown-goal' }],
    [{ competency: 'security', level: 'gold', from: '2026-03-01' }, { code: 'unknown-goal' }],
    [{ competency: 'security' }, { code: 'no-date' }],
    [
      { competency: 'security', from: '2026-11-29' },
      { code: 'in-the-future', on: '2026-11-29' },
    ],
  ])('refuses %j', (entered, fault) => {
    expect(enrolled(designations, entered)).toEqual(fault);
  });

  it('asks for the level where there are several', () => {
    const competencies = builtInProgramme('competencies');
    const wanted = { competency: 'devops', from: '2018-03-01' };

    expect(enrolIn(wanted, nothing, { programme: competencies, today: '2018-06-01' })).toEqual({ code: 'no-level' });
  });

  it('is taken away again, and the membership stays', () => {
    const record = enrolled(designations, { competency: 'security', from: '2026-03-01' }) as MembershipRecord;
    const { enrolments: _, ...rest } = record;

    expect(leaveEnrolment('security', record)).toEqual(rest);
    expect(leaveEnrolment('infrastructure', record)).toEqual({ code: 'not-enrolled' });
    expect(isSameRecord(record, rest)).toBe(false);
  });
});
