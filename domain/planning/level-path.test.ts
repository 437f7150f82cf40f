/** Roads to one level and to several at once. */
import fc from 'fast-check';
import {
  anyOf,
  clause as clauseFor,
  competency as competencyWith,
  credential,
  factsOf,
  person,
  programmeOf as programmeWith,
  requirement,
} from '../fixture.case';
import type { Person } from '../partner/person';
import type { Programme } from '../programme/programme';
import type { Clause } from '../programme/requirement';
import { jointPlan, findLevelPaths, type PathStart } from './level-path';
import { standingOf, type Facts } from '../counting/standing';

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
