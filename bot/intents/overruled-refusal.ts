/** A refusal of the grammar is overruled where what it did not know is only a word, and the scorer surely knows what is asked. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { isEveryday } from '../language-understanding/everyday-words';
import type { Slots } from '../recognizers/slot-recognizer';
import { commandNamed } from './all-commands';
import { isPhrase } from './command-form';
import { certain, isNothing, sureEnough } from './likelihood';

/** "Employee list", "onde estamos vulneráveis": the scorer surely knows another command, or what was taken for a name are words that people use. */
export function isOverruled(read: Question | Refusal, first: RankedCommand | undefined, { rest }: Slots): boolean {
  if (!('code' in read) || first === undefined || isNothing(first)) return false;
  if (read.code === 'unknown-competency')
    return (
      first.sure >= sureEnough && read.heard.split(/\s+/u).every((word) => isEveryday(word) || isHanBeside(word, first))
    );
  const wanting = askedFor[read.code];
  const command = wanting === undefined ? undefined : commandNamed(wanting);
  if (command === undefined || first.sure < certain || isPhrase(rest.said, [command.phrases, command.extraPhrases]))
    return false;
  return first.topic !== undefined || first.ask !== command.name;
}

/** `plan 指令怎麼下`: Chinese words beside the name of a command that are no goal, where the scorer surely knows what is asked. */
function isHanBeside(word: string, { topic, ask, sure }: RankedCommand): boolean {
  return /^\p{sc=Han}+$/u.test(word) && sure >= certain && (topic !== undefined || !ofGoal.has(ask));
}

/** What is asked of a goal: an unknown one is told. */
const ofGoal: ReadonlySet<string> = new Set(['competency', 'requirements', 'why', 'plan', 'override', 'progress']);

/** For which command a value was wanting. */
const askedFor: Readonly<Partial<Record<Refusal['code'], string>>> = {
  'which-person': 'person',
  'which-event': 'what-if',
};

/** Whether the grammar read this command with a credential that no programme has: an answer without it would be to another question. */
export function isRefusedFor(read: Question | Refusal, ask: string | undefined): boolean {
  if (!('code' in read) || read.code !== 'unknown-credential') return false;
  return read.nearest.length > 0 && read.nearest.every(({ question }) => question.ask === ask);
}
