/** Choices: what the person of a task holds already, and how many others could do the same. */
import { choicesOf } from './plan-choice';
import { noIdentifiers, type Person } from '../partner/person';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import type { LevelPath } from './level-path';

const credentials = ['p', 'q', 'other'].map((id) => ({
  id,
  kind: 'exam' as const,
  titles: [id] as const,
  activityIds: [],
  validity: 'unlimited' as const,
  source: 'test',
}));
const person = (id: string, held: readonly string[], leftOn?: string): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  ...(leftOn !== undefined && { leftOn }),
  achievements: held.map((title) => ({ title, completedOn: '2017-06-01', source: 'test' })),
});
const road: LevelPath = {
  competency: 'c',
  level: 'silver',
  option: 'o',
  branch: [{ id: 'a', n: 2, each: { all: [{ credential: 'p' }, { credential: 'q' }] }, apart: [] }],
  plan: { tasks: [{ person: 'a', credentials: ['q'] }], credentials: 1 },
  short: [],
};
const choicesAmong = (...people: Person[]) =>
  choicesOf(road, {
    programme: { credentials } as unknown as Programme,
    facts: { market: 'developed', figures: [], people, policies: standardPolicies },
    asOf: '2018-06-01',
  }).get('a');

it.each<[string, readonly Person[], unknown]>([
  ['names what is held of it, and nothing else', [person('a', ['p', 'other'])], { holds: ['p'], equals: 0 }],
  [
    'counts those who hold the same of it',
    [person('a', ['p']), person('b', ['p', 'other']), person('c', ['p', 'q']), person('d', [])],
    { holds: ['p'], equals: 1 },
  ],
  ['leaves out who has left', [person('a', ['p']), person('b', ['p'], '2018-05-01')], { holds: ['p'], equals: 0 }],
  ['says that nothing is held', [person('a', []), person('b', [])], { holds: [], equals: 1 }],
])('%s', (_, people, expected) => {
  expect(choicesAmong(...people)).toEqual(expected);
});
