/** Plans against every possible plan of small cases. */
import fc from 'fast-check';
import { assign } from '../counting/assignment';
import type { Group } from '../counting/credits/group';
import { searchSize, planFor, type Plan } from './plan';
import { satisfies, type Expression } from '../programme/expression';
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

/** One group a person: grouping is the business of `credited-people.ts`. */
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

type Prerequisites = Readonly<Record<string, Expression>>;

/** A later credential may ask for any or all of some earlier ones. */
const anyPrerequisites: fc.Arbitrary<Prerequisites> = fc
  .tuple(
    fc.option(fc.constant(['p'])),
    fc.option(fc.record({ of: fc.subarray(['p', 'q'], { minLength: 1 }), all: fc.boolean() })),
  )
  .map(([q, r]) => ({
    ...(q && { q: { credential: 'p' } }),
    ...(r && {
      r: r.all
        ? { all: r.of.map((credential) => ({ credential })) }
        : { any: r.of.map((credential) => ({ credential })) },
    }),
  }));

/** Whether somebody could earn these in some order, with what is held. */
function isAllowed(earning: readonly string[], held: readonly string[], asked: Prerequisites): boolean {
  const own = new Set([...held, ...earning]);
  return earning.every((credential) => !asked[credential] || satisfies(own, asked[credential]));
}

/** The fewest credentials by trying every set of them, the smallest first; `undefined` where none is enough. */
function fewest(
  branch: Clause[],
  people: People,
  { earnable, asked }: { readonly earnable: string[]; readonly asked: Prerequisites },
): number | undefined {
  const pairs = Object.entries(people).flatMap(([id, held]) =>
    earnable.filter((credential) => !held.includes(credential)).map((credential) => [id, credential] as const),
  );
  let least: number | undefined;
  for (let bits = 0; bits < 1 << pairs.length; bits += 1) {
    const chosen = pairs.filter((_, index) => (bits & (1 << index)) !== 0);
    if (least !== undefined && chosen.length >= least) continue;
    const isFeasible = Object.entries(people).every(([id, held]) => {
      const own = chosen.filter(([person]) => person === id).map(([, credential]) => credential);
      return isAllowed(own, held, asked);
    });
    if (!isFeasible) continue;
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
    fc.property(
      anyBranch,
      anyPeople,
      fc.subarray(credentials, { minLength: 1 }),
      anyPrerequisites,
      (branch, people, earnable, asked) => {
        const plan = planFor(branch, {
          groups: groupsOf(people),
          isEarnable: (credential) => earnable.includes(credential),
          prerequisiteOf: (credential) => asked[credential],
        });

        expect(plan?.credentials).toBe(fewest(branch, people, { earnable, asked }));
        if (!plan) return;
        expect(isMet(branch, after(people, plan))).toBe(true);
        for (const task of plan.tasks)
          task.credentials.forEach((credential, index) => {
            const before = [...people[task.person]!, ...task.credentials.slice(0, index)];
            expect(earnable).toContain(credential);
            expect(isAllowed([credential], before, asked)).toBe(true);
          });
      },
    ),
    { numRuns: 4000 },
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

describe('of people for whom it is equally much', () => {
  const branch: Clause[] = [{ id: 'a', n: 1, each: { credential: 'r' }, apart: [] }];
  const learners = (id: string, held: string[], lapsed: string[] = []) => ({
    held: new Set(held),
    lapsed: new Set(lapsed),
    people: [id],
  });
  const chosen = (asked: Prerequisites, ...groups: ReturnType<typeof learners>[]) =>
    planFor(branch, { groups, isEarnable: () => true, prerequisiteOf: (credential) => asked[credential] })?.tasks;

  it('takes who held it once before who holds something beside it before who holds nothing', () => {
    const near: Clause[] = [{ id: 'a', n: 1, each: { all: [{ credential: 'q' }, { credential: 'r' }] }, apart: [] }];
    const plan = planFor([...branch, { ...near[0]!, id: 'b' }], {
      groups: [learners('new', [])],
      isEarnable: () => true,
    });

    expect(plan?.tasks).toEqual([{ person: 'new', credentials: ['r', 'q'] }]);
    expect(chosen({}, learners('new', []), learners('lapsed', [], ['r']))).toEqual([
      { person: 'lapsed', credentials: ['r'] },
    ]);
  });

  const both: Clause[] = ['p', 'q'].map((id) => ({ id, n: 1, each: { credential: id }, apart: [] }));
  const tasksOf = (...groups: ReturnType<typeof learners>[]) =>
    planFor(both, { groups, isEarnable: () => true })?.tasks;

  it('does not give somebody other credentials too because one of them was held before', () => {
    expect(tasksOf(learners('lapsed', [], ['p']), learners('new', []))).toEqual([
      { person: 'lapsed', credentials: ['p'] },
      { person: 'new', credentials: ['q'] },
    ]);
  });

  it('prefers who held something beside it before to who never held anything', () => {
    expect(tasksOf(learners('a new', []), learners('before', [], ['p']), learners('once', [], ['q']))).toEqual([
      { person: 'before', credentials: ['p'] },
      { person: 'once', credentials: ['q'] },
    ]);
    expect(
      planFor(branch, { groups: [learners('a', []), learners('b', [], ['x'])], isEarnable: () => true })?.tasks,
    ).toEqual([{ person: 'a', credentials: ['r'] }]);
  });

  it('takes who has the prerequisite before who would have to earn it, and names it first where nobody has it', () => {
    const asked: Prerequisites = { r: { any: [{ credential: 'p' }, { credential: 'q' }] } };

    expect(chosen(asked, learners('new', []), learners('ready', ['q']))).toEqual([
      { person: 'ready', credentials: ['r'] },
    ]);
    expect(chosen(asked, learners('new', []))).toEqual([{ person: 'new', credentials: ['p', 'r'] }]);
  });
});

it.each([
  ['one place', [1], 2],
  ['three places that anyone may fill', [1, 1, 1], 8 * 7],
  ['two clauses of two', [2, 2], 9 * 3],
])('a search over %s takes so many steps for each person', (_, places, steps) => {
  const clauses = places.map((n, index) => ({ id: `${index}`, n, each: { credential: 'a' }, apart: [] }));

  expect(searchSize(clauses)).toBe(steps);
});
