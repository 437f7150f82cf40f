/** What stops counting within a span, when, and what it costs. */
import { expiringWithin } from './expiring';
import {
  clause,
  competency,
  credential,
  earned as earnedAt,
  factsOf,
  one,
  person,
  programmeOf,
  requirement,
} from './fixture.case';
import type { Person } from './person';

const competencies = ['p', 'old'].map((id) =>
  competency(`c-${id}`, requirement('silver', { alternatives: [[clause('a', 1, one(id))]] })),
);
const programme = programmeOf(competencies, {
  credentials: [credential('p'), credential('old', { retiredOn: '2017-12-31' })],
});
const earned = (title: string, expiresOn?: string) => earnedAt(title, expiresOn === undefined ? {} : { expiresOn });
const within = (days: number, ...people: Person[]) =>
  expiringWithin(programme, factsOf(people), { today: '2018-06-01', days }).map((one) => [
    one.person.id,
    one.credential.id,
    one.until,
    one.because,
    one.cost.map(({ competency }) => competency),
  ]);

it.each<[string, number, Person[], unknown[]]>([
  [
    'the last day of the span',
    30,
    [person('p1', [earned('p', '2018-07-01')])],
    [['p1', 'p', '2018-07-01', 'expiry', ['c-p']]],
  ],
  ['the day after the span', 30, [person('p1', [earned('p', '2018-07-02')])], []],
  ['today', 30, [person('p1', [earned('p', '2018-06-01')])], [['p1', 'p', '2018-06-01', 'expiry', ['c-p']]]],
  ['already gone', 30, [person('p1', [earned('p', '2018-05-31')])], []],
  ['what never lapses', 9999, [person('p1', [earned('p')])], []],
  ['the end of a grace', 365, [person('p1', [earned('old')])], [['p1', 'old', '2018-12-31', 'retirement', ['c-old']]]],
  [
    'an expiry within a grace',
    365,
    [person('p1', [earned('old', '2018-08-01')])],
    [['p1', 'old', '2018-08-01', 'expiry', ['c-old']]],
  ],
  [
    'a later pass',
    365,
    [person('p1', [earned('p', '2018-07-01'), earned('p', '2018-09-01')])],
    [['p1', 'p', '2018-09-01', 'expiry', ['c-p']]],
  ],
  ['a pass that never lapses', 365, [person('p1', [earned('p', '2018-07-01'), earned('p')])], []],
  [
    'somebody else who holds it too, so that nothing is lost',
    30,
    [person('p1', [earned('p', '2018-07-01')]), person('p2', [earned('p')])],
    [['p1', 'p', '2018-07-01', 'expiry', []]],
  ],
])('%s', (_, days, people, expected) => {
  expect(within(days, ...people)).toEqual(expected);
});

it('lists the earliest first', () => {
  const found = within(365, person('p1', [earned('p', '2018-09-01')]), person('p2', [earned('p', '2018-07-01')]));

  expect(found.map(([id]) => id)).toEqual(['p2', 'p1']);
});
