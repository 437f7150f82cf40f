/** Figures in words: the value, what it must reach, and how far it is. */
import type { Metric } from '../../domain/programme/programme';
import type { FigureStanding } from '../../domain/counting/level-standing';
import { nameWords, type Wording } from './wording';

/** The name of a metric in the language. */
export function metricName(id: string, { text, programme }: Wording): string {
  const metric = programme.metrics.find((one) => one.id === id);
  return metric ? nameWords(metric.names, text) : id;
}

/** An amount with its unit, fit to stand after "at least" and "of". */
export function amountWords(amount: number, metric: string, wording: Wording): string {
  const { text } = wording;
  const unit = unitOf(metric, wording);
  if (unit === undefined || unit === 'yes-no') return text.number(amount);
  return unit === 'USD'
    ? text.say('unit.USD', { amount: text.number(amount) })
    : text.say(`unit.${unit}`, { count: amount });
}

/** One line for a figure. */
export function figureWords(figure: FigureStanding, wording: Wording): string {
  const { text } = wording;
  const metric = metricName(figure.metric, wording);
  if (typeof figure.threshold === 'boolean') return text.say(figure.met ? 'figure.yes' : 'figure.no', { metric });
  const threshold = amountWords(figure.threshold, figure.metric, wording);
  if (figure.asOf === undefined && !figure.met) return text.say('figure.unknown', { metric, threshold });
  const value = text.number(Number(figure.value));
  if (figure.met) return text.say('figure.met', { metric, value, threshold });
  return text.say('figure.open', { metric, value, threshold, rest: restOf(figure, wording) });
}

/** What the figure still lacks; only money needs its unit beside the threshold. */
export function restOf({ threshold, value, metric }: FigureStanding, wording: Wording): string {
  const rest = Number(threshold) - Number(value);
  return unitOf(metric, wording) === 'USD' ? amountWords(rest, metric, wording) : wording.text.number(rest);
}

function unitOf(metric: string, { programme }: Wording): Metric['unit'] | undefined {
  return programme.metrics.find(({ id }) => id === metric)?.unit;
}
