/** Assignments against the meaning of a branch, tried out in full on small cases. */
import fc from 'fast-check';
import { assign, componentsOf } from './assignment';
import type { Group } from './credits/group';
import { satisfies } from '../programme/expression';
import type { Clause } from '../programme/requirement';

const credentials = ['p', 'q', 'r'];

/** Clauses whose ties point at earlier clauses, as a sound catalogue has them. */
const anyBranch: fc.Arbitrary<Clause[]> = fc
  .array(
    fc.record({
      n: fc.integer({ min: 1, max: 3 }),
      wanted: fc.subarray(credentials, { minLength: 1, maxLength: 2 }),
      all: fc.boolean(),
      tie: fc.constantFrom('none', 'within', 'apart', 'apart-all'),
      to: fc.nat(),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drafts) =>
    drafts.map(({ n, wanted, all, tie, to }, index) => {
      const parts = wanted.map((credential) => ({ credential }));
      const earlier = drafts.slice(0, index).map((_, at) => `c${at}`);
      const other = earlier[to % Math.max(1, index)];
      return {
        id: `c${index}`,
        n,
        each: all ? { all: parts } : { any: parts },
        ...(tie === 'within' && other !== undefined && { within: other }),
        apart: tie === 'apart' && other !== undefined ? [other] : tie === 'apart-all' ? earlier : [],
      };
    }),
  );

const anyPeople = fc
  .array(fc.subarray(credentials), { maxLength: 5 })
  .map((held) => held.map((each, index) => ({ id: `p${index}`, held: new Set(each) })));

type People = { id: string; held: Set<string> }[];

function grouped(people: People): Group[] {
  const groups = new Map<string, { held: Set<string>; people: string[] }>();
  for (const { id, held } of people) {
    const key = [...held].sort().join();
    const group = groups.get(key) ?? { held, people: [] };
    groups.set(key, group);
    group.people.push(id);
  }
  return [...groups.values()];
}

/** The most places that any choice of sets fills, by trying every choice of sets. */
function mostPlaces(clauses: Clause[], people: People, chosen: Map<string, string[]> = new Map()): number {
  const clause = clauses[chosen.size];
  if (!clause) return [...chosen.values()].reduce((sum, set) => sum + set.length, 0);
  const eligible = people.filter(({ held }) => satisfies(held, clause.each)).map(({ id }) => id);
  let most = 0;
  for (let bits = 0; bits < 1 << eligible.length; bits += 1) {
    const set = eligible.filter((_, index) => (bits & (1 << index)) !== 0);
    if (set.length > clause.n) continue;
    if (clause.within !== undefined && !set.every((id) => chosen.get(clause.within!)!.includes(id))) continue;
    if (clause.apart.some((other) => set.some((id) => chosen.get(other)!.includes(id)))) continue;
    most = Math.max(most, mostPlaces(clauses, people, new Map([...chosen, [clause.id, set]])));
  }
  return most;
}

it('fills as many places as any choice of people can, by people who may stand there', () => {
  fc.assert(
    fc.property(anyBranch, anyPeople, (clauses, people) => {
      const chosen = assign(clauses, grouped(people));

      expect(chosen.flat().length).toBe(mostPlaces(clauses, people));
      clauses.forEach((clause, index) => {
        const set = chosen[index]!;
        const of = (id: string) => chosen[clauses.findIndex((other) => other.id === id)]!;
        expect(new Set(set).size).toBe(set.length);
        expect(set.length).toBeLessThanOrEqual(clause.n);
        for (const id of set) {
          expect(satisfies(people.find((person) => person.id === id)!.held, clause.each)).toBe(true);
          if (clause.within !== undefined) expect(of(clause.within)).toContain(id);
          for (const other of clause.apart) expect(of(other)).not.toContain(id);
        }
      });
    }),
    { numRuns: 4000 },
  );
});

it('does not depend on the order of the people', () => {
  fc.assert(
    fc.property(anyBranch, anyPeople, (clauses, people) => {
      const places = (order: People) => assign(clauses, grouped(order)).flat().length;

      expect(places([...people].reverse())).toBe(places(people));
    }),
  );
});

it('never gets worse when somebody joins', () => {
  fc.assert(
    fc.property(anyBranch, anyPeople, fc.subarray(credentials), (clauses, people, held) => {
      const more = [...people, { id: 'new', held: new Set(held) }];

      expect(assign(clauses, grouped(more)).flat().length).toBeGreaterThanOrEqual(
        assign(clauses, grouped(people)).flat().length,
      );
    }),
  );
});

it('searches together only the clauses that restrict each other', () => {
  const clause = (id: string, parts: Partial<Clause> = {}): Clause => ({
    id,
    n: 1,
    each: { credential: 'p' },
    apart: [],
    ...parts,
  });

  const components = componentsOf([
    clause('a'),
    clause('b', { within: 'a' }),
    clause('c'),
    clause('d', { apart: ['b'] }),
    clause('e', { apart: ['c'] }),
  ]);

  expect(components).toEqual([
    [0, 1, 3],
    [2, 4],
  ]);
});

it('needs no time to speak of for a hundred thousand people', () => {
  const each = (credential: string) => ({ credential });
  const clauses: Clause[] = [
    { id: 'a', n: 15, each: each('p'), apart: [] },
    { id: 'b', n: 15, each: each('q'), within: 'a', apart: [] },
    { id: 'c', n: 10, each: each('r'), apart: ['a'] },
  ];
  const people = Array.from({ length: 100_000 }, (_, index) => ({
    id: `p${index}`,
    held: new Set(credentials.filter((__, bit) => ((index % 8) & (1 << bit)) !== 0)),
  }));

  expect(assign(clauses, grouped(people)).map(({ length }) => length)).toEqual([15, 15, 10]);
});
