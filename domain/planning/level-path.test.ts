/** Roads to one level and to several at once. */
import fc from 'fast-check';
import {
  anyOf,
  clause as clauseFor,
  competency as competencyWith,
  credential,
  earned,
  factsOf,
  person,
  programmeOf as programmeWith,
  requirement,
} from '../fixture.case';
import type { Person } from '../partner/people/person';
import type { Programme } from '../programme/programme';
import type { Clause, Requirement } from '../programme/requirement';
import { findLevelPaths, jointPlan, meansOf, type PathStart } from './level-path';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';

const clause = (id: string, n: number, names: string[], ties: Partial<Clause> = {}) =>
  clauseFor(id, n, anyOf(...names), ties);
const figures = [{ metric: 'revenue', atLeast: { developed: 10 } }];
const competency = (id: string, ...alternatives: Clause[][]) =>
  competencyWith(id, requirement('silver', { figures, alternatives }));
const programmeOf = (...competencies: Programme['competencies'][number][]) =>
  programmeWith(competencies, {
    credentials: [credential('p'), credential('q'), credential('r'), credential('old', { retiredOn: '2018-01-01' })],
  });
const asOf = '2018-06-01';
const startFrom = (people: Person[], programme: Programme, revenue = 10): PathStart => ({
  programme,
  facts: factsOf(people, { figures: [{ metric: 'revenue', value: revenue, asOf, source: 'test' }] }),
  asOf,
});

it('takes the cheapest branch and names the figures that are short', () => {
  const programme = programmeOf(competency('c', [clause('a', 2, ['p'])], [clause('a', 2, ['q'])]));
  const people = [person('p1', ['q']), person('p2', [])];

  const [road, other] = findLevelPaths({ competency: 'c', level: 'silver' }, startFrom(people, programme, 7));

  expect(road!.plan).toEqual({ tasks: [{ person: 'p2', credentials: ['q'] }], credentials: 1 });
  expect(road!.short).toMatchObject([{ metric: 'revenue', value: 7, threshold: 10 }]);
  expect(other!.plan.credentials).toBe(2);
});

it('asks nobody who left, and offers nothing that has retired', () => {
  const programme = programmeOf(competency('c', [clause('a', 1, ['old', 'p'])]));
  const people = [person('p1', ['old'], { leftOn: '2018-05-01' }), person('p2', [])];

  expect(findLevelPaths({ competency: 'c', level: 'silver' }, startFrom(people, programme))[0]!.plan.tasks).toEqual([
    { person: 'p2', credentials: ['p'] },
  ]);
});

it('has no road where there are too few people', () => {
  const programme = programmeOf(competency('c', [clause('a', 3, ['p'])]));

  expect(findLevelPaths({ competency: 'c', level: 'silver' }, startFrom([person('p1', [])], programme))).toEqual([]);
  expect(jointPlan([{ competency: 'c', level: 'silver' }], startFrom([person('p1', [])], programme))).toBeUndefined();
});

const names = ['p', 'q', 'r'];
const anyBranch = fc
  .array(
    fc.record({
      n: fc.integer({ min: 1, max: 2 }),
      of: fc.subarray(names, { minLength: 1, maxLength: 2 }),
      tie: fc.boolean(),
    }),
    {
      minLength: 1,
      maxLength: 2,
    },
  )
  .map((drafts) => drafts.map(({ n, of, tie }, at) => clause(`c${at}`, n, of, tie && at > 0 ? { within: 'c0' } : {})));
const anyPeople = fc
  .array(fc.subarray(names), { minLength: 2, maxLength: 3 })
  .map((held) => held.map((each, at) => person(`p${at}`, each)));

const targets = [
  { competency: 'one', level: 'silver' },
  { competency: 'two', level: 'silver' },
];

function withEarned(facts: Facts, earned: readonly (readonly [string, string])[]): Facts {
  const gained = (id: string) =>
    earned.filter(([who]) => who === id).map(([, title]) => ({ title, completedOn: '2018-05-01', source: 'test' }));
  return {
    ...facts,
    people: facts.people.map((one) => ({ ...one, achievements: [...one.achievements, ...gained(one.id)] })),
  };
}

