/** What-if questions: the events alone make the difference, and only key people change a level by leaving. */
import fc from 'fast-check';
import type { Credential } from './credential';
import { noIdentifiers, type Person } from './person';
import { standardPolicies } from './policy';
import type { Programme } from './programme';
import type { Clause } from './requirement';
import type { Facts } from './standing';
import { singlePointsOf, whatIf } from './what-if';

const credential = (id: string): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
});
const clause = (n: number, id: string): Clause => ({ id: `c-${id}`, n, each: { credential: id }, apart: [] });

const programme: Programme = {
  id: 'test',
  names: { en: 'test' },
  edition: 'test',
  effectiveFrom: '2018-01-01',
  levels: [
    { id: 'silver', names: { en: 'Silver' } },
    { id: 'gold', names: { en: 'Gold' } },
  ],
  policies: standardPolicies,
  associations: {},
  metrics: [],
  credentials: ['p', 'q'].map(credential),
  competencies: ['first', 'second'].map((id) => ({
    id,
    names: { en: id },
    otherNames: [],
    source: 'test',
    options: [
      {
        id: 'only',
        names: { en: 'only' },
        associations: [],
        requirements: [
          {
            level: 'silver',
            effectiveFrom: '2018-01-01',
            figures: [],
            alternatives: [[clause(1, id === 'first' ? 'p' : 'q')]],
            source: 'test',
          },
          {
            level: 'gold',
            effectiveFrom: '2018-01-01',
            figures: [],
            alternatives: [[clause(2, 'p'), clause(1, 'q')]],
            source: 'test',
          },
        ],
      },
    ],
  })),
};

const today = '2018-06-01';
const holder = (id: string, held: readonly string[]): Person => ({
  id,
  name: id,
  identifiers: noIdentifiers,
  achievements: held.map((title) => ({ title, completedOn: '2018-02-01', source: 'test' })),
});
const factsOf = (people: readonly (readonly string[])[]): Facts => ({
  market: 'developed',
  figures: [],
  people: people.map((held, index) => holder(`p${index}`, held)),
  policies: standardPolicies,
});
const levels = (standing: { competencies: readonly { level: string | undefined }[] }) =>
  standing.competencies.map(({ level }) => level);

it('shows levels before and after, on the day of the event', () => {
  const facts = factsOf([['p', 'q'], ['p']]);

  const answer = whatIf(programme, facts, { today, events: [{ kind: 'leaves', person: 'p1', on: '2018-09-01' }] });

  expect(answer.asOf).toBe('2018-09-01');
  expect(answer.changes).toEqual([
    { competency: 'first', before: 'gold', after: 'silver' },
    { competency: 'second', before: 'gold', after: 'silver' },
  ]);
  expect(answer.newSinglePoints.map(({ competency, person }) => [competency, person])).toEqual([]);
});

it('names those on whom a level hangs from then on', () => {
  const facts = factsOf([['p'], ['p'], ['p'], ['q'], ['q']]);

  const answer = whatIf(programme, facts, { today, events: [{ kind: 'leaves', person: 'p0' }] });

  expect(answer.changes).toEqual([]);
  expect(answer.newSinglePoints).toEqual([
    { competency: 'first', level: 'gold', person: 'p1' },
    { competency: 'first', level: 'gold', person: 'p2' },
    { competency: 'second', level: 'gold', person: 'p1' },
    { competency: 'second', level: 'gold', person: 'p2' },
  ]);
});

it('lets a retired exam stop counting and a pass count', () => {
  const facts = factsOf([['p', 'q'], ['p']]);

  expect(levels(whatIf(programme, facts, { today, events: [{ kind: 'retires', credential: 'q' }] }).after)).toEqual([
    'silver',
    undefined,
  ]);
  expect(
    levels(
      whatIf(programme, factsOf([['p'], ['q']]), { today, events: [{ kind: 'passes', person: 'p1', credential: 'p' }] })
        .after,
    ),
  ).toEqual(['gold', 'gold']);
});

it('changes no level when somebody leaves on whom none hangs, and a level when one does', () => {
  fc.assert(
    fc.property(fc.array(fc.subarray(['p', 'q']), { minLength: 1, maxLength: 5 }), fc.nat(), (people, chosen) => {
      const facts = factsOf(people);
      const person = `p${chosen % people.length}`;

      const answer = whatIf(programme, facts, { today, events: [{ kind: 'leaves', person }] });
      const key = singlePointsOf(programme, facts, answer.before).some((point) => point.person === person);

      expect(answer.changes.length > 0).toBe(key);
    }),
    { numRuns: 500 },
  );
});

it('leaves what it was asked about untouched', () => {
  const facts = factsOf([['p'], ['q']]);
  const before = JSON.stringify([programme, facts]);

  whatIf(programme, facts, {
    today,
    events: [
      { kind: 'leaves', person: 'p0' },
      { kind: 'retires', credential: 'q' },
    ],
  });

  expect(JSON.stringify([programme, facts])).toBe(before);
});
