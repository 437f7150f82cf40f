/** Key people against trying out every person's absence. */
import fc from 'fast-check';
import { assign } from './assignment';
import type { Group } from './credits/group';
import { depthOf, keyPeopleOf } from './key-people';
import type { Alternative, Clause, Requirement } from '../programme/requirement';
import type { LevelStanding } from './level-standing';

const clause = (id: string, n: number, credential: string, ties: Partial<Clause> = {}): Clause => ({
  id,
  n,
  each: { credential },
  apart: [],
  ...ties,
});

const anyBranch: fc.Arbitrary<Alternative> = fc
  .array(
    fc.record({
      n: fc.integer({ min: 1, max: 2 }),
      credential: fc.constantFrom('p', 'q'),
      tie: fc.constantFrom('none', 'within', 'apart'),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) =>
    drafts.map(({ n, credential, tie }, index) =>
      clause(`c${index}`, n, credential, {
        ...(tie === 'within' && index > 0 && { within: 'c0' }),
        apart: tie === 'apart' && index > 0 ? ['c0'] : [],
      }),
    ),
  );

const anyGroups = fc.array(fc.subarray(['p', 'q'], { minLength: 1 }), { maxLength: 6 }).map((held) => {
  const groups = new Map<string, { held: Set<string>; people: string[] }>();
  held.forEach((each, index) => {
    const key = each.join();
    const group = groups.get(key) ?? { held: new Set(each), people: [] };
    groups.set(key, group);
    group.people.push(`p${index}`);
  });
  return [...groups.values()];
});

const isMet = (branches: readonly Alternative[], groups: readonly Group[]) =>
  branches.some((branch) => assign(branch, groups).every((chosen, index) => chosen.length === branch[index]!.n));

const alternativeOf = (branch: Alternative, groups: readonly Group[]) => {
  const chosen = assign(branch, groups);
  const clauses = branch.map(({ id, n }, index) => ({
    id,
    needed: n,
    counted: chosen[index]!.length,
    people: chosen[index]!,
  }));
  return { met: clauses.every(({ needed, counted }) => counted === needed), share: 0, clauses };
};

const levelOf = (branches: readonly Alternative[], groups: readonly Group[]) =>
  ({
    met: isMet(branches, groups),
    branches,
    alternatives: branches.map((branch) => alternativeOf(branch, groups)),
    requirement: {} as Requirement,
  }) as unknown as LevelStanding;

it('are exactly those whose absence costs the level', () => {
  fc.assert(
    fc.property(fc.array(anyBranch, { minLength: 1, maxLength: 2 }), anyGroups, (branches, groups) => {
      const without = (person: string) =>
        groups.map(({ held, people }) => ({ held, people: people.filter((one) => one !== person) }));
      const everyone = groups.flatMap(({ people }) => people);
      const expected = isMet(branches, groups) ? everyone.filter((person) => !isMet(branches, without(person))) : [];

      expect([...keyPeopleOf(levelOf(branches, groups), groups)].sort()).toEqual(expected.sort());
    }),
    { numRuns: 1500 },
  );
});

it('counts how many could stand in each place', () => {
  const groups = [
    { held: new Set(['p']), people: ['a', 'b'] },
    { held: new Set(['p', 'q']), people: ['c'] },
  ];

  expect(depthOf([clause('one', 2, 'p'), clause('two', 1, 'q')], groups)).toEqual([
    { clause: 'one', needed: 2, able: 3 },
    { clause: 'two', needed: 1, able: 1 },
  ]);
});