const allMet = ({ programme, facts }: PathStart) =>
  standingOf(programme, facts, asOf).competencies.every(({ level }) => level === 'silver');

it('meets several levels with the fewest credentials there can be', () => {
  fc.assert(
    fc.property(anyBranch, anyBranch, anyPeople, (one, two, people) => {
      const start = startFrom(people, programmeOf(competency('one', one), competency('two', two)));
      const pairs = people.flatMap(({ id, achievements }) =>
        names.filter((name) => !achievements.some(({ title }) => title === name)).map((name) => [id, name] as const),
      );
      let least: number | undefined;
      for (let bits = 0; bits < 1 << pairs.length; bits += 1) {
        const chosen = pairs.filter((_, index) => (bits & (1 << index)) !== 0);
        if (least !== undefined && chosen.length >= least) continue;
        if (allMet({ ...start, facts: withEarned(start.facts, chosen) })) least = chosen.length;
      }

      const joint = jointPlan(targets, start);

      expect(joint?.plan.credentials).toBe(least);
      if (!joint) return;
      expect(joint.exact).toBe(true);
      const planned = joint.plan.tasks.flatMap(({ person: id, credentials }) =>
        credentials.map((name) => [id, name] as const),
      );
      expect(allMet({ ...start, facts: withEarned(start.facts, planned) })).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('goes from one target to the next where all at once would be too much, and says so', () => {
  const large = (id: string) => competency(id, [clause('a', 20, ['p']), clause('b', 20, ['q'])]);
  const programme = programmeOf(large('one'), large('two'), large('three'));
  const people = Array.from({ length: 25 }, (_, index) => person(`p${index}`, []));
  const start = startFrom(people, programme);

  const joint = jointPlan(
    ['one', 'two', 'three'].map((id) => ({ competency: id, level: 'silver' })),
    start,
  )!;

  expect(joint.exact).toBe(false);
  expect(joint.plan.credentials).toBe(40);
});

describe('to whom something could be given to earn', () => {
  const programme = programmeWith([], {
    credentials: [credential('p'), credential('q'), credential('expert', { requires: { credential: 'p' } })],
  });
  const meansFor = (people: Person[], parts: Partial<PathStart> = {}) =>
    meansOf({ programme, facts: factsOf(people), asOf, ...parts });
  const groupsFor = (people: Person[], parts: Partial<PathStart> = {}) =>
    meansFor(people, parts).groups.map(({ held, valid, lapsed, people: ids, spared }) => ({
      held: [...held],
      valid: [...valid!],
      lapsed: [...lapsed!],
      people: ids,
      ...(spared && { spared }),
    }));
  const group = (people: string[], held: string[], parts: object = {}) => ({
    held,
    valid: held,
    lapsed: [],
    people,
    ...parts,
  });

  it.each<[string, Person[], unknown[]]>([
    [
      'people of one holding are one group, in whatever order they earned it',
      [person('a', ['p', 'q']), person('b', ['q', 'p'])],
      [group(['a', 'b'], ['p', 'q'])],
    ],
    [
      'who holds nothing is a learner too',
      [person('a', []), person('b', ['p'])],
      [group(['a'], []), group(['b'], ['p'])],
    ],
    ['who has left is none', [person('a', [], { leftOn: '2018-05-01' })], []],
    ['who is not linked is none', [person('a', ['p'], { linkedOn: '2018-07-01' })], []],
    [
      'who waits for the delay after the link holds what will count',
      [person('a', ['p'], { linkedOn: asOf })],
      [group(['a'], ['p'])],
    ],
    [
      'a pass of today will count',
      [person('a', ['q', earned('p', { completedOn: asOf })])],
      [group(['a'], ['q', 'p'])],
    ],
    [
      'what has expired is told apart, because it can be earned anew',
      [person('a', ['q', earned('p', { expiresOn: '2018-05-31' })])],
      [group(['a'], ['q'], { lapsed: ['p'] })],
    ],
    [
      'who lost one is not like who never had it',
      [person('a', []), person('b', [earned('p', { expiresOn: '2018-05-31' })])],
      [group(['a'], []), group(['b'], [], { lapsed: ['p'] })],
    ],
  ])('%s', (_, people, groups) => {
    expect(groupsFor(people)).toEqual(groups);
  });

  it('what is valid today is valid as a prerequisite, although it does not count on the day of the plan', () => {
    const people = [person('a', [earned('p', { expiresOn: '2018-06-30' })])];

    expect(groupsFor(people, { today: asOf, asOf: '2018-09-01' })).toEqual([
      { held: [], valid: ['p'], lapsed: ['p'], people: ['a'] },
    ]);
    expect(groupsFor(people, { today: '2018-09-01', asOf: '2018-09-01' })).toEqual([
      { held: [], valid: [], lapsed: ['p'], people: ['a'] },
    ]);
  });

  it('those who are spared stand apart from the others of their group', () => {
    const people = ['a', 'b', 'c'].map((id) => person(id, ['p']));

    expect(groupsFor([...people, person('d', [])], { spared: new Set(['b']) })).toEqual([
      group(['a', 'c'], ['p']),
      group(['b'], ['p'], { spared: true }),
      group(['d'], []),
    ]);
  });

  it('newcomers are people of different names who hold nothing', () => {
    const { groups } = meansFor([person('a', ['p'])], { newcomers: 2 });

    expect(groups).toHaveLength(2);
    expect(groups[1]).toEqual({ held: new Set(), people: ['newcomer 1', 'newcomer 2'] });
    expect(meansFor([]).groups).toEqual([]);
  });

  it('a prerequisite is that of the credential, and only what the programme knows can be earned', () => {
    const { isEarnable, prerequisiteOf } = meansFor([]);

    expect(prerequisiteOf!('expert')).toEqual({ credential: 'p' });
    expect(prerequisiteOf!('p')).toBeUndefined();
    expect(prerequisiteOf!('unknown')).toBeUndefined();
    expect([isEarnable('p'), isEarnable('unknown')]).toEqual([true, false]);
  });
});

describe('a target', () => {
  const target = { competency: 'c', level: 'silver' };
  const silver = requirement('silver', { alternatives: [[clause('a', 1, ['p'])]] });
  const gold = requirement('gold', { alternatives: [[clause('a', 2, ['p'])]] });

  it('that asks for no people has a path without work, short of figures where they are', () => {
    const programme = programmeOf(competency('c'));
    const path = { ...target, option: 'only', plan: { tasks: [], credentials: 0 }, short: [] };

    expect(findLevelPaths(target, startFrom([], programme))).toEqual([path]);
    expect(findLevelPaths(target, startFrom([], programme, 7))).toMatchObject([
      { ...path, short: [{ metric: 'revenue' }] },
    ]);
  });

  it('is reached by its own competency and level only', () => {
    const programme = programmeOf(competencyWith('c', silver, gold), competencyWith('d', silver));

    expect(
      findLevelPaths(target, startFrom([person('x', [])], programme)).map((path) => [path.competency, path.level]),
    ).toEqual([['c', 'silver']]);
  });

  it('has first the paths that are short of fewer figures, then those with less to earn', () => {
    const { options, ...rest } = competencyWith('c', silver);
    const option = (id: string, ...rules: Requirement[]) => ({ ...options[0]!, id, requirements: rules });
    const programme = programmeOf({
      ...rest,
      options: [
        option('figure', { ...silver, figures, alternatives: [] }),
        option('two', requirement('silver', { alternatives: [[clause('a', 2, ['p'])]] })),
        option('one', silver),
      ],
    });

    expect(
      findLevelPaths(target, startFrom([person('x', []), person('y', [])], programme, 7)).map((path) => path.option),
    ).toEqual(['one', 'two', 'figure']);
  });

  it.each([
    ['is not proposed where there is no time for a second try and another one serves', '2018-06-29', ['q', 'r'], 'r'],
    ['is proposed where there is', '2018-06-30', ['q'], 'q'],
    ['is proposed all the same where nothing else serves', '2018-06-29', ['q'], 'q'],
    ['is never proposed where it could not count before', '2018-06-15', ['q'], undefined],
  ])('a certification that retires %s', (_, retiredOn, named, proposed) => {
    const programme = programmeWith([competency('c', ...named.map((one) => [clause('a', 1, [one])]))], {
      credentials: [credential('q', { retiredOn, countsUntil: '2019-12-31' }), credential('r')],
    });
    const start = { ...startFrom([person('x', [])], programme), asOf: '2018-06-15', today: '2018-06-15' };

    const [path] = findLevelPaths(target, start);

    expect(path?.plan.tasks[0]?.credentials[0]).toBe(proposed);
  });

  it('that is met leaves nothing to do', () => {
    const [path] = findLevelPaths(target, startFrom([person('x', ['p'])], programmeOf(competencyWith('c', silver))));

    expect(path!.plan).toEqual({ tasks: [], credentials: 0 });
  });
});

describe('several targets', () => {
  const one = [
    { competency: 'one', level: 'silver' },
    { competency: 'two', level: 'silver' },
  ];

  it('take the branches that go well together, though each alone has a cheaper one', () => {
    const first = competency('one', [clause('a', 1, ['p'])], [clause('a', 1, ['q'])]);
    const second = competency('two', [clause('a', 1, ['q'])]);
    const plan = jointPlan(one, startFrom([person('x', [])], programmeOf(first, second)))!;

    expect(plan).toMatchObject({ exact: true, plan: { tasks: [{ person: 'x', credentials: ['q'] }], credentials: 1 } });
    expect(plan.roads.map(({ competency: id, branch }) => [id, branch![0]!.each])).toEqual([
      ['one', { any: [{ credential: 'q' }] }],
      ['two', { any: [{ credential: 'q' }] }],
    ]);
  });

  it('keep who must be apart within each of them, and share people between them', () => {
    const apart = (id: string) => competency(id, [clause('a', 1, ['p']), clause('b', 1, ['p'], { apart: ['a'] })]);
    const programme = programmeOf(apart('one'), apart('two'));

    expect(jointPlan(one, startFrom([person('x', []), person('y', [])], programme))!.plan.credentials).toBe(2);
    expect(jointPlan(one, startFrom([person('x', ['p'])], programme))).toBeUndefined();
  });

  it('have no plan where one of them cannot be met', () => {
    const programme = programmeOf(
      competency('one', [clause('a', 1, ['p'])]),
      competency('two', [clause('a', 2, ['p'])]),
    );

    expect(jointPlan(one, startFrom([person('x', [])], programme))).toBeUndefined();
  });

  it('that ask for no people need no work', () => {
    expect(jointPlan(one, startFrom([], programmeOf(competency('one'), competency('two'))))).toMatchObject({
      exact: true,
      plan: { tasks: [], credentials: 0 },
    });
  });

  it('one after the other let what was planned before serve again', () => {
    const large = (id: string, name: string) => competency(id, [clause('a', 20, ['p']), clause('b', 20, [name])]);
    const programme = programmeOf(large('one', 'q'), large('two', 'q'), large('three', 'r'));
    const people = Array.from({ length: 20 }, (_, index) => person(`x${index}`, index === 0 ? ['p'] : []));
    const three = ['one', 'two', 'three'].map((id) => ({ competency: id, level: 'silver' }));
    const joint = jointPlan(three, startFrom(people, programme))!;

    expect(joint).toMatchObject({ exact: false, plan: { credentials: 59 } });
    expect(joint.roads.map((road) => road.competency)).toEqual(['one', 'two', 'three']);
    expect(joint.plan.tasks.find(({ person: id }) => id === 'x0')!.credentials).toEqual(['q', 'r']);
    expect(new Set(joint.plan.tasks.map(({ person: id }) => id)).size).toBe(20);
  });
});
