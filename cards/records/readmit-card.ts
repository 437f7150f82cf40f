/** Letting a person in again who was forgotten: the form for the sign, and that it was done. */
import { button, card, line, textField, title } from '../elements/elements';
import type { Card } from '../elements/card';
import type { Text } from '../text';

/** Asks by which address or id the person is meant; Laurel keeps hashes of them and no names. */
export function readmitCard({ count }: { readonly count: number }, text: Text): Card {
  const heading = text.say('readmit.who');
  const label = text.say('readmit.field');
  return card({
    text,
    speak: heading,
    body: [title(heading), line(text.say('readmit.count', { count })), textField({ id: 'typed', label, empty: label })],
    actions: [button({ ask: 'readmit' }, text.say('button.look-up'), { style: 'positive' })],
  });
}

/** The answer once it is done; it names nobody. */
export function readmittedCard(text: Text): Card {
  const heading = text.say('readmit.done');
  return card({
    text,
    speak: heading,
    body: [title(heading), line(text.say('readmit.means'))],
    actions: [button({ ask: 'help' }, text.say('button.help'))],
  });
}
