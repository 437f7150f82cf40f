/** Month names are the months as European languages write them, whole or shortened. */
import { normalize } from '../../language-understanding/message-text';

/** By how they begin, in normal form. */
const months: readonly (readonly [start: RegExp, month: number])[] = [
  [/^(jan|янв)/u, 1],
  [/^(feb|fev|фев)/u, 2],
  [/^(mar|мар)/u, 3],
  [/^(apr|abr|апр)/u, 4],
  [/^(may|mai|маи|май|ма[яею])/u, 5],
  [/^(jun|июн)/u, 6],
  [/^(jul|июл)/u, 7],
  [/^(aug|ago|авг)/u, 8],
  [/^(sep|set|сен)/u, 9],
  [/^(oct|out|окт)/u, 10],
  [/^(nov|ноя)/u, 11],
  [/^(dec|dez|дек)/u, 12],
];

/** The names of months in European languages, in any case, as a part of a form. */
export const monthNames =
  'jan(?:uary|eiro)?|feb(?:ruary)?|fev(?:ereiro)?|mar(?:ch|ço|co)?|apr(?:il)?|abr(?:il)?|may|maio?|jun(?:e|ho)?|jul(?:y|ho)?|aug(?:ust)?|ago(?:sto)?|sept?(?:ember)?|set(?:embro)?|oct(?:ober)?|out(?:ubro)?|nov(?:ember|embro)?|dec(?:ember)?|dez(?:embro)?|янв[а-я]*|фев[а-я]*|мар(?:т[а-я]*)?|апр[а-я]*|ма[йяею]|июн[а-я]*|июл[а-я]*|авг[а-я]*|сен[а-я]*|окт[а-я]*|ноя[а-я]*|дек[а-я]*';

/** The number of the month that is named; undefined where none is. */
export function monthOf(name: string | undefined): number | undefined {
  const words = normalize(name ?? '');
  return months.find(([beginning]) => beginning.test(words))?.[1];
}
