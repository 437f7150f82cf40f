/** What stops counting within a span, when, and what it costs. */
import { endingWithin, expiringWithin, type Expiring } from './expiring';
import fc from 'fast-check';
import { addDays } from '../basics/date';
import {
  anyOf,
  clause,
  competency,
  credential,
  earned as earnedAt,
  factsOf,
  one,
  person,
  programmeOf,
  requirement,
} from '../fixture.case';
import type { Person } from '../partner/people/person';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';
import type { LevelChange } from './what-if';

const competencies = ['p', 'old'].map((id) =>
  competency(`c-${id}`, requirement('silver', { alternatives: [[clause('a', 1, one(id))]] })),
);
const programme = programmeOf(competencies, {
  credentials: [credential('p'), credential('old', { retiredOn: '2017-12-31' })],
});
const earned = (title: string, expiresOn?: string) => earnedAt(title, expiresOn === undefined ? {} : { expiresOn });
const within = (days: number, ...people: Person[]) =>
  expiringWithin(programme, factsOf(people), { today: '2018-06-01', days }).map((one) => [
    one.person.id,
    one.credential.id,
    one.until,
    one.because,
    one.cost.map(({ competency }) => competency),
  ]);

it.each<[string, number, Person[], unknown[]]>([
  [
    'the last day of the span',
    30,
    [person('p1', [earned('p', '2018-07-01')])],
    [['p1', 'p', '2018-07-01', 'expiry', ['c-p']]],
  ],
  ['the day after the span', 30, [person('p1', [earned('p', '2018-07-02')])], []],
  ['today', 30, [person('p1', [earned('p', '2018-06-01')])], [['p1', 'p', '2018-06-01', 'expiry', ['c-p']]]],
  ['already gone', 30, [person('p1', [earned('p', '2018-05-31')])], []],
  ['what never lapses', 9999, [person('p1', [earned('p')])], []],
  ['the end of a grace', 365, [person('p1', [earned('old')])], [['p1', 'old', '2018-12-31', 'retirement', ['c-old']]]],
  [
    'an expiry within a grace',
    365,
    [person('p1', [earned('old', '2018-08-01')])],
    [['p1', 'old', '2018-08-01', 'expiry', ['c-old']]],
  ],
  [
    'a later pass',
    365,
    [person('p1', [earned('p', '2018-07-01'), earned('p', '2018-09-01')])],
    [['p1', 'p', '2018-09-01', 'expiry', ['c-p']]],
  ],
  ['a pass that never lapses', 365, [person('p1', [earned('p', '2018-07-01'), earned('p')])], []],
  [
    'somebody else who holds it too, so that nothing is lost',
    30,
    [person('p1', [earned('p', '2018-07-01')]), person('p2', [earned('p')])],
    [['p1', 'p', '2018-07-01', 'expiry', []]],
  ],
])('%s', (_, days, people, expected) => {
  expect(within(days, ...people)).toEqual(expected);
});

it('lists the earliest first', () => {
  const found = within(365, person('p1', [earned('p', '2018-09-01')]), person('p2', [earned('p', '2018-07-01')]));

  expect(found.map(([id]) => id)).toEqual(['p2', 'p1']);
});

/** What the definition says, worked out in full: the levels on the day with and without what expires. */
function costInFull(facts: Facts, { person: who, credential: { id }, until }: Expiring): readonly LevelChange[] {
  const achievements = who.achievements.filter(({ title }) => title !== id);
  const people = facts.people.map((each) => (each.id === who.id ? { ...each, achievements } : { ...each }));
  const levels = (one: Facts) => standingOf(wide, one, until).competencies;
  const after = levels({ ...facts, people });
  return levels({ ...facts, people: facts.people.map((each) => ({ ...each })) }).flatMap(({ id: name, level }, at) =>
    after[at]!.level === level ? [] : [{ competency: name, before: level, after: after[at]!.level }],
  );
}

const wide = programmeOf(
  ['p', 'old'].map((id) =>
    competency(
      `c-${id}`,
      requirement('silver', { alternatives: [[clause('a', 1, one(id))]] }),
      requirement('gold', {
        alternatives: [[clause('a', 2, anyOf('p', 'old')), clause('b', 1, one(id), { within: 'a' })]],
      }),
    ),
  ),
  { credentials: [credential('p'), credential('old', { retiredOn: '2017-12-31' })] },
);

const near = fc.integer({ min: -40, max: 60 }).map((days) => addDays('2018-06-01', days));
const maybe = fc.option(near, { nil: undefined });
const anyPeople = fc
  .array(
    fc.record({
      held: fc.array(fc.record({ title: fc.constantFrom('p', 'old'), completedOn: near, expiresOn: maybe }), {
        maxLength: 3,
      }),
      linkedOn: maybe,
      leftOn: maybe,
    }),
    { maxLength: 5 },
  )
  .map((drafts) =>
    drafts.map(({ held, linkedOn, leftOn }, at) =>
      person(
        `p${at}`,
        held.map(({ title, completedOn, expiresOn }) =>
          earnedAt(title, {
            completedOn: title === 'old' ? '2017-06-01' : completedOn,
            ...(expiresOn && { expiresOn }),
          }),
        ),
        { ...(linkedOn && { linkedOn }), ...(leftOn && { leftOn }) },
      ),
    ),
  );

