/** Local time is what the clock on a person's wall shows: the day, the weekday and the hour of a moment in a time zone. */
import { dayMs, type CalendarDate } from './date';

export interface LocalTime {
  readonly date: CalendarDate;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** 0 to 23. */
  readonly hour: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The zone of a name in any letter case, as the time zone database spells it, or of the city that it is named after (`Oslo`,
 * `new york`); undefined where there is none, or where several regions have a zone of that city.
 */
export function knownTimeZone(name: string): string | undefined {
  const wanted = name.trim().toLowerCase();
  return zoneNamed(wanted) ?? zoneOfCity(wanted);
}

function zoneNamed(wanted: string): string | undefined {
  const made = formatIn(wanted);
  if (!made) return undefined;
  if (wanted === 'utc') return 'UTC';
  const spelled = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase() === wanted);
  return spelled ?? made.resolvedOptions().timeZone;
}

function zoneOfCity(city: string): string | undefined {
  const regions = new Set(Intl.supportedValuesOf('timeZone').map((zone) => zone.split('/')[0]!));
  const zones = [...regions].flatMap((region) => zoneNamed(`${region}/${city.replaceAll(/\s+/gu, '_')}`) ?? []);
  return zones.length === 1 ? zones[0] : undefined;
}

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
      minute: '2-digit',
    });
  } catch {
    return undefined;
  }
}

/** What the clock shows at a moment (milliseconds since 1970) in a zone (IANA name; UTC where none is known). */
export function localTimeOf(moment: number, timeZone = 'UTC'): LocalTime {
  const { minute: _, ...local } = clockAt(moment, timeZone);
  return local;
}

/** As the format writes it: `2018-06-01, 09:30`. */
const written = /^(\d{4}-\d{2}-\d{2})\D+(\d{2}):(\d{2})/;

function clockAt(moment: number, timeZone: string): LocalTime & { readonly minute: number } {
  const [, date, hour, minute] = written.exec(formatFor(timeZone).format(moment))!;
  const weekday = new Date(Date.parse(date!)).getUTCDay() || 7;
  return { date: date!, weekday, hour: Number(hour), minute: Number(minute) };
}

const minuteMs = 60_000;
const longestWaitMs = 9 * dayMs;

/**
 * The first moment from `from` on whose local time suits; nothing where none of the next nine days has one. It goes from
 * full hour to full hour and asks what the clock shows, so hours that are left out or come twice do not mislead it.
 */
export function firstMoment(
  suits: (local: LocalTime) => boolean,
  { from, timeZone = 'UTC' }: { readonly from: number; readonly timeZone?: string | undefined },
): number | undefined {
  let at = from;
  while (at <= from + longestWaitMs) {
    const { minute, ...local } = clockAt(at, timeZone);
    if (suits(local)) return at;
    const wholeMinute = Math.floor(at / minuteMs) * minuteMs;
    at = nextHour(wholeMinute, minute, timeZone);
  }
  return undefined;
}

/** The clock may be put forward or back by half an hour on the way: then the hour begins where it then shows a full one. */
function nextHour(wholeMinute: number, minute: number, timeZone: string): number {
  const at = wholeMinute + (60 - minute) * minuteMs;
  const { minute: past } = clockAt(at, timeZone);
  return past === 0 ? at : at - Math.min(past, 59 - minute) * minuteMs;
}
