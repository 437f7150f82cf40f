/** What a toast says. */
import { card, line } from './elements';
import { summaryOf } from './card';
import { text } from '../text';

const saying = (speak: string) => card({ text: text('en'), speak, body: [line('x')], actions: [] });

it.each([
  ['Data Analytics: Silver.', 'Data Analytics: Silver.'],
  ['a'.repeat(150), 'a'.repeat(150)],
  ['a'.repeat(151), `${'a'.repeat(149)}…`],
  ['<b>bold</b>', 'bold'],
])('announces %j', (speak, expected) => {
  expect(summaryOf(saying(speak))).toBe(expected);
});

it('tells clients that cannot show it the first whole lines', () => {
  const long = card({
    text: text('en'),
    speak: 'x',
    body: Array.from({ length: 50 }, () => line('twenty characters....')),
    actions: [],
  });

  expect(long.fallbackText.split('\n').at(-1)).toBe('…');
  expect(long.fallbackText.length).toBeLessThanOrEqual(602);
});
