/** The welcome: said once where Laurel is installed, with what it does, three things to type, and where the data comes from. */
import type { Programme } from '../../domain/programme/programme';
import type { CardElement } from '@microsoft/teams.cards';
import { bringInLines } from '../sections/bring-in';
import { button, card, heading, line, note, runs, title } from '../elements/elements';
import type { Card } from '../elements/card';
import type { Wording } from '../words/wording';
import { exampleOf } from './help-card';
import type { Text } from '../text';
import type { CommandName } from '../contract/view';

export interface WelcomeView {
  readonly scope: 'personal' | 'groupChat' | 'channel';
  /** The name of the company, where it is known. */
  readonly partner?: string;
  readonly adminIsYou: boolean;
  readonly programme: Programme;
}

const toTry: readonly CommandName[] = ['progress', 'why', 'help'];

/** The first card in a chat. Only admins are told how to import data. */
export function welcomeCard({ scope, partner, adminIsYou, programme }: WelcomeView, text: Text): Card {
  const what = text.say('welcome.what', { partner: partner ?? text.say('welcome.your-company') });
  return card({
    text,
    speak: `${text.say('welcome.heading')}. ${what}`,
    body: [
      title(text.say('welcome.heading')),
      line(what),
      heading(text.say('welcome.try')),
      ...toTry.map((name) => commandLine(name, { text, programme })),
      ...(scope === 'personal' ? [] : [note(text.say('welcome.mention', { scope }))]),
      note(text.say(adminIsYou ? 'welcome.admin.you' : 'welcome.admin.other'), { separator: true, spacing: 'Medium' }),
      ...(adminIsYou && scope === 'personal' ? bringInLines(text) : []),
    ],
    actions: [
      button({ ask: 'progress' }, text.say('button.progress'), { style: 'positive' }),
      ...(scope === 'personal' ? [button({ ask: 'onboard' }, text.say('button.onboard'))] : []),
      button({ ask: 'help' }, text.say('button.help')),
    ],
  });
}

function commandLine(name: CommandName, about: Wording): CardElement {
  return runs(
    [{ words: exampleOf(name, about), weight: 'Bolder' }, { words: ` · ${about.text.say(`command.${name}.about`)}` }],
    { spacing: 'Small' },
  );
}
