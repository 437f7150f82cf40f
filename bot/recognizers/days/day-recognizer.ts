/** Recognizes the day that a text names, as the five languages write dates. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import { calendarDate, type CalendarDate } from '../../../domain/basics/date';
import type { Locale } from '../../../domain/basics/locale';
import { dayOfMonth, dayWords } from './day-words';
import { monthNames, monthOf } from './month-names';
import { hanFigures } from './han-figures';

/** A day without a year is written as ISO does, `--03-01`: which year is meant, its reader decides. */
export type NamedDay = CalendarDate;

export interface RecognizedDay {
  /** As it was typed. */
  readonly said: string;
  /** None where the calendar has no such day or the year has two figures; two where day and month may be either number. */
  readonly readings: readonly NamedDay[];
}

type Read = (parts: readonly string[], locale: Locale) => readonly (NamedDay | undefined)[];

/** Day and month with a dot are a day in Russian only; elsewhere they are an amount. */
const dotted = /(?<![\d./-]|\d,)(\d{1,2})\.(0[1-9]|1[0-2])(?![\d.%]| ?(?:млн|тыс))/u;

/** The same with the month first, where Chinese is written and no unit of money or share follows. */
const monthDotted =
  /(?<![\d./-]|\d,)(0?[1-9]|1[0-2])\.(0[1-9]|[12]\d|3[01])(?![\d.%]| ?(?:万|萬|亿|億|元|分|个|個|倍|版|usd|k|m))/iu;

function isChinese(locale: Locale): boolean {
  return locale === 'zh-CN' || locale === 'zh-TW';
}

