/** Which audit entries are past their time. */
import fc from 'fast-check';
import { mostAuditEntries, outdatedEntries } from './audit-entry';

const now = Date.parse('2026-11-28T12:00:00Z');
/** Entries before this are too old. */
const oldest = now - 400 * 86_400_000;
const agoBy = (ms: number) => ({ at: new Date(now - ms).toISOString() });

it.each([
  ['today', 0, 0],
  ['on the last day', now - oldest, 0],
  ['a millisecond later', now - oldest + 1, 1],
])('an entry %s is kept or removed by its age', (_, age, removed) => {
  expect(outdatedEntries([agoBy(age)], oldest)).toHaveLength(removed);
});

it('removes the oldest above the largest number, in whatever order they come', () => {
  const ages = fc.shuffledSubarray(
    Array.from({ length: mostAuditEntries + 3 }, (_, age) => age),
    {
      minLength: mostAuditEntries + 3,
    },
  );
  fc.assert(
    fc.property(ages, (shuffled) => {
      const removed = outdatedEntries(shuffled.map(agoBy), oldest).map(({ at }) => now - Date.parse(at));
      expect(removed.toSorted((one, other) => one - other)).toEqual([
        mostAuditEntries,
        mostAuditEntries + 1,
        mostAuditEntries + 2,
      ]);
    }),
    { numRuns: 3 },
  );
});
