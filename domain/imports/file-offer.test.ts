/** An offered file can be fetched for an hour, whichever of two clocks is behind the other. */
import { hasOfferExpired } from './file-offer';

const offer = { id: 'o1', by: 'boss', about: 'people', at: '2018-06-01T09:00:00.000Z' } as const;

it.each([
  ['at once', '2018-06-01T09:00:00.000Z', false],
  ['an hour later', '2018-06-01T10:00:00.000Z', false],
  ['a moment after that', '2018-06-01T10:00:00.001Z', true],
  ['the next day', '2018-06-02T09:00:00.000Z', true],
  ['by a clock that is an hour behind', '2018-06-01T08:00:00.000Z', false],
  ['by a clock that was put back further', '2018-06-01T07:59:59.999Z', true],
])('is refused %s (%s): %s', (_, now, isRefused) => {
  expect(hasOfferExpired(offer, Date.parse(now))).toBe(isRefused);
});
