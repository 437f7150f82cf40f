/** The last day on which a level was met: the day before it ended, judged by what was known on that day. */
import {
  asksFor,
  competency,
  credential,
  earned,
  factsOf,
  one,
  person,
  programmeOf,
  requirement,
} from '../fixture.case';
import type { Facts } from '../counting/facts';
import type { Achievement, Person } from '../partner/people/person';
import { standardPolicies } from '../programme/policy';
import type { Requirement } from '../programme/requirement';
import { lastDayMet, metOn } from './last-day-met';

const credentials = [credential('p'), credential('q'), credential('old', { retiredOn: '2017-03-31' })];
const span = { from: '2018-01-01', to: '2018-05-31' };

const revenue = requirement('silver', { figures: [{ metric: 'revenue', atLeast: { developed: 100 } }] });
const figure = (value: number, asOf: string) => ({ metric: 'revenue', value, asOf, source: 'test' });

interface Case {
  readonly rules: readonly Requirement[];
  readonly people?: readonly Person[];
  readonly facts?: Partial<Facts>;
  readonly above?: string;
  readonly span?: { readonly from: string; readonly to: string };
}

function last({ rules, people = [], facts = {}, above, span: days = span }: Case) {
  const some = competency('c', ...rules);
  const programme = programmeOf([some], { credentials });
  return lastDayMet(some, { programme, facts: factsOf(people, facts), span: days, above });
}

const leaves = (on: string, ...achievements: (string | Achievement)[]) => person('x', achievements, { leftOn: on });
const silver = asksFor('silver', 'p', 1);
const gold = asksFor('gold', 'p', 2);

it.each<[string, Case, string | undefined]>([
  ['the eve of leaving', { rules: [silver], people: [leaves('2018-03-15', 'p')] }, '2018-03-14'],
  [
    'the eve of a link elsewhere',
    { rules: [silver], people: [person('x', ['p'], { linkedElsewhereOn: '2018-03-15' })] },
    '2018-03-14',
  ],
  [
    'the eve of the refresh after the account was deleted, officially',
    {
      rules: [silver],
      people: [person('x', ['p'], { accountDeletedOn: '2018-01-20' })],
      facts: { policies: { ...standardPolicies, leaverDropRule: 'official' } },
    },
    '2018-02-09',
  ],
  [
    'the last day of a certification',
    { rules: [silver], people: [person('x', [earned('p', { expiresOn: '2018-04-30' })])] },
    '2018-04-30',
  ],
  [
    'the last day of a retired exam',
    { rules: [asksFor('silver', 'old', 1)], people: [person('x', [earned('old', { completedOn: '2017-01-01' })])] },
    '2018-03-31',
  ],
  [
    'the last day within the age limit',
    {
      rules: [silver],
      people: [person('x', [earned('p', { completedOn: '2017-08-15' })])],
      facts: { policies: { ...standardPolicies, skillAgeLimit: 6 } },
    },
    '2018-02-15',
  ],
  [
    'the last day of a rule that could be met',
    { rules: [asksFor('silver', 'p', 1, { effectiveTo: '2018-02-28' })], people: [person('x', ['p'])] },
    '2018-02-28',
  ],
  [
    'the eve of a stricter rule',
    {
      rules: [
        asksFor('silver', 'p', 1, { effectiveTo: '2018-02-28' }),
        asksFor('silver', 'p', 2, { effectiveFrom: '2018-03-01' }),
      ],
      people: [person('x', ['p'])],
    },
    '2018-02-28',
  ],
  [
    'the last day of an override',
    {
      rules: [silver],
      facts: { overrides: [{ competency: 'c', level: 'silver', until: '2018-02-10', source: 'test' }] },
    },
    '2018-02-10',
  ],
  [
    'the eve of a smaller figure',
    { rules: [revenue], facts: { figures: [figure(120, '2018-01-10'), figure(80, '2018-04-10')] } },
    '2018-04-09',
  ],
  [
    'none by a figure of a later day',
    { rules: [revenue], facts: { figures: [figure(80, '2018-01-10'), figure(120, '2018-06-10')] } },
    undefined,
  ],
  ['the last day of the span where nothing ended', { rules: [silver], people: [person('x', ['p'])] }, '2018-05-31'],
  ['the first day of the span', { rules: [silver], people: [leaves('2018-01-02', 'p')] }, '2018-01-01'],
  ['none where it ended before the span', { rules: [silver], people: [leaves('2018-01-01', 'p')] }, undefined],
  ['none where it was never met', { rules: [silver], people: [person('x', ['q'])] }, undefined],
  ['none where too few ever held it', { rules: [gold], people: [leaves('2018-03-15', 'p')] }, undefined],
  [
    'the only day of a span of one',
    { rules: [silver], people: [person('x', ['p'])], span: { from: '2018-03-01', to: '2018-03-01' } },
    '2018-03-01',
  ],
  [
    'none in a span that ends before it begins',
    { rules: [silver], people: [person('x', ['p'])], span: { from: '2018-03-01', to: '2018-02-28' } },
    undefined,
  ],
  [
    'none for two who were never there together',
    { rules: [gold], people: [leaves('2018-02-01', 'p'), person('y', [earned('p', { completedOn: '2018-03-01' })])] },
    undefined,
  ],
])('is %s', (_, about, on) => {
  expect(last(about)?.on).toBe(on);
});

