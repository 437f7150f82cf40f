/** Domain values as phrases: what people read of clauses, credentials, reasons and gaps. */
import type { Hindrance } from '../../domain/counting/credits/hindrance';
import type { Expression } from '../../domain/programme/expression';
import type { Alternative } from '../../domain/programme/requirement';
import type { LevelStanding } from '../../domain/counting/level-standing';
import type { CountingReason } from '../../domain/counting/why';
import { programme } from '../fixture.case';
import { text } from '../text';
import { whatWords, whoWords } from './clause';
import { credentialTitle, expressionWords } from './credential';
import { missingWords } from './missing';
import { hindranceWords, reasonGroupOf, reasonWords } from './reason';
import { listOf } from './wording';

const en = text('en');
const wording = { text: en, programme };
const one = (credential: string): Expression => ({ credential });
const clause = (id: string, n: number, ties: object = {}) => ({ id, n, each: one('90-101'), apart: [], ...ties });

it.each<[Expression, string]>([
  [one('90-101'), '90-101'],
  [one('A-Data'), 'Technical Assessment Data Foundational'],
  [{ all: [one('90-101'), one('90-102')] }, '90-101 and 90-102'],
  [{ any: [one('90-101'), one('90-102'), one('90-103')] }, '90-101, 90-102 or 90-103'],
  [{ any: ['90-101', '90-102', '90-103', '90-104', '90-201'].map(one) }, '90-101, 90-102, 90-103 or one of 2 others'],
  [{ any: [{ all: [one('90-101'), one('90-102')] }, one('90-103')] }, '(90-101 and 90-102) or 90-103'],
  [{ any: [{ all: [one('90-101')], focus: 'Big Data' }, one('90-103')] }, 'Big Data (90-101) or 90-103'],
  [one('not-in-the-programme'), 'not-in-the-programme'],
])('%j reads "%s"', (expression, expected) => {
  expect(expressionWords(expression, wording)).toBe(expected);
});

it('gives exams their number, and others their title alone, because only exams have official numbers', () => {
  expect(credentialTitle('90-101', wording)).toBe('90-101 Implementing a Data Warehouse');
  expect(credentialTitle('C-Cloud', wording)).toBe('Certified Cloud Administrator');
});

it.each<[string, Alternative, string]>([
  ['alone', [clause('a', 1)], '1 person'],
  ['the same people', [clause('a', 2), clause('b', 2, { within: 'a' })], 'The same 2 people'],
  ['the same person', [clause('a', 1), clause('b', 1, { within: 'a' })], 'The same person'],
  ['some of the same', [clause('a', 4), clause('b', 2, { within: 'a' })], '2 of the same 4 people'],
  ['others', [clause('a', 2), clause('b', 2, { apart: ['a'] })], '2 other people'],
  ['anyone', [clause('a', 5), clause('b', 5)], '5 people, the same or others'],
])('asks for %s', (_, branch, expected) => {
  expect(whoWords(branch.at(-1)!, branch, wording)).toBe(expected);
});

it.each<[Expression, number, string]>([
  [one('x'), 1, 'with'],
  [{ any: [one('x')] }, 2, 'each with one of these'],
  [{ all: [one('x')] }, 2, 'each with all of these'],
])('asks to hold %j', (each, n, expected) => {
  expect(whatWords({ ...clause('a', n), each }, wording)).toBe(expected);
});

const on = '2018-02-14';
it.each<[Hindrance, string]>([
  [{ code: 'left', on }, 'Left the organization on 14 Feb 2018.'],
  [{ code: 'linked-elsewhere', on }, 'Associated the Microsoft account with another organization on 14 Feb 2018.'],
  [{ code: 'account-deleted', on }, 'The user account was deleted; nothing counts since 14 Feb 2018.'],
  [{ code: 'not-linked' }, 'The Microsoft account is not associated with the organization yet.'],
  [
    { code: 'waiting', countsFrom: on },
    'Counts from 14 Feb 2018: Partner Center needs time after an account is associated or an exam is passed.',
  ],
  [{ code: 'not-yet-earned', on }, 'Not earned before 14 Feb 2018.'],
  [{ code: 'expired', on }, 'Expired: it was valid until 14 Feb 2018.'],
  [{ code: 'retired', on, countedUntil: '2019-02-14' }, 'Retired on 14 Feb 2018; it counted until 14 Feb 2019.'],
  [{ code: 'earned-after-retirement', on }, 'Earned after it was retired on 14 Feb 2018.'],
  [{ code: 'too-old', on }, 'Too old: it counted until 14 Feb 2018.'],
  [{ code: 'third-party' }, 'Achievements from third parties do not count.'],
])('explains %j', (hindrance, expected) => {
  expect(hindranceWords(hindrance, en)).toBe(expected);
});

