/** Recognises days that are said by their distance from today: позавчера, last Friday, há três dias, 上周五. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import { dayOfMonth, dayWords } from './day-words';
import { hanFigures } from './han-figures';
import { monthOf } from './month-names';
import { addDays, calendarDate, daysBetween, mondayOf, type CalendarDate } from '../../../domain/basics/date';

export interface RelativeDay {
  /** One day; or several, where a word may mean either. */
  readonly days: readonly CalendarDate[];
  readonly start: number;
  readonly end: number;
}

type Read = (today: CalendarDate, match: RegExpExecArray) => readonly (CalendarDate | undefined)[];

/** "She sat AI-102", "the sun": short names of days are days where a word of time stands before them, or nothing behind them. */
const afterDayWord = `(?<=${wordStart}(?:on|last|next|this|by|until|till|since|from|before|past|of)\\s)`;
const beforeEnd = '(?=\\s*(?:$|[,.;!?)]))';

/** Monday is 0. */
const weekdays: readonly string[] = [
  'mon(?:day)?|понедельник[а-яё]*|(?<=(?<!\\p{L})(?:в|с|на) )пн|segunda(?:-feira)?(?! (?:tentativa|vez|parte|fase|etapa|prova|edição|via|chamada|opção))|(?:周|週|星期|礼拜|禮拜)一',
  'tue(?:s|sday)?|вторник[а-яё]*|(?<=(?<!\\p{L})(?:во?|с) )вт|ter[cç]a(?:-feira)?|(?:周|週|星期|礼拜|禮拜)二',
  'wed(?:nesday)?|сред[ауы]|(?<=(?<!\\p{L})(?:в|с) )ср|(?<=к )среде|quarta(?:-feira)?(?! (?:tentativa|vez|parte|fase|etapa|prova|edição|via|chamada|opção))|(?:周|週|星期|礼拜|禮拜)三',
  'thu(?:r|rs|rsday)?|четверг[а-яё]*|(?<=(?<!\\p{L})(?:в|с) )чт|quinta(?:-feira)?|(?:周|週|星期|礼拜|禮拜)四',
  'fri(?:day)?|пятниц[а-яё]*|(?<=(?<!\\p{L})(?:в|с) )пт|sexta(?:-feira)?|(?:周|週|星期|礼拜|禮拜)五',
  `saturday|${afterDayWord}sat|sat${beforeEnd}|суббот[а-яё]*|s[aá]bado|(?:周|週|星期|礼拜|禮拜)六`,
  `sunday|${afterDayWord}sun|sun${beforeEnd}|воскресень[а-яё]*|domingo|(?:周|週|星期|礼拜|禮拜)[日天]`,
];
/** Only their Chinese names: they stand among other characters. */
const hanWeekday = weekdays.map((form, at) => `(?<d${at}>${form.slice(form.lastIndexOf('(?:周'))})`).join('|');
const anyWeekday = weekdays.map((form, at) => `(?<d${at}>${form})`).join('|');

const weekdayNamed = new RegExp(
  `${wordStart}(?:${weekdays.join('|')})${wordEnd}|(?:${hanWeekday.replace(/\?<d\d>/gu, '?:')})`,
  'iu',
);

/** Whether a day is said by its name in the week. */
export function isWeekday(said: string): boolean {
  return weekdayNamed.test(said);
}

const beginning = /^(?:as |from|starting|effective|начиная|с\s|a partir)|起$/iu;

/** Whether a day is said as the first one of what follows: "from Monday", с понедельника. */
export function isBeginning(said: string): boolean {
  return beginning.test(said.trim());
}

function weekdayOf(match: RegExpExecArray): number {
  return weekdays.findIndex((_, at) => match.groups?.[`d${at}`] !== undefined);
}

/** How many days back the last day of this name lies: 1 to 7. */
function daysSince(weekday: number, today: CalendarDate): number {
  return ((daysBetween(mondayOf(today), today) - weekday + 6) % 7) + 1;
}

/** The most recent day of this name: what English and Portuguese call the last one. */
const mostRecent: Read = (today, match) => [addDays(today, -daysSince(weekdayOf(match), today))];

