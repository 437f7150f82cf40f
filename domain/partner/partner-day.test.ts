/** The day of a partner begins at midnight by its own clock, wherever that is. */
import fc from 'fast-check';
import { addDays, dateOf } from '../basics/date';
import { partnerDayAt, partnerDayBegins } from './partner-day';

it.each([
  ['UTC', '2018-06-30T23:59:59.999Z', '2018-06-30'],
  ['UTC', '2018-07-01T00:00:00.000Z', '2018-07-01'],
  // UTC+14: its midnight is ten in the morning of the day before.
  ['Pacific/Kiritimati', '2018-06-30T09:59:59.999Z', '2018-06-30'],
  ['Pacific/Kiritimati', '2018-06-30T10:00:00.000Z', '2018-07-01'],
  // UTC-11: its midnight is eleven in the morning of the same day.
  ['Pacific/Pago_Pago', '2018-07-01T10:59:59.999Z', '2018-06-30'],
  ['Pacific/Pago_Pago', '2018-07-01T11:00:00.000Z', '2018-07-01'],
  // Summer time begins at 02:00 and ends at 03:00 in Oslo: midnight before and after lies at another hour of UTC.
  ['Europe/Oslo', '2026-03-28T22:59:59.999Z', '2026-03-28'],
  ['Europe/Oslo', '2026-03-28T23:00:00.000Z', '2026-03-29'],
  ['Europe/Oslo', '2026-03-29T21:59:59.999Z', '2026-03-29'],
  ['Europe/Oslo', '2026-03-29T22:00:00.000Z', '2026-03-30'],
  ['Europe/Oslo', '2026-10-25T22:59:59.999Z', '2026-10-25'],
  ['Europe/Oslo', '2026-10-25T23:00:00.000Z', '2026-10-26'],
  // A zone half an hour off.
  ['Asia/Kolkata', '2018-06-30T18:29:59.999Z', '2018-06-30'],
  ['Asia/Kolkata', '2018-06-30T18:30:00.000Z', '2018-07-01'],
])('in %s the moment %s lies in %s', (timeZone, moment, day) => {
  expect(partnerDayAt(Date.parse(moment), { timeZone })).toBe(day);
});

it.each([
  ['UTC', '2018-07-01', '2018-07-01T00:00:00.000Z'],
  ['Pacific/Kiritimati', '2018-07-01', '2018-06-30T10:00:00.000Z'],
  ['Pacific/Pago_Pago', '2018-07-01', '2018-07-01T11:00:00.000Z'],
  ['Europe/Oslo', '2026-03-30', '2026-03-29T22:00:00.000Z'],
  // Here clocks went forward at midnight, so that the day began at 01:00.
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'],
  // Here a whole day was left out; what was to begin on it begins with the next one.
  ['Pacific/Apia', '2011-12-30', '2011-12-30T10:00:00.000Z'],
])('in %s the day %s begins at %s', (timeZone, day, moment) => {
  expect(new Date(partnerDayBegins(day, { timeZone })).toISOString()).toBe(moment);
});

const zones = [
  'UTC',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'Europe/Oslo',
  'America/St_Johns',
  'Australia/Lord_Howe',
];

it('begins a day at the first moment that lies in it', () => {
  const noon = Date.parse('2024-01-01T12:00:00Z');
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1500 }), (timeZone, days) => {
      const day = addDays(dateOf(noon), days);
      const begins = partnerDayBegins(day, { timeZone });
      expect(partnerDayAt(begins, { timeZone })).toBe(day);
      expect(partnerDayAt(begins - 1, { timeZone })).toBe(addDays(day, -1));
    }),
  );
});
