/** What a plan costs: each exam once, vouchers for the dearest first, and what has no fee is counted and not guessed. */
import fc from 'fast-check';
import type { ExamCost } from '../partner/exam-cost';
import { planCostOf } from './plan-cost';

const entered = { enteredOn: '2026-11-01', source: 'by-hand 1' };
const fee = (credential: string, units: number, more: Partial<ExamCost> = {}): ExamCost => ({
  credential,
  fee: { units, currency: 'USD' },
  ...entered,
  ...more,
});
const noRenewal = () => false;
const six = [
  { person: 'p1', credentials: ['a', 'b'] },
  { person: 'p2', credentials: ['a'] },
  { person: 'p3', credentials: ['a', 'c'] },
  { person: 'p4', credentials: ['b'] },
];

it('adds the fees of all exams', () => {
  const costs = [fee('a', 16_500), fee('b', 9_950), fee('c', 10)];

  expect(planCostOf(six, { costs, isRenewal: noRenewal })).toEqual({
    exams: 6,
    renewals: 0,
    sums: [{ units: 3 * 16_500 + 2 * 9_950 + 10, currency: 'USD' }],
    covered: 0,
    missing: 0,
    credentials: ['a', 'b', 'c'],
  });
});

it.each<[string, readonly ExamCost[] | undefined, object]>([
  ['nothing is on record', undefined, { sums: [], covered: 0, missing: 6 }],
  ['one fee is missing', [fee('a', 100), fee('b', 10)], { sums: [{ units: 320, currency: 'USD' }], missing: 1 }],
  [
    'an exam has vouchers of its own, more than are needed',
    [fee('a', 100), fee('b', 10, { vouchers: 9 }), fee('c', 1)],
    { sums: [{ units: 301, currency: 'USD' }], covered: 2, missing: 0 },
  ],
  [
    'vouchers are for any exam: the dearest are covered first',
    [fee('a', 100), fee('b', 10), fee('c', 1), { vouchers: 4, ...entered }],
    { sums: [{ units: 11, currency: 'USD' }], covered: 4, missing: 0 },
  ],
  [
    'vouchers of both kinds: their own are used first',
    [fee('a', 100, { vouchers: 1 }), fee('b', 10), fee('c', 1), { vouchers: 1, ...entered }],
    { sums: [{ units: 121, currency: 'USD' }], covered: 2, missing: 0 },
  ],
  [
    'a voucher covers an exam without a fee after all others',
    [fee('a', 100), fee('b', 10), { vouchers: 6, ...entered }],
    { sums: [], covered: 6, missing: 0 },
  ],
  [
    'nothing but a voucher is known of an exam',
    [fee('a', 100), fee('b', 10), { credential: 'c', vouchers: 1, ...entered }],
    { sums: [{ units: 320, currency: 'USD' }], covered: 1, missing: 0 },
  ],
  [
    'fees have two currencies: they are summed apart, and the one of most exams is covered first',
    [
      fee('a', 100),
      fee('b', 10),
      fee('c', 0, { fee: { units: 90_000, currency: 'JPY' } }),
      { vouchers: 1, ...entered },
    ],
    {
      sums: [
        { units: 90_000, currency: 'JPY' },
        { units: 220, currency: 'USD' },
      ],
      covered: 1,
    },
  ],
  ['an exam is free', [fee('a', 0), fee('b', 0), fee('c', 0)], { sums: [{ units: 0, currency: 'USD' }], missing: 0 }],
])('where %s', (_, costs, expected) => {
  expect(planCostOf(six, { costs, isRenewal: noRenewal })).toMatchObject({ exams: 6, ...expected });
});

it('counts a certification that is renewed as no exam, and the same work of one person once', () => {
  const twice = [...six, { person: 'p1', credentials: ['a'] }];
  const isRenewal = (person: string, credential: string) => person === 'p2' && credential === 'a';

  expect(planCostOf(twice, { costs: [fee('a', 100)], isRenewal })).toMatchObject({ exams: 5, renewals: 1 });
});

it('covers, asks for and sums up each exam exactly once, and no vouchers beyond those on hand', () => {
  const credential = fc.constantFrom('a', 'b', 'c', 'd');
  const task = fc.record({ person: fc.string({ maxLength: 2 }), credentials: fc.uniqueArray(credential) });
  const cost = fc.record({ credential, units: fc.nat(1000), vouchers: fc.nat(3) });
  fc.assert(
    fc.property(
      fc.array(task),
      fc.uniqueArray(cost, { selector: (one) => one.credential }),
      fc.nat(4),
      (tasks, known, any) => {
        const costs = [
          ...known.map((one) => fee(one.credential, one.units, { vouchers: one.vouchers })),
          { vouchers: any, ...entered },
        ];
        const { exams, covered, missing, sums } = planCostOf(tasks, { costs, isRenewal: noRenewal });
        const onHand = any + known.reduce((sum, { vouchers }) => sum + vouchers, 0);
        const dearest = Math.max(0, ...known.map(({ units }) => units));

        expect(covered).toBeLessThanOrEqual(Math.min(exams, onHand));
        expect(missing).toBeLessThanOrEqual(exams - covered);
        expect(sums[0]?.units ?? 0).toBeLessThanOrEqual((exams - covered - missing) * dearest);
      },
    ),
  );
});
