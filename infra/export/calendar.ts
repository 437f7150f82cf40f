/** A calendar file (`.ics`, RFC 5545) of whole days; they leave the day free. */
import { createEvents, type DateArray, type EventAttributes } from 'ics';
import type { CalendarEntry, CalendarHeader } from '../../domain/imports/calendar-entry';

/** A reader that does not know what is written takes it as of the same source. */
const productId = 'laurel';

function eventOf(
  { id, on, title, about }: CalendarEntry,
  now: number,
): EventAttributes & { readonly timestamp: number } {
  const day = on.split('-').map(Number) as DateArray;
  return {
    uid: `${encodeURIComponent(id)}@laurel`,
    start: day,
    duration: { days: 1 },
    title,
    ...(about !== undefined && { description: about }),
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    timestamp: now,
  };
}

/** The text of the file; `now` is milliseconds since 1970. Throws what the library says of an entry that it cannot write. */
export function calendarOf(entries: readonly CalendarEntry[], { name, now }: CalendarHeader): string {
  const { error, value } = createEvents(
    entries.map((entry) => eventOf(entry, now)),
    { productId, calName: name },
  );
  if (typeof value !== 'string') throw error ?? new Error('The calendar has no text.');
  return value;
}
