/** When a credential counts, day by day around every boundary. */
import { creditOf } from './credit';
import { expiryOf } from './expiry';
import { indexCredentials } from '../programme/credential';
import { credential, earned as earnedWith, person as personWith } from '../fixture.case';
import type { Achievement, Person } from '../partner/person';
import { standardPolicies, type Policies } from '../programme/policy';

const plain = credential('70-346');
const retired = credential('70-534', { retiredOn: '2017-12-31' });
const printed = credential('70-246', { retiredOn: '2017-12-31', countsUntil: '2019-01-31' });
const roleBased = credential('C-Admin', { kind: 'certification', validity: 'role-based' });
const thirdParty = credential('X-PSM-I', { kind: 'third-party' });
const index = indexCredentials([plain, retired, printed, roleBased, thirdParty]);

const earned = (title: string, completedOn: string, expiresOn?: string) =>
  earnedWith(title, { completedOn, ...(expiresOn && { expiresOn }) });

const person = (achievements: Achievement[], parts: Partial<Person> = {}) => personWith('p1', achievements, parts);

interface Row {
  readonly title: string;
  readonly of: Person;
  readonly on: string;
  readonly because: unknown;
  readonly policies?: Partial<Policies>;
}

const exam = earned('70-346', '2018-03-01');
const linked = { accountOn: '2018-01-01', linkedOn: '2018-05-10' };

const rows: Row[] = [
  { title: 'an exam of long ago', of: person([exam]), on: '2018-06-01', because: undefined },
  {
    title: 'an exam not yet taken',
    of: person([exam]),
    on: '2018-02-28',
    because: { code: 'not-yet-earned', on: '2018-03-01' },
  },
  {
    title: 'an exam of today',
    of: person([exam]),
    on: '2018-03-01',
    because: { code: 'waiting', countsFrom: '2018-03-02' },
  },
  { title: 'an exam of yesterday', of: person([exam]), on: '2018-03-02', because: undefined },
  {
    title: 'an exam of yesterday under a longer delay',
    of: person([exam]),
    on: '2018-03-02',
    because: { code: 'waiting', countsFrom: '2018-03-11' },
    policies: { countingDelay: 240 },
  },
  {
    title: 'an account without a link',
    of: person([exam], { accountOn: '2018-01-01' }),
    on: '2018-06-01',
    because: { code: 'not-linked' },
  },
  { title: 'the day before the link', of: person([exam], linked), on: '2018-05-09', because: { code: 'not-linked' } },
  {
    title: 'the day of the link',
    of: person([exam], linked),
    on: '2018-05-10',
    because: { code: 'waiting', countsFrom: '2018-05-11' },
  },
  { title: 'the day after the link', of: person([exam], linked), on: '2018-05-11', because: undefined },
  {
    title: 'a link without an account date',
    of: person([exam], { linkedOn: '2018-05-10' }),
    on: '2018-05-11',
    because: undefined,
  },
  {
    title: 'the day before leaving',
    of: person([exam], { leftOn: '2018-06-01' }),
    on: '2018-05-31',
    because: undefined,
  },
  {
    title: 'the day of leaving',
    of: person([exam], { leftOn: '2018-06-01' }),
    on: '2018-06-01',
    because: { code: 'left', on: '2018-06-01' },
  },
  {
    title: 'somebody who left, as Partner Center sees it',
    of: person([exam], { leftOn: '2018-01-01' }),
    on: '2018-06-01',
    because: undefined,
    policies: { leaverDropRule: 'official' },
  },
  {
    title: 'a deleted account before the monthly refresh',
    of: person([exam], { leftOn: '2018-01-15', accountDeletedOn: '2018-03-20' }),
    on: '2018-04-09',
    because: undefined,
    policies: { leaverDropRule: 'official' },
  },
  {
    title: 'a deleted account after the monthly refresh',
    of: person([exam], { leftOn: '2018-01-15', accountDeletedOn: '2018-03-20' }),
    on: '2018-04-10',
    because: { code: 'account-deleted', on: '2018-04-10' },
    policies: { leaverDropRule: 'official' },
  },
  {
    title: 'a link to another organisation',
    of: person([exam], { linkedElsewhereOn: '2018-04-01', leftOn: '2018-06-01' }),
    on: '2018-07-01',
    because: { code: 'linked-elsewhere', on: '2018-04-01' },
  },
  {
    title: 'a retired exam on its last day',
    of: person([earned('70-534', '2017-12-31')]),
    on: '2018-12-31',
    because: undefined,
  },
  {
    title: 'a retired exam a year later',
    of: person([earned('70-534', '2017-12-31')]),
    on: '2019-01-01',
    because: { code: 'retired', on: '2017-12-31', countedUntil: '2018-12-31' },
  },
  {
    title: 'a retired exam under a shorter grace',
    of: person([earned('70-534', '2017-12-31')]),
    on: '2018-07-01',
    because: { code: 'retired', on: '2017-12-31', countedUntil: '2018-06-30' },
    policies: { retiredExamGraceMonths: 6 },
  },
  {
    title: 'a pass after the retirement',
    of: person([earned('70-534', '2018-01-01')]),
    on: '2018-06-01',
    because: { code: 'earned-after-retirement', on: '2017-12-31' },
  },
  {
    title: 'a printed end of counting',
    of: person([earned('70-246', '2017-01-01')]),
    on: '2019-01-31',
    because: undefined,
  },
  {
    title: 'the last valid day',
    of: person([earned('70-346', '2017-01-01', '2018-06-01')]),
    on: '2018-06-01',
    because: undefined,
  },
  {
    title: 'the day after the last valid day',
    of: person([earned('70-346', '2017-01-01', '2018-06-01')]),
    on: '2018-06-02',
    because: { code: 'expired', on: '2018-06-01' },
  },
  {
    title: 'an expired one where that does not matter',
    of: person([earned('70-346', '2017-01-01', '2018-06-01')]),
    on: '2018-06-02',
    because: undefined,
    policies: { expiredCertificationCounts: 'on' },
  },
  {
    title: 'a skill beyond the age limit',
    of: person([exam]),
    on: '2019-03-02',
    because: { code: 'too-old', on: '2019-03-01' },
    policies: { skillAgeLimit: 12 },
  },
  {
    title: 'a third party where only Microsoft counts',
    of: person([earned('X-PSM-I', '2018-01-01')]),
    on: '2018-06-01',
    because: { code: 'third-party' },
    policies: { recognisedSources: 'microsoft-only' },
  },
  {
    title: 'a third party where the requirement names it',
    of: person([earned('X-PSM-I', '2018-01-01')]),
    on: '2018-06-01',
    because: undefined,
  },
];

