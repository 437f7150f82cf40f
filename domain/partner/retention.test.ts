/** For how long things are kept: which numbers make sense, and from when on something is too old. */
import { dayMs } from '../basics/date';
import { isRetention, keptDays, oldestKept, retainedKinds, usualDays } from './retention';

const now = Date.parse('2026-11-28T12:00:00Z');

it.each([
  ['alerts', 29, false],
  ['alerts', 30, true],
  ['alerts', 3_650, true],
  ['alerts', 3_651, false],
  ['alerts', 0, false],
  ['audit', 0, false],
  ['left', 0, true],
  ['undone', 0, true],
  ['chats', 0, true],
  ['left', 1, false],
  ['left', -30, false],
  ['left', 30.5, false],
  ['left', Number.NaN, false],
] as const)('%s for %d days: %s', (kind, days, makesSense) => {
  expect(isRetention(kind, days)).toBe(makesSense);
});

it.each(retainedKinds)('what is usual for %s makes sense', (kind) => {
  expect(isRetention(kind, usualDays[kind])).toBe(true);
  expect(keptDays(undefined, kind)).toBe(usualDays[kind]);
  expect(keptDays({ [kind]: 365 }, kind)).toBe(365);
});

it('without a limit nothing is too old', () => {
  expect(oldestKept(undefined, 'left', now)).toBe(-Infinity);
  expect(oldestKept({ left: 30 }, 'left', now)).toBe(now - 30 * dayMs);
  expect(oldestKept({ left: 30 }, 'alerts', now)).toBe(now - 90 * dayMs);
});
