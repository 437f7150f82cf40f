/** Risks on the renewal day: what is lost, what lapses and when, and what hangs on one person. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import {
  anyOf,
  clause,
  competency,
  credential,
  earned,
  factsOf,
  person as holder,
  programmeOf as programmeWith,
  requirement,
} from '../fixture.case';
import type { Override } from '../partner/override';
import type { Achievement, Person } from '../partner/people/person';
import type { Requirement } from '../programme/requirement';
import { risksOf, type Horizon, type Risk } from './risk';
import { standingOf } from '../counting/standing';

const rule = (level: string, n: number, parts: Partial<Requirement> = {}) =>
  requirement(level, { alternatives: [[clause('a', n, anyOf('p', 'old'))]], ...parts });
const programmeOf = (...requirements: Requirement[]) =>
  programmeWith([competency('c', ...requirements)], {
    credentials: [credential('p'), credential('old', { retiredOn: '2017-12-31' })],
  });
const person = (id: string, achievement: Achievement, parts: Partial<Person> = {}) => holder(id, [achievement], parts);

const horizon: Horizon = { today: '2018-06-01', until: '2019-02-14', shown: [] };
const silverForTwo = programmeOf(rule('silver', 2));
const risks = (people: Person[], programme = silverForTwo, seen = horizon) => risksOf(programme, factsOf(people), seen);

const steady = (id: string) => person(id, earned('p'));

it('is none where three can fill two places', () => {
  expect(risks([steady('p1'), steady('p2'), steady('p3')])).toEqual([]);
});

it('is thin where nobody may leave', () => {
  expect(risks([steady('p1'), steady('p2')])).toEqual([
    { code: 'thin', competency: 'c', level: 'silver', people: ['p1', 'p2'] },
  ]);
});

it('is thin for the level of the renewal day where it is a higher one', () => {
  const programme = programmeOf(rule('silver', 1), rule('gold', 2));
  const late = person('p2', earned('p', { completedOn: horizon.today }));
  const facts = factsOf([steady('p1'), late]);
  expect(standingOf(programme, facts, horizon.today).competencies[0]!.level).toBe('silver');
  expect(risks([steady('p1'), late], programme)).toEqual([
    { code: 'thin', competency: 'c', level: 'gold', people: ['p1', 'p2'] },
  ]);
});

it.each<[string, Person, string, unknown]>([
  [
    'an expiry',
    person('p2', earned('p', { expiresOn: '2018-09-30' })),
    '2018-10-01',
    { code: 'expired', on: '2018-09-30' },
  ],
  ['an announced leave', { ...steady('p2'), leftOn: '2018-11-01' }, '2018-11-01', { code: 'left', on: '2018-11-01' }],
  [
    'the end of a grace',
    person('p2', earned('old')),
    '2019-01-01',
    { code: 'retired', on: '2017-12-31', countedUntil: '2018-12-31' },
  ],
])('lapses by %s, on its day', (_, second, on, because) => {
  const [risk] = risks([steady('p1'), second]);

  expect(risk).toMatchObject({ code: 'lapses', level: 'silver', on, causes: [{ person: 'p2', because }] });
});

it('lapses by a rule that changes', () => {
  const stricter = programmeOf(
    rule('silver', 2, { effectiveTo: '2018-10-31' }),
    rule('silver', 3, { effectiveFrom: '2018-11-01' }),
  );

  expect(risks([steady('p1'), steady('p2')], stricter)).toEqual([
    {
      code: 'lapses',
      competency: 'c',
      level: 'silver',
      on: '2018-11-01',
      causes: [{ code: 'rule', on: '2018-11-01' }],
    },
  ]);
});

it('does not speak of what lapses after the renewal day', () => {
  const late = person('p2', earned('p', { expiresOn: '2019-02-14' }));

  expect(risks([steady('p1'), late, steady('p3')])).toEqual([]);
});

it('is lost where a level is shown that is not met', () => {
  const shown = [{ competency: 'c', level: 'silver', until: '2019-02-14' }];

  expect(risks([steady('p1')], silverForTwo, { ...horizon, shown })).toEqual([
    { code: 'lost', competency: 'c', level: 'silver', shownUntil: '2019-02-14', causes: [] },
  ]);
  expect(risks([steady('p1'), steady('p2'), steady('p3')], silverForTwo, { ...horizon, shown })).toEqual([]);
});

it('tells what was lost since the year began, and nothing from before it', () => {
  const shown = [{ competency: 'c', level: 'silver', until: '2019-02-14' }];
  const people = [steady('p1'), { ...steady('p2'), leftOn: '2018-04-30' }, { ...steady('p3'), leftOn: '2018-01-31' }];

  expect(risks(people, silverForTwo, { ...horizon, shown })).toMatchObject([
    { code: 'lost', causes: [{ person: 'p2', on: '2018-04-30', because: { code: 'left' } }] },
  ]);
});

const soon = fc.integer({ min: -20, max: 100 }).map((days) => addDays(horizon.today, days));
const maybe = fc.option(soon, { nil: undefined });
const anyPeople = fc
  .array(fc.record({ completedOn: soon, expiresOn: maybe, linkedOn: maybe, leftOn: maybe }), { maxLength: 5 })
  .map((drafts) =>
    drafts.map(({ completedOn, expiresOn, linkedOn, leftOn }, at) =>
      person(`p${at}`, earned('p', { completedOn, ...(expiresOn && { expiresOn }) }), {
        ...(linkedOn && { linkedOn }),
        ...(leftOn && { leftOn }),
      }),
    ),
  );

it('lapses on the first of all days on which it is not met', () => {
  const programme = programmeOf(
    rule('silver', 1, { effectiveTo: '2018-07-31' }),
    rule('silver', 2, { effectiveFrom: '2018-08-01' }),
  );
  const until = '2018-09-15';
  fc.assert(
    fc.property(anyPeople, (people) => {
      const [risk] = risks(people, programme, { today: horizon.today, until, shown: [] });
      if (risk?.code !== 'lapses') return;
      const facts = factsOf(people);
      let day = horizon.today;
      while (day < until && standingOf(programme, facts, day).competencies[0]!.level !== undefined)
        day = addDays(day, 1);

      expect(risk.on).toBe(day);
    }),
    { numRuns: 300 },
  );
});

describe('an override', () => {
  const override = (parts: Partial<Override> = {}): Override => ({
    competency: 'c',
    level: 'silver',
    from: '2018-05-01',
    until: '2018-08-31',
    source: 'test',
    ...parts,
  });
  const held = (people: Person[], overrides: Override[], seen = horizon, programme = silverForTwo) =>
    risksOf(programme, { ...factsOf(people), overrides }, seen);
  const warned = { code: 'override', competency: 'c', level: 'silver', until: '2018-08-31', lasts: false } as const;
  const shown = [{ competency: 'c', level: 'silver', until: '2019-02-14' }];

  it.each<[string, readonly Person[], Override, Partial<Risk> | undefined]>([
    ['warns before it ends', [steady('p1')], override(), warned],
    [
      'warns although it outlasts the renewal day',
      [steady('p1')],
      override({ until: '2019-02-14' }),
      { ...warned, until: '2019-02-14', lasts: true },
    ],
    [
      'says nothing where people will hold the level by then',
      [steady('p1'), steady('p2'), { ...steady('p3'), linkedOn: '2018-06-20' }],
      override(),
      undefined,
    ],
    [
      'keeps a level for which people will not be there',
      [steady('p1'), { ...steady('p2'), leftOn: '2018-07-01' }],
      override({ until: '2019-03-31' }),
      { ...warned, until: '2019-03-31', lasts: true },
    ],
    [
      'ends before people are missed, and the level lapses with whichever is later',
      [steady('p1'), { ...steady('p2'), leftOn: '2018-07-01' }],
      override(),
      { code: 'lapses', on: '2018-09-01' },
    ],
    ['changes nothing once it is over', [steady('p1')], override({ until: '2018-05-31' }), { code: 'lost' }],
  ])('%s', (_, people, one, expected) => {
    const [risk, ...others] = held([...people], [one], { ...horizon, shown });

    expect(others).toEqual([]);
    if (expected === undefined) expect(risk).toBeUndefined();
    else expect(risk).toMatchObject(expected);
  });
});

describe('a higher level that is lost, and the one that is left', () => {
  const both = programmeOf(rule('silver', 2), rule('gold', 3));
  const shown = [
    { competency: 'c', level: 'silver', until: '2019-02-14' },
    { competency: 'c', level: 'gold', until: '2019-02-14' },
    { competency: 'other', level: 'gold', until: '2019-02-14' },
  ];
  const gone = { ...steady('p3'), leftOn: '2018-05-01' };
  const lapsing = person('p2', earned('p', { expiresOn: '2018-09-30' }));
  const seen = (parts: Partial<Horizon>, ...people: Person[]) =>
    risks(people, both, { ...horizon, ...parts }).map(({ code, competency: id, ...rest }) =>
      [code, id, 'level' in rest ? rest.level : ''].join(' '),
    );

  it.each<[string, string[], string[]]>([
    ['the loss beside what lapses', seen({ shown }, steady('p1'), lapsing, gone), ['lost c gold', 'lapses c silver']],
    [
      'the loss alone where the one that is left hangs on two',
      seen({ shown }, steady('p1'), steady('p2'), gone),
      ['lost c gold'],
    ],
    [
      'both where the loss is not shown, but remembered',
      seen({ remembersFrom: '2018-01-01' }, steady('p1'), steady('p2'), gone),
      ['lost c gold', 'thin c silver'],
    ],
    [
      'nothing that was lost before it is remembered',
      seen({ remembersFrom: '2018-05-01' }, steady('p1'), steady('p2'), gone),
      ['thin c silver'],
    ],
    ['the highest of several that are shown', seen({ shown: [...shown].reverse() }, steady('p1')), ['lost c gold']],
    ['one loss where nothing is left', seen({ shown: shown.slice(0, 1) }), ['lost c silver']],
    [
      'nothing where all that is shown is met',
      seen({ shown }, steady('p1'), steady('p2'), steady('p3'), steady('p4')),
      [],
    ],
  ])('tells %s', (_, found, expected) => {
    expect(found).toEqual(expected);
  });

  it('tells the day without it where it is remembered, and until when it is shown', () => {
    const [loss] = risks([steady('p1'), steady('p2'), gone], both, { ...horizon, shown, remembersFrom: '2018-01-01' });

    expect(loss).toMatchObject({ code: 'lost', level: 'gold', on: '2018-05-01', shownUntil: '2019-02-14' });
    expect(loss).toMatchObject({
      causes: [{ person: 'p3', credential: 'p', because: { code: 'left' }, on: '2018-05-01' }],
    });
  });

  it('tells no other day where another level was remembered than the one that is shown', () => {
    const silverOnly = [steady('p1'), { ...steady('p2'), leftOn: '2018-05-01' }];
    const [loss] = risks(silverOnly, both, { ...horizon, shown: shown.slice(1), remembersFrom: '2018-01-01' });

    expect(loss).toMatchObject({ code: 'lost', level: 'gold' });
    expect(loss).not.toHaveProperty('on');
  });

  it('tells only the causes since the last day with it, of the credentials that the level names', () => {
    const early = { ...steady('p4'), leftOn: '2018-02-01' };
    const other = person('p5', earned('q'), { leftOn: '2018-05-01' });
    const [loss] = risks([steady('p1'), steady('p2'), gone, early, other], both, {
      ...horizon,
      remembersFrom: '2018-01-01',
    });

    expect(loss?.code === 'lost' && loss.causes.map((cause) => 'person' in cause && cause.person)).toEqual(['p3']);
  });
});
