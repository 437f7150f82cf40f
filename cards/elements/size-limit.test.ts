/** A card tells as much as fits. */
import { card, line } from './elements';
import { bytesOf, fitToSize, mostBytes } from './size-limit';
import { text } from '../text';

const lines = (count: number) =>
  card({
    text: text('en'),
    speak: 'x',
    body: Array.from({ length: count }, () => line('word '.repeat(60))),
    actions: [],
  });

it.each([
  [[10, 5, 1], 10],
  [[1000, 50, 1], 50],
  [[1000, 900, 2], 2],
])('of %j lines it tells %d', ([first, ...others], told) => {
  const made = fitToSize([first!, ...others], lines);

  expect(made.body).toHaveLength(told);
  expect(bytesOf(made)).toBeLessThanOrEqual(mostBytes);
});

it('counts bytes, not characters', () => {
  const [latin, chinese] = ['aaaa', '数据分析'].map((words) =>
    bytesOf(card({ text: text('en'), speak: 'x', body: [line(words)], actions: [] })),
  );

  // In the line and in the fallback text.
  expect(chinese! - latin!).toBe(2 * 8);
});
