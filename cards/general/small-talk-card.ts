/** The short answer to what is no question: thanks, a good-bye, how Laurel is. */
import type { SmallTalk } from '../contract/question';
import { button, card, title } from '../elements/elements';
import type { Card } from '../elements/card';
import type { Text } from '../text';

/** One sentence, and the way to what can be asked. */
export function smallTalkCard(about: SmallTalk, text: Text): Card {
  const words = text.say(`small-talk.${about}`);
  return card({
    text,
    speak: words,
    body: [title(words)],
    actions: [
      button({ ask: 'progress' }, text.say('button.progress')),
      button({ ask: 'help' }, text.say('button.help')),
    ],
  });
}
