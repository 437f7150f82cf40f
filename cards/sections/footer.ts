/** The footer says what the numbers of a card stand on: the import, the day, rules that have ended, and when they were last checked. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { ImportRecord } from '../../domain/partner/import-record';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import { hasEnded, type Programme } from '../../domain/programme/programme';
import { fold } from '../elements/blocks';
import { note } from '../elements/elements';
import type { Text } from '../text';
import type { CardSetting } from '../contract/view';

export interface Footing extends CardSetting {
  readonly asOf: CalendarDate;
}

/** The last lines of a card about the rules alone. */
export function rulesFooter(
  { programme, asOf }: Pick<Footing, 'programme' | 'asOf'>,
  text: Text,
): readonly CardElement[] {
  const inForce = text.say('footer.rules', { date: text.date(asOf) });
  const lines = [inForce, ...endedWords(programme, asOf, text), ...checkedWords(programme, text)];
  return notes(lines);
}

/** The last lines of every card with numbers on it. */
export function footer(view: Footing, text: Text): readonly CardElement[] {
  const first = [dataWords(view, text), ...checkedWords(view.programme, text)].join(' · ');
  return notes([first, ...aboutLines(view, text)]);
}

function aboutLines({ programme, asOf, seesNames, clock, isOwnView }: Footing, text: Text): readonly string[] {
  return [
    ...endedWords(programme, asOf, text),
    ...(clock === undefined ? [] : [text.say('footer.clock', { date: text.date(clock) })]),
    ...(seesNames ? [] : [text.say('footer.names-hidden')]),
    ...(seesNames && isOwnView ? [text.say('footer.own-view')] : []),
  ];
}

/** The same where a card has more to say about its numbers: the day stands open, the rest is folded under it. */
export function foldedFooter(view: Footing, more: readonly CardElement[], text: Text): readonly CardElement[] {
  const items = [
    ...more,
    ...[...checkedWords(view.programme, text), ...aboutLines(view, text)].map((words) => note(words)),
  ];
  return fold({ id: 'footer', heading: dataWords(view, text), items });
}

/** The day of the newest import and the day that is counted for; one day where both are the same. */
function dataWords(view: Footing, text: Text): string {
  const { newestImport, asOf } = view;
  const date = text.date(asOf);
  if (!newestImport) return text.say('footer.no-data', { date });
  const day = importDay(newestImport, view);
  return day === asOf
    ? text.say('footer.same-day', { date })
    : text.say('footer.data', { imported: text.date(day), date });
}

function importDay({ importedAt }: ImportRecord, { partner, programme }: Footing): CalendarDate {
  return partnerDayAt(Date.parse(importedAt), policiesOf(partner, programme));
}

function endedWords(programme: Programme, asOf: CalendarDate, text: Text): readonly string[] {
  const { effectiveTo, edition } = programme;
  if (effectiveTo === undefined || !hasEnded(programme, asOf)) return [];
  return [text.say('footer.ended', { date: text.date(effectiveTo), edition })];
}

/** A programme of a file that says no day is not said to have been checked. */
function checkedWords({ checkedOn }: Programme, text: Text): readonly string[] {
  return checkedOn === undefined ? [] : [text.say('footer.checked', { date: text.date(checkedOn) })];
}

function notes(lines: readonly string[]): readonly CardElement[] {
  return lines.map((words, index) =>
    note(words, index === 0 ? { separator: true, spacing: 'Medium' } : { spacing: 'None' }),
  );
}