/** The day of this name in the week before this one: what Russian and Chinese call the last one. */
const inLastWeek: Read = (today, match) => {
  return [addDays(mondayOf(today), weekdayOf(match) - 7)];
};

/** The day of this name in the week that goes from Monday to Sunday around today. */
const inThisWeek: Read = (today, match) => [addDays(mondayOf(today), weekdayOf(match))];

/** The last day of this name and the next one: "from Monday" may be either. */
const fromThen: Read = (today, match) => {
  const since = daysSince(weekdayOf(match), today);
  return [addDays(today, -since), addDays(today, 7 - since === 0 ? 7 : 7 - since)];
};

const inNextWeek: Read = (today, match) => {
  return [addDays(mondayOf(today), weekdayOf(match) + 7)];
};

const counts: readonly (readonly [form: RegExp, value: number])[] = [
  [/^(?:a|an|one|um|uma|один|одну)$/iu, 1],
  [/^(?:two|dois|duas|два|две)$/iu, 2],
  [/^(?:three|tr[eê]s|три)$/iu, 3],
  [/^(?:four|quatro|четыре)$/iu, 4],
  [/^(?:five|cinco|пять)$/iu, 5],
  [/^(?:six|seis|шесть)$/iu, 6],
  [/^(?:seven|sete|семь)$/iu, 7],
  [/^(?:eight|oito|восемь)$/iu, 8],
  [/^(?:nine|nove|девять)$/iu, 9],
  [/^(?:ten|dez|десять)$/iu, 10],
];

function countOf(word: string | undefined): number {
  if (word === undefined || word === '') return 1;
  return Number(/^\d+$/.test(word) ? word : (hanFigures(word) ?? counts.find(([form]) => form.test(word))?.[1] ?? 0));
}

/** So many days or weeks before today (`sign` -1) or after it. */
function away(sign: 1 | -1): Read {
  return (today, match) => {
    const { n, week } = match.groups ?? {};
    const count = countOf(n);
    return [count > 0 && count < 1000 ? addDays(today, sign * count * (week === undefined ? 1 : 7)) : undefined];
  };
}

const number =
  '(?<n>\\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|um|uma|dois|duas|tr[eê]s|quatro|cinco|seis|sete|oito|nove|dez|один|одну|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять)';
const fixed =
  (days: number): Read =>
  (today) => [addDays(today, days)];

/** A day of a month that is not named: the last one that was, and the next one to come. */
const ofMonth: Read = (today, match) => {
  const day = dayOfMonth(Object.values(match.groups ?? {}).find((one) => one !== undefined)!);
  const [year, month] = today.split('-').map(Number) as [number, number];
  const inMonth = (more: number) => {
    const months = year * 12 + month - 1 + more;
    return calendarDate(Math.floor(months / 12), (months % 12) + 1, day);
  };
  const days = [-2, -1, 0, 1, 2].map(inMonth).filter((one) => one !== undefined);
  return [days.findLast((one) => one <= today), days.find((one) => one > today)];
};

/** A day of the month before or after this one: `下個月15號`, "the 15th of next month". */
const inOtherMonth: Read = (today, match) => {
  const { next, last, ...named } = match.groups ?? {};
  const day = dayOfMonth(Object.values(named).find((one) => one !== undefined)!);
  const [year, month] = today.split('-').map(Number) as [number, number];
  const months = year * 12 + month - 1 + (next !== undefined ? 1 : last !== undefined ? -1 : 0);
  return [calendarDate(Math.floor(months / 12), (months % 12) + 1, day)];
};

