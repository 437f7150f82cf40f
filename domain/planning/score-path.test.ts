/** Plans under points: the cheapest set of achievements, against trying every set; and what hangs on single people. */
import fc from 'fast-check';
import type { Credential } from '../programme/credential';
import { expiringWithin } from './expiring';
import { compareFractions, fractionText, readFraction } from '../basics/fraction';
import { keyPeopleOf } from '../counting/key-people';
import { noIdentifiers, type Person } from '../partner/people/person';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import { risksOf } from '../membership/risk';
import { findLevelPaths, shortOf } from './level-path';
import { findAlternativePlans } from './alternative-plan';
import { satisfies, type Expression } from '../programme/expression';
import type { Score, ScoreStep } from '../programme/score';
import { standingOf } from '../counting/standing';
import { creditPeople } from '../counting/kept-credits';
import type { Facts } from '../counting/facts';
import { evaluateWhatIf } from './what-if';

const asOf = '2024-06-01';
const ids = ['x', 'y', 'z'];
const points = (text: string) => readFraction(text)!;
const credential = (id: string): Credential => ({
  id,
  kind: 'certification',
  titles: [id],
  activityIds: [],
  validity: 'role-based',
  source: 'test',
});
const person = (id: string, held: readonly string[], completedOn = '2024-01-01'): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn, source: 'test' })),
});
const factsOf = (people: readonly Person[], customers = 0): Facts => ({
  market: 'developed',
  policies: standardPolicies,
  people,
  figures: [{ metric: 'customers', value: customers, asOf, source: 'test' }],
});

function programmeOf(steps: readonly ScoreStep[], atLeast: string): Programme {
  const skilling = { id: 's', of: points('40'), figures: [], steps, mayBeZero: false };
  const adds = {
    ...skilling,
    id: 'a',
    of: points('60'),
    figures: [{ metric: 'customers', points: points('10') }],
    steps: [],
  };
  const score: Score = { atLeast: points(atLeast), of: points('100'), metrics: [adds, skilling] };
  const requirement = {
    level: 'partner',
    effectiveFrom: '2024-01-01',
    figures: [],
    alternatives: [],
    score,
    source: 't',
  };
  return {
    id: 'p',
    names: { en: 'p' },
    edition: '1',
    effectiveFrom: '2024-01-01',
    levels: [{ id: 'partner', names: { en: 'Partner' } }],
    policies: standardPolicies,
    associations: {},
    metrics: [{ id: 'customers', names: { en: 'Customers' }, unit: 'customers', source: 't' }],
    credentials: ids.map(credential),
    competencies: [
      {
        id: 'area',
        names: { en: 'Area' },
        otherNames: [],
        source: 't',
        options: [{ id: 'only', names: { en: 'Only' }, associations: [], requirements: [requirement] }],
      },
    ],
  };
}

const step = (id: string, parts: Partial<ScoreStep>): ScoreStep => ({
  id,
  each: { credential: 'x' },
  points: points('0'),
  after: [],
  ...parts,
});
const gated = [
  step('1', { n: 1 }),
  step('2', { each: { any: [{ credential: 'y' }, { credential: 'z' }] }, points: points('40/3'), after: ['1'] }),
];
const target = { competency: 'area', level: 'partner' };
const roads = (programme: Programme, facts: Facts) => findLevelPaths(target, { programme, facts, asOf });
const scoreIn = (programme: Programme, facts: Facts) =>
  standingOf(programme, facts, asOf).competencies[0]!.options[0]!.levels[0]!;

describe('a road to a score', () => {
  it('asks for the least that the figures leave to people', () => {
    const [road, ...others] = roads(programmeOf(gated, '70'), factsOf([person('ana', ['x']), person('boris', [])], 5));

    expect(road!.plan.credentials).toBe(2);
    expect(fractionText(road!.score!.after)).toBe('230/3');
    expect(others).toEqual([]);
  });

  it('where figures are short gives the most that people can do, and the least that leaves it to figures', () => {
    const people = ['ana', 'boris', 'chen'].map((id) => person(id, []));
    const [most, least] = roads(programmeOf(gated, '70'), factsOf(people));

    expect(least!.plan.credentials).toBe(2);
    expect(fractionText(least!.score!.after)).toBe('40/3');
    expect(most!.plan.credentials).toBe(4);
    expect(fractionText(most!.score!.after)).toBe('40');
    expect(shortOf(most!)).toBe(31);
  });

  it('is empty of work where the goal is reached', () => {
    const facts = factsOf([person('ana', ['x', 'y'])], 6);

    expect(roads(programmeOf(gated, '70'), facts)[0]!.plan.credentials).toBe(0);
  });

  it('cannot be gone without people', () => {
    expect(roads(programmeOf(gated, '70'), factsOf([], 6))).toEqual([]);
  });
});

