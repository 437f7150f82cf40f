/** `figures.csv`: one row per performance figure and day. */
import type { Figure } from '../../domain/partner/figure';

export const figureHeader = ['Metric', 'Value', 'AsOf'];

/** The row of a figure; yes and no for a figure that is met or not. */
export function figureRows({ metric, value, asOf }: Figure): readonly (readonly string[])[] {
  return [[metric, typeof value === 'boolean' ? (value ? 'yes' : 'no') : numberCell(value), asOf]];
}

/** Written out, and never with three decimals: `1.125` is one thousand one hundred twenty-five in some locales. */
function numberCell(value: number): string {
  const text = value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 });
  return /\.\d{3}$/.test(text) ? `${text}0` : text;
}
