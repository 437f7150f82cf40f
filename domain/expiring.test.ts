/** What stops counting within a span, when, and what it costs. */
import type { Credential } from './credential';
import { expiringWithin } from './expiring';
import { noIdentifiers, type Achievement, type Person } from './person';
import { standardPolicies } from './policy';
import type { Programme } from './programme';

const credential = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
  ...parts,
});

const programme: Programme = {
  id: 'test',
  names: { en: 'test' },
  edition: 'test',
  effectiveFrom: '2017-01-01',
  levels: [{ id: 'silver', names: { en: 'Silver' } }],
  policies: standardPolicies,
  associations: {},
  metrics: [],
  credentials: [credential('p'), credential('old', { retiredOn: '2017-12-31' })],
  competencies: ['p', 'old'].map((id) => ({
    id: `c-${id}`,
    names: { en: id },
    otherNames: [],
    source: 'test',
    options: [
      {
        id: 'o',
        names: { en: 'o' },
        associations: [],
        requirements: [
          {
            level: 'silver',
            effectiveFrom: '2017-01-01',
            figures: [],
            alternatives: [[{ id: 'a', n: 1, each: { credential: id }, apart: [] }]],
            source: 'test',
          },
        ],
      },
    ],
  })),
};

const earned = (title: string, expiresOn?: string): Achievement => ({
  title,
  completedOn: '2017-06-01',
  ...(expiresOn && { expiresOn }),
  source: 'test',
});
const person = (id: string, ...achievements: Achievement[]): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements,
});
const within = (days: number, ...people: Person[]) =>
  expiringWithin(
    programme,
    { market: 'developed', figures: [], people, policies: standardPolicies },
    { today: '2018-06-01', days },
  ).map((one) => [
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
    [person('p1', earned('p', '2018-07-01'))],
    [['p1', 'p', '2018-07-01', 'expiry', ['c-p']]],
  ],
  ['the day after the span', 30, [person('p1', earned('p', '2018-07-02'))], []],
  ['today', 30, [person('p1', earned('p', '2018-06-01'))], [['p1', 'p', '2018-06-01', 'expiry', ['c-p']]]],
  ['already gone', 30, [person('p1', earned('p', '2018-05-31'))], []],
  ['what never lapses', 9999, [person('p1', earned('p'))], []],
  ['the end of a grace', 365, [person('p1', earned('old'))], [['p1', 'old', '2018-12-31', 'retirement', ['c-old']]]],
  [
    'an expiry within a grace',
    365,
    [person('p1', earned('old', '2018-08-01'))],
    [['p1', 'old', '2018-08-01', 'expiry', ['c-old']]],
  ],
  [
    'a later pass',
    365,
    [person('p1', earned('p', '2018-07-01'), earned('p', '2018-09-01'))],
    [['p1', 'p', '2018-09-01', 'expiry', ['c-p']]],
  ],
  ['a pass that never lapses', 365, [person('p1', earned('p', '2018-07-01'), earned('p'))], []],
  [
    'somebody else who holds it too, so that nothing is lost',
    30,
    [person('p1', earned('p', '2018-07-01')), person('p2', earned('p'))],
    [['p1', 'p', '2018-07-01', 'expiry', []]],
  ],
])('%s', (_, days, people, expected) => {
  expect(within(days, ...people)).toEqual(expected);
});

it('lists the earliest first', () => {
  const found = within(365, person('p1', earned('p', '2018-09-01')), person('p2', earned('p', '2018-07-01')));

  expect(found.map(([id]) => id)).toEqual(['p2', 'p1']);
});
