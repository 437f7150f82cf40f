/** Which codes are currencies, and how many decimals amounts in them have, whatever this version of Node says. */
import fc from 'fast-check';
import { isCurrencyCode, minorDigits } from './currency';

const withoutDecimals = [
  'BIF',
  'CLP',
  'DJF',
  'GNF',
  'ISK',
  'JPY',
  'KMF',
  'KRW',
  'PYG',
  'RWF',
  'UGX',
  'UYI',
  'VND',
  'VUV',
];

it.each<[number, readonly string[]]>([
  [0, withoutDecimals],
  [0, ['XAF', 'XOF', 'XPF']],
  [2, ['USD', 'EUR', 'BRL', 'CNY', 'TWD', 'RUB', 'GBP', 'NOK', 'INR', 'MXN']],
  [3, ['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']],
])('by ISO 4217 there are %i decimals in %j', (digits, codes) => {
  expect(codes.filter((code) => minorDigits(code) !== digits)).toEqual([]);
});

it.each([
  ['USD', true],
  ['EUR', true],
  ['BRL', true],
  ['JPY', true],
  ['KWD', true],
  ['usd', false],
  ['US', false],
  ['USDT', false],
  [' USD', false],
  ['$', false],
  ['', false],
  ['ABC', false],
])('%j is the code of a currency: %s', (code, isCode) => {
  expect(isCurrencyCode(code)).toBe(isCode);
});

it('has three capital letters, and from no to three decimals', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz019 '.split(''));
  const text = fc.array(letter, { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));

  fc.assert(
    fc.property(fc.oneof(text, fc.constantFrom(...Intl.supportedValuesOf('currency'))), (code) => {
      if (isCurrencyCode(code)) expect(code).toMatch(/^[A-Z]{3}$/);
      expect([0, 2, 3]).toContain(minorDigits(code));
    }),
  );
});
