/** Help: what can be asked, each with words that work, and what the reader's role allows. */
import type { Programme } from '../../domain/programme/programme';
import { button, card, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { goalNoun, type Wording } from '../words/wording';
import type { Text } from '../text';
import type { CommandName } from '../contract/view';

/** How one thing is asked. */
export interface HelpTopicView {
  readonly topic: CommandName;
  /** Whether it writes, once it is confirmed. */
  readonly isAction: boolean;
  readonly programme: Programme;
}

export interface HelpView {
  readonly isAdmin: boolean;
  /** In the order of the router. */
  readonly commands: readonly { readonly name: CommandName }[];
  /** The examples are of the programme that is followed. */
  readonly programme: Programme;
}

/** The answer to "help" and to a greeting. The commands come from the list that also hears them. */
export function helpCard({ isAdmin, commands, programme }: HelpView, text: Text): Card {
  return card({
    text,
    speak: text.say('help.speak', {
      examples: text.list(commands.map(({ name }) => exampleOf(name, { text, programme }))),
    }),
    body: [
      title(text.say('help.heading')),
      ...commands.flatMap(({ name }) => [
        runs([{ words: exampleOf(name, { text, programme }), weight: 'Bolder' }], { spacing: 'Medium' }),
        line(text.say(`command.${name}.about`), {}, { spacing: 'None' }),
      ]),
      note(text.say('help.typing'), { separator: true, spacing: 'Medium' }),
      note(text.say(isAdmin ? 'help.role.admin' : 'help.role.everyone')),
    ],
    actions: [
      button({ ask: 'progress' }, text.say('button.progress'), { style: 'positive' }),
      ...(isAdmin ? [button({ ask: 'people' }, text.say('button.people'))] : []),
    ],
  });
}

/** How one thing is asked: the answer to a question about it, and to a sentence that denies or supposes it. */
export function helpTopicCard({ topic, isAction, programme }: HelpTopicView, text: Text): Card {
  const about = text.say(`command.${topic}.about`);
  const example = text.say('help.topic.example', { example: exampleOf(topic, { text, programme }) });
  return card({
    text,
    speak: text.sentences([about, example]),
    body: [title(about), line(example), ...(isAction ? [note(text.say('help.topic.press'))] : [])],
    actions: [
      button({ ask: 'help' }, text.say('button.help'), { style: 'positive' }),
      button({ ask: 'progress' }, text.say('button.progress')),
    ],
  });
}

/** Words that work in the programme that is followed. */
export function exampleOf(name: CommandName, about: Wording): string {
  return about.text.say(`command.${name}.example`, goalNoun(about));
}
