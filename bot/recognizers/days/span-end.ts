/** The end of a span that is to come: until which day "between August and October", "in 2027" or `с 1 января по 31 марта` look. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import { addDays, addMonths, calendarDate, type CalendarDate } from '../../../domain/basics/date';
import type { Locale } from '../../../domain/basics/locale';
import { dayMeant, recognizeDay } from './day-recognizer';
import { hanFigures } from './han-figures';
import { monthNames, monthOf } from './month-names';

/** Until when a span reaches; or that it begins at a time and has no end. */
export type SpanAhead = { readonly until: CalendarDate } | { readonly isOpen: true };

const year = '(?:19|20)\\d\\d';
const from = '(?:between|from|с|со|между|entre|de|desde)';
const to = '(?:and|to|till|until|through|thru|or|по|и|до|или|e|a|ao|ou|até|[-–—])';
const hanMonth = '(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])';
const noDay = '(?!\\s*[\\d一二三四五六七八九十])';
const noLength = '(?![\\p{N}./-]|\\s*(?:days?|weeks?|months?|дн|недел|месяц|dias|semanas|meses))';

/** What is named last in the span: a month with or without a year, a year, or half of one. */
interface Named {
  readonly month?: string;
  readonly year?: string;
  readonly next?: string;
  readonly first?: string;
}

type LastDay = (named: Named, today: CalendarDate) => CalendarDate | undefined;

const forms: readonly (readonly [form: RegExp, last: LastDay])[] = [
  [
    new RegExp(
      `${wordStart}(?:${from}\\s+)?(?:${monthNames})\\.?(?:\\s+${year})?\\s*${to}\\s*(?<month>${monthNames})${wordEnd}\\.?(?:,?\\s+(?:of\\s+|de\\s+|do\\s+)?(?<year>${year})(?!\\d))?(?!\\s*\\d)`,
      'iu',
    ),
    ofMonth,
  ],
  [
    new RegExp(
      `(?:${year}年|(?<next>明年|[来來]年))?${hanMonth}月份?\\s*(?:[到至~～—-]|和|或)\\s*(?:(?<year>${year})年)?(?:明年|[来來]年)?(?<month>${hanMonth})月${noDay}`,
      'u',
    ),
    ofMonth,
  ],
  [
    new RegExp(
      `${wordStart}(?:now|today|сейчас|сегодня|agora|hoje)\\s+${to}\\s+(?<month>${monthNames})${wordEnd}`,
      'iu',
    ),
    ofMonth,
  ],
  [
    new RegExp(
      `${wordStart}(?:in|during|by|until|till|end of|в|до конца|em|até)\\s+(?<month>${monthNames})\\.?,?\\s+(?:of\\s+|de\\s+)?(?<year>${year})(?!\\d)`,
      'iu',
    ),
    ofMonth,
  ],
  [new RegExp(`(?<!\\d)(?<year>${year})年(?<month>${hanMonth})月${noDay}`, 'u'), ofMonth],
  [
    new RegExp(
      `${wordStart}(?:the )?(?:(?<first>first half|h1|перв[а-яё]+ (?:половин[а-яё]+|полугоди[а-яё]+)|primeir[oa] (?:semestre|metade))|second half|h2|втор[а-яё]+ (?:половин[а-яё]+|полугоди[а-яё]+)|segund[oa] (?:semestre|metade))(?!\\s+(?:of\\s+|de\\s+)?(?:${monthNames})${wordEnd})(?:\\s+(?:of\\s+|de\\s+|do ano de\\s+)?(?<year>${year}))?${wordEnd}`,
      'iu',
    ),
    ofHalf,
  ],
  [new RegExp(`(?<!去年)(?:(?<year>${year})年|(?<next>明年|[来來]年))?(?:(?<first>上)|下)半年`, 'u'), ofHalf],
  [
    new RegExp(
      `${wordStart}(?:in|during|within|by the end of|until the end of|throughout|${from}\\s+${year}\\s*${to}|в|до конца|em|durante|no ano de|até o fim de)\\s+(?<year>${year})${noLength}`,
      'iu',
    ),
    ofYear,
  ],
  [new RegExp(`(?<!\\d)(?<year>${year})年(?![\\d一二三四五六七八九十])`, 'u'), ofYear],
  [
    new RegExp(`${wordStart}(?:before|until|by|до|antes de|até)\\s+(?<year>${year})${noLength}`, 'iu'),
    ({ year: named }) => calendarDate(Number(named) - 1, 12, 31),
  ],
];

