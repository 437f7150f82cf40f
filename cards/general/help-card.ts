/** Help: what can be asked, each with words that work, and what the reader's role allows. */
import type { Programme } from '../../domain/programme/programme';
import { fold, linkedLine, tapRow } from '../elements/blocks';
import { button, card, note, title, type Opening } from '../elements/elements';
import type { Card } from '../elements/card';
import { fitToSize } from '../elements/size-limit';
import { goalNoun, type Wording } from '../words/wording';
import type { Text } from '../text';
import type { Question } from '../contract/question';
import type { CommandName } from '../contract/view';
import { helpGroupOf, helpGroups } from './help-groups';

export interface BareQuestion {
  readonly says: string;
  readonly question: Question;
}

export interface HelpView {
  readonly isAdmin: boolean;
  /** In the order of the router; `bare` is there where it can be asked without a name or a date: by which words, and what a press asks. */
  readonly commands: readonly { readonly name: CommandName; readonly bare?: BareQuestion }[];
  /** The examples are of the programme that is followed. */
  readonly programme: Programme;
}

/** What most people ask, which stands open. */
const mostAsked: readonly CommandName[] = ['progress', 'risk', 'plan'];

/** The answer to "help" and to a greeting. The commands come from the list that also hears them; touching one asks it. */
export function helpCard(view: HelpView, text: Text): Card {
  return fitToSize(explainedSteps, (explained) => groupedCard(view, { text, explained }));
}

/** How many of the folded commands are explained, the first groups first: as many as there is room for. */
const explainedSteps = [100, 48, 42, 36, 30, 24, 18, 12, 6, 0] as const;

interface Telling {
  readonly text: Text;
  /** So many of the folded ones are explained; a press explains the others. */
  readonly explained: number;
}

function groupedCard({ isAdmin, commands, programme }: HelpView, { text, explained }: Telling): Card {
  const wording = { text, programme };
  const first = mostAsked.flatMap((asked) => commands.filter(({ name }) => name === asked));
  const folded = helpGroups.flatMap((group) =>
    commands.filter((one) => !first.includes(one) && helpGroupOf(one.name) === group),
  );
  return card({
    text,
    speak: text.say('help.speak', {
      examples: text.list(first.map((one) => rowOf(one, wording).name)),
    }),
    body: [
      title(text.say('help.heading')),
      note(text.say('help.typing')),
      ...first.map((one) =>
        tapRow({ ...rowOf(one, wording), below: [note(aboutOf(one, wording), { spacing: 'None' })] }),
      ),
      ...helpGroups.flatMap((group) => {
        const items = folded
          .map((one, at) => ({ one, about: at < explained ? aboutOf(one, wording) : '' }))
          .filter(({ one: { name } }) => helpGroupOf(name) === group)
          .map(({ one, about }) => linkedLine(rowOf(one, wording).open, about));
        const heading = text.say(`help.group.${group}`, { count: items.length });
        return items.length > 0 ? fold({ id: `help-${group}`, heading, items }) : [];
      }),
      note(text.say(isAdmin ? 'help.role.admin' : 'help.role.everyone'), { separator: true, spacing: 'Medium' }),
    ],
    actions: [
      button({ ask: 'progress' }, text.say('button.progress'), { style: 'positive' }),
      ...(isAdmin ? [button({ ask: 'people' }, text.say('button.people'))] : []),
    ],
  });
}

type Listed = HelpView['commands'][number];

/** What needs a name or a date first explains how it is asked. */
function rowOf({ name, bare }: Listed, wording: Wording): { readonly name: string; readonly open: Opening } {
  const says = bare?.says ?? exampleOf(name, wording);
  return { name: says, open: { question: bare?.question ?? { ask: 'help', topic: name }, title: says } };
}

function aboutOf({ name }: Listed, { text }: Wording): string {
  return text.say(`command.${name}.about`);
}

/** Words that work in the programme that is followed. */
export function exampleOf(name: CommandName, about: Wording): string {
  return about.text.say(`command.${name}.example`, goalNoun(about));
}