const forms: readonly (readonly [form: RegExp, read: Read])[] = [
  [/大前[天日]/u, fixed(-3)],
  [/大[后後][天日]/u, fixed(3)],
  [
    new RegExp(
      `${wordStart}(?:the )?day before yesterday${wordEnd}|${wordStart}(?:позавчера|позавчерашн(?:им (?:числом|дн[её]м)|его (?:числа|дня))|anteontem|antes de ontem)${wordEnd}|前天|前日`,
      'iu',
    ),
    fixed(-2),
  ],
  [
    new RegExp(
      `${wordStart}(?:the )?day after tomorrow${wordEnd}|${wordStart}(?:послезавтра|depois de amanh[aã])${wordEnd}|后天|後天`,
      'iu',
    ),
    fixed(2),
  ],
  [new RegExp(`${wordStart}${number}\\s+(?:days?|(?<week>weeks?))\\s+ago${wordEnd}`, 'iu'), away(-1)],
  [
    new RegExp(`${wordStart}(?:${number}\\s+)?(?:д(?:ень|ня|ней)|(?<week>недел[юиь]))\\s+назад${wordEnd}`, 'iu'),
    away(-1),
  ],
  [new RegExp(`${wordStart}(?:h[aá]|faz)\\s+${number}\\s+(?:dias?|(?<week>semanas?))${wordEnd}`, 'iu'), away(-1)],
  [new RegExp(`${wordStart}${number}\\s+(?:dias?|(?<week>semanas?))\\s+atr[aá]s${wordEnd}`, 'iu'), away(-1)],
  [
    /(?<n>\d{1,3}|[一二两兩三四五六七八九]?十?[一二两兩三四五六七八九十])\s*[个個]?(?:天|(?<week>周|週|星期|礼拜|禮拜))(?:之|以)?前/u,
    away(-1),
  ],
  [new RegExp(`${wordStart}(?:last|this past)\\s+(?:${anyWeekday})${wordEnd}`, 'iu'), mostRecent],
  [new RegExp(`${wordStart}(?:${anyWeekday})\\s+passad[ao]${wordEnd}`, 'iu'), mostRecent],
  [new RegExp(`${wordStart}(?:[uú]ltim[ao]\\s+)(?:${anyWeekday})${wordEnd}`, 'iu'), mostRecent],
  [new RegExp(`${wordStart}(?:(?:в|во)\\s+)?прошл[а-яё]+\\s+(?:${anyWeekday})${wordEnd}`, 'iu'), inLastWeek],
  [
    withWeekday(
      (day) =>
        `${wordStart}${day}(?:,)?\\s+(?:of\\s+|in\\s+)?last week${wordEnd}|${wordStart}last week(?:,|'s)?\\s+(?:on\\s+)?${day}${wordEnd}|${wordStart}(?:(?:в|во)\\s+)?${day}\\s+(?:на )?прошлой недел[еи]${wordEnd}|на прошлой неделе,?\\s+(?:(?:в|во)\\s+)?${day}${wordEnd}|${wordStart}(?:n[ao]\\s+)?${day}\\s+da semana passada${wordEnd}|semana passada,?\\s+(?:n[ao]\\s+)?${day}${wordEnd}`,
    ),
    (today, match) => inLastWeek(today, sameNames(match)),
  ],
  [
    withWeekday(
      (day) =>
        `${wordStart}${day}(?:,)?\\s+(?:of\\s+|in\\s+)?next week${wordEnd}|${wordStart}next week(?:,|'s)?\\s+(?:on\\s+)?${day}${wordEnd}|${wordStart}(?:(?:в|во)\\s+)?${day}\\s+(?:на )?следующей недел[еи]${wordEnd}|на следующей неделе,?\\s+(?:(?:в|во)\\s+)?${day}${wordEnd}|${wordStart}(?:n[ao]\\s+)?${day}\\s+da (?:semana q(?:ue)? vem|próxima semana)${wordEnd}|semana q(?:ue)? vem,?\\s+(?:n[ao]\\s+)?${day}${wordEnd}`,
    ),
    (today, match) => inNextWeek(today, sameNames(match)),
  ],
  [new RegExp(`上(?:个|個)?(?:${hanWeekday})`, 'iu'), inLastWeek],
  [
    new RegExp(
      `${wordStart}(?:next|(?:(?:в|во)\\s+)?следующ[а-яё]+|(?:n?[ao]\\s+)?pr[oó]xim[ao])\\s+(?:${anyWeekday})${wordEnd}|${wordStart}(?:${anyWeekday.replaceAll('?<d', '?<e')})\\s+q(?:ue)?\\s+vem${wordEnd}`,
      'iu',
    ),
    (today, match) => inNextWeek(today, sameNames(match)),
  ],
  [new RegExp(`下(?:个|個)?(?:${hanWeekday})`, 'iu'), inNextWeek],
  [new RegExp(`[这這本](?:个|個)?(?:${hanWeekday})`, 'iu'), inThisWeek],
  [
    withWeekday(
      (day) =>
        `${wordStart}(?:as (?:of|from)|from|starting|effective)(?: on)?\\s+${day}${wordEnd}|${wordStart}(?:начиная )?с\\s+${day}${wordEnd}|${wordStart}a partir d[eao]\\s+${day}${wordEnd}`,
    ),
    (today, match) => fromThen(today, sameNames(match)),
  ],
  [new RegExp(`(?:从|從|自)?(?:${hanWeekday})起`, 'iu'), fromThen],
  [new RegExp(`${wordStart}(?:(?:on|em|n[ao]|в|во)\\s+)?(?:${anyWeekday})${wordEnd}`, 'iu'), mostRecent],
  [new RegExp(`(?:${hanWeekday})`, 'iu'), mostRecent],
  [
    new RegExp(
      `${wordStart}(?:today|this (?:morning|afternoon|evening)|hoje|hj|(?:n?esta) (?:manhã|tarde|noite)|сегодня|с[её]дня|(?:с )?сегодняшн(?:им (?:числом|дн[её]м)|его (?:дня|числа))|na presente data|nesta data)${wordEnd}|今天|今日|今儿|今兒|今[早晨晚朝]|即日起?`,
      'iu',
    ),
    fixed(0),
  ],
  [
    new RegExp(
      `${wordStart}(?:yday|yest|ystd|yesterday(?: (?:morning|afternoon|evening|night))?|last night|(?:ontem|ontm|ont)(?: (?:à|a|de|pela) (?:noite|tarde|manhã))?|вчерашн(?:им (?:числом|дн[её]м)|его (?:числа|дня)|ий день)|вчера(?: (?:вечером|утром|днем|днём|ночью))?)${wordEnd}|昨天(?:晚上|早上|上午|下午)?|[昨尋寻琴]日|昨[晚夜儿兒]`,
      'iu',
    ),
    fixed(-1),
  ],
  [
    new RegExp(
      `${wordStart}(?:tomorrow|tmrw|tmr|amanh[aã]|amnh|завтра|завтрашн(?:его (?:дня|числа)|им числом))${wordEnd}|明天|明[儿兒]|[明聽听]日(?!期)`,
      'iu',
    ),
    fixed(1),
  ],
  ...[
    `${wordStart}(?:on |by |until |till |before |from )?(?:the )?(?<en>\\d{1,2}(?=st|nd|rd|th)|${dayWords('en')})(?:st|nd|rd|th)? (?:of )?(?:(?<next>next)|(?<last>last)|this) month${wordEnd}`,
    '(?:(?<next>下)|(?<last>上)|[这這本])[个個]?月的?(?<han>\\d{1,2})[号號日]',
    `${wordStart}(?<ru>\\d{1,2})(?:-?го)?(?: числа)? (?:(?<next>следующего)|(?<last>прошлого)|этого) месяца${wordEnd}`,
    `${wordStart}(?:n?o )?dia (?<pt>\\d{1,2}) d(?:o|este|esse) (?:(?<next>mês q(?:ue)? vem|próximo mês)|(?<last>mês passado)|mês)${wordEnd}`,
  ].map((form) => [new RegExp(form, 'iu'), inOtherMonth] as const),
  [
    new RegExp(
      [
        `${wordStart}(?:on|by|until|till|since|from|before|as of) the (?<en>\\d{1,2}(?=st|nd|rd|th)|${dayWords('en')})(?:st|nd|rd|th)?${wordEnd}(?!\\s+(?:of|time|attempt|try|place|quarter|floor|day))`,
        `${wordStart}(?:n?o )?dia (?<pt>\\d{1,2}|${dayWords('pt')})[ºo]?${wordEnd}(?!\\s+de\\s)`,
        `${wordStart}(?<ru>\\d{1,2}|${dayWords('ru')})(?:-?го)? числа${wordEnd}`,
        `${wordStart}(?<ordinal>\\d{1,2})-?(?:го|е)${wordEnd}(?!\\s+(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек))`,
        `${wordStart}(?<spelt>${dayWords('ru')})(?=\\s*(?:[.,!?;]|$))`,
        '(?<![\\d月])(?<han>\\d{1,2})\\s?[号號](?![\\p{sc=Han}]?[楼樓线線])',
        '(?<![月一二三四五六七八九十])(?<numeral>[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号號](?![楼樓线線])',
      ].join('|'),
      'iu',
    ),
    ofMonth,
  ],
];