it.each(rows)('$title ($on)', ({ of, on, because, policies }) => {
  const credit = creditOf(of, index, { asOf: on, policies: { ...standardPolicies, ...policies } });
  const id = index(of.achievements[0]!)!.id;

  expect(credit.hindered.get(id)).toEqual(because);
  expect(credit.counted.has(id)).toBe(because === undefined);
});

it('counts a credential once one of its passes counts, in either order', () => {
  const passes = [earned('70-346', '2016-01-01', '2017-01-01'), earned('70-346', '2018-01-01')];

  for (const order of [passes, [...passes].reverse()]) {
    const credit = creditOf(person(order), index, { asOf: '2018-06-01', policies: standardPolicies });
    expect([...credit.counted]).toEqual(['70-346']);
    expect(credit.hindered.size).toBe(0);
  }
});

it('passes over what the programme does not name', () => {
  const credit = creditOf(person([earned('Azure Fundamentals', '2018-01-01')]), index, {
    asOf: '2018-06-01',
    policies: standardPolicies,
  });

  expect(credit.counted.size + credit.hindered.size).toBe(0);
});

it.each([
  ['2019-06-30', '2021-12-30'],
  ['2019-07-01', '2021-07-01'],
  ['2021-06-29', '2023-06-29'],
  ['2021-06-30', '2022-06-30'],
])('a role-based certification of %s is valid until %s', (completedOn, until) => {
  expect(expiryOf(earned('C-Admin', completedOn), roleBased)).toBe(until);
  expect(expiryOf(earned('C-Admin', completedOn, '2030-01-01'), roleBased)).toBe('2030-01-01');
  expect(expiryOf(earned('70-346', completedOn), plain)).toBeUndefined();
});