function ofMonth(named: Named, today: CalendarDate): CalendarDate | undefined {
  const { month = '' } = named;
  const number = monthOf(month) ?? Number(hanFigures(month) ?? month);
  return monthEnd(number, yearOf(named, today), today);
}

function ofHalf(named: Named, today: CalendarDate): CalendarDate | undefined {
  return monthEnd(named.first === undefined ? 12 : 6, yearOf(named, today), today);
}

function ofYear({ year: named }: Named): CalendarDate | undefined {
  return calendarDate(Number(named), 12, 31);
}

function yearOf({ year: named, next }: Named, today: CalendarDate): number | undefined {
  if (named !== undefined) return Number(named);
  return next === undefined ? undefined : Number(today.slice(0, 4)) + 1;
}

/** The last day of a month: of the year that is named, else when it ends next. */
function monthEnd(month: number, named: number | undefined, today: CalendarDate): CalendarDate | undefined {
  const ends = [0, 1].map((more) => {
    const first = calendarDate((named ?? Number(today.slice(0, 4))) + more, month, 1);
    return first && addDays(addMonths(first, 1), -1);
  });
  return named === undefined ? ends.find((day) => day !== undefined && day >= today) : ends[0];
}

const between = new RegExp(`^\\s*(?:${to}|[到至~～])\\s*`, 'iu');
const beginning = new RegExp(
  `(?:${wordStart}(?:between|from|с|со|между|в период с|entre|de|desde)|[从從自])\\s*$`,
  'iu',
);

/** The second of two days that are written, the first of which begins a span. */
function secondDay(said: string, locale: Locale, today: CalendarDate): CalendarDate | undefined {
  const { date: first, start = 0, end = 0 } = recognizeDay(said, locale, today);
  const behind = said.slice(end);
  const joint = between.exec(behind)?.[0];
  if (!first || joint === undefined) return undefined;
  const rest = behind.slice(joint.length);
  const { date: second, start: at } = recognizeDay(rest, locale, today);
  if (second?.readings.length !== 1 || at !== 0) return undefined;
  const isSpan = beginning.test(said.slice(0, start)) || !/^(?:and|or|и|или|e|ou)$/iu.test(joint.trim());
  return isSpan ? dayMeant(second.readings[0]!, today) : undefined;
}

const beforeIt = /^(?:份|底)?(?:之?前|以前)/u;

/** The span to come that a text names; undefined where it names none, or one that is over. */
export function spanAheadIn(
  said: string,
  { locale, today }: { readonly locale: Locale; readonly today: CalendarDate },
): SpanAhead | undefined {
  const text = said.replaceAll('ё', 'е');
  const written = secondDay(text, locale, today);
  if (written !== undefined) return written >= today ? { until: written } : undefined;
  for (const [form, last] of forms) {
    const match = form.exec(text);
    if (!match?.groups) continue;
    const behind = text.slice(match.index + match[0].length);
    if (opensTime(text.slice(0, match.index), behind)) return { isOpen: true };
    const day = last(match.groups, today);
    const until = day !== undefined && beforeIt.test(behind) ? beforeMonthOrYear(match.groups, day) : day;
    if (until !== undefined) return until >= today ? { until } : undefined;
  }
  return undefined;
}

/** `2027年3月之前`: the day before the month or the year begins that ends on this day. */
function beforeMonthOrYear({ month }: Named, day: CalendarDate): CalendarDate {
  const first = month === undefined ? `${day.slice(0, 4)}-01-01` : `${day.slice(0, 7)}-01`;
  return addDays(first, -1);
}

const opensBefore = new RegExp(
  `${wordStart}(?:after|from|since|starting|beyond|later than|после|начиная|начиная с|с|позже|depois de|após|a partir de|desde)\\s+(?:the\\s+)?$`,
  'iu',
);
const opensBehind = /^(?:份|底)?\s*(?:之后|之後|以后|以後|后|後|起)/u;

/** Whether a time in a text begins a span that has no end: "after 1 March", `3月以后`. */
export function opensTime(before: string, behind: string): boolean {
  return opensBefore.test(before) || opensBehind.test(behind);
}
