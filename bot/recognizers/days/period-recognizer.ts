/**
 * Recognises how far ahead a question looks: a length of time (`three months`, 半年) or the last day of a period (`до конца
 * года`).
 */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import { addDays, calendarDate, mondayOf, type CalendarDate } from '../../../domain/basics/date';
import { monthNames, monthOf } from './month-names';
import { hanFigures } from './han-figures';

export type Period = { readonly days: number } | { readonly until: CalendarDate };

export interface RecognizedPeriod {
  readonly period: Period;
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

type UnitDays = readonly (readonly [unit: string, days: number])[];

/** Lengths are what people count with: a month has 30 days, a quarter 90, a year 365. */
const units: UnitDays = [
  ['(?:fortnights?)', 14],
  ['(?:half[- ]years?|semestres?|полугоди[еяй])', 180],
  ['(?:days?|(?<=\\d\\s?)d|dias?|дн(?:я|ей|ям|\\.)?|день|сут(?:ки|ок)|天|日)', 1],
  ['(?:weeks?|wks?|semanas?|недел[а-яё]*|нед\\.?|周|週|星期|礼拜|禮拜)', 7],
  ['(?:months?|(?<=\\d\\s?)mos?|mths?|m[eê]s(?:es)?|месяц[а-яё]*|мес\\.?|[个個]月)', 30],
  ['(?:quarters?|qtrs?|trimestres?|квартал[а-яё]*|季度?)', 90],
  ['(?:years?|yrs?|anos?|год(?:а|у)?|лет|年)', 365],
];

/** The places of days, weeks and months among them. */
const exact = [2, 3, 4];

const words: readonly (readonly [form: string, value: number])[] = [
  ['a|an|one|um|uma|один|одну|одного|одной|одна|一', 1],
  ['two|dois|duas|два|две|двух|二|两|兩', 2],
  ['three|tr[eê]s|три|тр[её]х|三', 3],
  ['four|quatro|четыре|четыр[её]х|四', 4],
  ['five|cinco|пять|пяти|五', 5],
  ['six|seis|шесть|шести|六', 6],
  ['seven|sete|семь|семи|七', 7],
  ['eight|oito|восемь|восьми|八', 8],
  ['nine|nove|девять|девяти|九', 9],
  ['ten|dez|десять|десяти|十', 10],
  ['twelve|doze|двенадцать|двенадцати|十二', 12],
  ['fifteen|quinze|пятнадцать|пятнадцати|十五', 15],
  ['twenty|vinte|двадцать|двадцати|二十', 20],
];

const numberWords = words.map(([form]) => form).join('|');
/** Chinese stands without spaces, so that no word ends where a length does. */
const length = new RegExp(
  `(?:(?<![\\d.,a-zа-яё])(?<figures>(?!(?:19|20)\\d\\d(?:\\s|-)*(?:год|years?|anos?|年))\\d{1,4})|${wordStart}(?<word>${numberWords})|(?<han>[一二两兩三四五六七八九]?十[一二三四五六七八九]?|(?<!十)[一二两兩三四五六七八九半]))(?:\\s|-|个|個)*(?:${units.map(([form], at) => `(?<u${at}>${form})`).join('|')})(?=[\\p{sc=Han}]|${wordEnd})`,
  'iu',
);
const halfYear = /半年|полгод(?:а|ик[а-яё]*)|полугод(?:а|ие)|half a year|half year|meio ano/iu;
const halfMonth = /半个月|半個月|полмесяца|half a month|meio m[eê]s|quinzena/iu;
/** A unit without a number is one of it. */
const single = new RegExp(
  `${wordStart}(?:(?:за|на|через|в|в течение)\\s+ближайш[а-яё]+\\s+(?<near>год|месяц|неделю|квартал)|(?<ahead>год|месяц|неделю|квартал)\\s+впер[её]д|(?:за|на|через|в течение)\\s+(?:ближайш[а-яё]+\\s+)?(?<ru>год|года|месяц|месяца|неделю|недели|квартал|квартала)|(?:(?:within|in|over) )?the (?:next|coming|following) (?<the>day|week|wk|month|mth|quarter|qtr|year|yr)|(?:within|in|over) (?:next|coming|a) (?<en>day|week|month|quarter|year)|(?:n?[oa] )?pr[oó]xim[oa] (?<pt>ano|semana|semestre))${wordEnd}`,
  'iu',
);

/** The first period that is named in the text; undefined if none is. */
export function recognizePeriod(said: string, today: CalendarDate): RecognizedPeriod | undefined {
  return countedIn(said) ?? calendarPeriodIn(said, today) ?? monthIn(said, today) ?? lengthIn(said);
}

/** "This quarter, say 90 days": days, weeks or months that are counted are meant as they stand, also beside a period of the calendar. */
function countedIn(said: string): RecognizedPeriod | undefined {
  const match = length.exec(said);
  const isCounted = match?.groups !== undefined && countOf(match.groups) > 1;
  const isExact = isCounted && exact.some((unit) => match?.groups?.[`u${unit}`] !== undefined);
  return isExact ? lengthIn(said) : undefined;
}

function lengthIn(said: string): RecognizedPeriod | undefined {
  const whole: readonly (readonly [RegExp, number])[] = [
    [halfYear, 180],
    [halfMonth, 15],
  ];
  for (const [form, days] of whole) {
    const match = form.exec(said);
    if (match) return spanOf(match, { days });
  }
  const match = length.exec(said);
  if (match?.groups) {
    const count = countOf(match.groups);
    const unit = units.find((_, at) => match.groups![`u${at}`] !== undefined)![1];
    if (count > 0) return spanOf(match, { days: Math.min(Math.round(count * unit), longest) });
  }
  return singleIn(said);
}

/** Ten years: more than any certificate lasts. */
const longest = 3650;

function countOf({ figures, word, han }: Record<string, string | undefined>): number {
  if (figures !== undefined) return Number(figures);
  if (han === '半') return 0.5;
  if (han !== undefined) return Number(hanFigures(han));
  const form = (word ?? '').toLowerCase();
  return words.find(([known]) => new RegExp(`^(?:${known})$`, 'iu').test(form))?.[1] ?? 0;
}

function singleIn(said: string): RecognizedPeriod | undefined {
  const match = single.exec(said);
  const unit = match?.groups && Object.values(match.groups).find((one) => one !== undefined);
  if (!match || unit === undefined) return undefined;
  const days = units.find(([form]) => new RegExp(`^${form}$`, 'iu').test(unit))?.[1];
  return days === undefined ? undefined : spanOf(match, { days });
}

function spanOf(match: RegExpExecArray, period: Period): RecognizedPeriod {
  return { period, start: match.index, end: match.index + match[0].length };
}

type LastDay = (today: CalendarDate, match: RegExpExecArray) => CalendarDate | undefined;

/** The last day of the month that is so many months after this one. */
function monthEnd(today: CalendarDate, more: number): CalendarDate {
  const [year, month] = today.split('-').map(Number) as [number, number];
  const first = calendarDate(year + Math.floor((month + more) / 12), ((month + more) % 12) + 1, 1);
  return addDays(first!, -1);
}

function quarterEnd(today: CalendarDate, more: number): CalendarDate {
  const month = Number(today.slice(5, 7));
  return monthEnd(today, 2 - ((month - 1) % 3) + 3 * more);
}

function yearEnd(today: CalendarDate, more: number): CalendarDate {
  return calendarDate(Number(today.slice(0, 4)) + more, 12, 31)!;
}

/** Weeks end on Sunday. */
function weekEnd(today: CalendarDate, more: number): CalendarDate {
  return addDays(mondayOf(today), 6 + 7 * more);
}

const ordinals: readonly (readonly [form: RegExp, quarter: number])[] = [
  [/^(?:q?1(?:st|[-º]?м|º|o)?|first|перв[а-яё]+|primeiro|一)$/iu, 1],
  [/^(?:q?2(?:nd|[-º]?м|º|o)?|second|втор[а-яё]+|segundo|二)$/iu, 2],
  [/^(?:q?3(?:rd|[-º]?м|º|o)?|third|трет[а-яё]+|terceiro|三)$/iu, 3],
  [/^(?:q?4(?:th|[-º]?м|º|o)?|fourth|last|четв[а-яё]+|quarto|四)$/iu, 4],
];

/** The end of a quarter that is named by its number: of next year where that is said, else the next one to end. */
function namedQuarter(today: CalendarDate, match: RegExpExecArray): CalendarDate | undefined {
  const { number = '' } = match.groups ?? {};
  const quarter = ordinals.find(([form]) => form.test(number))?.[1];
  if (quarter === undefined) return undefined;
  const year = Number(today.slice(0, 4)) + (isNextYear(match[0]) ? 1 : 0);
  const [now, later] = [year, year + 1].map((one) => monthEnd(calendarDate(one, quarter * 3, 1)!, 0));
  return now! >= today ? now : later;
}

function isNextYear(said: string): boolean {
  return /next year|следующ[а-яё]+ год|ano q(?:ue)? vem|pr[oó]ximo ano|明年|來年|来年/iu.test(said);
}

/** What the Chinese write before or after, kept out of the number. */
const nextYear = '(?:(?:\\s+(?:of\\s+|do\\s+))?(?:next year|следующего года|ano q(?:ue)? vem|pr[oó]ximo ano))';
const periods: readonly (readonly [form: RegExp, last: LastDay])[] = [
  [
    new RegExp(
      `${wordStart}(?<number>first|second|third|fourth|last|[1-4](?:st|nd|rd|th)|перв[а-яё]+|втор[а-яё]+|трет[а-яё]+|четв[её]рт[а-яё]+|[1-4][- ]?м|primeiro|segundo|terceiro|quarto|[1-4][ºo])\\s+(?:quarter|квартал[а-яё]*|trimestre)${nextYear}?|${wordStart}(?<number2>q[1-4])${nextYear}?${wordEnd}`,
      'iu',
    ),
    (today, match) => namedQuarter(today, withNumber(match)),
  ],
  [/(?:明年|今年|来年|來年)?第(?<number>[一二三四1-4])季度?/u, namedQuarter],
  [
    new RegExp(
      `(?:end of|by the end of)\\s+next year|(?:до\\s+)?кон(?:ца|це|цу)\\s+следующего\\s+года|(?:fim|final)\\s+do\\s+(?:ano q(?:ue)? vem|pr[oó]ximo ano)|明年底|明年年底`,
      'iu',
    ),
    (today) => yearEnd(today, 1),
  ],
  [
    /(?:the )?end of (?:the |this )?(?:year|yr)|(?:year|yr)[- ]?end|(?<![a-z])eoy(?![a-z])|(?:before |until |by )(?:the )?new year|кон(?:ца|це|цу) (?:этого )?года|(?:до |к )нового года|(?:fim|final) (?:do|deste|desse|de) ano(?! q)|(?:até o |antes do )ano novo|今年年底|今年底|年底|年末|今年[内內]/iu,
    (today) => yearEnd(today, 0),
  ],
  [
    new RegExp(
      `${wordStart}(?:the )?end of (?:the |this )?(?:quarter|qtr)|${wordStart}this (?:quarter|qtr)|(?:в этом|этот|до конца|кон(?:ца|це|цу))(?: этого)? квартал[а-яё]*|(?:n?es[ts]e|(?:fim|final) d[oe](?:s[ts]e)?) trimestre|本季度?|这个?一?个?季度?|這一?個?季度?`,
      'iu',
    ),
    (today) => quarterEnd(today, 0),
  ],
  [
    /(?<!(?<!of )the )next (?:quarter|qtr)(?![a-z])|следующ[а-яё]+ квартал[а-яё]*|pr[oó]ximo trimestre|trimestre q(?:ue)? vem|下个?季度?|下一?個?季度?/iu,
    (today) => quarterEnd(today, 1),
  ],
  [
    /(?:the )?end of next month|(?<!(?<!of )the )next (?:month|mth)(?![a-z])|следующ[а-яё]+ месяц[а-яё]*|m[eê]s q(?:ue)? vem|pr[oó]ximo m[eê]s|下个月底?|下個月底?|下月底?/iu,
    (today) => monthEnd(today, 1),
  ],
  [
    /(?:the )?end of (?:the |this )?month|this (?:month|mth)(?![a-z])|(?:в этом|этот) месяц[а-яё]*|кон(?:ца|це|цу) (?:этого )?месяца|(?:n?es[ts]e|(?:fim|final) d[oe](?:s[ts]e)?) m[eê]s|这个月|這個月|本月|当月|(?<![\p{N}一二三四五六七八九十]\s*)月底/iu,
    (today) => monthEnd(today, 0),
  ],
  [
    /(?<!(?<!of )the )next (?:week|wk)(?![a-z])|следующ[а-яё]+ недел[а-яё]*|(?:pr[oó]xima semana|semana q(?:ue)? vem)|下个?周|下個?週|下个?星期|下個?星期|下个?礼拜|下個?禮拜/iu,
    (today) => weekEnd(today, 1),
  ],
  [
    /this (?:week|wk)(?![a-z])|(?:на этой|эту|этой) недел[а-яё]*|es[ts]a semana|这个?周|這個?週|本周|本週|这个?星期|這個?星期|這個?禮拜/iu,
    (today) => weekEnd(today, 0),
  ],
  [
    new RegExp(`${wordStart}this (?:year|yr)${wordEnd}|в этом году|n?es[ts]e ano${wordEnd}|今年`, 'iu'),
    (today) => yearEnd(today, 0),
  ],
  [
    new RegExp(
      `(?<!(?<!of )the )${wordStart}(?:in )?next (?:year|yr)${wordEnd}|в следующем году|(?<!d[oe] )ano q(?:ue)? vem|明年(?![\\d一二三四五六七八九十])|来年|來年`,
      'iu',
    ),
    (today) => yearEnd(today, 1),
  ],
];

/** A month alone, behind a word that makes a time of it: May and April are people as well. */
const inMonth = new RegExp(
  `${wordStart}(?<before>before|до|antes de)\\s+(?<early>${monthNames})${wordEnd}|` +
    `${wordStart}(?:in|during|until|till|by|through|this|end of|в|к|кон(?:ца|це|цу)|em|até|no mês de|n?o? ?(?:fim|final) de)\\s+(?<late>${monthNames})${wordEnd}|` +
    '(?<![\\p{N}一二三四五六七八九十])(?<han>\\d{1,2}|[一二三四五六七八九]|十[一二]?)\\s*月份?(?!\\s*\\d|[一二三四五六七八九十]+[日号號])(?<hanBefore>之?前)?',
  'iu',
);

/** The last day of the month that is named, or the day before its first where it is to be before it: the next one to come. */
function monthIn(said: string, today: CalendarDate): RecognizedPeriod | undefined {
  const match = inMonth.exec(said);
  const { early, late, han = '', hanBefore } = match?.groups ?? {};
  const month = monthOf(early ?? late) ?? Number(hanFigures(han) ?? han);
  if (!match || month < 1 || month > 12 || isVerb(said, match)) return undefined;
  const isBefore = early !== undefined || hanBefore !== undefined;
  const lastDays = [0, 1].map((more) => {
    const first = calendarDate(Number(today.slice(0, 4)) + more, month, 1)!;
    return isBefore ? addDays(first, -1) : monthEnd(first, 0);
  });
  const until = lastDays.find((day) => day >= today);
  return until === undefined ? undefined : spanOf(match, { until });
}

/** "This may matter". */
function isVerb(said: string, { 0: found, index }: RegExpExecArray): boolean {
  return / may$/u.test(found) && /^ [a-z]/u.test(said.slice(index + found.length));
}

function withNumber(match: RegExpExecArray): RegExpExecArray {
  const number = match.groups?.['number'] ?? match.groups?.['number2'] ?? '';
  return Object.assign([...match] as unknown as RegExpExecArray, { index: match.index, groups: { number } });
}

function calendarPeriodIn(said: string, today: CalendarDate): RecognizedPeriod | undefined {
  for (const [form, last] of periods) {
    const match = form.exec(said);
    const until = match && last(today, match);
    if (match && until) return spanOf(match, { until });
  }
  return undefined;
}
