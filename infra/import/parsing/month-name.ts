/** The month that a word names in a date, as spreadsheets write it in the languages that Laurel speaks. */

/** By month: the names and abbreviations of English, Portuguese (pt-BR) and Russian; Chinese writes months as numbers. */
const names: readonly (readonly string[])[] = [
  ['jan', 'january', 'janeiro', 'янв', 'январь', 'января'],
  ['feb', 'february', 'fev', 'fevereiro', 'фев', 'февр', 'февраль', 'февраля'],
  ['mar', 'march', 'março', 'marco', 'мар', 'март', 'марта'],
  ['apr', 'april', 'abr', 'abril', 'апр', 'апрель', 'апреля'],
  ['may', 'mai', 'maio', 'май', 'мая'],
  ['jun', 'june', 'junho', 'июн', 'июнь', 'июня'],
  ['jul', 'july', 'julho', 'июл', 'июль', 'июля'],
  ['aug', 'august', 'ago', 'agosto', 'авг', 'август', 'августа'],
  ['sep', 'sept', 'september', 'set', 'setembro', 'сен', 'сент', 'сентябрь', 'сентября'],
  ['oct', 'october', 'out', 'outubro', 'окт', 'октябрь', 'октября'],
  ['nov', 'november', 'novembro', 'ноя', 'нояб', 'ноябрь', 'ноября'],
  ['dec', 'december', 'dez', 'dezembro', 'дек', 'декабрь', 'декабря'],
];

const numbers: ReadonlyMap<string, number> = new Map(
  names.flatMap((words, index) => words.map((word) => [word, index + 1] as const)),
);

/** Returns the number of the month from 1, or `undefined` where the word names none; case means nothing. */
export function monthNumber(word: string): number | undefined {
  return numbers.get(word.toLowerCase());
}
