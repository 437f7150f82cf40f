/** The answer to "they are two different people": that it is remembered, and how it is taken back. */
import { button, card, line, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { escapeMarkdown } from '../elements/escaped-text';
import type { Text } from '../text';

/** Two people of one name, by the ids of their records, and what an admin said of them. */
export interface ApartView {
  readonly person: string;
  readonly other: string;
  readonly name: string;
  /** Whether they are two people; else that answer was taken back. */
  readonly isApart: boolean;
}

const longestName = 80;

/** What is remembered of the two records now. */
export function apartCard({ person, other, name, isApart }: ApartView, text: Text): Card {
  const heading = text.say('apart.heading', {
    state: isApart ? 'recorded' : 'undone',
    name: escapeMarkdown(name, longestName),
  });
  return card({
    text,
    speak: heading,
    body: [title(heading), line(text.say(isApart ? 'apart.remembered' : 'apart.asked-again'))],
    actions: [
      button(
        { ask: 'same-person', person, other, apart: !isApart },
        text.say(isApart ? 'button.undo' : 'button.apart'),
      ),
      button({ ask: 'progress' }, text.say('button.progress')),
    ],
  });
}
