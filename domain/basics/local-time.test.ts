/** The clock on the wall, through nights in which an hour is left out or comes twice. */
import fc from 'fast-check';
import { usualSettings } from '../alerts/alert-settings';
import { nextDigest } from '../alerts/quiet-hours';
import { firstChance } from '../alerts/quiet-hours';
import { maySpeak } from '../alerts/quiet-hours';
import { firstMoment, knownTimeZone, localTimeOf } from './local-time';

it.each([
  ['2018-06-01T09:30:00Z', 'UTC', { date: '2018-06-01', weekday: 5, hour: 9 }],
  ['2018-06-01T23:30:00Z', 'Asia/Kolkata', { date: '2018-06-02', weekday: 6, hour: 5 }],
  ['2018-06-01T02:00:00Z', 'America/Sao_Paulo', { date: '2018-05-31', weekday: 4, hour: 23 }],
  ['2018-06-01T09:30:00Z', 'Nowhere/Atlantis', { date: '2018-06-01', weekday: 5, hour: 9 }],
  ['2018-06-03T12:00:00Z', undefined, { date: '2018-06-03', weekday: 7, hour: 12 }],
])('shows %s in %s', (moment, zone, expected) => {
  expect(localTimeOf(Date.parse(moment), zone)).toEqual(expected);
});

it.each([
  ['europe/oslo', 'Europe/Oslo'],
  ['Oslo', 'Europe/Oslo'],
  ['new york', 'America/New_York'],
  ['São  Paulo', undefined],
  ['sao  paulo', 'America/Sao_Paulo'],
  ['utc', 'UTC'],
  ['Atlantis', undefined],
  ['Europe/', undefined],
  ['', undefined],
])('knows the zone of “%s”', (name, zone) => {
  expect(knownTimeZone(name)).toBe(zone);
});

const anna = { ...usualSettings('anna'), quietFrom: 18, quietTo: 2, workingDays: [1, 2, 3, 4, 5, 6, 7] };
it.each([
  ['in the night in which two o’clock is left out', '2018-03-25T00:30:00Z', '2018-03-25T01:00:00.000Z'],
  ['in the night in which two o’clock comes twice', '2018-10-27T23:30:00Z', '2018-10-28T00:00:00.000Z'],
  ['on any other night', '2018-06-01T22:30:00Z', '2018-06-02T00:00:00.000Z'],
])('finds the end of the quiet hours %s', (_, from, expected) => {
  const chance = firstChance({ ...anna, quietTo: 2 }, { from: Date.parse(from), timeZone: 'Europe/Berlin' });

  expect(new Date(chance!).toISOString()).toBe(expected);
});

it.each([
  [
    'the clock goes forward at half past eleven',
    'Asia/Pyongyang',
    '2018-05-04T14:30:00Z',
    0,
    '2018-05-04T15:00:00.000Z',
  ],
  ['the same, from within the hour', 'Asia/Pyongyang', '2018-05-04T14:50:00Z', 0, '2018-05-04T15:00:00.000Z'],
  ['the clock goes forward at half past two', 'America/Caracas', '2016-05-01T06:30:00Z', 3, '2016-05-01T07:00:00.000Z'],
  ['half an hour is left out', 'Australia/Lord_Howe', '2018-10-06T15:00:00Z', 2, '2018-10-06T15:30:00.000Z'],
  ['half an hour comes twice', 'Australia/Lord_Howe', '2018-04-07T14:45:00Z', 2, '2018-04-07T15:30:00.000Z'],
])('finds the beginning of an hour where %s (%s)', (_, timeZone, from, hour, expected) => {
  const found = firstMoment((local) => local.hour === hour, { from: Date.parse(from), timeZone });

  expect(new Date(found!).toISOString()).toBe(expected);
});

it('waits for a working day', () => {
  const chance = firstChance(usualSettings('a'), { from: Date.parse('2018-06-01T18:00:00Z') });

  expect(new Date(chance!).toISOString()).toBe('2018-06-04T08:00:00.000Z');
});

it('finds no moment where there is no working day', () => {
  expect(firstChance({ ...usualSettings('a'), workingDays: [] }, { from: 0 })).toBeUndefined();
});

it('finds the next digest on its weekday, and never on the same day again', () => {
  const next = (from: string, today: string) =>
    new Date(nextDigest(usualSettings('a'), today, { from: Date.parse(from) })!).toISOString();

  expect(next('2018-06-04T09:00:00Z', '2018-06-04')).toBe('2018-06-11T08:00:00.000Z');
  expect(next('2018-06-05T09:00:00Z', '2018-06-05')).toBe('2018-06-11T08:00:00.000Z');
});

const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Australia/Lord_Howe');
const hour = fc.integer({ min: 0, max: 23 });
const moment = fc.integer({ min: Date.parse('2018-01-01'), max: Date.parse('2019-12-31') });

it('finds a moment at which one may speak, and no earlier one', () => {
  fc.assert(
    fc.property(zone, hour, hour, moment, (timeZone, quietFrom, quietTo, from) => {
      const settings = { ...usualSettings('a'), quietFrom, quietTo };
      const chance = firstChance(settings, { from, timeZone })!;
      const between = firstMoment((local) => maySpeak(settings, local), { from, timeZone });

      expect(maySpeak(settings, localTimeOf(chance, timeZone))).toBe(true);
      expect(chance === from || !maySpeak(settings, localTimeOf(chance - 1, timeZone))).toBe(true);
      expect(between).toBe(chance);
    }),
    { numRuns: 50 },
  );
});
