/** Money is read and summed to the cent: no amount changes on the way from digits to units and back. */
import fc from 'fast-check';
import { minorDigits } from './currency';
import { decimalOf, isSameMoney, moneyOf, sumsByCurrency } from './money';

const currencies = ['USD', 'EUR', 'BRL', 'JPY', 'KWD'];

it.each([
  ['165', 'USD', 16_500],
  ['165.5', 'USD', 16_550],
  ['165.50', 'USD', 16_550],
  ['1.10', 'USD', 110],
  ['0.07', 'USD', 7],
  ['1.005', 'KWD', 1005],
  ['990', 'JPY', 990],
  ['990.0', 'JPY', 990],
  ['0', 'USD', 0],
  ['1000000000000', 'JPY', 1_000_000_000_000],
])('%s %s is %i of its smallest unit', (decimal, currency, units) => {
  expect(moneyOf(decimal, currency)).toEqual({ units, currency });
});

it.each([
  ['more decimals than the currency has', '1.005', 'USD'],
  ['yen with decimals', '990.5', 'JPY'],
  ['no number', 'many', 'USD'],
  ['less than nothing', '-1', 'USD'],
  ['a power of ten', '1e3', 'USD'],
  ['more than can be added exactly', '99999999999', 'USD'],
  ['no currency', '165', 'USDT'],
  ['a currency in small letters', '165', 'usd'],
])('is not made of %s', (_, decimal, currency) => {
  expect(moneyOf(decimal, currency)).toBeUndefined();
});

it('comes back as it was written, whatever the currency', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000_000_000), fc.constantFrom(...currencies), (units, currency) => {
      const written = decimalOf({ units, currency });
      expect(moneyOf(written, currency)).toEqual({ units, currency });
      expect(written.split('.')[1]?.length ?? 0).toBe(minorDigits(currency));
    }),
  );
});

it('is summed exactly, and each currency apart', () => {
  const amounts = Array.from({ length: 10 }, () => moneyOf('0.10', 'USD')!);

  expect(sumsByCurrency([...amounts, moneyOf('5', 'EUR')!])).toEqual([
    { units: 500, currency: 'EUR' },
    { units: 100, currency: 'USD' },
  ]);
  expect(sumsByCurrency([])).toEqual([]);
});

it('is the same where amount and currency are', () => {
  const one = { units: 100, currency: 'USD' };

  expect(isSameMoney(one, { ...one })).toBe(true);
  expect(isSameMoney(undefined, undefined)).toBe(true);
  for (const other of [{ ...one, units: 1 }, { ...one, currency: 'EUR' }, undefined])
    expect(isSameMoney(one, other)).toBe(false);
});
