/** What is kept of a standing, and that it reads as it was: in a small programme, one part at a time. */
import { clause, competency, one, person, programmeOf, requirement } from '../fixture.case';
import { standingOf } from '../counting/standing';
import type { Facts } from '../counting/facts';
import { emptyPartner, type Partner } from '../partner/partner';
import { factsOf, judgeStanding, standingIn } from './cached-standing';

const points = (numerator: number) => ({ numerator, denominator: 1 });
const step = (id: string, n?: number) => ({ id, each: one('p'), points: points(10), after: [], ...(n && { n }) });
const metric = { id: 'm', of: points(40), figures: [], steps: [step('gate', 1), step('more')], mayBeZero: false };

const programme = programmeOf(
  [
    competency(
      'skills',
      requirement('silver', {
        figures: [{ metric: 'revenue', atLeast: { developed: 100 } }],
        alternatives: [[clause('a', 2, one('p')), clause('b', 1, one('q'))], [clause('a', 1, one('r'))]],
      }),
      requirement('gold', { alternatives: [[clause('a', 2, one('p'))]] }),
    ),
    competency('granted', requirement('silver', { alternatives: [[clause('a', 9, one('p'))]] })),
    competency('score', requirement('silver', { score: { atLeast: points(30), of: points(40), metrics: [metric] } })),
  ],
  { metrics: [{ id: 'revenue', names: { en: 'Revenue' }, unit: 'USD', source: 'test' }] },
);
const known: Pick<Facts, 'people' | 'figures'> = {
  people: [person('x', ['p']), person('y', ['p', 'q'])],
  figures: [{ metric: 'revenue', value: 80, asOf: '2018-01-01', source: 'test' }],
};
const override = { competency: 'granted', level: 'silver', until: '2018-12-31', source: 'admin' };
const partner: Partner = { ...emptyPartner('t', 'test'), overrides: [override] };
const asOf = '2018-06-01';
const judged = judgeStanding({ programme, partner, known, asOf, release: '1' });

it('reads as the standing was, without the people', () => {
  const withoutPeople = (value: unknown) =>
    JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'people' ? undefined : part))) as unknown;

  expect(withoutPeople(standingIn(judged, programme, asOf))).toEqual(
    withoutPeople(standingOf(programme, factsOf(partner, { known, programme }), asOf)),
  );
});

it('keeps how many count in each clause, and no id', () => {
  const [skills, granted, score] = judged.competencies;

  expect(skills!.options[0]!.levels.map(({ counted }) => counted)).toEqual([[[2, 1], [0]], [[2]]]);
  expect(granted).toMatchObject({ id: 'granted', level: 'silver', override });
  expect(score!.options[0]!.levels[0]!.score!.metrics[0]!.steps).toEqual([
    { id: 'gate', needed: 1, counted: 2, points: points(10), waitsFor: [] },
    { id: 'more', counted: 2, points: points(20), waitsFor: [] },
  ]);
  expect(JSON.stringify(judged)).not.toMatch(/"people":\[/);
});

it('names a level or an override only where there is one', () => {
  const [skills, , score] = judged.competencies;

  expect(skills).toMatchObject({ id: 'skills', level: 'gold' });
  expect(skills).not.toHaveProperty('override');
  expect(
    judgeStanding({ programme, partner, known: { people: [], figures: [] }, asOf, release: '1' }).competencies[0],
  ).not.toHaveProperty('level');
  expect(score).toMatchObject({ level: 'silver' });
});

it.each<[string, Partial<Partner>, string | undefined]>([
  ['as long as its override', {}, '2018-12-31'],
  [
    'until the eve of the window to renew, where that comes first',
    { membership: { level: 'silver', boughtOn: '2017-09-30', renewedOn: [] } },
    '2018-09-30',
  ],
  ['without an end where nothing will change', { overrides: [] }, undefined],
])('holds %s', (_, parts, until) => {
  expect(
    judgeStanding({
      programme: programmeOf(programme.competencies.slice(0, 2)),
      partner: { ...partner, ...parts },
      known,
      asOf,
      release: '1',
    }).validUntil,
  ).toBe(until);
});

it('keeps the newest import where there is one', () => {
  const newestImport = { id: 'i' } as Parameters<typeof judgeStanding>[0]['newestImport'];

  expect(judgeStanding({ programme, partner, known, asOf, release: '1', newestImport }).newestImport).toBe(
    newestImport,
  );
  expect(judged).not.toHaveProperty('newestImport');
});

describe('the facts of a partner', () => {
  const reached = [{ competency: 'score', level: 'silver', on: '2018-05-01' }];
  const shown = [
    { competency: 'skills', level: 'gold', status: 'active', startsOn: '2018-01-01', endsOn: '2018-12-31' },
  ] as const;

  it('are what is known, with what is kept with the partner', () => {
    const facts = factsOf(
      { ...partner, market: 'developing', policies: { orBranchMixing: 'on' }, shown, reached },
      { known, programme },
    );

    expect(facts).toMatchObject({ ...known, market: 'developing', overrides: [override], reached });
    expect(facts.policies.orBranchMixing).toBe('on');
    expect(facts.held).toEqual([{ goal: 'skills', from: '2018-01-01', until: '2018-12-31' }]);
  });

  it('have no part that the partner does not have', () => {
    expect(Object.keys(factsOf(emptyPartner('t', 'test'), { known, programme })).sort()).toEqual([
      'figures',
      'market',
      'people',
      'policies',
    ]);
  });
});
