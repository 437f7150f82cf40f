/** Asks for the day of an exam that was named without one. */
import type { Card } from '../elements/card';
import { button, card, dateField, line, title } from '../elements/elements';
import type { Text } from '../text';

/** The credential by its id, and as it is called. */
export interface BookingView {
  readonly credential: string;
  readonly title: string;
}

/** The input is named like the property of the question that its button asks. */
export function bookingCard({ credential, title: name }: BookingView, text: Text): Card {
  const heading = text.say('task.choose.book');
  const field = { id: 'on', label: text.say('task.field.on'), empty: text.say('task.empty.on') };
  return card({
    text,
    speak: heading,
    body: [title(heading), line(name), dateField(field)],
    actions: [
      button({ ask: 'booked', credential, isSure: true }, text.say('button.save'), { style: 'positive' }),
      button({ ask: 'my-tasks' }, text.say('button.my-tasks'), { associatedInputs: 'none' }),
    ],
  });
}
