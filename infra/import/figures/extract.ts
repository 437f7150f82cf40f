/** Reads our list of figures; a row without a value says that the figure is not known, and changes nothing. */
import { addDays, type CalendarDate } from '../../../domain/basics/date';
import type { ImportNames, IncomingFigure, Rejection } from '../../../domain/imports/incoming';
import type { Metric } from '../../../domain/programme/programme';
import type { ParsedEntry, Rejected, Source } from '../parsing/source';
import { type FigureField, figureRowSchema } from './schema';

interface Taken {
  readonly figure: IncomingFigure;
  /** Kept ready in case another row contradicts this one. */
  readonly contradicted: Rejection;
}

export const figuresSource: Source<FigureField> = {
  schema: figureRowSchema,
  extract({ names, today }) {
    const taken: Taken[] = [];
    return {
      take(entry) {
        const read = figureIn(entry, names, today);
        if ('figure' in read && read.figure) taken.push(read);
        return 'rejected' in read ? read : undefined;
      },
      finish() {
        const contradicted = contradicting(taken);
        const agreed = taken.filter((one) => !contradicted.has(one)).map(({ figure }) => figure);
        return {
          facts: { kind: 'figures', figures: agreed },
          rejected: [...contradicted].map(({ contradicted: rejection }) => rejection),
        };
      },
    };
  },
};

function figureIn(
  entry: ParsedEntry<FigureField>,
  names: ImportNames,
  today: CalendarDate,
): Taken | { readonly figure?: undefined } | Rejected {
  const metric = names.metric(entry.text('metric'));
  if (!metric) return entry.rejected(entry.text('metric') === '' ? 'missing-value' : 'unknown-metric', 'metric');
  if (entry.text('value') === '') return {};
  const value = valueIn(entry, metric.unit);
  if (typeof value === 'object') return value;
  const read = entry.date('asOf');
  if ('rejected' in read) return read;
  const asOf = read.date;
  if (asOf === undefined) return entry.rejected('missing-value', 'asOf');
  if (asOf > addDays(today, 1)) entry.remark('future-date', undefined, { date: asOf });
  const { rejected: contradicted } = entry.rejected('contradicting-value', 'value', { metric: metric.id, asOf });
  return { figure: { line: entry.line, metric: metric.id, value, asOf }, contradicted };
}

/** These are counted, so their values are whole; devices may be an average per month. */
const counted: readonly Metric['unit'][] = ['customers', 'seats', 'users'];

function valueIn(entry: ParsedEntry<FigureField>, unit: Metric['unit']): number | boolean | Rejected {
  const value = entry.number('value');
  if (unit === 'yes-no') return typeof value === 'boolean' ? value : entry.rejected('not-yes-or-no', 'value');
  if (typeof value !== 'number') return entry.rejected('not-a-number', 'value');
  const isWhole = Number.isInteger(value) || !counted.includes(unit);
  return isWhole ? value : entry.rejected('not-a-whole-number', 'value');
}

/** Rows that give one metric two values on one day: which of them is right cannot be told, so none is taken. */
function contradicting(taken: readonly Taken[]): ReadonlySet<Taken> {
  const key = ({ figure }: Taken) => `${figure.metric} ${figure.asOf}`;
  const values = new Map<string, Set<number | boolean>>();
  for (const one of taken) values.set(key(one), (values.get(key(one)) ?? new Set()).add(one.figure.value));
  return new Set(taken.filter((one) => values.get(key(one))!.size > 1));
}
