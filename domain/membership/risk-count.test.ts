/** Risk counts for the overview, and the days on which a membership alone changes them. */
import { asksFor, competency, earned, factsOf, person, programmeOf, requirement } from '../fixture.case';
import { emptyPartner, type Partner } from '../partner/partner';
import { standardPolicies } from '../programme/policy';
import type { Risk } from './risk';
import { nextMembershipDay, nextRiskDay, countRisks } from './risk-count';

const programme = programmeOf([competency('devops', asksFor('gold', 'p', 2))]);
const facts = { market: 'developed' as const, figures: [], people: [], policies: standardPolicies };
const partner = (parts: Partial<Partner>): Partner => ({ ...emptyPartner('t', programme.id), ...parts });
const membership = { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] };
const shown = [{ competency: 'devops', level: 'gold', status: 'active', endsOn: '2018-12-31' }] as const;

it.each([
  [
    'what is shown and not met, without a membership',
    partner({ shown }),
    '2018-06-01',
    ['no-membership', undefined, 1],
  ],
  ['what is lost by the anniversary', partner({ membership, shown }), '2018-06-01', ['anniversary', '2019-02-14', 1]],
  [
    'nothing that is no longer displayed',
    partner({ membership, shown }),
    '2019-01-01',
    ['anniversary', '2019-02-14', 0],
  ],
  ['in the window its last day', partner({ membership }), '2019-02-15', ['window', '2019-03-16', 0]],
  ['of a year ahead once it has lapsed', partner({ membership }), '2019-03-17', ['lapsed', undefined, 0]],
])('are %s', (_, one, today, expected) => {
  const { risks } = countRisks(one, { programme, facts, today });

  expect([risks.because, risks.until, risks.counts.lost]).toEqual(expected);
});

it.each([
  ['2018-01-01', '2018-02-14'],
  ['2018-02-14', '2019-01-01'],
  ['2019-01-01', '2019-02-15'],
  ['2019-02-15', '2019-03-17'],
  ['2019-03-17', undefined],
])('after %s the membership turns on %s', (after, day) => {
  expect(
    nextMembershipDay(
      partner({ membership, shown }),
      { programme: programmeOf([]), policies: standardPolicies },
      after,
    ),
  ).toBe(day);
});

it('counts each kind of danger', () => {
  const other = programmeOf([
    competency('lost', asksFor('silver', 'p', 4)),
    competency('thin', asksFor('silver', 'p', 2)),
    competency('lapses', asksFor('silver', 'p', 3)),
    competency('granted', asksFor('silver', 'p', 5)),
  ]);
  const people = [
    person('x', ['p']),
    person('y', ['p']),
    person('z', [earned('p', { expiresOn: '2018-12-31' })]),
    person('gone', ['p'], { leftOn: '2018-03-01' }),
  ];
  const overrides = [{ competency: 'granted', level: 'silver', until: '2018-09-30', source: 'test' }];
  const counted = countRisks(partner({}), {
    programme: other,
    facts: factsOf(people, { overrides }),
    today: '2018-06-01',
  });

  expect(counted.risks.counts).toEqual({ lost: 1, lapses: 1, override: 1, reached: 0, thin: 1 });
});

describe('the next day on which time alone may change risks', () => {
  const lost = (on?: string): Risk => ({
    code: 'lost',
    competency: 'devops',
    level: 'gold',
    causes: [],
    ...(on && { on }),
  });
  const lapses: Risk = { code: 'lapses', competency: 'devops', level: 'gold', on: '2018-03-01', causes: [] };
  const next = (
    one: Partner,
    risks: readonly Risk[],
    today: string,
    parts: Partial<Parameters<typeof nextRiskDay>[2]> = {},
  ) => nextRiskDay(one, risks, { programme, facts: factsOf([]), today, ...parts });

  it.each<[string, readonly Risk[], string | undefined]>([
    ['none where nothing is lost', [], undefined],
    ['a year after a loss, when it is forgotten', [lost('2018-03-01')], '2019-03-01'],
    ['the first of several', [lost('2018-05-01'), lost('2018-03-01')], '2019-03-01'],
    ['none for a loss of which no day is known', [lost()], undefined],
    ['none for a loss that is forgotten today', [lost('2017-06-01')], undefined],
    ['none for what lapses', [lapses], undefined],
  ])('is %s', (_, risks, day) => {
    expect(next(partner({ membership }), risks, '2018-06-01')).toBe(day);
  });

  it('without a membership is the day on which a change comes into sight, a year ahead', () => {
    const facts = factsOf([person('x', [earned('p', { expiresOn: '2020-03-31' })])]);

    expect(next(partner({}), [], '2018-06-01', { facts })).toBe('2019-04-02');
    expect(next(partner({ membership }), [], '2018-06-01', { facts })).toBeUndefined();
    expect(next(partner({ membership }), [], '2019-03-17', { facts })).toBe('2019-04-02');
  });

  it('with a goal in points is the day on which the qualification window begins, or the day after it', () => {
    const points = { numerator: 1, denominator: 1 };
    const score = { atLeast: points, of: points, metrics: [] };
    const scored = programmeOf([competency('c', requirement('silver', { score }))]);

    expect(next(partner({ membership }), [], '2018-06-01', { programme: scored })).toBe('2018-09-01');
    expect(next(partner({ membership }), [], '2018-09-01', { programme: scored })).toBe('2019-03-01');
    expect(next(partner({ membership }), [], '2019-03-01', { programme: scored })).toBeUndefined();
    expect(next(partner({}), [], '2018-06-01', { programme: scored })).toBeUndefined();
  });

  it('is kept beside the counts', () => {
    const people = [person('x', ['p']), person('y', ['p'], { leftOn: '2018-03-01' })];

    expect(
      countRisks(partner({ membership }), { programme, facts: factsOf(people), today: '2018-06-01' }),
    ).toMatchObject({
      risks: { counts: { lost: 1 } },
      turnsOn: '2019-03-01',
    });
    expect(countRisks(partner({ membership }), { programme, facts: factsOf([]), today: '2018-06-01' })).toEqual({
      risks: {
        until: '2019-02-14',
        because: 'anniversary',
        counts: { lost: 0, lapses: 0, override: 0, reached: 0, thin: 0 },
        nothing: { level: 'silver' },
      },
    });
  });
});

it('a level that is shown without an end turns on no day', () => {
  const endless = [{ competency: 'devops', level: 'gold', status: 'active' }] as const;

  expect(
    nextMembershipDay(
      partner({ shown: endless }),
      { programme: programmeOf([]), policies: standardPolicies },
      '2018-06-01',
    ),
  ).toBeUndefined();
});
