/** Repairs: several ways to the same level, the cheapest first. */
import type { Credential } from './credential';
import { noIdentifiers, type Person } from './person';
import { standardPolicies } from './policy';
import type { Programme } from './programme';
import { repairsOf } from './repair';
import type { Facts } from './standing';

const credential = (id: string): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
});

const programme: Programme = {
  id: 'test',
  names: { en: 'test' },
  edition: 'test',
  effectiveFrom: '2018-01-01',
  levels: [{ id: 'silver', names: { en: 'Silver' } }],
  policies: standardPolicies,
  associations: {},
  metrics: [],
  credentials: ['p', 'q'].map(credential),
  competencies: [
    {
      id: 'one',
      names: { en: 'one' },
      otherNames: [],
      source: 'test',
      options: [
        {
          id: 'only',
          names: { en: 'only' },
          associations: [],
          requirements: [
            {
              level: 'silver',
              effectiveFrom: '2018-01-01',
              figures: [],
              alternatives: [[{ id: 'a', n: 1, each: { all: [{ credential: 'p' }, { credential: 'q' }] }, apart: [] }]],
              source: 'test',
            },
          ],
        },
      ],
    },
  ],
};

const person = (id: string, held: readonly string[]): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn: '2018-01-01', source: 'test' })),
});
const factsOf = (...people: Person[]): Facts => ({
  market: 'developed',
  figures: [],
  policies: standardPolicies,
  people,
});

function repairs(facts: Facts, most = 3): readonly string[] {
  const start = { programme, facts, asOf: '2018-06-01' };
  return repairsOf({ competency: 'one', level: 'silver' }, start, most).map(({ plan: { tasks } }) =>
    tasks.map((task) => `${task.person}: ${task.credentials.join(' ')}`).join(', '),
  );
}

it('offers the work to others too, the cheapest first', () => {
  expect(repairs(factsOf(person('ana', ['p']), person('bo', [])))).toEqual(['ana: q', 'bo: p q']);
});

it('offers nothing twice, and no more than is wanted', () => {
  const facts = factsOf(person('ana', ['p']), person('bo', ['q']), person('cy', []));
  expect(repairs(facts)).toEqual(['ana: q', 'bo: p']);
  expect(repairs(facts, 1)).toEqual(['ana: q']);
});

it('has none where nobody is left', () => {
  expect(repairs(factsOf())).toEqual([]);
});
