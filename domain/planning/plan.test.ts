/** Plans against every possible plan of small cases. */
import fc from 'fast-check';
import { assign, type Group } from '../counting/assignment';
import { planFor, type Plan } from './plan';
import type { Clause } from '../programme/requirement';

const credentials = ['p', 'q', 'r'];

const anyBranch: fc.Arbitrary<Clause[]> = fc
  .array(
    fc.record({
      n: fc.integer({ min: 1, max: 2 }),
      wanted: fc.subarray(credentials, { minLength: 1, maxLength: 3 }),
      all: fc.boolean(),
      tie: fc.constantFrom('none', 'within', 'apart'),
      to: fc.nat(),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((drafts) =>
    drafts.map(({ n, wanted, all, tie, to }, index) => {
      const parts = wanted.map((credential) => ({ credential }));
      const other = index === 0 ? undefined : `c${to % index}`;
      return {
        id: `c${index}`,
        n,
        each: all ? { all: parts } : { any: parts },
        ...(tie === 'within' && other !== undefined && { within: other }),
        apart: tie === 'apart' && other !== undefined ? [other] : [],
      };
    }),
  );

type People = Record<string, string[]>;

const anyPeople: fc.Arbitrary<People> = fc
  .array(fc.subarray(credentials), { minLength: 1, maxLength: 3 })
  .map((held) => Object.fromEntries(held.map((each, index) => [`p${index}`, each])));

/** One group a person: grouping is the business of the bench. */
const groupsOf = (people: People): Group[] =>
  Object.entries(people).map(([id, held]) => ({ held: new Set(held), people: [id] }));

const isMet = (branch: Clause[], people: People) =>
  assign(branch, groupsOf(people)).every((chosen, index) => chosen.length === branch[index]!.n);

const after = (people: People, plan: Plan): People =>
  Object.fromEntries(
    Object.entries(people).map(([id, held]) => [
      id,
      [...held, ...(plan.tasks.find(({ person }) => person === id)?.credentials ?? [])],
    ]),
  );

/** The fewest credentials by trying every set of them, the smallest first; `undefined` where none is enough. */
function fewest(branch: Clause[], people: People, earnable: string[]): number | undefined {
  const pairs = Object.entries(people).flatMap(([id, held]) =>
    earnable.filter((credential) => !held.includes(credential)).map((credential) => [id, credential] as const),
  );
  let least: number | undefined;
  for (let bits = 0; bits < 1 << pairs.length; bits += 1) {
    const chosen = pairs.filter((_, index) => (bits & (1 << index)) !== 0);
    if (least !== undefined && chosen.length >= least) continue;
    const earned = Object.fromEntries(
      Object.entries(people).map(([id, held]) => [
        id,
        [...held, ...chosen.filter(([person]) => person === id).map(([, credential]) => credential)],
      ]),
    );
    if (isMet(branch, earned)) least = chosen.length;
  }
  return least;
}

it('is the smallest there is, and meets the branch when carried out', () => {
  fc.assert(
    fc.property(anyBranch, anyPeople, fc.subarray(credentials, { minLength: 1 }), (branch, people, earnable) => {
      const plan = planFor(branch, {
        groups: groupsOf(people),
        isEarnable: (credential) => earnable.includes(credential),
      });

      expect(plan?.credentials).toBe(fewest(branch, people, earnable));
      if (plan) expect(isMet(branch, after(people, plan))).toBe(true);
    }),
    { numRuns: 1500 },
  );
});

it('asks nothing where the branch is met', () => {
  const branch: Clause[] = [{ id: 'a', n: 1, each: { credential: 'p' }, apart: [] }];

  expect(planFor(branch, { groups: groupsOf({ p1: ['p'] }), isEarnable: () => true })).toEqual({
    tasks: [],
    credentials: 0,
  });
});

it('spreads equal work over more people', () => {
  const branch: Clause[] = [
    { id: 'a', n: 1, each: { credential: 'p' }, apart: [] },
    { id: 'b', n: 1, each: { credential: 'q' }, apart: [] },
  ];

  const plan = planFor(branch, { groups: groupsOf({ p1: [], p2: [] }), isEarnable: () => true });

  expect(plan?.tasks.map(({ credentials: { length } }) => length)).toEqual([1, 1]);
});

it('lets one credential serve two clauses', () => {
  const branch: Clause[] = [
    { id: 'a', n: 1, each: { any: [{ credential: 'p' }, { credential: 'q' }] }, apart: [] },
    { id: 'b', n: 1, each: { any: [{ credential: 'q' }, { credential: 'r' }] }, within: 'a', apart: [] },
  ];

  expect(planFor(branch, { groups: groupsOf({ p1: [] }), isEarnable: () => true })?.tasks).toEqual([
    { person: 'p1', credentials: ['q'] },
  ]);
});
