/** A calendar file is opened by a reader of other authors: the same days and words, whatever stands in them. */
import fc from 'fast-check';
import type ICALModule from 'ical.js' with { 'resolution-mode': 'import' };
import type { CalendarEntry } from '../../domain/imports/calendar-entry';
import { calendarOf } from './calendar';

/* eslint-disable-next-line @typescript-eslint/no-require-imports -- The types of the package name only its ES module. */
const ICAL = require('ical.js') as typeof ICALModule;

const header = { name: 'Deadlines', now: Date.parse('2026-11-29T10:00:00Z') };

/** The entries as the reader sees them. */
function entriesIn(text: string): readonly CalendarEntry[] {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const { uid, startDate, summary, description } = event;
    expect([startDate.isDate, event.duration.toString()]).toEqual([true, 'P1D']);
    const id = decodeURIComponent(uid.replace(/@laurel$/, ''));
    return { id, on: startDate.toString(), title: summary, ...(description && { about: description }) };
  });
}

it('writes whole days that leave the day free', () => {
  const entries = [
    { id: 'renewal/closes', on: '2027-01-31', title: 'Last day', about: 'At risk: Gold, Silver; both' },
    { id: 'exam/p1/70-533', on: '2028-02-29', title: 'Łucja: exam 70-533' },
  ];
  const text = calendarOf(entries, header);

  expect(entriesIn(text)).toEqual(entries);
  expect(text).toContain('TRANSP:TRANSPARENT');
  expect(text).toContain('DTSTAMP:20261129T100000Z');
});

it('opens where there is nothing ahead', () => {
  expect(entriesIn(calendarOf([], header))).toEqual([]);
});

const words = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/[\p{C}\ufffd]/gu, '').trim())
  .filter((text) => text !== '');
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10));

it('is read back with the same days and words', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ id: words, on: day, title: words, about: words }), { maxLength: 5 }),
      (entries) => {
        expect(entriesIn(calendarOf(entries, header))).toEqual(entries);
      },
    ),
    { numRuns: 100 },
  );
});
