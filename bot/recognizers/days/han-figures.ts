/** Han figures are numbers in Chinese numerals. */

/** A number below a hundred in Chinese numerals, in figures: 二十五. */
export function hanFigures(numeral: string | undefined): string | undefined {
  const match = /^(?:([一二两兩三四五六七八九])?(十))?([一二两兩三四五六七八九])?$/u.exec(numeral ?? '');
  if (!match || !numeral) return undefined;
  const [, tens, ten, ones] = match;
  return String((ten === undefined ? 0 : 10 * hanDigit(tens ?? '一')) + hanDigit(ones));
}

function hanDigit(character: string | undefined): number {
  const digits = '〇一二三四五六七八九';
  return character === undefined ? 0 : digits.indexOf(character.replace(/[两兩]/u, '二'));
}
