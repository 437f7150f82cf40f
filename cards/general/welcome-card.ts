/** The welcome: said once where Laurel is installed, with what it does, three things to type, and where the data comes from. */
import type { Programme } from '../../domain/programme/programme';
import type { CardElement } from '@microsoft/teams.cards';
import { bringInSteps } from '../sections/bring-in';
import { fold, linkedLine, noticeBox } from '../elements/blocks';
import type { Question } from '../contract/question';
import { button, card, heading, line, note, title } from '../elements/elements';
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
  /** The other sample of the local world, one press away. */
  readonly sample?: 'competencies' | 'designations';
}

const toTry: readonly CommandName[] = ['progress', 'risk', 'help'];

/** The first card in a chat: what Laurel does, one task, and three things to ask. Only admins are told how to import data. */
export function welcomeCard({ scope, partner, adminIsYou, programme, sample }: WelcomeView, text: Text): Card {
  const what = text.say('welcome.what', { partner: partner ?? text.say('welcome.your-company') });
  const mayImport = adminIsYou && scope === 'personal';
  return card({
    text,
    speak: `${text.say('welcome.heading')}. ${what}`,
    body: [
      title(text.say('welcome.heading')),
      line(what),
      ...(mayImport ? [taskBox(text)] : []),
      heading(text.say('welcome.try'), { spacing: 'Medium' }),
      ...toTry.map((name) => commandLine(name, { text, programme })),
      ...(scope === 'personal' ? [] : [note(text.say('welcome.mention', { scope }))]),
      ...(mayImport ? fold({ id: 'data', heading: text.say('data.heading'), items: bringInSteps(text) }) : []),
      note(text.say(adminIsYou ? 'welcome.admin.you' : 'welcome.admin.other'), { separator: true, spacing: 'Small' }),
    ],
    actions: [
      // Without a sample nothing is on record yet, so that the export comes first.
      ...(mayImport && !sample ? [button({ ask: 'import' }, text.say('welcome.task'), { style: 'positive' })] : []),
      button({ ask: 'progress' }, text.say('button.progress'), mayImport && !sample ? {} : { style: 'positive' }),
      ...(scope === 'personal' ? [button({ ask: 'onboard' }, text.say('button.onboard'))] : []),
      ...(sample ? [button({ ask: 'programme', sample }, text.say(`button.sample.${sample}`))] : []),
      button({ ask: 'help' }, text.say('button.help')),
    ],
  });
}

/** The one thing that makes all answers true: the export of the company. */
function taskBox(text: Text): CardElement {
  return noticeBox({
    tone: 'note',
    heading: text.say('welcome.task'),
    below: [line(text.say('welcome.task-how'), {}, { spacing: 'None' })],
    open: { question: { ask: 'import' }, title: text.say('welcome.task') },
  });
}

function commandLine(name: CommandName, about: Wording): CardElement {
  const question = { ask: name } as Extract<Question, { ask: 'progress' | 'risk' | 'help' }>;
  return linkedLine({ question, title: exampleOf(name, about) }, about.text.say(`command.${name}.about`));
}
