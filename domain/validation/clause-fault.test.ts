/** Ties between clauses that lead nowhere or leave no room, checked against trying every choice of people. */
import fc from 'fast-check';
import { clauseFaults } from './clause-fault';
import type { Clause } from '../programme/requirement';

const clause = (id: string, n: number, ties: Partial<Clause> = {}): Clause => ({
  id,
  n,
  each: { credential: 'x' },
  apart: [],
  ...ties,
});

/** Code, place, and the values that the message about it names, in their order. */
const found = (...clauses: readonly Clause[]) =>
  clauseFaults(clauses).map(({ code, path, args }) => `${code} ${path.join('.')} ${Object.values(args).join(' | ')}`);

it.each<[string, Clause[], string[]]>([
  ['two independent clauses', [clause('a', 2), clause('b', 5)], []],
  ['the same people', [clause('a', 2), clause('b', 2, { within: 'a' })], []],
  ['a clause within a later one', [clause('b', 1, { within: 'a' }), clause('a', 2)], []],
  [
    'others within the same group',
    [clause('a', 3), clause('b', 2, { within: 'a' }), clause('c', 1, { within: 'a', apart: ['b'] })],
    [],
  ],
  ['the same id in another case', [clause('a', 1), clause('A', 1)], ['duplicate-id 1.id A']],
  ['nobody', [clause('a', 0)], ['not-a-count 0.n 0']],
  ['half a person', [clause('a', 0.5)], ['not-a-count 0.n 0.5']],
  ['an unknown group', [clause('a', 1, { within: 'z' })], ['unknown-clause 0.within z']],
  ['unknown others', [clause('a', 1), clause('b', 1, { apart: ['a', 'z'] })], ['unknown-clause 1.apart z']],
  [
    'more than the group has',
    [clause('a', 1), clause('b', 2, { within: 'a' })],
    ['within-too-many 1.within 2 | a | 1'],
  ],
  ['itself as its group', [clause('a', 1, { within: 'a' })], ['refers-to-itself 0.within a']],
  ['itself as others', [clause('a', 1, { apart: ['a'] })], ['refers-to-itself 0.apart a']],
  [
    'two in a circle',
    [clause('a', 1, { within: 'b' }), clause('b', 1, { within: 'a' })],
    ['within-cycle 0.within a → b → a'],
  ],
  [
    'three in a circle and one that leads into it',
    [
      clause('z', 1, { within: 'a' }),
      clause('a', 1, { within: 'c' }),
      clause('b', 1, { within: 'a' }),
      clause('c', 1, { within: 'b' }),
    ],
    ['within-cycle 1.within a → c → b → a'],
  ],
  [
    'apart from its group',
    [clause('a', 1), clause('b', 1, { within: 'a', apart: ['a'] })],
    ['apart-from-own-group 1.apart a'],
  ],
  [
    'apart from the group of its group',
    [clause('a', 3), clause('b', 2, { within: 'a' }), clause('c', 1, { within: 'b', apart: ['a'] })],
    ['apart-from-own-group 2.apart a'],
  ],
  [
    'a group apart from its part',
    [clause('a', 1, { apart: ['b'] }), clause('b', 1, { within: 'a' })],
    ['apart-from-own-group 0.apart b'],
  ],
  [
    'three apart in a group of two',
    [
      clause('g', 2),
      ...['a', 'b', 'c'].map((id, index, ids) => clause(id, 1, { within: 'g', apart: ids.slice(0, index) })),
    ],
    ['cannot-be-met  g, a, b, c'],
  ],
  ['more people than can be counted', [clause('a', 1), clause('b', 1_000_000)], ['too-many-combinations 1 b']],
  [
    'more tied clauses than can be counted',
    [clause('x', 9), ...[...'abcdefghij'].map((id) => clause(id, 1, { within: 'x' }))],
    ['too-many-combinations 0 x, a, b, c, d, e, f, g, h, i, j'],
  ],
  ['a million ways to fill the places, less one', [clause('a', 999_998)], []],
  [
    'a group around it that nothing defines',
    [clause('a', 1, { within: 'z' }), clause('b', 1, { apart: ['a'] })],
    ['unknown-clause 0.within z'],
  ],
  ['as many clauses on their own', [...'abcdefghijkl'].map((id) => clause(id, 9)), []],
])('%s', (_, clauses, faults) => {
  expect(found(...clauses)).toEqual(faults);
});

const branch: fc.Arbitrary<Clause[]> = fc
  .array(
    fc.record({ n: fc.integer({ min: 1, max: 2 }), within: fc.option(fc.nat(2)), apart: fc.subarray([0, 1, 2]) }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drawn) =>
    drawn.map(({ n, within, apart }, index) =>
      clause(`c${index}`, n, {
        ...(within !== null && within < index && { within: `c${within}` }),
        apart: apart.filter((other) => other < index).map((other) => `c${other}`),
      }),
    ),
  );

function subsets(people: readonly number[], size: number): number[][] {
  if (size === 0) return [[]];
  return people.flatMap((person, index) => subsets(people.slice(index + 1), size - 1).map((rest) => [person, ...rest]));
}

function someChoiceWorks(
  clauses: readonly Clause[],
  chosen: ReadonlyMap<string, readonly number[]> = new Map(),
): boolean {
  const next = clauses[chosen.size];
  if (!next) return true;
  const fits = (people: readonly number[]) =>
    (next.within === undefined || people.every((person) => chosen.get(next.within!)!.includes(person))) &&
    next.apart.every((other) => !people.some((person) => chosen.get(other)!.includes(person)));
  return subsets([0, 1, 2, 3, 4, 5], next.n).some(
    (people) => fits(people) && someChoiceWorks(clauses, new Map([...chosen, [next.id, people]])),
  );
}

it('finds a fault exactly where no choice of people would do, however many there are', () => {
  fc.assert(
    fc.property(branch, (clauses) => expect(clauseFaults(clauses).length === 0).toBe(someChoiceWorks(clauses))),
  );
});
