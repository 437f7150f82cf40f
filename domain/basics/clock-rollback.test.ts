/** A clock that was set back is told from the small difference between the clocks of two machines. */
import { isAfterClockRollback } from './clock-rollback';

const now = Date.parse('2018-06-01T09:00:00Z');

it.each([
  ['an hour ago', -3_600_000, false],
  ['this very moment', 0, false],
  ['five minutes ahead, as machines may differ', 5 * 60_000, false],
  ['more than five minutes ahead', 5 * 60_000 + 1, true],
  ['a year ahead', 365 * 86_400_000, true],
])('what was written %s', (_, ahead, expected) => {
  expect(isAfterClockRollback(now + ahead, now)).toBe(expected);
});
