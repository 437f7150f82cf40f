/** Costs on record: each exam once, those that are entered in place of what was there. */
import { currencyOf, examCostFor, isSameCost, withExamCosts, type ExamCost } from './exam-cost';

const entered = { enteredOn: '2026-11-01', source: 'by-hand 1' };
const usd = (units: number) => ({ units, currency: 'USD' });
const a: ExamCost = { credential: 'a', fee: usd(16_500), ...entered };
const b: ExamCost = { credential: 'b', fee: usd(9_900), vouchers: 2, ...entered };
const any: ExamCost = { vouchers: 5, ...entered };

it('are found by the exam, or as those for any exam', () => {
  expect(examCostFor([a, b, any], 'b')).toBe(b);
  expect(examCostFor([a, b, any], undefined)).toBe(any);
  expect(examCostFor([a], undefined)).toBeUndefined();
  expect(examCostFor(undefined, 'a')).toBeUndefined();
});

it('take the place of what was on record of the same exam alone', () => {
  const dearer = { ...a, fee: usd(20_000) };

  expect(withExamCosts([a, b], [a], [dearer, any])).toEqual([any, dearer, b]);
  expect(withExamCosts([any, dearer, b], [dearer, any], [a])).toEqual([a, b]);
  expect(withExamCosts(undefined, [], [a])).toEqual([a]);
  for (const costs of [
    [any, a, b],
    [b, a, any],
    [a, any, b],
  ])
    expect(withExamCosts([], [], costs)).toEqual([any, a, b]);
});

it('are the same where fee and vouchers are, whenever they were entered', () => {
  expect(isSameCost(a, { ...a, enteredOn: '2020-01-01', source: 'x' })).toBe(true);
  expect(isSameCost(a, { ...a, vouchers: 0 })).toBe(false);
  expect(isSameCost(a, { ...a, fee: usd(1) })).toBe(false);
  expect(isSameCost(a, { ...a, credential: 'b' })).toBe(false);
  expect(isSameCost(a, undefined)).toBe(false);
  expect(isSameCost(undefined, a)).toBe(false);
  expect(isSameCost(undefined, undefined)).toBe(true);
});

it('have a currency where all fees have the same', () => {
  expect(currencyOf([a, b, any])).toBe('USD');
  expect(currencyOf([any])).toBeUndefined();
  expect(currencyOf([a, { ...b, fee: { units: 1, currency: 'EUR' } }])).toBeUndefined();
  expect(currencyOf(undefined)).toBeUndefined();
});
