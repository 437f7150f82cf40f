/** Pages hold every item once, and any number leads to one. */
import fc from 'fast-check';
import { pageOf, turning } from './page';
import { text } from '../text';

it.each([
  [1, [1, 2], 1, 3],
  [3, [5], 3, 3],
  [9, [5], 3, 3],
  [0, [1, 2], 1, 3],
  [-4, [1, 2], 1, 3],
  [Number.NaN, [1, 2], 1, 3],
])('page %d of five in twos is %j', (wanted, items, number, pages) => {
  expect(pageOf([1, 2, 3, 4, 5], wanted, 2)).toEqual({ items, number, pages });
});

it('has one empty page of nothing', () => {
  expect(pageOf([], 1, 2)).toEqual({ items: [], number: 1, pages: 1 });
});

it('shows everything exactly once', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 9 }), (all, size) => {
      const { pages } = pageOf(all, 1, size);
      const shown = Array.from({ length: pages }, (_, index) => pageOf(all, index + 1, size).items).flat();
      expect(shown).toEqual(all);
    }),
  );
});

it.each([
  [1, ['Next page']],
  [2, ['Previous page', 'Next page']],
  [3, ['Previous page']],
])('page %d of three turns by %j', (number, titles) => {
  const buttons = turning({ items: [], number, pages: 3 }, (page) => ({ ask: 'people', page }), text('en'));

  expect(buttons.map(({ title }) => title)).toEqual(titles);
});