describe('of several levels', () => {
  const both = { rules: [silver, gold], people: [person('y', ['p']), leaves('2018-03-15', 'p')] };

  it.each<[string | undefined, unknown]>([
    [undefined, { competency: 'c', level: 'silver', on: '2018-05-31' }],
    ['silver', { competency: 'c', level: 'gold', on: '2018-03-14' }],
    ['gold', undefined],
  ])('only those above %s are looked for, the latest day first', (above, found) => {
    expect(last({ ...both, ...(above && { above }) })).toEqual(found);
  });

  it('the highest of one day counts', () => {
    expect(last({ ...both, people: ['y', 'z'].map((id) => person(id, ['p'], { leftOn: '2018-03-15' })) })).toEqual({
      competency: 'c',
      level: 'gold',
      on: '2018-03-14',
    });
  });
});

describe('in points', () => {
  const points = (numerator: number) => ({ numerator, denominator: 1 });
  const step = { id: 's', each: one('p'), points: points(10), after: [] };
  const metric = { id: 'm', of: points(20), figures: [], steps: [step], mayBeZero: false };
  const scored = requirement('silver', { score: { atLeast: points(20), of: points(20), metrics: [metric] } });
  const people = [person('y', ['p']), leaves('2018-03-15', 'p')];

  it('is told with the points of that day', () => {
    expect(last({ rules: [scored], people })).toEqual({
      competency: 'c',
      level: 'silver',
      on: '2018-03-14',
      points: points(20),
      of: points(20),
    });
  });

  it('of a day that is named is told with its points, or not at all', () => {
    const some = competency('c', scored);
    const known = { programme: programmeOf([some], { credentials }), facts: factsOf(people) };

    expect(metOn(some, known, '2018-03-14')).toEqual({
      competency: 'c',
      level: 'silver',
      on: '2018-03-14',
      points: points(20),
      of: points(20),
    });
    expect(metOn(some, known, '2018-03-15')).toBeUndefined();
  });
});

it('a level of people on a day is told without points, and by the figures known then', () => {
  const some = competency('c', revenue);
  const known = {
    programme: programmeOf([some], { credentials }),
    facts: factsOf([], { figures: [figure(120, '2018-01-10')] }),
  };

  expect(metOn(some, known, '2018-01-10')).toEqual({ competency: 'c', level: 'silver', on: '2018-01-10' });
  expect(metOn(some, known, '2018-01-09')).toBeUndefined();
});
