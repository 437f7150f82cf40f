/** Han amounts are numbers spelt in Chinese numerals with a scale in them: 八万五, 一百二十万, 三千六百. */

const digits: Readonly<Record<string, number>> = {
  ...{ 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 兩: 2, 三: 3, 四: 4 },
  ...{ 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const scales: Readonly<Record<string, number>> = { 万: 10_000, 萬: 10_000, 亿: 100_000_000, 億: 100_000_000 };

/** As the source of a regular expression: at least two numerals with a unit among them, and none behind; `千万别` warns. */
export const hanAmount =
  '(?=[〇零一二两兩三四五六七八九十百千万萬亿億]{2})(?!千[万萬][别別不要记記注])[〇零一二两兩三四五六七八九十百千万萬亿億]*[十百千万萬亿億][〇零一二两兩三四五六七八九十百千万萬亿億]*(?![〇零一二两兩三四五六七八九十百千万萬亿億])';

/**
 * The number that Chinese numerals spell; undefined where they spell none. A digit that ends it counts tenths of the unit before it:
 * 八万五 is 85,000, 两千三 is 2,300.
 */
export function hanAmountOf(written: string): number | undefined {
  let [whole, part, digit, last, isAfterZero] = [0, 0, undefined as number | undefined, 1, false];
  for (const sign of written) {
    if (digits[sign] !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits[sign];
      isAfterZero ||= digit === 0;
    } else if (units[sign] !== undefined) {
      part += (digit ?? 1) * units[sign];
      [digit, last, isAfterZero] = [undefined, units[sign], false];
    } else {
      const scale = scales[sign];
      if (scale === undefined) return undefined;
      whole =
        (scale > 10_000 ? whole + part + (digit ?? 0) : part + (digit ?? 0)) * scale + (scale > 10_000 ? 0 : whole);
      [part, digit, last, isAfterZero] = [0, undefined, scale, false];
    }
  }
  return whole + part + (digit ?? 0) * (last > 10 && !isAfterZero ? last / 10 : 1);
}
