/** Stand-ins: after the work is done nobody is indispensable, and nobody earns anything where that is so already. */
import fc from 'fast-check';
import type { Credential } from '../programme/credential';
import { noIdentifiers, type Person } from '../partner/people/person';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import type { Clause } from '../programme/requirement';
import type { PathStart } from './level-path';
import { findBackupPeople, hangsOnOne } from './backup-person';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';
import { singlePointsOf } from './what-if';

const names = ['p', 'q', 'r'];
const credential = (id: string): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
});
const clause = (id: string, n: number, ...any: string[]): Clause => ({
  id,
  n,
  each: { any: any.map((one) => ({ credential: one })) },
  apart: [],
});
const programmeOf = (...branches: Clause[][]): Programme => ({
  id: 'test',
  names: { en: 'test' },
  edition: 'test',
  effectiveFrom: '2017-01-01',
  levels: [{ id: 'silver', names: { en: 'Silver' } }],
  policies: standardPolicies,
  associations: {},
  metrics: [],
  credentials: names.map(credential),
  competencies: [
    {
      id: 'c',
      names: { en: 'c' },
      otherNames: [],
      source: 'test',
      options: [
        {
          id: 'o',
          names: { en: 'o' },
          associations: [],
          requirements: [
            { level: 'silver', effectiveFrom: '2017-01-01', figures: [], alternatives: branches, source: 'test' },
          ],
        },
      ],
    },
  ],
});
const person = (id: string, ...held: string[]): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn: '2017-06-01', source: 'test' })),
});
const factsOf = (people: readonly Person[]): Facts => ({
  market: 'developed',
  figures: [],
  people,
  policies: standardPolicies,
});
const asOf = '2018-06-01';
const target = { competency: 'c', level: 'silver' };
const startOf = (people: readonly Person[], ...branches: Clause[][]): PathStart => ({
  programme: programmeOf(...branches),
  facts: factsOf(people),
  asOf,
});

it.each<[string, readonly Person[], unknown]>([
  ['nothing where three can fill two places', [person('a', 'p'), person('b', 'p'), person('c', 'p')], []],
  [
    'one stand-in for two who hold the same',
    [person('a', 'p'), person('b', 'p'), person('c')],
    [{ person: 'c', credentials: ['p'] }],
  ],
  ['nothing that could be done where nobody else is there', [person('a', 'p'), person('b', 'p')], undefined],
])('asks for %s', (_, people, tasks) => {
  expect(findBackupPeople(target, startOf(people, [clause('a', 2, 'p')]))?.tasks).toEqual(tasks);
});

it.each<[string, readonly Person[], boolean]>([
  ['three can fill two places', [person('a', 'p'), person('b', 'p'), person('c', 'p')], false],
  ['two fill two places', [person('a', 'p'), person('b', 'p'), person('c')], true],
  ['the level is not met', [person('a', 'p'), person('b')], false],
])('knows whether a level hangs on one person where %s', (_, people, hangs) => {
  expect(hangsOnOne(target, startOf(people, [clause('a', 2, 'p')]))).toBe(hangs);
});

const anyPeople = fc
  .array(fc.subarray(names), { minLength: 1, maxLength: 6 })
  .map((held) => held.map((some, index) => person(`p${index}`, ...some)));
const anyBranch = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.subarray(names, { minLength: 1 })), { minLength: 1, maxLength: 2 })
  .map((clauses) => clauses.map(([n, some], index) => clause(`k${index}`, n, ...some)));

it('leaves nobody on whom the level hangs', () => {
  fc.assert(
    fc.property(anyPeople, fc.array(anyBranch, { minLength: 1, maxLength: 2 }), (people, branches) => {
      const start = startOf(people, ...branches);
      const met = standingOf(start.programme, start.facts, asOf).competencies[0]!.level !== undefined;
      const plan = met ? findBackupPeople(target, start) : undefined;
      fc.pre(plan !== undefined);
      const after = factsOf(
        people.map((one) => {
          const earned = plan.tasks.filter((task) => task.person === one.id).flatMap((task) => task.credentials);
          return person(one.id, ...one.achievements.map(({ title }) => title), ...earned);
        }),
      );
      const standing = standingOf(start.programme, after, asOf);

      expect(standing.competencies[0]!.level).toBe('silver');
      expect(singlePointsOf(start.programme, after, standing)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