/** A form in which a day of the week stands in several places: only one of them is found. */
function withWeekday(form: (day: string) => string): RegExp {
  let place = 0;
  const named = () => `(?:${anyWeekday.replaceAll('?<d', `?<${'efghijkl'[place++]!}`)})`;
  return new RegExp(
    form('@')
      .split('@')
      .reduce((before, after) => `${before}${named()}${after}`),
    'iu',
  );
}

function sameNames(match: RegExpExecArray): RegExpExecArray {
  const groups = Object.fromEntries(
    Object.entries(match.groups ?? {})
      .map(([key, value]) => [key.replace(/^[e-l](?=\d)/, 'd'), value] as const)
      .filter(([, value]) => value !== undefined),
  );
  return Object.assign([...match] as unknown as RegExpExecArray, { index: match.index, groups });
}

/** `Nguyen Thu Ha`: a short name of a day, written large beside a word that is written large, belongs to a name. */
function isPartOfName(said: string, { 0: found, index }: RegExpExecArray): boolean {
  if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)$/u.test(found)) return false;
  return /\p{Lu}\p{Ll}+ $/u.test(said.slice(0, index)) || /^ \p{Lu}\p{Ll}/u.test(said.slice(index + found.length));
}

/** The first such day in the text; undefined if there is none. */
export function recognizeRelativeDay(said: string, today: CalendarDate): RelativeDay | undefined {
  for (const [form, read] of forms) {
    const match = form.exec(said);
    if (!match || isPartOfName(said, match)) continue;
    const days = read(today, match).filter((day) => day !== undefined);
    if (days.length > 0) return { days, start: match.index, end: match.index + match[0].length };
  }
  return lastDayOfMonthIn(said, today);
}

