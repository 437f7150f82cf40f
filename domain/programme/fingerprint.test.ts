/** A fingerprint is the same for the same rules and facts, and another for any others. */
import fc from 'fast-check';
import { competency, programmeOf } from '../fixture.case';
import { digestOf, fingerprintOf } from './fingerprint';

it('of a programme begins with its id and its edition', () => {
  expect(fingerprintOf(programmeOf([]))).toMatch(/^test test [0-9a-z]+$/);
});

it('of a programme is the same for one that says the same, and stays', () => {
  const programme = programmeOf([competency('a')]);

  expect(fingerprintOf(programmeOf([competency('a')]))).toBe(fingerprintOf(programme));
  expect(fingerprintOf(programme)).toBe(fingerprintOf(programme));
});

it('of a programme changes with any of its rules, although id and edition stay', () => {
  expect(fingerprintOf(programmeOf([competency('a')]))).not.toBe(fingerprintOf(programmeOf([competency('b')])));
});

it.each<[string, unknown, unknown]>([
  ['whatever the order of fields', { a: 1, b: 2, c: 3 }, { c: 3, a: 1, b: 2 }],
  ['whatever the order of fields within', [{ a: { b: 1, c: null } }], [{ a: { c: null, b: 1 } }]],
])('is the same %s', (_, value, other) => {
  expect(digestOf(value)).toBe(digestOf(other));
});

it.each<[string, unknown, unknown]>([
  ['another value', { a: 1 }, { a: 2 }],
  ['another name', { a: 1 }, { b: 1 }],
  ['another order of entries', ['a', 'b'], ['b', 'a']],
  ['a list for an object', ['a'], { 0: 'a' }],
  ['nothing known', { a: null }, { a: {} }],
  ['a field more', { a: 1 }, { a: 1, b: 2 }],
  ['the last character only', 'abc', 'abd'],
  ['the first character only', 'abc', 'bbc'],
])('is another for %s', (_, value, other) => {
  expect(digestOf(value)).not.toBe(digestOf(other));
});

it('tells apart whatever reads differently', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      expect(digestOf(one) === digestOf(other)).toBe(one === other);
    }),
  );
});

it('spreads over far more values than 32 bits hold, so that two partners do not meet by chance', () => {
  const digests = Array.from({ length: 20_000 }, (_, index) => Number.parseInt(digestOf(index), 36));

  expect(new Set(digests).size).toBe(20_000);
  expect(Math.max(...digests)).toBeGreaterThan(2 ** 52);
  expect(Math.max(...digests)).toBeLessThan(2 ** 53);
});
