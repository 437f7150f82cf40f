/** A plan by credential: the order of the rows, how near each person is, and who could do the same. */
import { plannedWork, workByCredential } from './credential-work';
import { noIdentifiers, type Person } from '../partner/people/person';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import type { LevelPath } from './level-path';
import type { Task } from './plan';

const credential = (id: string, requires?: string) => ({
  id,
  kind: 'certification' as const,
  titles: [id] as const,
  activityIds: [],
  validity: { months: 12 },
  source: 'test',
  ...(requires !== undefined && { requires: { credential: requires } }),
});
const credentials = [credential('base'), credential('expert', 'base'), credential('beside'), credential('other')];
const person = (id: string, held: readonly (readonly [string, string?])[] = []): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map(([title, expiresOn]) => ({
    title,
    completedOn: '2026-03-01',
    source: 'test',
    ...(expiresOn !== undefined && { expiresOn }),
  })),
});
const roadOf = (...tasks: Task[]): LevelPath => ({
  competency: 'c',
  level: 'partner',
  option: 'o',
  branch: ['expert', 'beside'].map((id) => ({ id, n: 9, each: { credential: id }, apart: [] })),
  plan: { tasks, credentials: tasks.length },
  short: [],
});
const workAmong = (people: readonly Person[], ...tasks: Task[]) =>
  plannedWork(roadOf(...tasks), {
    programme: { credentials } as unknown as Programme,
    facts: { market: 'developed', figures: [], people, policies: standardPolicies },
    asOf: '2026-11-01',
  });

it.each<[string, Person, Task, unknown]>([
  [
    'is ready with a valid prerequisite',
    person('a', [['base']]),
    { person: 'a', credentials: ['expert'] },
    [['expert', { code: 'ready', by: ['base'] }]],
  ],
  [
    'has lapsed where it was held before',
    person('a', [['beside', '2026-06-01']]),
    { person: 'a', credentials: ['beside'] },
    [['beside', { code: 'lapsed', by: [] }]],
  ],
  [
    'is near with something else of the plan',
    person('a', [['base']]),
    { person: 'a', credentials: ['beside'] },
    [['beside', { code: 'near', by: ['base'] }]],
  ],
  [
    'held something else of the plan before',
    person('a', [['base', '2026-06-01']]),
    { person: 'a', credentials: ['beside'] },
    [['beside', { code: 'formerly', by: ['base'] }]],
  ],
  [
    'is new with nothing of the plan',
    person('a', [['other']]),
    { person: 'a', credentials: ['beside'] },
    [['beside', { code: 'new', by: [] }]],
  ],
  [
    'earns the prerequisite first, and is told so',
    person('a'),
    { person: 'a', credentials: ['base', 'expert'] },
    [
      ['base', { code: 'new', by: [] }],
      ['expert', { code: 'after', by: ['base'] }],
    ],
  ],
])('%s', (_, learner, task, expected) => {
  const { work } = workAmong([learner], task);

  expect(work.map((one) => [one.credential, one.trainees[0]!.readiness])).toEqual(expected);
});

it('names the ready first, then those whose certification lapsed, then the near, then the others', () => {
  const people = [
    person('new'),
    person('near', [['beside']]),
    person('lapsed', [['expert', '2026-06-01']]),
    person('ready', [['base']]),
  ];
  const tasks = people.map(({ id }) => ({
    person: id,
    credentials: id === 'ready' ? ['expert'] : ['base', 'expert'],
  }));

  const { work } = workAmong(people, ...tasks);

  expect(work.map((one) => [one.credential, one.trainees.flatMap((each) => each.people)])).toEqual([
    ['base', ['near', 'lapsed', 'new']],
    ['expert', ['ready', 'new', 'near', 'lapsed']],
  ]);
});

it.each<[string, readonly Person[], readonly string[], number]>([
  ['who holds the same', [person('a', [['beside']]), person('b', [['beside']]), person('c')], ['a'], 1],
  ['not who has left', [person('a'), { ...person('b'), leftOn: '2026-01-01' }], ['a'], 0],
  ['one person once for two people of the plan', [person('a'), person('b'), person('c')], ['a', 'b'], 1],
])('counts %s as able to do it as well', (_, people, busy, equals) => {
  const tasks = busy.map((one) => ({ person: one, credentials: ['base', 'expert'] }));

  expect(workAmong(people, ...tasks).equals).toBe(equals);
});

it('puts what most people are to earn first, and a prerequisite before what asks for it', () => {
  const tasks = [
    { person: 'a', credentials: ['base', 'expert'] },
    { person: 'b', credentials: ['expert'] },
    { person: 'c', credentials: ['beside', 'expert'] },
    { person: 'd', credentials: ['beside'] },
  ];

  const rows = workByCredential(tasks, (id) => credentials.find((one) => one.id === id)?.requires);

  expect(rows.map((row) => row.credential)).toEqual(['beside', 'base', 'expert']);
});
