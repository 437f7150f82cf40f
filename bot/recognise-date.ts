/** Recognises a day in what somebody says, in the forms in which the five languages write one. */
import { calendarDate, type CalendarDate } from '../domain/date';
import type { Locale } from '../domain/locale';
import { hear, type Heard } from './heard';
import type { Lexicon } from './lexicon';

export type RecognisedDate =
  | { readonly date: CalendarDate }
  /** Two numbers and a year, where the language of the reader does not settle which is the day. */
  | { readonly dayFirst: CalendarDate; readonly monthFirst: CalendarDate }
  /** Something like a date that is none. */
  | { readonly heard: string };

/** How the months begin in English, Portuguese and Russian, by their number. */
const monthStems: readonly (readonly string[])[] = [
  ['jan', 'янв'],
  ['feb', 'fev', 'фев'],
  ['mar', 'мар'],
  ['apr', 'abr', 'апр'],
  ['may', 'mai', 'май', 'мая'],
  ['jun', 'июн'],
  ['jul', 'июл'],
  ['aug', 'ago', 'авг'],
  ['sep', 'set', 'сен'],
  ['oct', 'out', 'окт'],
  ['nov', 'ноя'],
  ['dec', 'dez', 'дек'],
];

type Parts = Readonly<Record<string, string>>;

interface Form {
  readonly pattern: RegExp;
  readonly read: (parts: Parts, locale: Locale) => RecognisedDate | undefined;
}

const whole = (parts: Parts) => ({ y: Number(parts['y']), d: Number(parts['d']) });

const forms: readonly Form[] = [
  {
    pattern: /(?<!\d)(?<y>\d{4})(?<s>[-/.])(?<m>\d{1,2})\k<s>(?<d>\d{1,2})(?!\d)/u,
    read: (parts) => dated(whole(parts).y, Number(parts['m']), whole(parts).d),
  },
  {
    pattern: /(?<!\d)(?<y>\d{4}) ?年 ?(?<m>\d{1,2}) ?月 ?(?<d>\d{1,2}) ?[日号號]/u,
    read: (parts) => dated(whole(parts).y, Number(parts['m']), whole(parts).d),
  },
  {
    pattern: /(?<!\d)(?<a>\d{1,2})(?<s>[-/.])(?<b>\d{1,2})\k<s>(?<y>\d{2,4})(?!\d)/u,
    read: (parts, locale) => numbered(parts, locale),
  },
  {
    pattern:
      /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|º|\.)?[-/ ]*(?:(?:of|de) )?(?<n>\p{L}{3,9})\.?[-/, ]*(?:de )?(?<y>\d{2,4})(?!\d)/iu,
    read: (parts) => named(parts),
  },
  {
    pattern: /(?<n>\p{L}{3,9})\.? (?<d>\d{1,2})(?:st|nd|rd|th)?,? (?<y>\d{2,4})(?!\d)/iu,
    read: (parts) => named(parts),
  },
];

function dated(year: number, month: number, day: number): { readonly date: CalendarDate } | undefined {
  const date = calendarDate(year, month, day);
  return date === undefined ? undefined : { date };
}

function named(parts: Parts): RecognisedDate | undefined {
  const word = parts['n']!.toLowerCase();
  const month = monthStems.findIndex((stems) => stems.some((stem) => word.startsWith(stem)));
  return month < 0 ? undefined : dated(whole(parts).y, month + 1, whole(parts).d);
}

/** Only in English both orders are usual; elsewhere, and with dots, the day stands first unless it cannot. */
function numbered({ a, b, s, y }: Parts, locale: Locale): RecognisedDate | undefined {
  const dayFirst = calendarDate(Number(y), Number(b), Number(a));
  const monthFirst = calendarDate(Number(y), Number(a), Number(b));
  const isOpen = dayFirst !== undefined && monthFirst !== undefined && dayFirst !== monthFirst;
  if (isOpen && locale === 'en' && s !== '.') return { dayFirst, monthFirst };
  const date = dayFirst ?? monthFirst;
  return date === undefined ? undefined : { date };
}

/** The day that is said, and what was heard beside it; nothing where nothing looks like one. */
export function recogniseDate(
  { said }: Heard,
  { lexicon, locale }: { readonly lexicon: Lexicon; readonly locale: Locale },
): { readonly day: RecognisedDate; readonly rest: Heard } | undefined {
  const text = said.normalize('NFKC');
  for (const { pattern, read } of forms) {
    const match = pattern.exec(text);
    if (!match) continue;
    const rest = hear(`${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`, lexicon);
    return { day: read(match.groups!, locale) ?? { heard: match[0].trim() }, rest };
  }
  return undefined;
}
