/** Recognizes the amount that a text names, as the five languages write numbers, and yes or no. */
import type { Locale } from '../../../domain/basics/locale';
import { hanAmount, hanAmountOf } from './han-amount';

export interface RecognizedNumber {
  readonly value?: number | boolean;
  /** What was said beside it. */
  readonly rest: string;
}

const scales: readonly (readonly [sign: RegExp, by: number])[] = [
  [/^(?:k|к|thousand|mil|тыс(?:\.|яч\p{L}*)?|千)$/iu, 1_000],
  [/^lakhs?$/iu, 100_000],
  [/^(?:万|萬)$/u, 10_000],
  [/^(?:m|mi|mm|mio|million|milh[ãa]o|milh[õo]es|млн\.?|миллион\p{L}*|百万|百萬)$/iu, 1_000_000],
  [/^(?:crores?|千万|千萬)$/iu, 10_000_000],
  [/^(?:亿|億)$/u, 100_000_000],
  [/^(?:bn|bi|billion|bilh[ãa]o|bilh[õo]es|млрд\.?|миллиард\p{L}*)$/iu, 1_000_000_000],
];

/** How a number is written, as the source of a regular expression. */
export const writtenDigits = '\\d{1,3}(?:[ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*';
/** What a number of thousands or millions is called; the longer word stands before its beginning. */
export const scaleWords =
  'thousand|lakhs?|crores?|milh[õo]es|milh[ãa]o|million|mil|mio|mi|mm|bilh[õo]es|bilh[ãa]o|billion|bi|bn|k|m|тысяч\\p{L}*|тыс\\.?|миллион\\p{L}*|млн\\.?|миллиард\\p{L}*|млрд\\.?|(?<=\\d)к|千万|千萬|百万|百萬|千|万|萬|亿|億';
const currency = 'usd|us\\$|\\$|dollars?|dólares|долл(?:\\.|аров)?|美元|美金|刀';
/** Numbers that count days, months or a year are no amounts. */
const noTime = '(?! ?(?:个月|個月|月|年|日|号|號|天|周|週))';
/** `4万5` is 45,000 and `87万5千` 875,000: what stands behind the scale goes on, unless it counts time. */
const mixed =
  /(?<![\d.,])(?<whole>\d{1,4}(?:\.\d+)?)(?<scale>[万萬])(?:(?<part>\d{1,4})(?<unit>[千百])?(?![\d.,个個年月日号號天周週])|(?=\d+ ?(?:[个個]月|[年月日号號天周週])))/u;
const amount = new RegExp(
  `(?<![\\p{sc=Latn}\\p{sc=Cyrl}\\p{N}_.,-])(?:us\\$|usd|r\\$|\\$|€|£|₹|¥|eur|gbp|inr|zar|rs\\.?|r(?=\\d))? ?(?<digits>${writtenDigits}|${hanAmount}) ?(?<scale>${scaleWords})?(?: ?(?:${currency}))?${noTime}(?![a-zа-я\\p{N}_])`,
  'giu',
);

const yesNo: readonly (readonly [words: RegExp, value: boolean])[] = [
  [/(?<![\p{L}\p{N}])(?:yes|true|sim|да)(?![\p{L}\p{N}])|是$/iu, true],
  [/(?<![\p{L}\p{N}])(?:no|false|não|нет)(?![\p{L}\p{N}])|否$/iu, false],
];

/** The last amount that is named, because names of figures have numbers in them too; else a yes or no. */
export function recognizeNumber(said: string, locale: Locale): RecognizedNumber {
  const inParts = mixed.exec(said);
  if (inParts?.groups)
    return { value: mixedValue(inParts.groups), rest: restOf(said, inParts.index, inParts[0].length) };
  const amounts = [...said.matchAll(amount)]
    .filter(({ groups }) => isNumber(groups?.['digits'] ?? ''))
    .map((match) => scaledAmount(match, locale));
  const last = joined(amounts, said).at(-1);
  if (last) return { value: Math.round(last.value * 100) / 100, rest: restOf(said, last.start, last.end - last.start) };
  for (const [words, value] of yesNo) {
    const match = words.exec(said);
    if (match) return { value, rest: restOf(said, match.index, match[0].length) };
  }
  return { rest: said };
}

interface ScaledAmount {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** By how much the word behind it multiplied it. */
  readonly scale: number;
}

function scaledAmount({ index: start, groups, 0: whole }: RegExpExecArray, locale: Locale): ScaledAmount {
  const written = groups?.['digits'] ?? '';
  const scale = scaleOf(groups?.['scale']);
  const value = (hanAmountOf(written) ?? numberOf(written, locale)) * scale;
  return { start, end: start + whole.length, value, scale };
}

const between = /^\s*(?:e|and|и)?\s*$/iu;

/** "1 milhão e 100 mil": thousands right behind millions are a part of the same amount. */
function joined(amounts: readonly ScaledAmount[], said: string): readonly ScaledAmount[] {
  return amounts.reduce<readonly ScaledAmount[]>((all, one) => {
    const before = all.at(-1);
    const isPart =
      before && one.scale > 1 && one.value < before.scale && between.test(said.slice(before.end, one.start));
    return isPart
      ? [...all.slice(0, -1), { ...one, start: before.start, value: before.value + one.value }]
      : [...all, one];
  }, []);
}

/** One figure behind a scale counts tenths of it; more are as they stand. */
function mixedValue({ whole, part = '', unit }: Readonly<Record<string, string | undefined>>): number {
  const scale = 10_000;
  const by = unit === '千' ? 1000 : unit === '百' ? 100 : part.length === 1 ? scale / 10 : 1;
  return Number(whole) * scale + Number(part) * by;
}

/** `三四十`, three or four tens, is none. */
function isNumber(written: string): boolean {
  return /\d/.test(written) || hanAmountOf(written) !== undefined;
}

function restOf(said: string, start: number, length: number): string {
  return `${said.slice(0, start)} ${said.slice(start + length)}`.replace(/ +/g, ' ').trim();
}

/** By how much the word behind a number multiplies it: тыс., million, 万; 1 without one. */
export function scaleOf(word: string | undefined): number {
  return (word !== undefined && scales.find(([sign]) => sign.test(word))?.[1]) || 1;
}

/** The number that is written, see {@link decimalIn}. */
function numberOf(written: string, locale: Locale): number {
  return Number(decimalIn(written, locale));
}

/**
 * A written number as digits with a point before its decimals. Of two signs the last is for decimals; one that occurs twice is for
 * thousands; else the language of the reader tells.
 */
export function decimalIn(written: string, locale: Locale): string {
  const text = written.replace(/\s/gu, '');
  const signs = text.replace(/\d/g, '');
  const [first, last] = [signs[0], signs.at(-1)];
  if (first === undefined || last === undefined) return text;
  if (first !== last) return plain(text, last);
  if (signs.length > 1) return plain(text, undefined);
  const decimal = locale === 'ru-RU' || locale === 'pt-BR' ? ',' : '.';
  const isOpen = /^[1-9]\d{0,2}[.,]\d{3}$/.test(text);
  return plain(text, isOpen && last !== decimal ? undefined : last);
}

function plain(text: string, decimal: string | undefined): string {
  const [whole = '', fraction = ''] = decimal === undefined ? [text] : text.split(new RegExp(`\\${decimal}(?=\\d+$)`));
  return `${whole.replace(/[.,]/g, '')}.${fraction || '0'}`;
}
