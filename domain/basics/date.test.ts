/** Calendar dates: which exist, and how they are added and compared. */
import fc from 'fast-check';
import { addDays, addMonths, calendarDate, dateOf, daysBetween, isCalendarDate, later, mondayOf } from './date';

const anyDate = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

it.each([
  ['2018-02-28', true],
  ['2018-02-29', false],
  ['2016-02-29', true],
  ['2018-13-01', false],
  ['2018-1-1', false],
  ['0018-01-01', false],
  ['2018-01-01T00:00:00Z', false],
  ['x2018-01-01', false],
  ['2018-01-01x', false],
  ['2018-00-01', false],
  ['2018-01-00', false],
  ['1000-01-01', true],
  ['0999-12-31', false],
])('%s is a calendar date: %s', (text, expected) => {
  expect(isCalendarDate(text)).toBe(expected);
});

it.each([
  ['2017-12-31', 12, '2018-12-31'],
  ['2018-01-31', 1, '2018-02-28'],
  ['2016-01-31', 1, '2016-02-29'],
  ['2018-03-31', -1, '2018-02-28'],
  ['2020-02-29', 12, '2021-02-28'],
  ['2018-11-15', 3, '2019-02-15'],
])('%s and %d months is %s', (date, months, expected) => {
  expect(addMonths(date, months)).toBe(expected);
});

it('takes the UTC day of a moment', () => {
  expect(dateOf(Date.parse('2018-06-01T23:59:59Z'))).toBe('2018-06-01');
});

it('takes the same day as a calendar does, in any year', () => {
  const moments = fc.integer({ min: Date.parse('0990-01-01'), max: 8_000_000_000_000_000 });
  const edges = fc.constantFrom('1000-01-01', '0999-12-31', '9999-12-31', '2000-02-29', '2100-03-01').map(Date.parse);
  fc.assert(
    fc.property(fc.oneof(moments, edges), (moment) => {
      expect(dateOf(moment)).toBe(new Date(moment).toISOString().slice(0, 10));
    }),
    { numRuns: 2000 },
  );
});

it('prefers the later of two dates and the one that is there', () => {
  expect(later('2018-01-02', '2018-01-01')).toBe('2018-01-02');
  expect(later('2018-01-01', '2018-01-02')).toBe('2018-01-02');
  expect(later(undefined, '2018-01-01')).toBe('2018-01-01');
  expect(later('2018-01-01', undefined)).toBe('2018-01-01');
  expect(later(undefined, undefined)).toBeUndefined();
});

it.each([
  [2018, 6, 30, '2018-06-30'],
  [2018, 6, 31, undefined],
  [2018, 13, 1, undefined],
  [2018, 0, 1, undefined],
  [999, 12, 31, undefined],
  [1000, 1, 1, '1000-01-01'],
  [18, 1, 1, undefined],
])('the day of year %d, month %d and day %d', (year, month, day, expected) => {
  expect(calendarDate(year, month, day)).toBe(expected);
});

it('has the days that the engine has', () => {
  const years = fc.integer({ min: 1000, max: 9999 });
  const months = fc.integer({ min: 0, max: 13 });
  const days = fc.integer({ min: 0, max: 32 });
  fc.assert(
    fc.property(years, months, days, (year, month, day) => {
      const made = new Date(Date.UTC(year, month - 1, day));
      const isSame = made.getUTCMonth() === month - 1 && made.getUTCDate() === day;

      expect(calendarDate(year, month, day)).toBe(isSame ? made.toISOString().slice(0, 10) : undefined);
    }),
  );
});

it('adds days and counts them back', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      const moved = addDays(date, days);

      expect(isCalendarDate(moved)).toBe(true);
      expect(daysBetween(date, moved)).toBe(days);
      expect(moved > date).toBe(days > 0);
    }),
  );
});

it('never lands in another month when adding months', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -60, max: 60 }), (date, months) => {
      const monthOf = (one: string) => Number(one.slice(0, 4)) * 12 + Number(one.slice(5, 7));

      expect(monthOf(addMonths(date, months))).toBe(monthOf(date) + months);
    }),
  );
});

it('finds the Monday of a week, before 1970 too', () => {
  const days = fc.integer({ min: -40_000, max: 60_000 }).map((since) => addDays('1970-01-01', since));
  fc.assert(
    fc.property(days, (date) => {
      const monday = mondayOf(date);

      expect(new Date(monday).getUTCDay()).toBe(1);
      expect(daysBetween(monday, date)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(monday, date)).toBeLessThan(7);
    }),
  );
});