const anySteps = fc
  .array(
    fc.record({
      gate: fc.boolean(),
      n: fc.integer({ min: 1, max: 2 }),
      each: fc.subarray(ids, { minLength: 1 }),
      per: fc.integer({ min: 10, max: 40 }),
    }),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((rules) =>
    rules.map(({ gate, n, each, per }, index) =>
      step(String(index), {
        each: { any: each.map((id) => ({ credential: id })) },
        points: points(String(gate ? 0 : per)),
        ...(gate && { n }),
        after: rules.flatMap((rule, at) => (at < index && rule.gate ? [String(at)] : [])),
      }),
    ),
  );

/** Every way of giving people what they lack. */
function* everySet(people: readonly Person[]): Generator<{ people: readonly Person[]; size: number }> {
  const open = people.flatMap((one, at) =>
    ids.filter((id) => !one.achievements.some(({ title }) => title === id)).map((id) => ({ at, id })),
  );
  for (let mask = 0; mask < 1 << open.length; mask += 1) {
    const given = open.filter((_, bit) => (mask & (1 << bit)) !== 0);
    const after = people.map((one, at) =>
      person(one.id, [
        ...one.achievements.map(({ title }) => title),
        ...given.filter((task) => task.at === at).map(({ id }) => id),
      ]),
    );
    yield { people: after, size: given.length };
  }
}

it('the cheapest road is the smallest set of all that reach the goal', () => {
  const anyPeople = fc.array(fc.subarray(ids), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(anySteps, anyPeople, fc.integer({ min: 1, max: 6 }), (steps, held, customers) => {
      const programme = programmeOf(steps, '70');
      const people = held.map((some, index) => person(`p${index}`, some));
      const sizes = [...everySet(people)]
        .filter((set) => scoreIn(programme, factsOf(set.people, customers)).met)
        .map(({ size }) => size);
      const reaching = roads(programme, factsOf(people, customers)).filter(
        ({ score }) => shortOf({ short: [], score: score! }) === 0,
      );

      expect(reaching[0]?.plan.credentials).toBe(sizes.length > 0 ? Math.min(...sizes) : undefined);
      for (const { plan, score } of reaching) {
        const after = people.map((one) => {
          const more = plan.tasks.find((task) => task.person === one.id)?.credentials ?? [];
          return person(one.id, [...one.achievements.map(({ title }) => title), ...more]);
        });
        expect(
          compareFractions(scoreIn(programme, factsOf(after, customers)).score!.points, score!.after),
        ).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 40 },
  );
});

/** What is asked before `y` and `z` may be taken, and what can be taken no more; who holds it already goes on to count. */
const anyLimits = fc.record({
  y: fc.option(fc.constant({ credential: 'x' }), { nil: undefined }),
  z: fc.option(fc.constantFrom({ credential: 'x' }, { any: [{ credential: 'x' }, { credential: 'y' }] }), {
    nil: undefined,
  }),
  gone: fc.subarray(ids, { maxLength: 1 }),
});

it('with prerequisites and retirements the cheapest road is the smallest set that can be carried out', () => {
  const anyPeople = fc.array(fc.subarray(ids), { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(anySteps, anyPeople, anyLimits, fc.integer({ min: 1, max: 6 }), (steps, held, limits, customers) => {
      const { gone } = limits;
      const asked: Readonly<Record<string, Expression | undefined>> = { y: limits.y, z: limits.z };
      const programme = {
        ...programmeOf(steps, '70'),
        credentials: ids.map((id) => ({
          ...credential(id),
          ...(asked[id] && { requires: asked[id] }),
          ...(gone.includes(id) && { retiredOn: '2024-02-01' }),
        })),
      };
      const people = held.map((some, index) => person(`p${index}`, some));
      const sizes = [...everySet(people)]
        .filter((set) =>
          set.people.every(({ achievements }, at) => {
            const own = new Set(achievements.map(({ title }) => title));
            const fresh = [...own].filter((id) => !held[at]!.includes(id));
            return fresh.every((id) => !gone.includes(id) && (!asked[id] || satisfies(own, asked[id])));
          }),
        )
        .filter((set) => scoreIn(programme, factsOf(set.people, customers)).met)
        .map(({ size }) => size);
      const reaching = roads(programme, factsOf(people, customers)).filter(
        ({ score }) => shortOf({ short: [], score: score! }) === 0,
      );

      expect(reaching[0]?.plan.credentials).toBe(sizes.length > 0 ? Math.min(...sizes) : undefined);
    }),
    { numRuns: 1000 },
  );
});

describe('a score that is reached', () => {
  const programme = programmeOf(gated, '70');
  const crew = [person('ana', ['x']), person('boris', ['y']), person('chen', ['y'])];
  const facts = factsOf(crew, 5);

  it('hangs on those without whom it would not be', () => {
    const { groups } = creditPeople(programme, facts, asOf);

    expect([...keyPeopleOf(scoreIn(programme, facts), groups)].sort()).toEqual(['ana', 'boris', 'chen']);
    const more = factsOf([...crew, person('dana', ['x', 'y'])], 5);
    expect(keyPeopleOf(scoreIn(programme, more), creditPeople(programme, more, asOf).groups)).toEqual([]);
  });

  it('is lost with one of them, with the points, and can be repaired', () => {
    const outcome = evaluateWhatIf(programme, facts, { today: asOf, events: [{ kind: 'leaves', person: 'ana' }] });

    expect(outcome.changes).toEqual([{ competency: 'area', before: 'partner', after: undefined }]);
    expect(outcome.points.map(({ before, after }) => [fractionText(before), fractionText(after)])).toEqual([
      ['230/3', '50'],
    ]);
    expect(findAlternativePlans(target, { ...outcome.then, asOf }, 3)[0]!.plan.credentials).toBe(1);
  });

  it('is at risk where a certification of theirs lapses, and what is expiring tells the points', () => {
    const horizon = { today: asOf, until: '2025-06-01', shown: [] };

    expect(risksOf(programme, facts, horizon)).toMatchObject([{ code: 'lapses', on: '2025-01-02' }]);
    expect(risksOf(programme, facts, { ...horizon, window: { from: '2024-06-02', to: '2025-06-01' } })).toHaveLength(1);
    expect(
      risksOf(programme, facts, { ...horizon, window: { from: asOf, to: '2025-06-01' } }).map(({ code }) => code),
    ).not.toContain('lapses');
    const expiring = expiringWithin(programme, facts, { today: asOf, days: 365 });
    expect(expiring.map(({ person: { id }, points: lost }) => `${id} ${fractionText(lost[0]!.after)}`)).toEqual([
      'ana 50',
      'boris 190/3',
      'chen 190/3',
    ]);
  });
});