const branch: Alternative = [clause('a', 2), clause('b', 1, { within: 'a' })];
it.each<[CountingReason, string, string]>([
  [{ code: 'spare', clauses: ['a'] }, 'Could count, but enough others do.', 'spare'],
  [
    { code: 'outside', clause: 'b', within: 'a', missing: ['90-101'] },
    'Meets part 2, but must meet part 1 as well: still needs 90-101 Implementing a Data Warehouse.',
    'outside',
  ],
  [
    { code: 'incomplete', missing: ['90-101', '90-102', '90-103'] },
    'Still needs 90-101, 90-102 and 90-103.',
    'incomplete',
  ],
  [
    { code: 'credential-hindered', credential: '90-204', because: { code: 'retired', on, countedUntil: '2018-12-31' } },
    '90-204 Cloud Administration: Retired on 14 Feb 2018; it counted until 31 Dec 2018.',
    'credential-hindered',
  ],
  [{ code: 'nothing-named' }, 'Holds nothing that is asked for here.', 'nothing-named'],
  [{ code: 'no-achievements' }, 'No achievements on record.', 'no-achievements'],
  [{ code: 'left', on }, 'Left the organization on 14 Feb 2018.', 'left'],
  [{ code: 'expired', on }, 'Expired: it was valid until 14 Feb 2018.', 'credential-hindered'],
])('explains the reason %j', (reason, expected, group) => {
  expect(reasonWords(reason, { ...wording, branch })).toBe(expected);
  expect(reasonGroupOf(reason)).toBe(group);
});

const counts = (...pairs: [number, number][]) => ({
  met: pairs.every(([counted, needed]) => counted >= needed),
  share: 0,
  clauses: pairs.map(([counted, needed], index) => ({ id: 'ab'[index]!, counted, needed, people: [] })),
});
const figure = (metric: string, value: number | boolean, threshold: number | boolean) => ({
  metric,
  value,
  threshold,
  met: Number(value) >= Number(threshold),
  share: 0,
  asOf: on,
});
const level = (parts: Partial<LevelStanding>) =>
  ({
    level: 'gold',
    met: false,
    progress: 0,
    figures: [],
    alternatives: [],
    branches: [],
    uncertain: [],
    ...parts,
  }) as unknown as LevelStanding;

it.each<[string, LevelStanding, string]>([
  ['one clause', level({ branches: [[clause('a', 4)]], alternatives: [counts([3, 4])] }), '1 person short'],
  [
    'the people of another clause',
    level({ branches: [branch], alternatives: [counts([2, 2], [0, 1])] }),
    '2 of 3 places filled',
  ],
  ['two clauses', level({ branches: [branch], alternatives: [counts([1, 2], [0, 1])] }), '1 of 3 places filled'],
  ['money', level({ figures: [figure('consumption', 12_000, 15_000)] }), 'Azure consumption (3,000 USD to go)'],
  ['a yes', level({ figures: [figure('authorised', false, true)] }), 'Authorised reseller (not yet)'],
  [
    'figures',
    level({ figures: [figure('seats', 1, 2), figure('customers', 1, 2), figure('consumption', 2, 1)] }),
    '2 figures too low',
  ],
  [
    'people and a figure',
    level({ branches: [[clause('a', 4)]], alternatives: [counts([2, 4])], figures: [figure('seats', 1, 3)] }),
    '2 people short · Seats deployed (2 to go)',
  ],
  ['nothing', level({ met: true }), ''],
])('says what is missing where it is %s', (_, standing, expected) => {
  expect(missingWords(standing, wording)).toBe(expected);
});

it('lists the first few and how many more there are', () => {
  expect(listOf(['a', 'b', 'c'], en, 3)).toBe('a, b and c');
  expect(listOf(['a', 'b', 'c', 'd', 'e'], en, 3)).toBe('a, b, c and 2 more');
});
