/** Pending files: for an hour, five of a tenant, and taken in by one at a time. */
import { hasExpired, isBeingApplied, type PendingImport, toForget } from './pending-import';

const noon = Date.parse('2018-06-01T12:00:00Z');
const minutes = (count: number) => count * 60_000;
const pending = (age: number, parts: Partial<PendingImport> = {}): PendingImport => ({
  id: `p${age}`,
  by: 'a1',
  at: new Date(noon - minutes(age)).toISOString(),
  file: 'a.csv',
  content: '',
  state: 'open',
  ...parts,
});

it.each([
  [0, false],
  [60, false],
  [61, true],
  [-61, true],
])('of %d minutes it has expired: %s', (age, expired) => {
  expect(hasExpired(pending(age), noon)).toBe(expired);
});

it.each([
  ['open', 1, false],
  ['applying', 1, true],
  ['applying', 6, false],
  ['applied', 1, false],
] as const)('%s, begun %d minutes ago: somebody is at it: %s', (state, ago, isAtIt) => {
  const begunAt = new Date(noon - minutes(ago)).toISOString();
  expect(isBeingApplied(pending(10, { state, begunAt }), noon)).toBe(isAtIt);
});

it('makes room for another: what expired goes, and the oldest of too many', () => {
  const kept = [1, 50, 2, 90, 3, 4, 5].map((age) => pending(age));

  expect(toForget(kept, noon).map(({ id }) => id)).toEqual(['p50', 'p90', 'p5']);
  expect(toForget([pending(1)], noon)).toEqual([]);
});

it('a file that is being taken in is not forgotten for newer ones', () => {
  const busy: PendingImport = { ...pending(50), state: 'applying' };
  const kept = [busy, ...[5, 4, 3, 2, 1].map((age) => pending(age))];

  expect(toForget(kept, noon).map(({ id }) => id)).toEqual(['p5']);
});
