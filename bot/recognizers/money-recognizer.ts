/** Recognizes an amount of money that a text names, as the five languages write it, and the currency. */
import { isCurrencyCode } from '../../domain/basics/currency';
import type { Locale } from '../../domain/basics/locale';
import { decimalIn, writtenDigits } from './number-recognizer';

export interface RecognizedMoney {
  /** Digits, with a point before the decimals. */
  readonly amount: string;
  /** The code; absent where none is said, or where the sign means several. */
  readonly currency?: string;
  /** What was said beside it. */
  readonly rest: string;
}

const words: readonly (readonly [form: RegExp, currency: string])[] = [
  [/^(?:us ?\$|\$|dollars?|d[óo]lar(?:es)?|доллар(?:ов|а|ы)?|美元|美金)$/u, 'USD'],
  [/^(?:€|euros?|евро|欧元|歐元)$/u, 'EUR'],
  [/^(?:£|pounds?|libras?|фунт(?:ов|а)?|英镑|英鎊)$/u, 'GBP'],
  [/^(?:r\$|reais|real)$/u, 'BRL'],
  [/^(?:₽|руб\.?|рубл(?:ей|я|ь)|р\.)$/u, 'RUB'],
  [/^(?:nt\$|新台币|新臺幣|新台幣|台币|台幣)$/u, 'TWD'],
  [/^(?:人民币|人民幣)$/u, 'CNY'],
  [/^(?:日元|日圓|円)$/u, 'JPY'],
  [/^(?:₹|rupees?)$/u, 'INR'],
];

/** What means another currency in each language. */
const local: Readonly<Partial<Record<Locale, readonly (readonly [form: RegExp, currency: string])[]>>> = {
  'zh-CN': [[/^(?:元|块|¥|￥)$/u, 'CNY']],
  'zh-TW': [[/^(?:元|塊)$/u, 'TWD']],
};

const sign =
  'us ?\\$|r\\$|nt\\$|[$€£¥￥₽₹]|dollars?|d[óo]lar(?:es)?|euros?|pounds?|libras?|reais|real|rupees?|доллар(?:ов|а|ы)?|евро|фунт(?:ов|а)?|рубл(?:ей|я|ь)|руб\\.?|р\\.|美元|美金|欧元|歐元|英镑|英鎊|新台币|新臺幣|新台幣|台币|台幣|人民币|人民幣|日元|日圓|円|元|块|塊|[a-z]{3}(?![a-z])';
const form = new RegExp(
  `(?<![\\p{L}\\p{N}_.,-])(?:(?<before>${sign}) ?)?(?<digits>${writtenDigits})(?: ?(?<after>${sign}))?(?![\\p{L}\\p{N}_-]*[a-zа-я0-9_])`,
  'giu',
);

/** Codes that are words too; they are meant in capital letters alone. */
const alsoWords: ReadonlySet<string> = new Set(['all', 'top', 'try', 'cup', 'mad', 'bob', 'pen', 'gel', 'sos', 'cop']);

/** The code of the currency that a word or sign means; `undefined` where it is none or may be several. */
export function currencyNamed(said: string, locale: Locale): string | undefined {
  const typed = said.trim().toLowerCase();
  const code = typed.toUpperCase();
  if (isCurrencyCode(code) && !alsoWords.has(said.trim())) return code;
  return [...(local[locale] ?? []), ...words].find(([one]) => one.test(typed))?.[1];
}

/** The amount that is named, one with a currency before any other; `undefined` where none is. */
export function recognizeMoney(said: string, locale: Locale): RecognizedMoney | undefined {
  const found = [...said.matchAll(form)].map((match) => {
    const { before, digits = '', after } = match.groups ?? {};
    const [currency] = [before, after].flatMap((one) => (one === undefined ? [] : (currencyNamed(one, locale) ?? [])));
    return { match, amount: decimalIn(digits, locale), currency };
  });
  const best = found.find(({ currency }) => currency !== undefined) ?? found[0];
  if (!best) return undefined;
  const { match, amount, currency } = best;
  const rest = `${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`.replace(/ +/g, ' ').trim();
  return { amount, rest, ...(currency !== undefined && { currency }) };
}
