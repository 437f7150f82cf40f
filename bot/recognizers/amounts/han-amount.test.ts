/** Numbers in Chinese numerals: as they are spelt, and every number spelt and read back. */
import fc from 'fast-check';
import { hanAmountOf } from './han-amount';
import { recognizeNumber } from './number-recognizer';

it.each<[string, number | undefined]>([
  ['八万五', 85_000],
  ['八万五千', 85_000],
  ['十二萬五', 125_000],
  ['一百二十万', 1_200_000],
  ['两千三', 2300],
  ['三千零五', 3005],
  ['三百五', 350],
  ['十二', 12],
  ['二十', 20],
  ['一亿两千万', 120_000_000],
  ['一万零三百', 10_300],
  ['五五', undefined],
])('%s', (written, value) => {
  expect(hanAmountOf(written)).toBe(value);
});

const numerals = '零一二三四五六七八九';

/** Up to 9,999 as it is spelt in full. */
function spelt(value: number): string {
  const places = [...String(value).padStart(4, '0')].map(Number);
  const signs = ['千', '百', '十', ''];
  const parts = places.map((digit, at) => (digit === 0 ? '零' : `${numerals[digit]!}${signs[at]!}`)).join('');
  return parts.replace(/零+/gu, '零').replace(/^零|零$/gu, '');
}

it('reads every number back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 9999 }), fc.integer({ min: 1, max: 999 }), (small, large) => {
      expect(hanAmountOf(spelt(small))).toBe(small);
      expect(hanAmountOf(`${spelt(1000 + large)}万`)).toBe((1000 + large) * 10_000);
      expect(hanAmountOf(`${spelt(1000 + large)}万${spelt(1000 + (small % 9000))}`)).toBe(
        (1000 + large) * 10_000 + 1000 + (small % 9000),
      );
    }),
  );
});

it.each<[string, number | undefined]>([
  ['消费额现在是八万五', 85_000],
  ['收入一百二十万美元', 1_200_000],
  ['revenue update: 十二萬五', 125_000],
  ['Azure 消耗 5万', 50_000],
  ['席位三千六百', 3600],
  ['百分比', undefined],
  ['千万别改', undefined],
  ['三四十个', undefined],
  ['十二个月', undefined],
])('%s', (said, value) => {
  expect(recognizeNumber(said, 'zh-CN').value).toBe(value);
});
