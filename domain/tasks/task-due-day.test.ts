/** Due days: worked back from the last safe exam day, one exam after the other, and never in the past. */
import fc from 'fast-check';
import { addDays } from '../basics/date';
import { standardPolicies } from '../programme/policy';
import { dueDaysOf } from './task-due-day';

const policies = { ...standardPolicies, countingDelay: 24, retakeBuffer: 14 };
const today = '2026-12-01';

it.each<[string, number, string | undefined, readonly string[]]>([
  ['a day to try again, and the day of counting', 1, '2027-02-01', ['2027-01-17']],
  ['two weeks between two exams', 3, '2027-02-01', ['2026-12-20', '2027-01-03', '2027-01-17']],
  [
    'no day in the past where there are many',
    4,
    '2027-01-20',
    ['2026-12-02', '2026-12-08', '2026-12-22', '2027-01-05'],
  ],
  ['a first try alone where the safe days are over', 1, '2026-12-10', ['2026-12-09']],
  ['a week where nothing counts in time', 1, '2026-12-01', ['2026-12-08']],
  ['90 days where no day ends the time', 1, undefined, ['2027-03-01']],
])('leaves %s', (_, count, by, days) => {
  expect(dueDaysOf(count, { today, policies, ...(by !== undefined && { by }) })).toEqual(days);
});

it('gives every credential a day to come, in their order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: -40, max: 500 }), (count, ahead) => {
      const days = dueDaysOf(count, { today, by: addDays(today, ahead), policies });
      expect(days).toEqual([...days].sort());
      expect(days.every((day) => day > today)).toBe(true);
      expect(days).toHaveLength(count);
    }),
  );
});
