/** What one person could earn: the least that fills a place, and nothing where it would help nobody. */
import fc from 'fast-check';
import { readFraction } from '../basics/fraction';
import { standingOf } from '../counting/standing';
import { anyOf, asksFor, clause, competency, factsOf, one, person, programmeOf, requirement } from '../fixture.case';
import type { Expression } from '../programme/expression';
import { evaluateWhatIf } from './what-if';
import type { PathStart } from './level-path';
import { inOrderOfWorth, personalStep, type PersonalStep } from './personal-plan';

const asOf = '2018-06-01';
const gold = { competency: 'c', level: 'gold' };
const start = (asks: ReturnType<typeof competency>, ...people: ReturnType<typeof person>[]): PathStart => ({
  programme: programmeOf([asks]),
  facts: factsOf(people),
  asOf,
});
const all = (...ids: string[]): Expression => ({ all: ids.map(one) });
const asks = (...clauses: ReturnType<typeof clause>[]) =>
  competency('c', requirement('gold', { alternatives: [clauses] }));

it('fills a place that stays open without it, and says how many stay open then', () => {
  const at = start(competency('c', asksFor('gold', 'p', 3)), person('ana', []), person('bo', ['p']));
  expect(personalStep('ana', gold, at)).toEqual({ ...gold, credentials: ['p'], open: 1 });
});

it('is nothing for whom fills a place already, or where the level is met', () => {
  const at = start(competency('c', asksFor('gold', 'p', 2)), person('ana', []), person('bo', ['p']));
  expect(personalStep('bo', gold, at)).toBeUndefined();
  const met = start(competency('c', asksFor('gold', 'p', 1)), person('ana', []), person('bo', ['p']));
  expect(personalStep('ana', gold, met)).toBeUndefined();
});

it('counts what is held already, and takes the least that is missing', () => {
  const at = start(asks(clause('a', 1, { any: [all('p', 'q'), one('r')] })), person('ana', ['p']), person('bo', []));
  expect(personalStep('ana', gold, at)?.credentials).toHaveLength(1);
  const both = start(asks(clause('a', 1, all('p', 'q'))), person('ana', []));
  expect(personalStep('ana', gold, both)?.credentials.toSorted()).toEqual(['p', 'q']);
});

it('moves others to the places that they can fill as well', () => {
  const at = start(
    asks(clause('a', 1, one('p')), clause('b', 1, anyOf('p', 'q'), { apart: ['a'] })),
    person('ana', []),
    person('bo', ['p']),
  );
  expect(personalStep('ana', gold, at)).toMatchObject({ open: 0, credentials: [expect.stringMatching(/^[pq]$/u)] });
});

it('proposes nothing to a person who has left or who has declined it', () => {
  const left = start(competency('c', asksFor('gold', 'p')), person('ana', [], { leftOn: '2018-01-01' }));
  expect(personalStep('ana', gold, left)).toBeUndefined();
  const declined = new Map([['ana', new Set(['p'])]]);
  const at = { ...start(competency('c', asksFor('gold', 'p')), person('ana', [])), declined };
  expect(personalStep('ana', gold, at)).toBeUndefined();
});

it('brings the level nearer by exactly what it says, when it is earned', () => {
  const held = fc.subarray(['p', 'q', 'r']);
  const clauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 2 }), fc.subarray(['p', 'q', 'r'], { minLength: 1 })), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(fc.array(held, { minLength: 1, maxLength: 4 }), clauses, (people, parts) => {
      const branch = parts.map(([n, ids], index) => clause(`k${index}`, n, anyOf(...ids)));
      const at = start(asks(...branch), ...people.map((ids, index) => person(`p${index}`, ids)));
      const openIn = (facts: PathStart['facts']) => {
        const [level] = standingOf(at.programme, facts, asOf).competencies[0]!.options[0]!.levels;
        return level!.alternatives[0]!.clauses.reduce((sum, { needed, counted }) => sum + needed - counted, 0);
      };
      const step = personalStep('p0', gold, at);
      const alone = ['p', 'q', 'r'].map((credential) => ({ kind: 'passes' as const, person: 'p0', credential }));
      const after = (events: typeof alone) =>
        openIn(evaluateWhatIf(at.programme, at.facts, { today: asOf, events }).then.facts);
      if (!step) return expect(after(alone)).toBe(openIn(at.facts));
      expect(step.open).toBeLessThan(openIn(at.facts));
      expect(after(alone.filter(({ credential }) => step.credentials.includes(credential)))).toBe(step.open);
    }),
  );
});

it('is told in the order of its worth: what fills the last place, then the least work', () => {
  const step = (open: number, ...credentials: string[]): PersonalStep => ({ ...gold, open, credentials });
  const steps = [step(2, 'p'), step(0, 'p', 'q'), step(1, 'q'), step(0, 'r')];
  expect(inOrderOfWorth(steps).map(({ open, credentials }) => [open, credentials.length])).toEqual([
    [0, 1],
    [0, 2],
    [1, 1],
    [2, 1],
  ]);
});

it('tells work that does not reach the points after work that fills the last place', () => {
  const points = (text: string) => readFraction(text)!;
  const score = { before: points('40'), after: points('50'), atLeast: points('70'), of: points('100'), metrics: [] };
  const [short, whole] = [
    { ...gold, open: 0, credentials: ['p'], score },
    { ...gold, open: 0, credentials: ['p', 'q'] },
  ];
  expect(inOrderOfWorth([short, whole])).toEqual([whole, short]);
  const enough = { ...short, score: { ...score, after: points('70') } };
  expect(inOrderOfWorth([whole, enough])).toEqual([enough, whole]);
});

it('tells how much of what a level names is held already, and how many figures are short as well', () => {
  const asked = competency(
    'c',
    requirement('gold', {
      alternatives: [[clause('a', 1, all('p', 'q'))]],
      figures: [{ metric: 'audit', atLeast: { developed: true } }],
    }),
  );
  const at = start(asked, person('ana', ['p', 'x']));

  expect(personalStep('ana', gold, at)).toEqual({ ...gold, credentials: ['q'], open: 0, begun: 1, figuresShort: 1 });
});

it('tells of equal work first what is nearest to what the person holds', () => {
  const step = (competency_: string, parts: Partial<PersonalStep>): PersonalStep => ({
    competency: competency_,
    level: 'gold',
    credentials: ['p'],
    open: 0,
    ...parts,
  });
  const told = inOrderOfWorth([
    step('none', {}),
    step('some', { begun: 1 }),
    step('most', { begun: 2 }),
    step('short', { begun: 9, open: 1 }),
    step('long', { begun: 9, credentials: ['p', 'q'] }),
  ]);

  expect(told.map((one) => one.competency)).toEqual(['most', 'some', 'none', 'long', 'short']);
});
