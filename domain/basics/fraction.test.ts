/** Fractions are exact, and are read as files write them. */
import fc from 'fast-check';
import {
  compareFractions,
  fractionOf,
  fractionText,
  least,
  minus,
  plus,
  readFraction,
  sumOf,
  times,
  valueOf,
} from './fraction';

const read = (text: string) => readFraction(text)!;

describe('a fraction', () => {
  it.each([
    ['7', '7'],
    ['40/6', '20/3'],
    ['7.5', '15/2'],
    ['0.2', '1/5'],
    ['0', '0'],
    ['-3/6', '-1/2'],
    [' 7 ', '7'],
    ['0/5', '0'],
    ['900719925474099', '900719925474099'],
  ])('%s is %s', (text, reduced) => {
    expect(fractionText(read(text))).toBe(reduced);
  });

  it.each(['', 'x', '1/0', '1/2/3', '1/-2', '1e5', '1.5/2', 'Infinity'])('%s is none', (text) => {
    expect(readFraction(text)).toBeUndefined();
  });

  it.each([
    [0.1, '1/10'],
    [12.3456789, '123456789/10000000'],
    [1e-7, '0'],
  ])('of the number %d', (value, text) => {
    expect(fractionText(fractionOf(value))).toBe(text);
  });

  it('six times 20/6 is exactly 20', () => {
    expect(fractionText(sumOf(Array.from({ length: 6 }, () => read('20/6'))))).toBe('20');
  });

  const veryFine = () => times(read('1/63245551'), read('1/63245521'));

  it.each([
    ['a product too fine', () => times(read('1/999999937'), read('1/999999929')), '0'],
    ['a sum too fine', () => plus(veryFine(), read('1/3')), '333333/1000000'],
    ['a difference too fine', () => minus(veryFine(), read('1/3')), '-333333/1000000'],
    ['a number too large for a part', () => read('900719925474099.3'), '900719925474099'],
    ['the same below zero', () => read('-900719925474099.3'), '-900719925474099'],
  ])('%s to be exact is rounded towards zero', (_, made, text) => {
    expect(fractionText(made())).toBe(text);
  });

  it.each(['9007199254740991/10', '-9007199254740991/10'])('%s is the largest of its kind that is exact', (text) => {
    const sign = text.startsWith('-') ? '-' : '';

    expect(fractionText(read(`${sign}900719925474099.1`))).toBe(text);
  });

  it('too fine to be exact keeps six decimal places', () => {
    const fine = times(read('1/999999937'), read('1/999999929'));

    expect(valueOf(plus(fine, read('1')))).toBeCloseTo(1, 6);
  });
});

const some = fc
  .tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 500 }))
  .map(([numerator, denominator]) => read(`${numerator}/${denominator}`));

describe('arithmetic', () => {
  it('undoes itself', () => {
    fc.assert(fc.property(some, some, (one, other) => expect(minus(plus(one, other), other)).toEqual(one)));
  });

  it('agrees with numbers', () => {
    fc.assert(
      fc.property(some, some, (one, other) => {
        expect(valueOf(times(one, other))).toBeCloseTo(valueOf(one) * valueOf(other), 6);
        expect(valueOf(least(one, other))).toBe(Math.min(valueOf(one), valueOf(other)));
        expect(Math.sign(compareFractions(one, other))).toBe(Math.sign(valueOf(one) - valueOf(other)));
      }),
    );
  });
});
