/** A person's own calendar: the booked exams, due days and expiries ahead, and what became of them as a file. */
import type { CardElement } from '@microsoft/teams.cards';
import { madeFileNames } from '../../domain/imports/exported-file';
import type { CalendarEntry } from '../../domain/imports/calendar-entry';
import { namedLine } from '../elements/blocks';
import type { Card } from '../elements/card';
import { button, card, code, line, note, title } from '../elements/elements';
import type { Text } from '../text';

/** `isAdmin`: the deadlines of the company can be had as well. */
export type CalendarView = { readonly isAdmin: boolean } & (
  | { readonly state: 'shown'; readonly entries: readonly CalendarEntry[]; readonly isKnown: boolean }
  | { readonly state: 'asked' | 'handed-over' | 'declined' | 'failed' }
  /** Written on this machine, in the local world. */
  | { readonly state: 'saved'; readonly path: string }
);

const mostShown = 12;
const file = madeFileNames['own-calendar'];

/** The answer to `calendar`, and to what was said to the question for leave. */
export function calendarCard(view: CalendarView, text: Text): Card {
  const heading = headingOf(view, text);
  const hasFile = view.state !== 'shown' || view.entries.length > 0;
  return card({
    text,
    speak: heading,
    body: [title(heading), ...linesOf(view, text)],
    actions: [
      ...(hasFile
        ? [button({ ask: 'calendar', file: true }, text.say('button.calendar-file'), { style: 'positive' })]
        : []),
      ...(view.isAdmin
        ? [button({ ask: 'export', file: 'calendar' }, text.say('button.export-file', { file: 'calendar' }))]
        : []),
      button({ ask: 'my-tasks' }, text.say('button.my-tasks')),
    ],
  });
}

function headingOf({ state }: CalendarView, text: Text): string {
  if (state === 'shown' || state === 'asked') return text.say('calendar.own-name');
  return text.say(`export.${state}`, { file });
}

function linesOf(view: CalendarView, text: Text): readonly CardElement[] {
  switch (view.state) {
    case 'shown':
      return entryLines(view, text);
    case 'asked':
      return [line(text.say('export.asked', { file }))];
    case 'saved':
      return [code(view.path), note(text.say('calendar.how'))];
    case 'handed-over':
      return [note(text.say('calendar.how'))];
    case 'declined':
      return [line(text.say('export.declined-line'))];
    case 'failed':
      return [line(text.say('calendar.failed'))];
  }
}

function entryLines(
  { entries, isKnown }: Extract<CalendarView, { state: 'shown' }>,
  text: Text,
): readonly CardElement[] {
  if (entries.length === 0) return [line(text.say(isKnown ? 'calendar.nothing' : 'calendar.unknown'))];
  const more = entries.length - mostShown;
  return [
    ...entries.slice(0, mostShown).map(({ on, title: words }) => namedLine(text.date(on), words)),
    ...(more > 0 ? [note(text.say('list.more', { count: more }))] : []),
  ];
}
