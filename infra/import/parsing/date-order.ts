/** Whether the day or the month stands first in the dates of a file: settled by the whole file, never guessed. */
import type { CalendarDate } from '../../../domain/basics/date';
import type { DateOrder } from '../../../domain/imports/incoming';
import { type Refused, refuse } from './bytes';
import { type DateCell, type DateFault, readMonth } from './date-cell';

interface Sight {
  readonly line: number;
  readonly column: string;
  readonly value: string;
  /** The cell of the month column, if it speaks of this date. */
  readonly month: string;
}

export interface DateEvidence {
  see(cell: DateCell, sight: Sight): void;
  /** The order, if the file needs one and settles it; a refusal with a question, if it needs one and does not. */
  verdict(): { readonly order?: DateOrder } | Refused;
}

/**
 * Collects what a file says about the order of its dates. A date that exists in one order only is evidence for it, and so
 * is a month column that fits one reading only; dates in other forms, such as 2018-12-25, are none, because they may have
 * been written by another hand. Where the evidence contradicts itself the more frequent order holds, and the rows that
 * speak against it are rejected later; at a tie nothing is settled.
 */
export function dateEvidence(): DateEvidence {
  const votes: Record<DateOrder, number> = { 'day-first': 0, 'month-first': 0 };
  const firstVote: Partial<Record<DateOrder, Sight>> = {};
  let open: Refused | undefined;
  return {
    see(cell, sight) {
      if (!('dayFirst' in cell)) return;
      const vote = orderIn(cell, readMonth(sight.month));
      if (vote) {
        votes[vote]++;
        firstVote[vote] ??= sight;
      } else open ??= question(cell, sight);
    },
    verdict() {
      const [day, month] = [votes['day-first'], votes['month-first']];
      if (day !== month) return { order: day > month ? 'day-first' : 'month-first' };
      const [one, other] = [firstVote['day-first'], firstVote['month-first']];
      return one && other ? contradiction(one, other) : (open ?? {});
    },
  };
}

function question({ dayFirst = '', monthFirst = '' }: TwoWays, { line, column, value }: Sight): Refused {
  return refuse('ambiguous-dates', { line, column, value, dayFirst, monthFirst });
}

function contradiction(dayFirst: Sight, monthFirst: Sight): Refused {
  return refuse('contradicting-dates', {
    dayFirst: dayFirst.value,
    dayFirstLine: dayFirst.line,
    monthFirst: monthFirst.value,
    monthFirstLine: monthFirst.line,
  });
}

type TwoWays = Extract<DateCell, { dayFirst?: CalendarDate }>;

function orderIn(cell: TwoWays, month: string | undefined): DateOrder | undefined {
  const { dayFirst, monthFirst } = cell;
  if (dayFirst === undefined) return 'month-first';
  if (monthFirst === undefined) return 'day-first';
  const [fitsDay, fitsMonth] = [dayFirst, monthFirst].map((date) => month !== undefined && date.startsWith(month));
  if (fitsDay === fitsMonth) return undefined;
  return fitsDay ? 'day-first' : 'month-first';
}

/** The day that a cell means under the order of its file, or why it means none. */
export function dateIn(
  cell: DateCell,
  order: DateOrder | undefined,
): { readonly date: CalendarDate } | { readonly fault: DateFault | 'other-date-order' } {
  if ('date' in cell || 'fault' in cell) return cell;
  const date = order === 'day-first' ? cell.dayFirst : order === 'month-first' ? cell.monthFirst : undefined;
  return date === undefined ? { fault: 'other-date-order' } : { date };
}
