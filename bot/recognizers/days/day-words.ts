/** Day words are the days of a month as they are spelt: the twelfth, двенадцатого, doze, 十二. */
import { hanFigures } from './han-figures';

const english = [
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth',
  'seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth',
  'twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first',
];
const russian = [
  'первого второго третьего четвертого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого тринадцатого',
  'четырнадцатого пятнадцатого шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого двадцать_первого',
  'двадцать_второго двадцать_третьего двадцать_четвертого двадцать_пятого двадцать_шестого двадцать_седьмого двадцать_восьмого',
  'двадцать_девятого тридцатого тридцать_первого',
];
const portuguese = [
  'primeiro dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove vinte',
  'vinte_e_um vinte_e_dois vinte_e_três vinte_e_quatro vinte_e_cinco vinte_e_seis vinte_e_sete vinte_e_oito vinte_e_nove trinta trinta_e_um',
];

const inRussian = wordsIn(russian);
const words = {
  en: wordsIn(english),
  ru: inRussian,
  /** `пятое ноября`. */
  ruNamed: inRussian.map((word) => word.replace(/третьего$/u, 'третье').replace(/ого$/u, 'ое')),
  pt: wordsIn(portuguese),
};

function wordsIn(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' ')).map((word) => word.replaceAll('_', ' '));
}

/** All of them in one language, as a part of a form: the longer ones first, in either spelling of ё, with a space for a hyphen. */
export function dayWords(language: keyof typeof words): string {
  return [...words[language], ...(language === 'ru' ? words.ruNamed : [])]
    .sort((one, other) => other.length - one.length)
    .map((word) => word.replaceAll('-', '[- ]').replaceAll('е', '[её]'))
    .join('|');
}

/** Which day of a month is meant, in figures or spelt; NaN where none is. */
export function dayOfMonth(said: string): number {
  const key = said.toLowerCase().replaceAll('ё', 'е');
  const at = Object.values(words)
    .map((list) => list.findIndex((word) => word.replaceAll('-', ' ') === key.replaceAll('-', ' ')))
    .find((place) => place >= 0);
  return at === undefined ? Number(hanFigures(said) ?? said) : at + 1;
}
