/** Money is an amount of one currency, counted in the smallest unit of it, so that sums are exact. */
import { isCurrencyCode, minorDigits } from './currency';

export interface Money {
  /** A whole number of the smallest unit: cents of a dollar, yen. */
  readonly units: number;
  /** The code of ISO 4217, in capital letters. */
  readonly currency: string;
}

/** A number as it is written in code: digits, and a fraction after a point. */
const plainDecimal = /^(\d{1,13})(?:\.(\d+))?$/;

/** The largest amount that is taken, in the smallest unit: thousands of them can still be added exactly. */
const mostUnits = 1_000_000_000_000;

/**
 * The money that a plain decimal such as `165.50` names; `undefined` where it is none, has more decimals than the currency,
 * or where the currency is none. Digits are read as text, so that no cent is lost on the way.
 */
export function moneyOf(decimal: string, currency: string): Money | undefined {
  const [whole = '', fraction = ''] = plainDecimal.exec(decimal)?.slice(1) ?? [];
  if (whole === '' || !isCurrencyCode(currency)) return undefined;
  const digits = minorDigits(currency);
  const cents = fraction.replace(/0+$/, '');
  if (cents.length > digits) return undefined;
  const units = Number(whole + cents.padEnd(digits, '0'));
  return units > mostUnits ? undefined : { units, currency };
}

/** The amount as a plain decimal: `165.50` of 16550 cents, `990` of 990 yen. {@link moneyOf} reads it back. */
export function decimalOf({ units, currency }: Money): string {
  const digits = minorDigits(currency);
  if (digits === 0) return String(units);
  const text = String(units).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** The sum of each currency that occurs, in the order of the codes: amounts of two currencies have no sum. */
export function sumsByCurrency(amounts: readonly Money[]): readonly Money[] {
  const sums = new Map<string, number>();
  for (const { units, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0) + units);
  return [...sums].sort().map(([currency, units]) => ({ units, currency }));
}

/** Whether both are the same amount of the same currency, or both are absent. */
export function isSameMoney(one: Money | undefined, other: Money | undefined): boolean {
  return one?.units === other?.units && one?.currency === other?.currency;
}