it('costs what the levels with and without it differ by', () => {
  fc.assert(
    fc.property(anyPeople, (people) => {
      const facts = factsOf(people);

      for (const found of expiringWithin(wide, facts, { today: '2018-06-01', days: 365 }))
        expect(found.cost).toEqual(costInFull(facts, found));
    }),
    { numRuns: 500 },
  );
});

describe('the day', () => {
  const role = programmeOf([], {
    credentials: [credential('role', { kind: 'certification', validity: 'role-based' })],
  });
  const ends = (...passes: Parameters<typeof earnedAt>[1][]) =>
    endingWithin(
      role,
      factsOf([
        person(
          'x',
          passes.map((pass) => earnedAt('role', pass)),
        ),
      ]),
      { today: '2022-06-01', days: 900 },
    ).map(({ until, because, isComputed }) => ({ until, because, isComputed }));

  it.each([
    ['is computed where the file prints none', ends({ completedOn: '2022-01-01' }), '2023-01-01', true],
    [
      'is said where the file prints it',
      ends({ completedOn: '2022-01-01', expiresOn: '2023-01-01' }),
      '2023-01-01',
      undefined,
    ],
    [
      'is said where the last of the passes prints it',
      ends({ completedOn: '2022-01-01' }, { completedOn: '2022-01-01', expiresOn: '2023-06-30' }),
      '2023-06-30',
      undefined,
    ],
    [
      'is computed where only an earlier pass prints one',
      ends({ completedOn: '2022-01-01', expiresOn: '2022-12-31' }, { completedOn: '2022-03-01' }),
      '2023-03-01',
      true,
    ],
    [
      'is that of the last pass, whichever comes first in the record',
      ends(
        { completedOn: '2022-03-01', expiresOn: '2023-03-01' },
        { completedOn: '2022-01-01', expiresOn: '2022-09-01' },
      ),
      '2023-03-01',
      undefined,
    ],
  ])('%s', (_, found, until, isComputed) => {
    expect(found).toEqual([{ until, because: 'expiry', isComputed }]);
  });
});

it('of one day keeps the order of people', () => {
  const people = ['x', 'y', 'z'].map((id) => person(id, [earned('p', id === 'z' ? '2018-06-15' : '2018-07-01')]));

  expect(within(60, ...people).map(([id]) => id)).toEqual(['z', 'x', 'y']);
});

it('costs points where a score names it, and the level with them', () => {
  const points = (numerator: number) => ({ numerator, denominator: 1 });
  const step = { id: 's', each: one('p'), points: points(10), after: [] };
  const score = {
    atLeast: points(20),
    of: points(40),
    metrics: [{ id: 'm', of: points(40), figures: [], steps: [step], mayBeZero: false }],
  };
  const scored = programmeOf([competency('points', requirement('silver', { score })), competencies[0]!], {
    credentials: [credential('p'), credential('q')],
  });
  const people = [
    person('x', [earned('p', '2018-07-01')]),
    person('y', ['p']),
    person('z', [earned('q', '2018-07-02')]),
  ];
  const found = expiringWithin(scored, factsOf(people), { today: '2018-06-01', days: 60 });

  expect(found.map(({ cost, points: lost }) => [cost, lost])).toEqual([
    [
      [{ competency: 'points', before: 'silver', after: undefined }],
      [{ competency: 'points', option: 'only', before: points(20), after: points(10), of: points(40) }],
    ],
    [[], []],
  ]);
});

it('costs nothing where somebody will count in time, and something where nobody will any more', () => {
  const expires = (id: string, day: string) => person(id, [earned('p', day)]);
  const coming = person('new', [earnedAt('p', { completedOn: '2018-06-20' })]);
  const linked = person('late', ['p'], { linkedOn: '2018-06-25' });
  const costs = (...people: Person[]) => within(60, ...people).map(([id, , , , cost]) => [id, cost]);

  expect(costs(expires('a', '2018-06-10'), expires('b', '2018-06-30'))).toEqual([
    ['a', []],
    ['b', ['c-p']],
  ]);
  expect(costs(expires('a', '2018-06-10'), expires('b', '2018-06-30'), coming)).toEqual([
    ['a', []],
    ['b', []],
  ]);
  expect(costs(expires('a', '2018-06-10'), expires('b', '2018-06-30'), linked)).toEqual([
    ['a', []],
    ['b', []],
  ]);
});
