/** How to import an export: what to get where, and what happens with it. */
import { button, card, code, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { bringInLines } from '../sections/bring-in';
import type { Text } from '../text';

/** How to import an export. */
export function importHowCard(text: Text, { isLocal }: { readonly isLocal: boolean } = { isLocal: false }): Card {
  return card({
    text,
    speak: text.say('import.how.promise'),
    body: [
      title(text.say('import.how.title')),
      line(text.say('import.how.promise')),
      ...(isLocal ? [line(text.say('import.how.local')), code('import Export_trainings.csv')] : []),
      ...bringInLines(text),
      note(text.say('import.how.plus')),
    ],
    actions: [button({ ask: 'progress' }, text.say('button.progress'))],
  });
}
