/** The day of a sentence as the value of a command; what may be two days is asked, unless only one of them makes sense. */
import { type CalendarDate, addDays, calendarDate, daysBetween, isCalendarDate } from '../../domain/basics/date';
import { dayIn } from '../recognizers/days/day-argument';
import { dayMeant } from '../recognizers/days/day-recognizer';
import { monthNames } from '../recognizers/days/month-names';
import { namesEnd } from '../recognizers/days/bound-words';
import { namesVagueTime } from '../recognizers/days/vague-time';
import { isWeekday } from '../recognizers/days/relative-day';
import type { Period } from '../recognizers/days/period-recognizer';
import type { SlotContext, SlotDay, Slots } from '../recognizers/slot-recognizer';
import { Lacking, type Parameters } from './meaning';
import { besideNames } from './named-people';

interface DayWanted {
  readonly slots: Slots;
  readonly context: SlotContext;
  readonly name: string;
  /** Whether only a day that has been makes sense, or only one to come. */
  readonly past?: boolean;
  readonly ahead?: boolean;
  /** Whether of two days that a word may mean the one that has been is meant. */
  readonly isDone?: boolean;
  /** Whether a length of time beside it says nothing of the day: the consumption of twelve months, a wait of a day. */
  readonly isBesidePeriod?: true;
}

/** The parameters with the day that was said; a lack where it can be read two ways, or where the calendar has no such day. */
export function withDay(
  { slots, context: { today }, name, past, ahead, isDone, isBesidePeriod }: DayWanted,
  others: Parameters,
): Parameters | Lacking {
  const { said, day, period, span } = slots;
  const isVague = (name === 'on' || name === 'boughtOn') && !period && namesVagueTime(besideNames(slots));
  const resolve = (named: string): CalendarDate => {
    if (isCalendarDate(named)) return ahead ? comingDay(day!.said, named, today) : named;
    if (ahead) return dayMeant(named, today);
    const nearest = dayIn(named, today);
    return past && nearest > today ? lastBefore(nearest) : nearest;
  };
  if (day && isPartOfSpan(day, said)) return new Lacking(name, { said, known: others, isSpan: true });
  if (!day && name === 'until' && period && 'until' in period) return { ...others, until: period.until };
  if (!day && !past && !isDone && name === 'on' && period && 'until' in period && isItsEnd(said))
    return { ...others, on: period.until };
  if (!day && period && !isBesidePeriod && (name === 'on' || name === 'boughtOn'))
    return withDayAway({ said, period, today, name }, others);
  if (!day && span) return new Lacking(name, { said: span.said, known: others, isSpan: true });
  if (!day) return isVague ? new Lacking(name, { said, known: others, isSpan: true }) : others;
  const resolved = [...new Set(day.readings.map(resolve))];
  const [only, ...more] = daysThatFit(day, resolved, {
    today,
    past: past === true || isDone === true,
    ahead: ahead === true,
  });
  if (only === undefined) return new Lacking(name, { said: day.said, known: others });
  if (more.length === 0) return { ...others, [name]: only };
  return new Lacking(name, { said: day.said, either: [only, ...more].map((on) => ({ ...others, [name]: on })) });
}

const monthBehind = new RegExp(`^\\s*(?:in|of|de|em)?\\s*(?:${monthNames})(?![a-zа-яё])`, 'iu');

/** "Between 1 and 15 May" are many days, and "the last Friday in May" is not the last Friday. */
function isPartOfSpan(day: SlotDay, said: string): boolean {
  const start = said.indexOf(day.said);
  const isEnd = /(?:between|entre|между)\s+\d{1,2}\s+(?:and|e|и)\s*$/iu.test(said.slice(0, start));
  return isEnd || (isWeekday(day.said) && monthBehind.test(said.slice(start + day.said.length)));
}

/** "Leaves at the end of the year": the last day of it, where it is not the bound of a time before it. */
function isItsEnd(said: string): boolean {
  return endOf.test(said) && !namesEnd(said);
}

const endOf =
  /(?<!\p{L})(?:end of (?:the |this |next )?(?:year|month|quarter)|year[- ]?end|в конце (?:этого |следующего )?(?:года|месяца|квартала)|(?:fim|final) d[oe](?:st[ea]|ss[ea])? (?:ano|m[eê]s|trimestre))(?!\p{L})|[月年季度]底|年末|月末/iu;

const aheadOf = /(?<!\p{L})(?:in|within|через|спустя|em|daqui a|dentro de)(?!\p{L})|[后後]/iu;
const before = /(?<!\p{L})(?:ago|назад|há|faz|atrás)(?!\p{L})|前/iu;

interface Away {
  readonly said: string;
  readonly period: Period;
  readonly today: CalendarDate;
  readonly name: string;
}

/**
 * "In two weeks", "три дня назад": the day that lies so many days away. A length of months is not so exact, and a period without a
 * direction names no day: then it is asked which.
 */
function withDayAway({ said, period, today, name }: Away, others: Parameters): Parameters | Lacking {
  const on = dayAway(said, period, today);
  if (on !== undefined) return { ...others, [name]: on };
  return new Lacking(name, { said, known: others, isSpan: true });
}

/** The day that a period of days or weeks before or after today leads to; undefined where none is meant so exactly. */
export function dayAway(said: string, period: Period, today: CalendarDate): CalendarDate | undefined {
  if (!('days' in period) || period.days % 30 === 0 || period.days % 365 === 0) return undefined;
  if (before.test(said)) return addDays(today, -period.days);
  return aheadOf.test(said) ? addDays(today, period.days) : undefined;
}

/** A day of the week alone is the next one where only a day to come makes sense. */
export function comingDay(said: string, named: CalendarDate, today: CalendarDate): CalendarDate {
  return isCalendarDate(named) && isBareWeekday(said) && named < today ? addDays(named, 7) : named;
}

/** The same day of the month a year before; 29 February is the one of the last leap year. */
function lastBefore(day: CalendarDate): CalendarDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const before = [1, 2, 3, 4, 8].flatMap((years) => calendarDate(year - years, month, date) ?? []);
  return before[0]!;
}

/**
 * Of several days those that make sense: where only a day that has been does, or only one to come, those; of the two readings of a date in
 * figures those that have been, where only these do. Else, of one day in two years, the one that is by far nearer.
 */
export function daysThatFit(
  { isRelative }: SlotDay,
  days: readonly CalendarDate[],
  { today, past, ahead }: { readonly today: CalendarDate; readonly past?: boolean; readonly ahead?: boolean },
): readonly CalendarDate[] {
  if (days.length < 2) return days;
  if (!isRelative) {
    const been = days.filter((one) => one <= today);
    return past && been.length > 0 ? been : days;
  }
  const fitting = days.filter((one) => (past ? one <= today : ahead ? one >= today : true));
  if (past || ahead) return fitting.length > 0 ? fitting : days;
  const distance = (one: CalendarDate) => Math.abs(daysBetween(today, one));
  const [nearest, next] = [...days].sort((one, other) => distance(one) - distance(other));
  const isSameDay = nearest!.slice(4, 7) === next!.slice(4, 7);
  return isSameDay && farther * distance(nearest!) <= distance(next!) ? [nearest!] : days;
}

/** How many times as far another day has to be for the nearest to be meant. */
const farther = 3;

/** A day of the week alone is the next one where only a day to come makes sense; "last Friday" stays what it is. */
function isBareWeekday(said: string): boolean {
  return isWeekday(said) && !/last|past|прошл|минувш|passad|[uú]ltim|[上本这這]/iu.test(said);
}