/** Forms of a day, from the surest to the least sure. */
const forms: readonly (readonly [form: RegExp, read: Read])[] = [
  [/(?<!\d)(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?/u, ([year, month, day]) => [on(year, month, day)]],
  [/(?<!\d)(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/u, ([year, , month, day]) => [on(year, month, day)]],
  // Taiwan counts years from 1911.
  [
    /(?<![\d./-])(1[01]\d)([-./])(\d{1,2})\2(\d{1,2})(?![\d./-])/u,
    ([year, , month, day]) => [on(String(Number(year) + 1911), month, day)],
  ],
  [/(?<!\d)(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/u, inFigures],
  [/(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?/u, ([month, day]) => [on(undefined, month, day)]],
  [
    /(?<![一二三四五六七八九十])(十[一二]?|[一二三四五六七八九])月([一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:[日号號]|(?!\p{sc=Han}))/u,
    ([month, day]) => [on(undefined, hanFigures(month), hanFigures(day))],
  ],
  [
    new RegExp(
      `${wordStart}(\\d{1,2})(?:st|nd|rd|th|o|-?го)?[-/\\s]+(?:of\\s+|de\\s+)?(${monthNames})${wordEnd}\\.?(?:[-/,\\s]+(?:de\\s+)?(\\d{4}|\\d{2})${wordEnd})?`,
      'iu',
    ),
    ([day, month, year]) => [on(year, monthOf(month), day)],
  ],
  [
    new RegExp(
      `${wordStart}(${monthNames})${wordEnd}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?${wordEnd}(?:,?\\s+(\\d{4})${wordEnd})?`,
      'iu',
    ),
    ([month, day, year]) => [on(year, monthOf(month), day)],
  ],
  [
    new RegExp(
      `${wordStart}(?:the )?(${dayWords('en')}|${dayWords('ru')}|${dayWords('pt')})\\s+(?:of\\s+|de\\s+)?(${monthNames})${wordEnd}(?:[\\s,]+(?:de\\s+)?(\\d{4})${wordEnd})?`,
      'iu',
    ),
    ([day, month, year]) => [on(year, monthOf(month), String(dayOfMonth(day!)))],
  ],
  [/(?<![\d./-]|\d,)(\d{1,2})\/(\d{1,2})(?![\d/-]|\.\d)/u, inTwoFigures],
  [dotted, ([day, month]) => [on(undefined, month, day)]],
  [monthDotted, ([month, day]) => [on(undefined, month, day)]],
  [/(?<![\p{L}\p{N}-])\d{1,2}[-/\s]\p{L}{3,9}[-/\s](?:19|20)\d{2}(?![\p{L}\p{N}-])/u, () => []],
];

export interface DaySearch {
  readonly date?: RecognizedDay;
  /** The text without it. */
  readonly rest: string;
  /** Where it stands in the text (in NFKC). */
  readonly start?: number;
  readonly end?: number;
}

/** The first day that is named; with `today`, "of next year" and its like are read too. */
export function recognizeDay(said: string, locale: Locale, today?: CalendarDate): DaySearch {
  const text = said.normalize('NFKC');
  for (const [form, read] of forms) {
    const match = matchOf(form, text, locale);
    if (!match || (form === dotted && locale !== 'ru-RU') || (form === monthDotted && !isChinese(locale))) continue;
    const found = read(match.slice(1), locale).filter((day) => day !== undefined);
    const { start, end, year } = withYearSaid(text, match, today);
    const dated = found.map((day) => (year === undefined ? day : inYear(day, year)));
    const readings = [...new Set(dated.filter((day) => day !== undefined))];
    const rest = `${text.slice(0, start)} ${text.slice(end)}`;
    return { date: { said: match[0].trim(), readings }, rest, start, end };
  }
  return { rest: said };
}

/** The first place of a form, without those where a month is none. */
function matchOf(form: RegExp, text: string, locale: Locale): RegExpExecArray | undefined {
  for (let left = text; ;) {
    const match = form.exec(left);
    if (!match) return undefined;
    if (!isNoMonth(text, match, locale)) return match;
    const end = match.index + match[0].length;
    left = `${' '.repeat(end)}${left.slice(end)}`;
  }
}

/** "10 out of 12", "set 12": Portuguese months elsewhere; and "the 5 may retire": the verb goes on with another. */
function isNoMonth(text: string, { 0: found, index }: RegExpExecArray, locale: Locale): boolean {
  if (locale !== 'pt-BR' && /(?<!\p{L})(?:out|set|ago)(?!\p{L})/iu.test(found)) return true;
  const after = text.slice(index + found.length);
  return / may$/u.test(found) && /^ (?!(?:at|and|or|to|until|for|as|he|she|they|we|i)\b)[a-z]+/u.test(after);
}

const yearsBefore: readonly (readonly [form: RegExp, more: number])[] = [
  [/(?:明年|来年|來年)的?\s*$/u, 1],
  [/(?:今年)的?\s*$/u, 0],
  [/(?:去年)的?\s*$/u, -1],
];
const yearsAfter: readonly (readonly [form: RegExp, more: number])[] = [
  [/^\s*(?:of |in )?(?:next year|следующего года|do (?:ano q(?:ue)? vem|pr[oó]ximo ano))/iu, 1],
  [/^\s*(?:of )?(?:this year|этого года|d[eo]s[ts]e ano)/iu, 0],
  [/^\s*(?:of )?(?:last year|прошлого года|do ano passado)/iu, -1],
];

/** The place of a day together with a year that is said in words beside it. */
function withYearSaid(
  text: string,
  match: RegExpExecArray,
  today: CalendarDate | undefined,
): { readonly start: number; readonly end: number; readonly year?: number } {
  const start = match.index;
  const end = start + match[0].length;
  if (today === undefined) return { start, end };
  const year = Number(today.slice(0, 4));
  for (const [form, more] of yearsBefore) {
    const before = form.exec(text.slice(0, start));
    if (before) return { start: before.index, end, year: year + more };
  }
  for (const [form, more] of yearsAfter) {
    const after = form.exec(text.slice(end));
    if (after) return { start, end: end + after[0].length, year: year + more };
  }
  return { start, end };
}

/** Undefined where that year has no such day: 29 February. */
function inYear(day: NamedDay, year: number): NamedDay | undefined {
  if (!day.startsWith('--')) return day;
  const [month, date] = day.slice(2).split('-').map(Number) as [number, number];
  return calendarDate(year, month, date);
}

/** Day and month without a year: in Portuguese and with dots the day first, in Chinese the month, else it may be either. */
function inTwoFigures([first, second]: readonly string[], locale: Locale): readonly (NamedDay | undefined)[] {
  const dayFirst = on(undefined, second, first);
  const monthFirst = on(undefined, first, second);
  if (locale === 'pt-BR') return [dayFirst ?? monthFirst];
  return locale === 'zh-CN' || locale === 'zh-TW' ? [monthFirst ?? dayFirst] : [monthFirst, dayFirst];
}

/** Only in English both orders are usual; elsewhere, and with dots, the day stands first unless it cannot. */
function inFigures([first, mark, second, year]: readonly string[], locale: Locale): readonly (NamedDay | undefined)[] {
  const dayFirst = on(year, second, first);
  const monthFirst = on(year, first, second);
  return locale === 'en' && mark !== '.' ? [dayFirst, monthFirst] : [dayFirst ?? monthFirst];
}

/** A leap year stands in for the year that is not named, so that 29 February is a day; of two figures it may be any century's. */
function on(
  year: string | undefined,
  month: string | number | undefined,
  day: string | undefined,
): NamedDay | undefined {
  if (year?.length === 2) return undefined;
  const date = calendarDate(Number(year ?? 2000), Number(month), Number(day));
  return year === undefined && date !== undefined ? `-${date.slice(4)}` : date;
}

/** The day that is meant by one with or without a year: today or the first such day after it. */
export function dayMeant(named: NamedDay, today: CalendarDate): CalendarDate {
  if (!named.startsWith('--')) return named;
  const [, , month, day] = named.split('-');
  for (let year = Number(today.slice(0, 4)); ; year += 1) {
    const date = calendarDate(year, Number(month), Number(day));
    if (date !== undefined && date >= today) return date;
  }
}
