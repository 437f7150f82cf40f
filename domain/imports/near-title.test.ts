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
