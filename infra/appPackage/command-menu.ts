/** The command menu that Teams shows above the message box, by scope, from the bot's own commands and their help texts. */
import { commands } from '../../bot/intents/all-commands';
import type { QuestionName } from '../../cards/contract/question';
import { text } from '../../cards/text';
import type { Locale } from '../../domain/basics/locale';

export type MenuScope = 'personal' | 'team' | 'groupChat' | 'copilot';

/** Manifest schema 1.25 takes three lists of twelve commands each. */
export const mostCommands = 12;

/** In a room answers are seen by all, so it gets what a partner discusses together; the private chat what concerns one person. */
export const menus: readonly { readonly scope: MenuScope; readonly names: readonly QuestionName[] }[] = [
  {
    scope: 'personal',
    names: [
      'progress',
      'why',
      'risk',
      'renewal',
      'plan',
      'what-if',
      'expiring',
      'person',
      'alerts',
      'onboard',
      'import',
      'help',
    ],
  },
  {
    scope: 'team',
    names: [
      'progress',
      'requirements',
      'why',
      'risk',
      'renewal',
      'plan',
      'what-if',
      'expiring',
      'upgrade',
      'alerts',
      'profile',
      'help',
    ],
  },
  {
    scope: 'groupChat',
    names: [
      'progress',
      'requirements',
      'why',
      'risk',
      'renewal',
      'plan',
      'upgrade',
      'benefits',
      'profile',
      'compare',
      'programme',
      'help',
    ],
  },
];

export interface MenuEntry {
  readonly title: string;
  readonly description: string;
}

/** What the menu of a scope offers in a language: the phrase that the command understands, and what it is good for. */
export function entriesOf(names: readonly QuestionName[], locale: Locale): readonly MenuEntry[] {
  const words = text(locale);
  return names.map((name) => {
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(`No command is called ${name}`);
    return { title: command.phrases[locale][0], description: words.say(`command.${command.name}.about`) };
  });
}
