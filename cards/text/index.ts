/** Text is everything Laurel says in one language: messages, dates, numbers and names. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { CalendarDate } from '../../domain/basics/date';
import { locales, nameIn, type Locale, type LocalizedName } from '../../domain/basics/locale';
import { minorDigits } from '../../domain/basics/currency';
import { decimalOf, type Money } from '../../domain/basics/money';
import en from './en.json';
import ptBR from './pt-BR.json';
import ruRU from './ru-RU.json';
import zhCN from './zh-CN.json';
import zhTW from './zh-TW.json';

/** English is the measure: what it says, every other language must say too. */
export type Key = keyof typeof en;
export type Arguments = Readonly<Record<string, string | number>>;

export interface Text {
  readonly locale: Locale;
  /** The message of this key; an argument that the message wants and does not get is an error. */
  say(key: Key, args?: Arguments): string;
  date(date: CalendarDate): string;
  number(value: number): string;
  /** With the code of the currency, which every reader can tell from others. */
  money(amount: Money): string;
  /** 1 is Monday, 7 is Sunday. */
  weekday(day: number): string;
  /** A full hour of the day, 0 to 23. */
  hour(hour: number): string;
  /** Of 0 to 1. Never 100 % before the whole, never 0 % where there is something. */
  percent(share: number): string;
  /** The items as a list in words: "a, b and c". */
  list(items: readonly string[]): string;
  /** Whole sentences, one after another: Chinese leaves no space between them. */
  sentences(parts: readonly string[]): string;
  /** The items as a choice in words: "a, b or c". */
  choice(items: readonly string[]): string;
  name(names: LocalizedName): string;
}

const messages: Readonly<Record<Locale, Readonly<Record<Key, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
  'ru-RU': ruRU,
  'pt-BR': ptBR,
};

/** `en` alone would write dates and numbers as in the United States; the day comes first nearly everywhere else. */
const formatLocales: Readonly<Record<Locale, string>> = {
  en: 'en-GB',
  'zh-CN': 'zh-CN',
  'zh-TW': 'zh-TW',
  'ru-RU': 'ru-RU',
  'pt-BR': 'pt-BR',
};

const known = new Map<Locale, Text>();

/** The languages whose dates and numbers this Node cannot write, because it was built without them. */
export function unformattedLocales(): readonly Locale[] {
  return locales.filter((locale) => Intl.DateTimeFormat.supportedLocalesOf(formatLocales[locale]).length === 0);
}

/** A date in Russian ends in "г.", which would meet the full stop of its sentence; the months are then written out. */
const dateFormats: Readonly<Record<Locale, Intl.DateTimeFormatOptions>> = {
  en: { month: 'short' },
  'zh-CN': { month: 'short' },
  'zh-TW': { month: 'short' },
  'ru-RU': { month: 'long' },
  'pt-BR': { month: 'short' },
};

/** What Laurel says in this language; made once per language, because building formats is slow. */
export function text(locale: Locale): Text {
  const made = known.get(locale) ?? make(locale);
  known.set(locale, made);
  return made;
}

function make(locale: Locale): Text {
  const { dates, weekdays, hours, numbers, percents, lists, choices } = formatsOf(locale);
  const formats = new Map<Key, IntlMessageFormat>();
  const formatOf = (key: Key): IntlMessageFormat => {
    const format = formats.get(key) ?? formatFor(key, locale);
    formats.set(key, format);
    return format;
  };
  return {
    locale,
    say: (key, args) => String(formatOf(key).format(args)),
    date: (date) => dates.format(Date.parse(date)).replace(/\s*г\.$/u, ''),
    number: (value) => numbers.format(value),
    money: (amount) => moneyWords(amount, formatLocales[locale]),
    weekday: (weekday) => weekdays.format(Date.UTC(2018, 0, weekday)),
    hour: (hour) => hours.format(Date.UTC(2018, 0, 1, hour)),
    percent: (share) => percents.format(wholePercent(share) / 100),
    list: (items) => lists.format(items),
    choice: (items) => choices.format(items),
    sentences: (parts) => parts.join(locale.startsWith('zh') ? '' : ' '),
    name: (names) => nameIn(locale, names),
  };
}

/** What Node writes dates, numbers and lists with. */
function formatsOf(locale: Locale) {
  const tag = formatLocales[locale];
  const utc = { timeZone: 'UTC' } as const;
  return {
    dates: new Intl.DateTimeFormat(tag, { day: 'numeric', year: 'numeric', ...utc, ...dateFormats[locale] }),
    weekdays: new Intl.DateTimeFormat(tag, { weekday: 'long', ...utc }),
    hours: new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...utc }),
    numbers: new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }),
    percents: new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }),
    lists: new Intl.ListFormat(tag, { type: 'conjunction' }),
    choices: new Intl.ListFormat(tag, { type: 'disjunction' }),
  };
}

const moneyFormats = new Map<string, Intl.NumberFormat>();

/** The amount is handed over as digits, so that it is written exactly; whole amounts have no decimals. */
function moneyWords(amount: Money, tag: string): string {
  const { units, currency } = amount;
  const digits = minorDigits(currency);
  const shown = units % 10 ** digits === 0 ? 0 : digits;
  const key = [tag, currency, shown].join(' ');
  const format =
    moneyFormats.get(key) ??
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency,
      currencyDisplay: 'code',
      minimumFractionDigits: shown,
      maximumFractionDigits: shown,
    });
  moneyFormats.set(key, format);
  return format.format(decimalOf(amount) as Intl.StringNumericLiteral);
}

function formatFor(key: Key, locale: Locale): IntlMessageFormat {
  const message = messages[locale][key] as string | undefined;
  if (message === undefined) throw new Error(`There is no message ${key} in ${locale}.`);
  return new IntlMessageFormat(message, formatLocales[locale], undefined, { ignoreTag: true });
}

/** Whole percents of a share of 0 to 1, rounded so that neither "all" nor "nothing" is said before it is true. */
function wholePercent(share: number): number {
  if (share >= 1) return 100;
  if (share <= 0) return 0;
  return Math.min(99, Math.max(1, Math.round(share * 100)));
}
