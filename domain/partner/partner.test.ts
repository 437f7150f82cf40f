/** What is set of a partner: policies of its own, at most one override for each competency, costs of exams, people told apart. */
import fc from 'fast-check';
import { programmeOf } from '../fixture.case';
import { emptyPartner, overridden, policiesOf, withApart, withCosts, type Partner } from './partner';
import type { Apart } from './people/namesake';

const programme = programmeOf([]);
const partner = emptyPartner('t1', 'test');
const override = { competency: 'devops', level: 'gold', until: '2018-12-31', source: 'boss' };

it('begins without any facts', () => {
  expect(partner).toEqual({
    tenant: 't1',
    name: '',
    programme: 'test',
    market: 'developed',
    policies: {},
    admins: [],
    shown: [],
  });
});

it.each<[string, Readonly<Record<string, string | number>>, object]>([
  ['none of its own', {}, {}],
  ['one of its own', { linkElsewhere: 'told' }, { linkElsewhere: 'told' }],
  ['one that no longer exists, which is left out', { gone: 'x', retakeBuffer: 7 }, { retakeBuffer: 7 }],
  ['one with a value that no longer exists', { linkElsewhere: 'asks' }, {}],
])('is judged under the policies of the programme with %s', (_, policies, expected) => {
  expect(policiesOf({ ...partner, policies }, programme)).toEqual({ ...programme.policies, ...expected });
});

it('is judged under the policies of the programme where nothing is known of the partner', () => {
  expect(policiesOf(undefined, programme)).toEqual(programme.policies);
});

it('takes an override in place of another, and none away from the others', () => {
  const one = overridden(partner, 'devops', override);
  const other = overridden(one, 'data', { ...override, competency: 'data' });
  const replaced = overridden(other, 'devops', { ...override, level: 'silver' });

  expect(one.overrides).toEqual([override]);
  expect(replaced.overrides?.map(({ competency, level }) => `${competency} ${level}`).sort()).toEqual([
    'data gold',
    'devops silver',
  ]);
  expect(overridden(replaced, 'data', undefined).overrides).toHaveLength(1);
  expect(overridden(one, 'devops', undefined)).toEqual(partner);
});

it('has the costs of an exam once, and none of them where all are taken back', () => {
  const cost = (credential: string, vouchers: number) => ({
    credential,
    vouchers,
    enteredOn: '2018-06-01',
    source: 'boss',
  });
  const entered = withCosts(partner, [], [cost('90-2', 2), cost('90-1', 1)]);
  const corrected = withCosts(entered, [cost('90-1', 1)], [cost('90-1', 5)]);

  expect(corrected).toEqual({ ...partner, costs: [cost('90-1', 5), cost('90-2', 2)] });
  expect(withCosts(corrected, [cost('90-1', 5)], [])).toEqual({ ...partner, costs: [cost('90-2', 2)] });
  expect(withCosts(corrected, [cost('90-1', 5), cost('90-2', 2)], [])).toEqual(partner);
});

describe('two people of one name', () => {
  const pair: Apart = { one: ['a@x', '1'], other: ['b@x'] };
  const another: Apart = { one: ['c@x'], other: ['b@x'] };
  const apartOf = (...apart: Apart[]): Partner => ({ ...partner, apart });

  it.each<[string, Partner, Apart, Partner]>([
    ['the first pair', partner, pair, apartOf(pair)],
    ['another pair', apartOf(pair), another, apartOf(pair, another)],
    [
      'a pair of which the other is somebody else',
      apartOf(pair),
      { ...pair, other: ['d@x'] },
      apartOf(pair, { ...pair, other: ['d@x'] }),
    ],
  ])('are kept apart once it is said: %s', (_, before, said, after) => {
    expect(withApart(before, said, true)).toEqual(after);
  });

  it.each<[string, Partner, Apart, Partner]>([
    ['the only pair', apartOf(pair), pair, partner],
    ['one of two pairs', apartOf(pair, another), another, apartOf(pair)],
    ['the other of two pairs', apartOf(pair, another), pair, apartOf(another)],
    ['the pair with a sign more, which an import added', apartOf(pair), { ...pair, other: ['b@x', '7'] }, partner],
    ['the pair named the other way round', apartOf(pair), { one: pair.other, other: pair.one }, partner],
  ])('are no longer kept apart where that is taken back: %s', (_, before, said, after) => {
    expect(withApart(before, said, false)).toEqual(after);
  });

  it.each<[string, Partner, Apart, boolean]>([
    ['it was said before', apartOf(pair), pair, true],
    ['it was said before of a record with a sign more', apartOf(pair), { ...pair, one: ['a@x'] }, true],
    ['it was said before of the second of two', apartOf(another, pair), pair, true],
    ['what was never said is taken back', partner, pair, false],
    ['what was said of others is not taken back', apartOf(another), pair, false],
  ])('nothing is written where %s', (_, before, said, isApart) => {
    expect(withApart(before, said, isApart)).toBe(before);
  });

  it('are as before once what was said is taken back, whatever else is kept', () => {
    const signs = fc.subarray(['a@x', 'b@x', '1', '2'], { minLength: 1 });
    const anyPair = fc.record({ one: signs, other: signs });
    const shares = (some: readonly string[], others: readonly string[]) => some.some((sign) => others.includes(sign));
    const sameAs = ({ one, other }: Apart, said: Apart) =>
      (shares(one, said.one) && shares(other, said.other)) || (shares(one, said.other) && shares(other, said.one));
    fc.assert(
      fc.property(fc.array(anyPair, { minLength: 1, maxLength: 3 }), anyPair, (apart, said) => {
        fc.pre(!apart.some((one) => sameAs(one, said)));
        const before = apartOf(...apart);

        expect(withApart(withApart(before, said, true), said, false)).toEqual(before);
      }),
    );
  });
});
