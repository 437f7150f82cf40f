/** Our own list of figures: one metric a row, with its value and the day it was true. Documented in ../README.md. */
import type { Schema } from '../parsing/schema';

export type FigureField = 'metric' | 'value' | 'asOf';

export const figureRowSchema: Schema<FigureField> = {
  kind: 'figures',
  exported: false,
  columns: { metric: ['Metric'], value: ['Value'], asOf: ['AsOf'] },
  required: [['metric'], ['value'], ['asOf']],
  dates: ['asOf'],
  numbers: ['value'],
};
