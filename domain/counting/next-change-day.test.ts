/** Nothing changes between two turning days. */
import fc from 'fast-check';
import { creditOf, type Credit } from './credits/credit';
import { indexCredentials } from '../programme/credential';
import { addDays } from '../basics/date';
import { competency, credential, factsOf, programmeOf, requirement } from '../fixture.case';
import { noIdentifiers, type Person } from '../partner/people/person';
import { standardPolicies, type Policies } from '../programme/policy';
import { nextChangeDay } from './next-change-day';

const programme = programmeOf([], {
  effectiveTo: '2018-09-30',
  credentials: [
    credential('plain'),
    credential('retired', { retiredOn: '2017-12-31' }),
    credential('printed', { retiredOn: '2017-12-31', countsUntil: '2018-05-15' }),
    credential('lapsing', { kind: 'certification', validity: 'role-based' }),
  ],
});

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
  const seen = ({ counted, hindered, hindrance }: Credit) => [[...counted].sort(), [...hindered], hindrance];
  fc.assert(
    fc.property(anyPerson, anyPolicies, day, (person, policies, asOf) => {
      const facts = factsOf([person], { policies });
      const next = nextChangeDay(programme, facts, asOf) ?? addDays(asOf, 2000);
      const brings = (on: string) => seen(creditOf(person, index, { asOf: on, policies }));

      for (const on of [addDays(asOf, 1), addDays(next, -1)])
        if (on > asOf && on < next) expect(brings(on)).toEqual(brings(asOf));
    }),
    { numRuns: 3000 },
  );
});

it('is the first of everybody', () => {
  fc.assert(
    fc.property(fc.array(anyPerson, { maxLength: 3 }), anyPolicies, day, (people, policies, after) => {
      const alone = people.map((one) => nextChangeDay(programme, factsOf([one], { policies }), after));

      expect(nextChangeDay(programme, factsOf(people, { policies }), after)).toBe(
        [nextChangeDay(programme, factsOf([], { policies }), after), ...alone].filter(Boolean).sort()[0],
      );
    }),
  );
});

it('is a day on which rules change, too', () => {
  expect(nextChangeDay(programme, factsOf([]), '2018-01-01')).toBe('2018-10-01');
  expect(nextChangeDay(programme, factsOf([]), '2018-10-01')).toBeUndefined();
});

it('is the first day of an override, and the day after its last', () => {
  const override = { competency: 'c', level: 'silver', from: '2018-03-01', until: '2018-05-31', source: 'test' };
  const facts = { ...factsOf([]), overrides: [override] };

  expect(nextChangeDay(programme, facts, '2018-01-01')).toBe('2018-03-01');
  expect(nextChangeDay(programme, facts, '2018-03-01')).toBe('2018-06-01');
  expect(nextChangeDay(programme, facts, '2018-06-01')).toBe('2018-10-01');
});

it('is a day from which a condition of a choice is asked, or no longer', () => {
  const metric = 'm';
  const when = [
    { metric, atLeast: 1, effectiveTo: '2018-03-31' },
    { metric, above: 1, effectiveFrom: '2018-05-01' },
  ];
  const chosen = programmeOf([{ ...competency('c'), choice: [{ option: 'only', when }] }]);

  expect(nextChangeDay(chosen, factsOf([]), '2018-01-01')).toBe('2018-04-01');
  expect(nextChangeDay(chosen, factsOf([]), '2018-04-01')).toBe('2018-05-01');
});

it('is a day on which a rule or an option begins, or the day after a rule ended', () => {
  const rules = [
    requirement('silver', { effectiveFrom: '2018-02-01', effectiveTo: '2018-03-31' }),
    requirement('silver', { effectiveFrom: '2018-06-01' }),
  ];
  const { options, ...rest } = competency('c', ...rules);
  const changing = programmeOf([{ ...rest, options: options.map((one) => ({ ...one, effectiveFrom: '2018-01-15' })) }]);
  const days = ['2018-01-01', '2018-01-15', '2018-02-01', '2018-04-01', '2018-06-01'];

  expect(days.map((day) => nextChangeDay(changing, factsOf([]), day))).toEqual([...days.slice(1), undefined]);
});

it('is the day after a figure that holds for some months, and of no other figure', () => {
  const metric = (id: string, holdsMonths?: number) => ({
    id,
    names: { en: id },
    unit: 'yes-no' as const,
    source: 'test',
    ...(holdsMonths && { holdsMonths }),
  });
  const figure = (id: string) => ({ metric: id, value: true, asOf: '2018-01-31', source: 'test' });
  const audited = programmeOf([], { metrics: [metric('audit', 24), metric('reference')] });

  expect(nextChangeDay(audited, factsOf([], { figures: [figure('reference')] }), '2018-02-01')).toBeUndefined();
  expect(nextChangeDay(audited, factsOf([], { figures: [figure('audit')] }), '2018-02-01')).toBe('2020-02-01');
});

it('is the first day of an enrolment, and the day after its last', () => {
  const facts = factsOf([], { held: [{ goal: 'azure', from: '2018-03-01', until: '2018-12-31' }] });

  expect(nextChangeDay(programmeOf([]), facts, '2018-01-01')).toBe('2018-03-01');
  expect(nextChangeDay(programmeOf([]), facts, '2018-03-01')).toBe('2019-01-01');
});
