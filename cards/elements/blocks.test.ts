/** What is folded on a card is said in full wherever nothing can be unfolded, and nothing is said twice. */
import { fold, linkedNames, noticeBox, scoreBar, tapRow, thinBar } from './blocks';
import { badge, card, line } from './elements';
import { plainText } from './plain-text';
import { text } from '../text';
import { textualForm } from './textual-form';
import type { CardElement } from '@microsoft/teams.cards';

const of = (...body: CardElement[]) => card({ text: text('en'), speak: 'x', body, actions: [] });
const said = (...body: CardElement[]) => plainText(of(...body)).split('\n');

it('writes out what is folded, without the signs that can be touched', () => {
  const folded = fold({ id: 'more', heading: '2 more', items: [line('one'), line('two')] });

  expect(said(line('first'), ...folded)).toEqual(['first', '', '2 more', 'one', 'two']);
});

it('hides what is folded until its heading is touched', () => {
  const [heading, body] = fold({ id: 'more', heading: '1 more', items: [line('one')] });

  expect(body).toMatchObject({ id: 'more', isVisible: false });
  expect(heading).toMatchObject({
    selectAction: {
      type: 'Action.ToggleVisibility',
      title: '1 more',
      targetElements: ['more', 'more-more', 'more-less'],
    },
  });
});

it.each([
  ['urgent', 'attention', '⚠ Lost'],
  ['warning', 'warning', '⚠ Lost'],
  ['note', 'emphasis', 'ℹ Lost'],
  ['good', 'good', '✓ Lost'],
] as const)('says %s by a sign as well as by a colour', (tone, style, words) => {
  const box = noticeBox({ tone, heading: 'Lost' });

  expect(box).toMatchObject({ type: 'Container', style });
  expect(said(box)).toEqual([words]);
});

it('writes a row with its badge, and a list of names, as one line each', () => {
  const open = { question: { ask: 'risk' }, title: 'Open DevOps' } as const;
  const row = tapRow({ name: 'DevOps', badge: badge('Silver'), open });
  const names = linkedNames(
    [
      { words: 'ERP', open: { ask: 'risk' } },
      { words: 'CRM', open: { ask: 'risk' } },
    ],
    'Gold:',
  );

  expect(said(row)).toEqual(['DevOps  Silver']);
  expect(said(names)).toEqual(['Gold: ERP · CRM']);
});

it.each([
  [0.65, 0.7, [92, 0]],
  [0.6999, 0.7, [99, 0]],
  [0.85, 0.7, [100, 50]],
  [0.4, 1, [40]],
])('draws a score of %d with a mark at %d as bars of %j percent that meet at the mark', (share, mark, values) => {
  expect(
    JSON.stringify(scoreBar(share, mark))
      .match(/(?<="value":)\d+/gu)!
      .map(Number),
  ).toEqual(values);
});

it('says nothing twice where a client draws no bars', () => {
  const plain = textualForm(of(line('65 of 100'), thinBar(0.65), scoreBar(0.65, 0.7)));

  expect(JSON.stringify(plain)).not.toMatch(/ProgressBar/u);
  expect(plainText(plain).split('\n')).toEqual(['65 of 100', '▰▰▰▰▰▰▱│▱▱▱']);
});
