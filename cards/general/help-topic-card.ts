/** How one thing is asked or done: the answer to a question about it, and to a sentence that denies or supposes it. */
import type { CardElement } from '@microsoft/teams.cards';
import type { Programme } from '../../domain/programme/programme';
import { button, card, line, note, title } from '../elements/elements';
import type { Card } from '../elements/card';
import { linkingSteps } from '../onboarding/onboard-guidance';
import type { Text } from '../text';
import type { CommandName } from '../contract/view';
import { exampleOf } from './help-card';

export interface HelpTopicView {
  readonly topic: CommandName;
  /** Whether it writes, once it is confirmed. */
  readonly isAction: boolean;
  readonly programme: Programme;
}

/** What it is for, what more there is to know of it, and words that ask it. */
export function helpTopicCard(view: HelpTopicView, text: Text): Card {
  const { topic, isAction, programme } = view;
  const about = text.say(`command.${topic}.about`);
  const example = text.say('help.topic.example', { example: exampleOf(topic, { text, programme }) });
  const nothing = isAction ? [text.say('help.topic.nothing')] : [];
  const isOfOnboarding = topic === 'step' || topic === 'onboard';
  return card({
    text,
    speak: text.sentences([...nothing, about, ...remarks(topic, text), example]),
    body: [
      ...nothing.map((words) => note(words)),
      title(about),
      ...remarks(topic, text).map((words) => line(words)),
      ...way(view, text),
      line(example),
      ...(isAction ? [note(text.say('help.topic.press'))] : []),
    ],
    actions: [
      ...(isOfOnboarding ? [button({ ask: 'onboard' }, text.say('button.onboard'))] : []),
      button({ ask: 'help' }, text.say('button.help'), { style: 'positive' }),
      button({ ask: 'progress' }, text.say('button.progress')),
    ],
  });
}

/** Leave that ends is the most frequent reason to ask how a leave is recorded, and is none; who is new has no name on record yet. */
function remarks(topic: CommandName, text: Text): readonly string[] {
  if (topic === 'left') return [text.say('help.left.absence')];
  return topic === 'onboard' ? [text.say('help.onboard.new')] : [];
}

/** What a person does outside of Laurel: who asks how an account is linked asks for that. */
function way({ topic, programme }: HelpTopicView, text: Text): readonly CardElement[] {
  if (topic === 'step') return linkingSteps(text);
  if (topic !== 'onboard') return [];
  return [
    line(text.say('onboard.step.account')),
    note(text.say('onboard.account.how', { path: text.say('path.add-user') }), { spacing: 'None' }),
    line(text.say('onboard.step.link')),
    note(text.say('onboard.link.only-you'), { spacing: 'None' }),
    line(text.say('onboard.step.wait', { hours: programme.policies.countingDelay })),
    line(text.say('onboard.step.count')),
  ];
}
