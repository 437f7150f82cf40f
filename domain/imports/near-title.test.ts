/** Titles that a programme nearly names are pointed out, each once, and none that it does not name at all. */
import { resultOf } from '../basics/steps';
import type { Credential } from '../programme/credential';
import { noIdentifiers } from '../partner/people/person';
import type { IncomingAchievement, IncomingPerson } from './incoming';
import { nearTitles } from './near-title';

const known = (id: string, kind: Credential['kind'], title: string): Credential => ({
  id,
  kind,
  titles: [title],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
});
const credentials = [
  known('a', 'certification', 'Azure Administrator Associate'),
  known('b', 'certification', 'Azure Solutions Architect Expert'),
  known('70-346', 'exam', 'Managing Office 365 Identities and Requirements'),
];
const person = (line: number, ...achievements: readonly Partial<IncomingAchievement>[]): IncomingPerson => ({
  line,
  identifiers: noIdentifiers,
  name: '',
  dates: {},
  achievements: achievements.map((one) => ({ title: '', completedOn: '2020-01-01', ...one })),
});

it.each([
  ['Azure Administator Associate', 'Azure Administrator Associate'],
  ['Azure Administrator Asociate (beta)', 'Azure Administrator Associate'],
  ['Managing Office 365 Identity and Requirements', 'Managing Office 365 Identities and Requirements'],
  ['Azure Administrator Associate', undefined],
  ['Azure Fundamentals', undefined],
  ['Azure Developer Associate', undefined],
  ['', undefined],
])('%j is near %j', (title, near) => {
  const found = resultOf(nearTitles([person(2, { title })], credentials));
  expect(found.map(({ args }) => args['near'])).toEqual(near === undefined ? [] : [near]);
});

it('an exam is not near a certification', () => {
  expect(
    resultOf(nearTitles([person(2, { title: 'Azure Administator Associate', kind: 'exam' })], credentials)),
  ).toEqual([]);
});

it('a title is remarked on once, at its first line, with the number of its rows', () => {
  const title = 'Azure Administator Associate';
  expect(resultOf(nearTitles([person(2, { title }, { title }), person(9, { title })], credentials))).toEqual([
    {
      line: 2,
      column: 'TrainingTitle',
      value: title,
      code: 'near-title',
      args: { near: 'Azure Administrator Associate', count: 3 },
    },
  ]);
});

it('each title is remarked on by itself, and so is a row that says what was passed', () => {
  const rows = [
    person(2, { title: 'Azure Administator Associate' }, { title: 'Azure Solution Architect Expert' }),
    person(3, { title: 'Azure Administator Associate', kind: 'certification' }),
  ];

  expect(resultOf(nearTitles(rows, credentials)).map(({ line, value, args }) => [line, value, args['count']])).toEqual([
    [2, 'Azure Administator Associate', 1],
    [2, 'Azure Solution Architect Expert', 1],
    [3, 'Azure Administator Associate', 1],
  ]);
});

it.each([
  ['four of five pairs of letters', 'abcdex', ['abcdef'], 'abcdef'],
  ['three of four, and only the end is the same', 'xbcde', ['abcde'], undefined],
  ['four pairs against six', 'abcde', ['abcdefg'], 'abcdefg'],
  ['four pairs against seven', 'abcde', ['abcdefgh'], undefined],
  ['signs between the letters, which mean nothing', 'abc, (de)-x', ['ab cd: ef'], 'ab cd: ef'],
  ['other digits, which are letters too', 'abc 123', ['abc 456'], undefined],
  ['the pairs of letters in another number', 'aaaaaa', ['aaabbb'], undefined],
  ['a single letter', 'a', ['b'], undefined],
  ['the nearest of two', 'abcdefg', ['abcdefx', 'abcdefgx'], 'abcdefgx'],
  ['of two that are as near, the first in the alphabet', 'abcdex', ['abcdeg', 'abcdef'], 'abcdef'],
])('by %s: %j among %j is near %j', (_, title, titles, near) => {
  const some = titles.map((one) => known(one, 'certification', one));

  for (const order of [some, [...some].reverse()])
    expect(resultOf(nearTitles([person(2, { title })], order)).map(({ args }) => args['near'])).toEqual(
      near === undefined ? [] : [near],
    );
});
