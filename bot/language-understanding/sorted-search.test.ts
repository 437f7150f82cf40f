/** The place of a number or word among sorted ones is that of the first which is not before it. */
import fc from 'fast-check';
import { placeFrom } from './sorted-search';

it('finds the place of each number', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 50 })), fc.nat({ max: 60 }), (numbers, wanted) => {
      const sorted = Uint32Array.from(numbers).sort();
      expect(placeFrom(wanted, sorted)).toBe(numbers.filter((one) => one < wanted).length);
    }),
  );
});

it.each([
  ['a', 0],
  ['b', 1],
  ['bb', 2],
  ['z', 3],
])('%s stands at %d', (wanted, place) => {
  expect(placeFrom(wanted, ['a', 'b', 'c'])).toBe(place);
});
