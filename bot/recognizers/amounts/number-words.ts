/** Number words are amounts of a few as they are spelt: twelve new customers, трое клиентов, vinte, 十二家. */

import { wordEnd, wordStart } from '../../language-understanding/word-edge';

/** From two on: one is an article as well. In the order of their values. */
const small: readonly string[] = [
  'two|couple|два|две|двух|двое|двоих|dois|duas|二|两|兩',
  'three|три|трех|трое|троих|tres|三',
  'four|четыре|четырех|четверо|четверых|quatro|四',
  'five|пять|пяти|пятеро|пятерых|cinco|五',
  'six|шесть|шести|шестеро|seis|六',
  'seven|семь|семи|семеро|sete|七',
  'eight|восемь|восьми|oito|八',
  'nine|девять|девяти|nove|九',
  'ten|десять|десяти|dez|十',
  'eleven|одиннадцать|одиннадцати|onze|十一',
  'twelve|dozen|двенадцать|двенадцати|дюжина|doze|duzia|十二',
  'thirteen|тринадцать|тринадцати|treze|十三',
  'fourteen|четырнадцать|четырнадцати|quatorze|catorze|十四',
  'fifteen|пятнадцать|пятнадцати|quinze|十五',
  'sixteen|шестнадцать|шестнадцати|dezesseis|dezasseis|十六',
  'seventeen|семнадцать|семнадцати|dezessete|dezassete|十七',
  'eighteen|восемнадцать|восемнадцати|dezoito|十八',
  'nineteen|девятнадцать|девятнадцати|dezenove|dezanove|十九',
  'twenty|двадцать|двадцати|vinte|二十',
];

const values = new Map(small.flatMap((words, at) => words.split('|').map((word) => [word, at + 2] as const)));
const alphabetic = [...values.keys()].filter((word) => /\p{sc=Latn}|\p{sc=Cyrl}/u.test(word));
const spelt = new RegExp(
  [
    `(?<![\\p{L}\\p{N}-])(?:${alphabetic.toSorted((one, other) => other.length - one.length).join('|')})(?![\\p{L}\\p{N}-])`,
    '(?:二?十[一二三四五六七八九]?|[二两兩三四五六七八九])(?=[个個家位人名])',
  ].join('|'),
  'iu',
);
/** Numbers of days, months or years are no amounts. */
const ofTime =
  /^\s*(?:days?|weeks?|months?|quarters?|years?|д(?:н|ень)\p{L}*|недел\p{L}*|месяц\p{L}*|квартал\p{L}*|год\p{L}*|лет|dias?|semanas?|m[eê]s(?:es)?|trimestres?|anos?|个?[月季]|個?[月季]|[天日周週年]|[个個]?(?:星期|礼拜|禮拜|小[时時]))/iu;

/** Beside these it is a part of a larger number, which is not read: "сто двадцать тысяч". */
const larger = new RegExp(
  `${wordStart}(?:hundred|thousand|million|сто|сот[а-я]*|двести|триста|четыреста|duzentos|trezentos|[а-я]+сот|[a-z]+centos|quinhentos|тысяч[а-я]*|миллион[а-я]*|пол(?:тора|торы|миллиона|овин[а-я]*)|тридцать|сорок|пятьдесят|cem|cento|mil(?:h[a-z]+)?|meio|meia|trinta|quarenta|cinquenta|thirty|forty|fifty|sixty|seventy|eighty|ninety|half)${wordEnd}|[百千万萬亿億]`,
  'iu',
);

/** The number from 2 to 20 that is spelt in a text and counts no time; undefined where none is. */
export function speltNumber(said: string): number | undefined {
  const text = said
    .normalize('NFD')
    .replace(/(?<=\p{sc=Latn})\p{M}/gu, '')
    .normalize('NFC')
    .replaceAll('ё', 'е');
  if (larger.test(text)) return undefined;
  const match = spelt.exec(text);
  if (!match || ofTime.test(text.slice(match.index + match[0].length))) return undefined;
  return values.get(match[0].toLowerCase());
}
