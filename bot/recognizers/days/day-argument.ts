/** Reads on which day something was or will be, for commands that record facts. */
import { wordEnd, wordStart } from '../../language-understanding/word-edge';
import type { Question } from '../../../cards/contract/question';
import type { Refusal } from '../../../cards/contract/refusal';
import { addDays, calendarDate, daysBetween, isCalendarDate, type CalendarDate } from '../../../domain/basics/date';
import type { RecognitionContext } from '../../language-understanding/phrases';
import { tokenize, type Utterance } from '../../language-understanding/utterance';
import { dayMeant, recognizeDay } from './day-recognizer';

/** Whether this is a day as a question carries it: a date, `--03-01` where no year was said, or a word whose day today tells. */
export function isNamedDay(text: string): boolean {
  const inLeapYear = text.startsWith('--') ? `2000${text.slice(1)}` : text;
  return isCalendarDate(inLeapYear) || ['today', 'yesterday', 'tomorrow'].includes(text);
}

export interface DayArgument {
  readonly on?: string;
  readonly rest: Utterance;
}

/** Chinese words stand without spaces. */
const relative: readonly (readonly [words: RegExp, on: string])[] = [
  [whole('today|hoje|сегодня'), 'today'],
  [whole('yesterday|ontem|вчера'), 'yesterday'],
  [whole('tomorrow|amanhã|amanha|завтра'), 'tomorrow'],
  [/今天|今日/u, 'today'],
  [/昨天|昨日/u, 'yesterday'],
  [/明天|明日/u, 'tomorrow'],
];

function whole(words: string): RegExp {
  return new RegExp(`${wordStart}(?:${words})${wordEnd}`, 'iu');
}

/** The day that is named, if any, and what was heard beside it; a refusal where it can be read two ways or does not exist. */
export function readDayArgument(
  utterance: Utterance,
  reading: RecognitionContext,
  make: (day: DayArgument) => Question | Refusal,
): Question | Refusal {
  const { lexicon } = reading.vocabulary;
  const { date, rest } = recognizeDay(utterance.said, reading.locale);
  if (!date) return make(relativeDay(utterance, reading));
  const beside = tokenize(rest, lexicon);
  const [only, ...others] = date.readings;
  if (only === undefined) return { code: 'not-a-date', heard: date.said };
  if (others.length === 0) return make({ on: only, rest: beside });
  const made = date.readings.map((on) => ({ label: on, question: make({ on, rest: beside }) }));
  const candidates = made.flatMap(({ label, question }) => ('code' in question ? [] : [{ label, question }]));
  return candidates.length > 0 ? { code: 'ambiguous', heard: date.said, candidates } : make({ on: only, rest: beside });
}

function relativeDay(utterance: Utterance, { vocabulary }: RecognitionContext): DayArgument {
  for (const [words, on] of relative)
    if (words.test(utterance.said))
      return { on, rest: tokenize(utterance.said.replace(words, ' '), vocabulary.lexicon) };
  return { rest: utterance };
}

/** The whole dates that may be meant, for what has to be exact; or what was said, where it is none or lacks the year. */
export function wholeDates(
  { said }: Utterance,
  { locale, vocabulary }: RecognitionContext,
): { readonly dates: readonly string[]; readonly rest: Utterance } | undefined {
  const { date, rest } = recognizeDay(said, locale);
  if (!date) return undefined;
  const dates = date.readings.filter(isCalendarDate);
  return { dates: dates.length > 0 ? dates : [date.said], rest: tokenize(rest, vocabulary.lexicon) };
}

/** The day that is meant; today where none was named. Without a year the nearest one: people speak of what is not long ago. */
export function dayIn(on: string | undefined, today: CalendarDate): CalendarDate {
  if (on === undefined || on === 'today') return today;
  if (on === 'yesterday') return addDays(today, -1);
  if (on === 'tomorrow') return addDays(today, 1);
  return isCalendarDate(on) ? on : nearest(on, today);
}

/** The day that is meant of one to come: without a year the next one. */
export function dayAhead(on: string, today: CalendarDate): CalendarDate {
  return on.startsWith('--') ? dayMeant(on, today) : dayIn(on, today);
}

function nearest(on: string, today: CalendarDate): CalendarDate {
  const [month, day] = on.slice(2).split('-').map(Number) as [number, number];
  const year = Number(today.slice(0, 4));
  const days = [-1, 0, 1, 2, 3, 4].flatMap((more) => calendarDate(year + more, month, day) ?? []);
  const distance = (one: CalendarDate) => Math.abs(daysBetween(today, one));
  return days.sort((one, other) => distance(one) - distance(other))[0] ?? today;
}
