/** What a cell says that is meant to be a date: one day, a day that reads two ways, or none. */
import { type CalendarDate, calendarDate } from '../../../domain/basics/date';
import { monthNumber } from './month-name';

export type DateFault = 'not-a-date' | 'two-digit-year' | 'serial-number';

export type DateCell =
  | { readonly date: CalendarDate }
  /** Two numbers before a year: the readings that the calendar allows, day first and month first. */
  | { readonly dayFirst?: CalendarDate; readonly monthFirst?: CalendarDate }
  | { readonly fault: DateFault };

/** Half-days stand after the time, in Chinese before it: `下午 11:07:22` is what a spreadsheet writes under zh-TW. */
const time =
  /^(?<before>[上下]午)? ?(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,]\d+)?)? ?(?<after>[ap]m|[上下]午)?(?: ?(?:z|utc|gmt|[+-]\d{2}:?\d{2}))?$/i;

/** The time of day does not matter for a calendar date, but what is no time makes the whole cell no date. */
function isTime(text: string): boolean {
  if (text === '') return true;
  const { hour, minute, second, before, after } = time.exec(text)?.groups ?? {};
  if (before && after) return false;
  return Number(hour) <= (before || after ? 12 : 23) && Number(minute) <= 59 && Number(second ?? 0) <= 59;
}

const forms: readonly { readonly pattern: RegExp; readonly read: (parts: Record<string, string>) => DateCell }[] = [
  {
    pattern: /^(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?:[ t](?<t>.*))?$/i,
    read: ({ y, m, d }) => one(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?日(?: ?(?<t>.*))?$/,
    read: ({ y, m, d }) => one(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /^(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<y>\d{4}|\d{2})(?:[ t,]+(?<t>.*))?$/i,
    read: ({ a, b, y }) => either(Number(a), Number(b), y!),
  },
  {
    pattern:
      /^(?<d>\d{1,2})(?:[- ./]*| de )(?<n>\p{L}{3,9})\.?(?:[- ./,]*| de )(?<y>\d{4}|\d{2})(?: ?г\.?)?(?:[ t,]+(?<t>.*))?$/iu,
    read: ({ d, n, y }) => named(Number(d), n!, y!),
  },
  {
    pattern: /^(?<n>\p{L}{3,9})\.? ?(?<d>\d{1,2})(?:, ?| )(?<y>\d{4}|\d{2})(?:[ t,]+(?<t>.*))?$/iu,
    read: ({ d, n, y }) => named(Number(d), n!, y!),
  },
];

/**
 * Reads the forms in which exports and spreadsheets write a date: year first, month as a word of one of
 * the five languages, or two numbers and a year, separated by slashes, dots or dashes, with or without a time. A two-digit year is refused because it cannot be told from
 * a day, and a bare number because it is a spreadsheet's count of days, which differs between programs.
 */
export function readDate(cell: string): DateCell {
  const text = cell.normalize('NFKC').replace(/\s+/g, ' ').trim();
  for (const { pattern, read } of forms) {
    const parts = pattern.exec(text)?.groups;
    if (parts) return isTime((parts['t'] ?? '').trim()) ? read(parts) : { fault: 'not-a-date' };
  }
  return { fault: /^\d{5}(?:[.,]\d+)?$/.test(text) ? 'serial-number' : 'not-a-date' };
}

function one(year: number, month: number, day: number): DateCell {
  const date = calendarDate(year, month, day);
  return date === undefined ? { fault: 'not-a-date' } : { date };
}

function either(first: number, second: number, year: string): DateCell {
  if (year.length === 2) return { fault: 'two-digit-year' };
  const dayFirst = calendarDate(Number(year), second, first);
  const monthFirst = calendarDate(Number(year), first, second);
  if (dayFirst === undefined && monthFirst === undefined) return { fault: 'not-a-date' };
  return dayFirst !== undefined && dayFirst === monthFirst ? { date: dayFirst } : { dayFirst, monthFirst };
}

function named(day: number, name: string, year: string): DateCell {
  const month = monthNumber(name);
  if (month === undefined) return { fault: 'not-a-date' };
  return year.length === 2 ? { fault: 'two-digit-year' } : one(Number(year), month, day);
}

/** The month of a cell such as `Dec-18`, `dez/18`, `дек.18`, `Dec 2018` or `2018-12`, as `2018-12`; `undefined` if it names none. */
export function readMonth(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  const word = /^(\p{L}{3,9})[- ./]+(\d{4}|\d{2})$/iu.exec(text);
  const month = word && monthNumber(word[1]!);
  if (month) return `${word[2]!.length === 2 ? '20' : ''}${word[2]}-${String(month).padStart(2, '0')}`;
  return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? text : undefined;
}
