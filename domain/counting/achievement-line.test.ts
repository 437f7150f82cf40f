/** The rows of one person, newest first: what each means, and what hinders it or holds in its place. */
import { credential, earned, person } from '../fixture.case';
import { claimSource } from '../partner/claim';
import type { Achievement, Person } from '../partner/people/person';
import { indexCredentials } from '../programme/credential';
import { standardPolicies } from '../programme/policy';
import { achievementLinesOf } from './achievement-line';
import { creditOf } from './credits/credit';

const credentials = [
  credential('Exam'),
  credential('Admin', { kind: 'certification', validity: 'role-based' }),
  credential('Old', { retiredOn: '2015-12-31' }),
];
const asOf = '2023-06-01';

const on = (title: string, completedOn: string, parts: Partial<Achievement> = {}) =>
  earned(title, { completedOn, ...parts });

function lines(achievements: readonly Achievement[], parts: Partial<Person> = {}) {
  const one = person('p', achievements, parts);
  const credit = creditOf(one, indexCredentials(credentials), { asOf, policies: standardPolicies });
  return achievementLinesOf({ person: one, credit }, { credentials, asOf }).map(
    ({ achievement: { title, completedOn }, credential: meant, hindrance, supersededOn }) =>
      [completedOn, title, meant?.id ?? 'unknown', supersededOn ?? hindrance?.code ?? 'counts'].join(' · '),
  );
}

it.each<[string, Achievement[], string[]]>([
  ['no rows', [], []],
  ['what the programme does not name', [on('Juggling', '2020-01-01')], ['2020-01-01 · Juggling · unknown · counts']],
  [
    'the newest first, and those of one day as they came',
    [on('Exam', '2020-01-01'), on('Juggling', '2022-01-01'), on('Singing', '2022-01-01'), on('Dancing', '2021-01-01')],
    [
      '2022-01-01 · Juggling · unknown · counts',
      '2022-01-01 · Singing · unknown · counts',
      '2021-01-01 · Dancing · unknown · counts',
      '2020-01-01 · Exam · Exam · counts',
    ],
  ],
  [
    'a retired exam with the reason, beside one that counts',
    [on('Old', '2015-01-01'), on('Exam', '2020-01-01')],
    ['2020-01-01 · Exam · Exam · counts', '2015-01-01 · Old · Old · retired'],
  ],
  [
    'a certification that was earned anew: the later row holds',
    [on('Admin', '2021-07-01'), on('Admin', '2023-01-01'), on('Admin', '2022-03-01')],
    [
      '2023-01-01 · Admin · Admin · counts',
      '2022-03-01 · Admin · Admin · 2023-01-01',
      '2021-07-01 · Admin · Admin · 2023-01-01',
    ],
  ],
  [
    'two rows of one day: neither gives way',
    [on('Exam', '2020-01-01'), on('exam', '2020-01-01')],
    ['2020-01-01 · Exam · Exam · counts', '2020-01-01 · exam · Exam · counts'],
  ],
  [
    'a row that is to come: the earlier one still holds',
    [on('Admin', '2023-01-01'), on('Admin', '2023-09-01')],
    ['2023-09-01 · Admin · Admin · counts', '2023-01-01 · Admin · Admin · counts'],
  ],
  [
    'a row of today: it holds already',
    [on('Exam', '2020-01-01'), on('Exam', '2023-06-01')],
    ['2023-06-01 · Exam · Exam · counts', '2020-01-01 · Exam · Exam · 2023-06-01'],
  ],
  [
    'a claim that an import confirms: the row of the import alone',
    [on('Exam', '2020-01-01'), on('Exam', '2020-02-01', { source: claimSource('1') })],
    ['2020-01-01 · Exam · Exam · counts'],
  ],
  [
    'claims only: a later one replaces nothing',
    [on('Exam', '2020-01-01', { source: claimSource('1') }), on('Exam', '2020-02-01', { source: claimSource('2') })],
    ['2020-02-01 · Exam · Exam · claimed', '2020-01-01 · Exam · Exam · claimed'],
  ],
])('shows %s', (_, achievements, expected) => {
  expect(lines(achievements)).toEqual(expected);
});

it('says of every row of a leaver that the person left, of those that the programme names', () => {
  expect(lines([on('Exam', '2020-01-01'), on('Juggling', '2019-01-01')], { leftOn: '2023-01-01' })).toEqual([
    '2020-01-01 · Exam · Exam · left',
    '2019-01-01 · Juggling · unknown · counts',
  ]);
});
