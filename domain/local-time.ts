/** Local time is what the clock on a person's wall shows: the day, the weekday and the hour of a moment in a time zone. */
import type { CalendarDate } from './date';

export interface LocalTime {
  readonly date: CalendarDate;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** A zone that no clock knows is read as UTC, because a time that is a little wrong is better than silence. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = formatIn(timeZone) ?? formatIn('UTC')!;
  formats.set(timeZone, made);
  return made;
}

function formatIn(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
    });
  } catch {
    return undefined;
  }
}

/** What the clock shows at a moment (milliseconds since 1970) in a zone (IANA name; UTC where none is known). */
export function localTimeOf(moment: number, timeZone = 'UTC'): LocalTime {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  return { date, weekday: new Date(Date.parse(date)).getUTCDay() || 7, hour: Number(parts.get('hour')) };
}

/** Every zone is a whole number of these away from UTC, so whatever begins with an hour begins with one of them. */
const quarterMs = 15 * 60_000;
const longestWaitMs = 9 * 86_400_000;

/**
 * The first moment from `from` on whose local time suits; nothing where none of the next nine days has one. It goes through
 * moments and asks what the clock shows, so hours that are left out or come twice in a night do not mislead it.
 */
export function firstMoment(
  suits: (local: LocalTime) => boolean,
  { from, timeZone }: { readonly from: number; readonly timeZone?: string | undefined },
): number | undefined {
  if (suits(localTimeOf(from, timeZone))) return from;
  for (let at = (Math.floor(from / quarterMs) + 1) * quarterMs; at <= from + longestWaitMs; at += quarterMs)
    if (suits(localTimeOf(at, timeZone))) return at;
  return undefined;
}
