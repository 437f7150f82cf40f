/** Numbers as people and spreadsheets write them; a lone separator before three digits is settled by the file or asked about. */
import fc from 'fast-check';
import { numberEvidence, numberIn, readNumber } from './number-cell';

it.each([
  ['1234', { number: 1234 }],
  ['0', { number: 0 }],
  ['-500', { number: -500 }],
  ['1234.5', { number: 1234.5, decimal: '.' }],
  ['12,5', { number: 12.5, decimal: ',' }],
  ['0,500', { number: 0.5, decimal: ',' }],
  ['1234,567', { number: 1234.567, decimal: ',' }],
  ['1,234.50', { number: 1234.5, decimal: '.' }],
  ['1.234,50', { number: 1234.5, decimal: ',' }],
  ['1,234,567', { number: 1234567, decimal: '.' }],
  ['1.234.567', { number: 1234567, decimal: ',' }],
  ['1 234', { number: 1234 }],
  ['1 234,50', { number: 1234.5, decimal: ',' }],
  ['1\u00a0234\u00a0567,50', { number: 1234567.5, decimal: ',' }],
  ['1\u202f234,567', { number: 1234.567, decimal: ',' }],
  ["1'234.50", { number: 1234.5, decimal: '.' }],
  ['$1,234.50', { number: 1234.5, decimal: '.' }],
  ['USD 20000', { number: 20000 }],
  ['20000 USD', { number: 20000 }],
  ['１２３４', { number: 1234 }],
  ['1,234', { pointed: 1234, comma: 1.234 }],
  ['1.234', { pointed: 1.234, comma: 1234 }],
  ['yes', { yesNo: true }],
  ['FALSE', { yesNo: false }],
  ['да', { yesNo: true }],
  ['não', { yesNo: false }],
  ['是', { yesNo: true }],
])('%s', (cell, read) => {
  expect(readNumber(cell)).toEqual(read);
});

it.each(['', 'abc', '1,23,456', '1.2.3', '12 34', '1.2E+05', '€ 5', '1,234.', '--5', '1,2345,678', '5%'])(
  '%s is no number',
  (cell) => {
    expect(readNumber(cell)).toEqual({ fault: 'not-a-number' });
  },
);

function verdictOn(cells: readonly string[]) {
  const evidence = numberEvidence();
  cells.forEach((value, index) => evidence.see(readNumber(value), { line: index + 2, column: 'Value', value }));
  return evidence.verdict();
}

const question = (value: string) => ({
  refused: {
    code: 'ambiguous-numbers',
    args: { line: 2, column: 'Value', value, thousands: 1234, decimals: 1.234 },
  },
});

it.each([
  [['1,234', '0.5'], { decimal: '.' }],
  [['1,234', '0,5'], { decimal: ',' }],
  [['1,234', '1,234.50'], { decimal: '.' }],
  [['1.234', '1 234,5'], { decimal: ',' }],
  [['1,234'], question('1,234')],
  [['1,234', '1 000'], question('1,234')],
  [['1,234', '0.5', '0,5'], question('1,234')],
  [['0.5', '0,5'], {}],
  [['12', 'yes'], {}],
])('%j', (cells, verdict) => {
  expect(verdictOn(cells)).toEqual(verdict);
});

it('reads back every amount in every notation, once the decimal sign is known', () => {
  const amount = fc.record({ whole: fc.integer({ min: 0, max: 1e9 }), cents: fc.integer({ min: 0, max: 99 }) });
  const notation = fc.constantFrom(
    { thousands: ',', decimal: '.' },
    { thousands: '.', decimal: ',' },
    { thousands: '\u00a0', decimal: ',' },
  );
  fc.assert(
    fc.property(amount, notation, ({ whole, cents }, { thousands, decimal }) => {
      const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, thousands);

      const withCents = readNumber(`${grouped}${decimal}${String(cents).padStart(2, '0')}`);
      const withoutCents = readNumber(grouped);

      expect(numberIn(withCents, undefined)).toBeCloseTo(whole + cents / 100, 5);
      expect(numberIn(withoutCents, decimal)).toBe(whole);
    }),
  );
});
