/** Recognizes an amount of money that a text names, as the five languages write it, and the currency. */
import { isCurrencyCode } from '../../../domain/basics/currency';
import type { Locale } from '../../../domain/basics/locale';
import { isHan } from '../../language-understanding/message-text';
import { decimalIn, scaleOf, scaleWords, writtenDigits } from './number-recognizer';

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
  [/^(?:ro?ubles?|₽|руб\.?|рубл(?:[а-я]+|ь)|р\.)$/u, 'RUB'],
  [/^(?:nt\$|新台币|新臺幣|新台幣|台币|台幣)$/u, 'TWD'],
  [/^(?:人民币|人民幣)$/u, 'CNY'],
  [/^(?:yen|iene?s?|[ий]ен[аы]?|日元|日圆|日圓|円)$/u, 'JPY'],
  [/^(?:₹|rupees?)$/u, 'INR'],
];

/** What means another currency in each language. */
const local: Readonly<Partial<Record<Locale, readonly (readonly [form: RegExp, currency: string])[]>>> = {
  'zh-CN': [[/^(?:元|块|¥|￥)$/u, 'CNY']],
  'zh-TW': [[/^(?:元|塊)$/u, 'TWD']],
};

const sign =
  'us ?\\$|r\\$|nt\\$|[$€£¥￥₽₹]|dollars?|d[óo]lar(?:es)?|euros?|pounds?|libras?|reais|real|rupees?|доллар(?:ов|а|ы)?|евро|фунт(?:ов|а)?|рубл(?:ей|я|ь|ями|ях)|ro?ubles?|yen|iene?s?|[ий]ен[аы]?|руб\\.?|р\\.|美元|美金|欧元|歐元|英镑|英鎊|新台币|新臺幣|新台幣|台币|台幣|人民币|人民幣|日元|日圓|円|元|块|塊|[a-z]{3}(?![a-z])';
const form = new RegExp(
  `(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{N}_.,-])(?:(?<before>(?!real )(?:${sign})) ?)?(?<digits>${writtenDigits})(?: ?(?<scale>${scaleWords})(?![a-zа-я]))?(?: ?(?<after>${sign}))?(?![\\p{L}\\p{N}_-]*[a-zа-я0-9_])`,
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

/** `5 тыс.` as its digits, to the hundredth. */
function scaled(amount: string, by: number): string {
  return by === 1 ? amount : String(Math.round(Number(amount) * by * 100) / 100);
}

interface FoundAmount {
  readonly match: RegExpExecArray;
  readonly amount: string;
  readonly currency: string | undefined;
}

function amountsIn(said: string, locale: Locale): readonly FoundAmount[] {
  return [...said.matchAll(form)].map((match) => {
    const { before, digits = '', scale, after } = match.groups ?? {};
    const [currency] = [before, after].flatMap((one) => (one === undefined ? [] : (currencyNamed(one, locale) ?? [])));
    return { match, amount: scaled(decimalIn(digits, locale), scaleOf(scale)), currency };
  });
}

/** `每2年`, `共2人`: behind a Chinese word only an amount with its currency is one. */
function isBehindHan(said: string, { index }: RegExpExecArray): boolean {
  return isHan(said[index - 1] ?? '');
}

/** "In euros", and names in Chinese, which stand beside numerals that are no digits. */
const inCurrency = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:in|em|в)\\s+(?<name>${sign})(?![\\p{L}\\p{N}])|(?<han>人民币|人民幣|新?[台臺][币幣]|日元|日[圆圓]|[欧歐]元|英[镑鎊])`,
  'iu',
);

/**
 * The currency of the last amount, which is the one that counts, where it is named in another one than US dollars: the programmes count
 * in those. Undefined where it is not.
 */
export function otherCurrencyIn(said: string, locale: Locale): string | undefined {
  const { name = undefined, han = name } = inCurrency.exec(said)?.groups ?? {};
  const currency = amountsIn(said, locale).at(-1)?.currency ?? (han && currencyNamed(han, locale));
  return currency === 'USD' ? undefined : currency;
}

/** The amount that is named, one with a currency before any other; `undefined` where none is. */
export function recognizeMoney(said: string, locale: Locale): RecognizedMoney | undefined {
  const found = amountsIn(said, locale).filter(
    ({ match, currency }) => currency !== undefined || !isBehindHan(said, match),
  );
  const best = found.find(({ currency }) => currency !== undefined) ?? found[0];
  if (!best) return undefined;
  const { match, amount, currency } = best;
  const rest = `${said.slice(0, match.index)} ${said.slice(match.index + match[0].length)}`.replace(/ +/g, ' ').trim();
  return { amount, rest, ...(currency !== undefined && { currency }) };
}
