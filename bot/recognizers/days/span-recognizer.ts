/** Recognises a span of several days that is named: last month, в прошлом квартале, since March, 去年. No day is said by it. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import { addDays, addMonths, calendarDate, mondayOf, type CalendarDate } from '../../../domain/basics/date';
import { monthNames, monthOf } from './month-names';

/** Where a span is named, and its first day. */
export interface NamedSpan {
  readonly first: CalendarDate;
  readonly start: number;
  readonly end: number;
}

type First = (today: CalendarDate, match: RegExpExecArray) => CalendarDate;

/** The first day of the unit in which a day lies, so many units back. */
type FirstOf = (today: CalendarDate, back: number) => CalendarDate;

const units: readonly (readonly [form: string, han: string, firstOf: FirstOf])[] = [
  ['week|недел[а-яё]*|semana', '周|週|星期|礼拜|禮拜', (today, back) => addDays(mondayOf(today), -7 * back)],
  ['month|месяц[а-яё]*|m[eê]s', '月', (today, back) => addMonths(firstOfMonth(today), -back)],
  [
    'quarter|квартал[а-яё]*|trimestre',
    '季度?',
    (today, back) => addMonths(firstOfMonth(today), -((Number(today.slice(5, 7)) - 1) % 3) - 3 * back),
  ],
  ['year|год[а-яё]*|ano', '年', (today, back) => calendarDate(Number(today.slice(0, 4)) - back, 1, 1)!],
];

function firstOfMonth(today: CalendarDate): CalendarDate {
  return `${today.slice(0, 7)}-01`;
}

function unitForms(): readonly (readonly [form: RegExp, first: First])[] {
  return units.flatMap(([form, han, firstOf]) => [
    [
      new RegExp(
        `${wordStart}(?:last|past|previous|прошл[а-яё]+|минувш[а-яё]+|предыдущ[а-яё]+)\\s+(?:${form})${wordEnd}|${wordStart}(?:${form})\\s+passad[oa]${wordEnd}|上(?:一?[个個])?(?:${han})|${han === '年' ? '去年' : '(?!)'}`,
        'iu',
      ),
      (today) => firstOf(today, 1),
    ],
    [
      new RegExp(
        `${wordStart}(?:this|эт[а-яё]{1,2}|n?es[ts][ea])\\s+(?:${form})${wordEnd}|(?:[这這](?:一?[个個])?|本)(?:${han})|${han === '年' ? '今年' : '(?!)'}`,
        'iu',
      ),
      (today) => firstOf(today, 0),
    ],
  ]);
}

const forms: readonly (readonly [form: RegExp, first: First])[] = [
  ...unitForms(),
  [
    new RegExp(
      `${wordStart}(?:since|from|in|с|со|в|desde|em|de)\\s+(?<month>${monthNames})${wordEnd}(?!\\s*\\d)`,
      'iu',
    ),
    (today, match) => lastFirstOf(monthOf(match.groups?.['month'])!, today),
  ],
  [
    new RegExp(
      `${wordStart}(?:since|from|in|с|в|desde|em)\\s+(?<year>(?:19|20)\\d\\d)(?![\\p{N}./-])|[自从從在](?<han>(?:19|20)\\d\\d)年(?!\\d)`,
      'iu',
    ),
    (_, match) => calendarDate(Number(match.groups?.['year'] ?? match.groups?.['han']), 1, 1)!,
  ],
];

/** The first day of this month when it last began. */
function lastFirstOf(month: number, today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4));
  const first = calendarDate(year, month, 1)!;
  return first <= today ? first : calendarDate(year - 1, month, 1)!;
}

/** The first span that is named in a text; undefined if none is. */
export function recognizeSpan(said: string, today: CalendarDate): NamedSpan | undefined {
  for (const [form, first] of forms) {
    const match = form.exec(said);
    if (match) return { first: first(today, match), start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
