/** What is wished of the clock: words with one meaning each, and spans that are read as they are written. */
import fc from 'fast-check';
import { parseClockSetting, spanText } from './clock-argument';

const hourMs = 3_600_000;

it.each([
  ['+74h', { kind: 'forward', ms: 74 * hourMs }],
  ['+3d', { kind: 'forward', ms: 72 * hourMs }],
  ['+1d12h30m', { kind: 'forward', ms: 36.5 * hourMs }],
  ['2018-06-01', { kind: 'set', at: Date.parse('2018-06-01T00:00:00Z') }],
  ['2018-06-01T09:00:00Z', { kind: 'set', at: Date.parse('2018-06-01T09:00:00Z') }],
  ['reset', { kind: 'reset' }],
])('%s', (word, wish) => {
  expect(parseClockSetting(word)).toEqual(wish);
});

it.each(['', '+', '+3', '3d', '-3d', '+3w', '+2h1d', '+0h', '+1.5h', 'tomorrow', '2018-13-01', '+9999999999d'])(
  'nothing is wished by “%s”',
  (word) => {
    expect(parseClockSetting(word)).toBeUndefined();
  },
);

it('reads every span that it writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60_000_000 }), (minutes) => {
      expect(parseClockSetting(spanText(minutes * 60_000))).toEqual({ kind: 'forward', ms: minutes * 60_000 });
    }),
  );
});

it.each([
  [0, '+0m'],
  [-26 * hourMs, '-1d2h'],
  [90 * 60_000 + 29_000, '+1h30m'],
])('writes %d as %s', (ms, text) => {
  expect(spanText(ms)).toBe(text);
});
