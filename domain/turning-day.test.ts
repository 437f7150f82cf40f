/** Nothing changes between two turning days. */
import fc from 'fast-check';
import { creditOf } from './counting';
import { indexCredentials, type Credential } from './credential';
import { addDays } from './date';
import { noIdentifiers, type Person } from './person';
import { standardPolicies, type Policies } from './policy';
import type { Programme } from './programme';
import { nextTurningDay, turningDaysOf } from './turning-day';

const credential = (id: string, parts: Partial<Credential> = {}): Credential => ({
  id,
  kind: 'exam',
  titles: [id],
  activityIds: [],
  validity: 'unlimited',
  source: 'test',
  ...parts,
});

const programme: Programme = {
  id: 'test',
  names: { en: 'test' },
  edition: 'test',
  effectiveFrom: '2017-01-01',
  effectiveTo: '2018-09-30',
  levels: [],
  policies: standardPolicies,
  associations: {},
  metrics: [],
  credentials: [
    credential('plain'),
    credential('retired', { retiredOn: '2017-12-31' }),
    credential('printed', { retiredOn: '2017-12-31', countsUntil: '2018-05-15' }),
    credential('lapsing', { kind: 'certification', validity: 'role-based' }),
  ],
  competencies: [],
};

const start = '2017-06-01';
const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays(start, days));
const maybe = fc.option(day, { nil: undefined });

const anyPerson: fc.Arbitrary<Person> = fc.record({
  id: fc.constant('p'),
  name: fc.constant('p'),
  identifiers: fc.constant(noIdentifiers),
  accountOn: maybe,
  linkedOn: maybe,
  leftOn: maybe,
  linkedElsewhereOn: maybe,
  accountDeletedOn: maybe,
  achievements: fc.array(
    fc.record({
      title: fc.constantFrom('plain', 'retired', 'printed', 'lapsing', 'unknown'),
      completedOn: day,
      expiresOn: maybe,
      source: fc.constant('test'),
    }),
    { maxLength: 3 },
  ),
});

const anyPolicies: fc.Arbitrary<Policies> = fc
  .record({
    countingDelay: fc.constantFrom(0, 24, 240),
    retiredExamGraceMonths: fc.constantFrom(0, 12),
    skillAgeLimit: fc.constantFrom(0, 6),
    leaverDropRule: fc.constantFrom('leave-date' as const, 'official' as const),
  })
  .map((some) => ({ ...standardPolicies, ...some }));

it('what a person brings is the same from one turning day to the day before the next', () => {
  const index = indexCredentials(programme.credentials);
  fc.assert(
    fc.property(anyPerson, anyPolicies, day, (person, policies, asOf) => {
      const facts = { market: 'developed' as const, figures: [], people: [person], policies };
      const next = turningDaysOf(programme, facts, asOf)[0] ?? addDays(asOf, 2000);
      const brings = (on: string) => [...creditOf(person, index, { asOf: on, policies }).counted].sort();

      for (const on of [addDays(asOf, 1), addDays(next, -1)])
        if (on > asOf && on < next) expect(brings(on)).toEqual(brings(asOf));
    }),
    { numRuns: 3000 },
  );
});

it('the next of them is the first of them', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 3 }), anyPolicies, day, (people, policies, after) => {
      const facts = { market: 'developed' as const, figures: [], people, policies };

      expect(nextTurningDay(programme, facts, after)).toBe(turningDaysOf(programme, facts, after)[0]);
    }),
  );
});

it('names the days on which rules change, once and in order', () => {
  const facts = { market: 'developed' as const, figures: [], people: [], policies: standardPolicies };

  expect(turningDaysOf(programme, facts, '2018-01-01')).toEqual(['2018-10-01']);
  expect(turningDaysOf(programme, facts, '2018-10-01')).toEqual([]);
});

it('names the first day of an override and the day after its last', () => {
  const override = { competency: 'c', level: 'silver', from: '2018-03-01', until: '2018-05-31', source: 'test' };
  const facts = {
    market: 'developed' as const,
    figures: [],
    people: [],
    policies: standardPolicies,
    overrides: [override],
  };

  expect(turningDaysOf(programme, facts, '2018-01-01')).toEqual(['2018-03-01', '2018-06-01', '2018-10-01']);
  expect(nextTurningDay(programme, facts, '2018-03-01')).toBe('2018-06-01');
});
