/** Currencies by their codes (ISO 4217), and how many decimals each has. */

/**
 * The currencies that do not have two decimals, as ISO 4217 lists them. They stand here, because what Node says of a currency changes
 * with its version, and amounts on record must not.
 */
const decimals: ReadonlyMap<string, number> = new Map([
  ...['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'UYI', 'VND', 'VUV'].map(
    (code) => [code, 0] as const,
  ),
  ...['XAF', 'XOF', 'XPF'].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
]);

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** Whether this is the code of a currency, in capital letters. */
export function isCurrencyCode(code: string): boolean {
  return codes.has(code);
}

/** How many decimals amounts of the currency have. */
export function minorDigits(currency: string): number {
  return decimals.get(currency) ?? 2;
}
