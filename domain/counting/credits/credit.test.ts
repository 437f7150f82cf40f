/** When a credential counts, day by day around every boundary. */
import { creditOf } from './credit';
import { claimSource } from '../../partner/claim';
import { computedExpiryOf, expiryOf } from './expiry';
import { indexCredentials } from '../../programme/credential';
import { credential, earned as earnedWith, person as personWith } from '../../fixture.case';
import type { Achievement, Person } from '../../partner/people/person';
import { standardPolicies, type Policies } from '../../programme/policy';

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

it.each<[string, Partial<Person>, string, unknown]>([
  ['is linked', linked, '2018-06-01', undefined],
  ['is not linked', { accountOn: '2018-01-01' }, '2018-06-01', { code: 'not-linked' }],
  ['was linked today', linked, '2018-05-10', { code: 'waiting', countsFrom: '2018-05-11' }],
  ['was linked yesterday', linked, '2018-05-11', undefined],
  ['leaves tomorrow', { leftOn: '2018-06-02' }, '2018-06-01', undefined],
  ['leaves today', { leftOn: '2018-06-01' }, '2018-06-01', { code: 'left', on: '2018-06-01' }],
])('of a person who %s nothing counts, or everything may', (_, parts, asOf, hindrance) => {
  const credit = creditOf(person([exam], parts), index, { asOf, policies: standardPolicies });

  expect(credit.hindrance).toEqual(hindrance);
  expect(credit.counted.size).toBe(hindrance === undefined ? 1 : 0);
});

it('a pass from before the link waits for the delay after the link, a longer one too', () => {
  const slow = { ...standardPolicies, countingDelay: 72 };
  const reason = (asOf: string) =>
    creditOf(person([exam], linked), index, { asOf, policies: slow }).hindered.get('70-346');

  expect(reason('2018-05-12')).toEqual({ code: 'waiting', countsFrom: '2018-05-13' });
  expect(reason('2018-05-13')).toBeUndefined();
});

it('a claim counts only under the policy', () => {
  const claimed = person([{ ...exam, source: claimSource('1') }]);
  const count = (claimedAchievementCounts: 'on' | 'off') =>
    creditOf(claimed, index, { asOf: '2018-06-01', policies: { ...standardPolicies, claimedAchievementCounts } });

  expect(count('off').hindered.get('70-346')).toEqual({ code: 'claimed' });
  expect([...count('on').counted]).toEqual(['70-346']);
});

it.each([
  ['2018-09-01', undefined],
  ['2018-09-02', { code: 'too-old', on: '2018-09-01' }],
])('under an age limit of six months an exam of March on %s', (asOf, because) => {
  const { hindered } = creditOf(person([exam]), index, { asOf, policies: { ...standardPolicies, skillAgeLimit: 6 } });

  expect(hindered.get('70-346')).toEqual(because);
});

it('says whether the day of an expiry is printed or computed', () => {
  const reason = (achievement: Achievement) =>
    creditOf(person([achievement]), index, { asOf: '2023-06-01', policies: standardPolicies }).hindered.get('C-Admin');

  expect(reason(earned('C-Admin', '2022-01-01'))).toEqual({ code: 'expired', on: '2023-01-01', isComputed: true });
  expect(reason(earned('C-Admin', '2022-01-01', '2023-05-01'))).toEqual({ code: 'expired', on: '2023-05-01' });
});

it('the credentials of GitHub are valid for two years (field-2026.md 0.1)', () => {
  const github = credential('GH-Admin', { kind: 'certification', validity: 'two-years' });

  expect(expiryOf(earned('GH-Admin', '2024-02-29'), github)).toBe('2026-02-28');
});

it('a computed expiry is none where the file prints one', () => {
  expect(computedExpiryOf(earned('C-Admin', '2022-01-01'), roleBased)).toBe('2023-01-01');
  expect(computedExpiryOf(earned('C-Admin', '2022-01-01', '2024-01-01'), roleBased)).toBeUndefined();
  expect(computedExpiryOf(earned('70-346', '2022-01-01'), plain)).toBeUndefined();
});