const monthEnd = new RegExp(
  `(?<next>明年|来年|來年)?(?:${wordStart}(?:the\\s+)?(?:end|last day)\\s+of\\s+(?<en>\\p{L}{3,9})|${wordStart}кон(?:ец|ца|це|цу)\\s+(?<ru>\\p{L}{3,9})|${wordStart}(?:fim|final|último dia)\\s+de\\s+(?<pt>\\p{L}{3,9})|(?<figures>\\d{1,2})\\s*月(?:底|末)|(?<han>十?[一二三四五六七八九十])月(?:底|末))(?<later>\\s+(?:of\\s+)?next year|\\s+следующего года|\\s+do ano q(?:ue)? vem)?`,
  'iu',
);

/** The end of a month that is named: the next one to come, and where no year is said the one before it. */
function lastDayOfMonthIn(said: string, today: CalendarDate): RelativeDay | undefined {
  const match = monthEnd.exec(said);
  if (!match?.groups) return undefined;
  const month = monthIn(match.groups);
  if (month === undefined) return undefined;
  const year = Number(today.slice(0, 4)) + ((match.groups['next'] ?? match.groups['later']) ? 1 : 0);
  const ends = [year, year + 1].map((one) =>
    addDays(calendarDate(one + Math.floor(month / 12), (month % 12) + 1, 1)!, -1),
  );
  const day = ends.find((one) => one >= today);
  if (day === undefined) return undefined;
  const isYearSaid = (match.groups['next'] ?? match.groups['later']) !== undefined;
  const before = addDays(calendarDate(Number(day.slice(0, 4)) - 1 + Math.floor(month / 12), (month % 12) + 1, 1)!, -1);
  const days = isYearSaid ? [day] : [day, before];
  return { days, start: match.index, end: match.index + match[0].length };
}

function monthIn(groups: Record<string, string | undefined>): number | undefined {
  const name = groups['en'] ?? groups['ru'] ?? groups['pt'];
  const month = name === undefined ? Number(hanFigures(groups['han']) ?? groups['figures']) : monthOf(name);
  return month !== undefined && month >= 1 && month <= 12 ? month : undefined;
}
