/** Why there is no answer, in a sentence, and with buttons what to do instead. */
import { isCalendarDate } from '../../domain/basics/date';
import { button, card, dateField, line, mostActions, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { refusalHeading, refusalHelp } from './refusal-words';
import type { Text } from '../text';
import { offersOf, type SuggestedQuestion, type Refusal } from '../contract/refusal';
import type { CardElement, IExecuteAction } from '@microsoft/teams.cards';

/** The card of a refusal; none is a dead end. */
export function refusalCard(refusal: Refusal, text: Text): Card {
  const heading = refusalHeading(refusal, text);
  const candidates = offersOf(refusal);
  return card({
    text,
    speak: heading,
    body: [title(heading), line(refusalHelp(refusal, text)), ...dayAsked(refusal, text)],
    actions: actionsOf(refusal, candidates, text),
  });
}

function askingOf(refusal: Refusal) {
  return 'asking' in refusal ? refusal.asking : undefined;
}

/** A field for the day that could not be read, where it is known what for. */
function dayAsked(refusal: Refusal, text: Text): readonly CardElement[] {
  const asking = askingOf(refusal);
  if (!asking) return [];
  return [dateField({ id: asking.field, label: text.say('form.which-day'), empty: text.say('form.day') })];
}

/** The button that sends the field; the others of such a card send nothing of it. */
function dayButtons(refusal: Refusal, text: Text): readonly IExecuteAction[] {
  const asking = askingOf(refusal);
  if (!asking) return [];
  return [button(asking.question, text.say('button.with-this-day'), { style: 'positive' })];
}

/** A person who gets one of these may not use the bot, so the card has no buttons. */
const refusalsForStrangers: ReadonlySet<Refusal['code']> = new Set([
  'tenant-not-allowed',
  'no-work-account',
  'other-organization',
]);

/** A day is offered as the reader's language writes it. */
function labelWords(label: string, text: Text): string {
  return isCalendarDate(label) ? text.date(label) : label;
}

/** The candidates, and after them what always works, as far as there is room. */
function actionsOf(refusal: Refusal, candidates: readonly SuggestedQuestion[], text: Text): readonly IExecuteAction[] {
  if (refusalsForStrangers.has(refusal.code)) return [];
  const sendsNothing = askingOf(refusal) ? { associatedInputs: 'none' as const } : {};
  const always = [
    ...(refusal.code === 'not-your-card' || refusal.code === 'no-own-record'
      ? [button({ ask: 'onboard' }, text.say('button.onboard'))]
      : []),
    button({ ask: 'progress' }, text.say('button.progress'), sendsNothing),
    button({ ask: 'help' }, text.say('button.help'), sendsNothing),
  ];
  const asked = dayButtons(refusal, text);
  const offered = candidates.map(({ label, question }) => button(question, labelWords(label, text)));
  return [...asked, ...offered.slice(0, mostActions - 1), ...always].slice(0, mostActions);
}
