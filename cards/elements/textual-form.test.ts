/** The textual form holds for every recorded card: nothing that clients may break on is left, and nothing that is said is lost. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { toMatchFile } from 'jest-file-snapshot';
import type { Card } from './card';
import { plainText } from './plain-text';
import { textualForm } from './textual-form';

expect.extend({ toMatchFile });

const cards = resolve(__dirname, '..');
const goldens = readdirSync(cards, { recursive: true, encoding: 'utf8' })
  .filter((file) => /__golden__.*\.json$/.test(file) && !file.includes('-in-words'))
  .map((file) => ({ file, card: JSON.parse(readFileSync(join(cards, file), 'utf8')) as Card }))
  .filter(({ card }) => card.type === 'AdaptiveCard');
const drawn = /"type":"(Badge|Progress\w+|Chart\.\w+|Data\.Query)"/;
const withDrawn = goldens.filter(({ card }) => drawn.test(JSON.stringify(card)));

/** The lines of which the textual form says less; it may say more where a badge is cut. */
function linesThatLost(textual: Card, card: Card): readonly string[] {
  const now = plainText(textual).split('\n');
  const before = plainText(card).split('\n');
  return now.length === before.length
    ? before.filter((line, at) => !now[at]!.startsWith(line.replace(/…$/, '')))
    : ['another number of lines'];
}

it('is tried on many cards that have a bar or a badge', () => {
  expect(withDrawn.length).toBeGreaterThan(5);
});

it.each(goldens)('$file says the same in words alone', ({ card }) => {
  const textual = textualForm(card);

  expect(JSON.stringify(textual)).not.toMatch(drawn);
  expect(linesThatLost(textual, card)).toEqual([]);
  expect(textualForm(textual)).toEqual(textual);
});

it('keeps what says where an element stands, and leaves out what has no fallback', () => {
  const card = {
    type: 'AdaptiveCard',
    body: [
      { type: 'Badge', text: 'Gold', spacing: 'Large', fallback: { type: 'TextBlock', text: 'Gold', spacing: 'None' } },
      { type: 'Chart.Donut', data: [] },
      { type: 'Chart.Gauge', fallback: { type: 'ProgressBar', fallback: { type: 'TextBlock', text: '▰▱' } } },
      { type: 'TextBlock', text: 'Badge' },
    ],
  } as unknown as Card;

  expect(textualForm(card).body).toEqual([
    { type: 'TextBlock', text: 'Gold', spacing: 'Large' },
    { type: 'TextBlock', text: '▰▱' },
    { type: 'TextBlock', text: 'Badge' },
  ]);
});

const recorded = ['competency.json', 'competency-override.json'];

it.each(withDrawn.filter(({ file }) => recorded.includes(basename(file))))(
  '$file has a textual form that is recorded as well',
  ({ file, card }) => {
    const golden = join(__dirname, '__golden__', basename(file).replace('.json', '-in-words.json'));

    expect(`${JSON.stringify(textualForm(card), undefined, 2)}\n`).toMatchFile(golden);
  },
);
