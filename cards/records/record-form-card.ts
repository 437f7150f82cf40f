/** The forms that record by hand that a person left, or what a person completed; saving shows the preview first. */
import type { CardElement } from '@microsoft/teams.cards';
import type { CalendarDate } from '../../domain/basics/date';
import type { Choice } from '../contract/dataset';
import type { CardSetting } from '../contract/view';
import type { Card } from '../elements/card';
import { button, card, dateField, note, searchField, title } from '../elements/elements';
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

/** The form; the names of its fields are those of the question that its button asks. */
export function recordFormCard(view: RecordFormView, text: Text): Card {
  const { kind, people } = view;
  const heading = text.say(people ? `form.${kind}` : 'form.completed-own');
  const question = kind === 'left' ? { ask: kind } : { ask: kind, ...(!people && { person: 'me' }) };
  return card({
    text,
    speak: heading,
    body: [title(heading), ...fieldsOf(view, text), note(text.say('form.preview-first')), ...footer(view, text)],
    actions: [
      button(question, text.say('button.preview'), { style: 'positive' }),
      button({ ask: 'help', topic: kind }, text.say('button.help'), { associatedInputs: 'none' }),
    ],
  });
}

function fieldsOf({ kind, people, credentials, asOf, known = {} }: RecordFormView, text: Text): readonly CardElement[] {
  const empty = text.say('form.empty');
  const person = { id: 'person', label: text.say('form.person'), empty, hint: text.say('form.type') };
  const chosen = known.credential === undefined ? {} : { value: known.credential };
  const credential = { id: 'credential', label: text.say('form.credential'), empty, hint: text.say('form.type') };
  const on = { id: 'on', label: text.say(`form.${kind}-on`), value: known.on ?? asOf, empty: text.say('form.day') };
  const ofChosen = (one: Choice) => (one.value === known.credential ? 0 : 1);
  // What stands in a field has to be among the choices that are sent with the card.
  const choices = [...credentials].sort((one, other) => ofChosen(one) - ofChosen(other));
  return [
    ...(kind === 'completed' ? [searchField({ ...credential, ...chosen }, { dataset: 'credentials', choices })] : []),
    ...(people ? [searchField(person, { dataset: 'people', choices: people })] : []),
    // An announced day may lie ahead; what was completed lies behind.
    dateField(on, kind === 'completed' ? asOf : undefined),
  ];
}
