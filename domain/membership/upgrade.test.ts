/** Which benefit pack may be bought: one competency is enough, and a higher pack includes the lower. */
import type { Membership } from '../partner/partner';
import { standardPolicies } from '../programme/policy';
import type { Programme } from '../programme/programme';
import type { Standing } from '../counting/standing';
import { offersFor } from './upgrade';

const programme = { levels: [{ id: 'silver' }, { id: 'gold' }] } as unknown as Programme;
/** The progress of Silver and Gold in competencies `a`, `b` …; 1 is met. */
const standing = (...progress: readonly (readonly [number, number])[]) =>
  ({
    competencies: progress.map(([silver, gold], index) => ({
      id: 'ab'[index],
      options: [
        {
          id: 'o',
          levels: [
            { level: 'silver', met: silver === 1, progress: silver },
            { level: 'gold', met: gold === 1, progress: gold },
          ],
        },
      ],
    })),
  }) as unknown as Standing;
const bought = (level: string): Membership => ({ level, boughtOn: '2018-02-14', renewedOn: [] });

const offers = (seen: Standing, membership?: Membership, today = '2018-06-01', policies = standardPolicies) =>
  offersFor(programme, seen, { membership, policies, today });
const codes = (...args: Parameters<typeof offers>) => offers(...args).map(({ code }) => code);

it.each<[string, Standing, Membership | undefined, string, readonly string[]]>([
  ['nothing is met', standing([0.5, 0.2]), undefined, '2018-06-01', ['closed', 'closed']],
  ['one competency has Silver', standing([1, 0.2], [0, 0]), undefined, '2018-06-01', ['open', 'closed']],
  ['both are met', standing([1, 1]), undefined, '2018-06-01', ['open', 'open']],
  ['Silver is held, Gold met', standing([1, 1]), bought('silver'), '2018-06-01', ['held', 'open']],
  ['Gold is held', standing([1, 1]), bought('gold'), '2018-06-01', ['covered', 'held']],
  ['the window of Silver is open', standing([1, 0]), bought('silver'), '2019-02-15', ['renewable', 'closed']],
  ['it is open and nothing is met', standing([0, 0]), bought('silver'), '2019-02-15', ['closed', 'closed']],
  ['it has lapsed', standing([1, 0]), bought('silver'), '2019-03-17', ['open', 'closed']],
])('%s', (_, seen, membership, today, expected) => {
  expect(codes(seen, membership, today)).toEqual(expected);
});

it('Gold alone carries the Silver pack, unless the policy denies it', () => {
  const goldOnly = standing([0.5, 1]);

  expect(offers(goldOnly)[0]).toMatchObject({
    code: 'open',
    isImplied: true,
    carriers: [{ competency: 'a', level: 'gold' }],
  });
  expect(
    offers(goldOnly, undefined, '2018-06-01', { ...standardPolicies, goldImpliesSilver: 'never' })[0],
  ).toMatchObject({
    code: 'closed',
    isImplied: false,
  });
});

it('names the nearest where none meets the level', () => {
  expect(offers(standing([0.2, 0], [0.6, 0]))[0]!.nearest).toMatchObject({ competency: 'b' });
  expect(offers(standing([0.2, 0], [1, 0]))[0]!.nearest).toBeUndefined();
});

it('an override carries a pack until its last day, and says so', () => {
  const seen = standing([1, 0.5]);
  const override = { competency: 'a', level: 'gold', until: '2018-08-31', source: 'test' };
  const granted = { ...seen, competencies: seen.competencies.map((one) => ({ ...one, override })) };

  expect(offers(granted).map(({ code, carriers }) => [code, ...carriers])).toEqual([
    ['open', { competency: 'a', level: 'silver' }],
    ['open', { competency: 'a', level: 'gold', overrideUntil: '2018-08-31' }],
  ]);
});
