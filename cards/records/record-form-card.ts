/** The forms that record by hand that a person left, or what a person completed; saving shows the preview first. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { Choice } from '../contract/dataset';
import type { Question } from '../contract/question';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, dateField, line, note, searchField, title } from '../elements/elements';
import { footer } from '../sections/footer';
import type { Text } from '../text';

export interface RecordFormView extends CardSetting {
  readonly asOf: CalendarDate;
  readonly kind: 'left' | 'completed';
  /** Everyone who can be chosen; absent where the reader records their own. */
  readonly people?: readonly Choice[];
  readonly credentials: readonly Choice[];
  /** What was said already. */
  readonly known?: { readonly credential?: string; readonly on?: CalendarDate };
}

/** The form; the names of its fields are those of the question that its button asks, which carries what was said already. */
export function recordFormCard(view: RecordFormView, text: Text): Card {
  const { kind, people } = view;
  const heading = text.say(people ? `form.${kind}` : 'form.completed-own');
  return card({
    text,
    speak: heading,
    body: [title(heading), ...fieldsOf(view, text), note(text.say('form.preview-first')), ...footer(view, text)],
    actions: [
      button(questionOf(view), text.say('button.preview'), { style: 'positive' }),
      button({ ask: 'help', topic: kind }, text.say('button.help'), { associatedInputs: 'none' }),
    ],
  });
}

function questionOf({ kind, people, known }: RecordFormView): Question {
  if (kind === 'left') return { ask: kind };
  return { ask: kind, ...(known?.credential && { credential: known.credential }), ...(!people && { person: 'me' }) };
}

function fieldsOf({ kind, people, asOf, ...view }: RecordFormView, text: Text): readonly CardElement[] {
  const empty = text.say('form.empty');
  const person = { id: 'person', label: text.say('form.person'), empty, hint: text.say('form.type') };
  const value = view.known?.on ?? asOf;
  const on = { id: 'on', label: text.say(`form.${kind}-on`), value, empty: text.say('form.day') };
  return [
    ...(kind === 'completed' ? [credentialField(view, text)] : []),
    ...(people ? [searchField(person, { dataset: 'people', choices: people })] : []),
    // An announced day may lie ahead; what was completed lies behind.
    dateField(on, kind === 'completed' ? asOf : undefined),
  ];
}

/** Which certification: to be chosen, or the one that was said. */
function credentialField(
  { credentials, known }: Pick<RecordFormView, 'credentials' | 'known'>,
  text: Text,
): CardElement {
  const said = credentials.find(({ value }) => value === known?.credential);
  if (said) return line(said.title, { weight: 'Bolder' });
  const labels = { label: text.say('form.credential'), empty: text.say('form.empty'), hint: text.say('form.type') };
  return searchField({ id: 'credential', ...labels }, { dataset: 'credentials', choices: credentials });
}
