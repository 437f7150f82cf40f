/** Charts of Teams; each only draws what the lines around it say in words, so that clients without charts leave it out. */
import type { CardElement } from '@microsoft/teams.cards';
import { escapeMarkdown } from './escaped-text';

/** A total from 0 to `of`, and the mark to reach. */
export interface Gauge {
  readonly label: string;
  readonly value: number;
  readonly of: number;
  readonly mark: number;
  /** What the parts below and above the mark are called. */
  readonly legends: readonly [below: string, above: string];
}

/** A gauge with the part from the mark on in another colour. */
export function gauge({ label, value, of, mark, legends: [below, above] }: Gauge): CardElement {
  return {
    type: 'Chart.Gauge',
    title: escapeMarkdown(label),
    value,
    min: 0,
    max: of,
    valueFormat: 'Fraction',
    segments: [
      { legend: below, size: mark, color: 'neutral' },
      ...(mark < of ? [{ legend: above, size: of - mark, color: 'good' as const }] : []),
    ],
    fallback: 'drop',
  };
}

/** One bar: how much of it is reached, and how much is left. */
export interface StackedBar {
  readonly title: string;
  readonly reached: number;
  readonly left: number;
}

/** Bars of two parts each, one below the other. */
export function stackedBars(
  bars: readonly StackedBar[],
  title: string,
  [reachedWords, leftWords]: readonly [reached: string, left: string],
): CardElement {
  return {
    type: 'Chart.HorizontalBar.Stacked',
    title: escapeMarkdown(title),
    data: bars.map(({ title: name, reached, left }) => ({
      title: escapeMarkdown(name, 40),
      data: [
        { legend: reachedWords, value: reached, color: 'categoricalBlue' },
        { legend: leftWords, value: left, color: 'neutral' },
      ],
    })),
    fallback: 'drop',
  };
}
