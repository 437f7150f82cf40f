/** Overrides: on which days they hold, and how one takes the place of another. */
import { isInForce, isSameOverride, overrideFor, withOverride, type Override } from './override';

const override = (parts: Partial<Override> = {}): Override => ({
  competency: 'c',
  level: 'gold',
  from: '2018-03-01',
  until: '2018-05-31',
  source: 'test',
  ...parts,
});

it.each([
  ['2018-02-28', false],
  ['2018-03-01', true],
  ['2018-05-31', true],
  ['2018-06-01', false],
])('on %s it holds: %s', (day, expected) => {
  expect(isInForce(override(), day)).toBe(expected);
});

it('has always held where no first day is known', () => {
  const { from: _, ...always } = override();
  expect(isInForce(always, '2006-01-01')).toBe(true);
});

it('is one at most for each competency', () => {
  const other = override({ competency: 'd' });
  const newer = override({ until: '2018-12-31' });
  expect(withOverride([override(), other], 'c', newer)).toEqual([other, newer]);
  expect(withOverride([override(), other], 'c', undefined)).toEqual([other]);
  expect(withOverride(undefined, 'c', undefined)).toEqual([]);
  expect(overrideFor([override(), other], 'd')).toBe(other);
});

it.each([
  [override(), override(), true],
  [override(), override({ until: '2018-06-01' }), false],
  [override(), override({ source: 'another' }), false],
  [override(), undefined, false],
  [undefined, undefined, true],
])('compares %j with %j', (one, other, expected) => {
  expect(isSameOverride(one, other)).toBe(expected);
});
