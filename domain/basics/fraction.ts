/** A fraction is an exact number: points such as 40/6 are added up as they are and rounded only where they are shown. */

/** In lowest terms, the denominator above 0. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

export const zero: Fraction = { numerator: 0, denominator: 1 };

const written = /^(-?)(\d{1,15})(?:\.(\d{1,9})|\/(\d{1,9}))?$/;

/** Reads `7`, `7.5` or `40/6`; `undefined` for anything else, and for a denominator of 0. */
export function readFraction(text: string): Fraction | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole, decimals = '', denominator] = match;
  if (denominator !== undefined && Number(denominator) === 0) return undefined;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  return reduced(digits, denominator === undefined ? 10n ** BigInt(decimals.length) : BigInt(denominator));
}

const decimalPlaces = 6;

/** A number as a fraction: as it is printed, with at most six decimal places, which no figure of a partner exceeds. */
export function fractionOf(value: number): Fraction {
  return readFraction(String(value)) ?? readFraction(value.toFixed(decimalPlaces)) ?? zero;
}

/** The exact sum. */
export function plus(one: Fraction, other: Fraction): Fraction {
  const [a, b, c, d] = [one.numerator, one.denominator, other.numerator, other.denominator].map(BigInt);
  return reduced(a! * d! + c! * b!, b! * d!);
}

/** The exact product. */
export function times(one: Fraction, other: Fraction): Fraction {
  return reduced(BigInt(one.numerator) * BigInt(other.numerator), BigInt(one.denominator) * BigInt(other.denominator));
}

/** The exact difference. */
export function minus(one: Fraction, other: Fraction): Fraction {
  return plus(one, { ...other, numerator: -other.numerator });
}

/** Below 0, 0 or above 0, as one is less than, equal to or greater than the other. */
export function compareFractions(one: Fraction, other: Fraction): number {
  const difference =
    BigInt(one.numerator) * BigInt(other.denominator) - BigInt(other.numerator) * BigInt(one.denominator);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The smaller of two, for caps. */
export function least(one: Fraction, other: Fraction): Fraction {
  return compareFractions(one, other) <= 0 ? one : other;
}

/** The exact sum of any number of them; 0 of none. */
export function sumOf(fractions: readonly Fraction[]): Fraction {
  return fractions.reduce(plus, zero);
}

/** The nearest number, for progress and for showing. */
export function valueOf({ numerator, denominator }: Fraction): number {
  return numerator / denominator;
}

/** As a file writes it: `7` or `20/3`. */
export function fractionText({ numerator, denominator }: Fraction): string {
  return denominator === 1 ? String(numerator) : `${numerator}/${denominator}`;
}

function reduced(numerator: bigint, denominator: bigint): Fraction {
  const divisor = commonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const [top, bottom] = [numerator / divisor, denominator / divisor];
  const fits = [top, bottom].every((part) => part <= mostExact && part >= -mostExact);
  return fits ? { numerator: Number(top), denominator: Number(bottom) } : coarse(top, bottom);
}

const mostExact = BigInt(Number.MAX_SAFE_INTEGER);

/** Beyond what a number holds exactly, six decimal places are kept, rounded down: only absurd figures come here. */
function coarse(top: bigint, bottom: bigint): Fraction {
  const scaled = (top * 1_000_000n) / bottom;
  return scaled > mostExact || scaled < -mostExact
    ? { numerator: Number(top / bottom), denominator: 1 }
    : reduced(scaled, 1_000_000n);
}

function commonDivisor(one: bigint, other: bigint): bigint {
  let [a, b] = [one, other];
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
