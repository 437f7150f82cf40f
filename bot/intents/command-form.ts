/** The form of a sentence tells how far the grammar may be believed: whether a command stands first, and whether all words are its own. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { normalize } from '../language-understanding/message-text';
import { findPhraseOf, phraseWords, type Phrases } from '../language-understanding/phrases';
import { tellingWords } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import { commandNamed, commands } from './all-commands';

/** A refusal is only believed of a command that is shorter still. */
const mostRefusedWords = 4;
/** More words than this are no longer a command and its values. */
const mostCommandWords = 7;

/** Whether a text is a phrase of a command and nothing else. */
export function isPhrase(text: string, lists: readonly (Phrases | undefined)[]): boolean {
  const typed = normalize(text);
  return lists.some((one) => one && phraseWords(one).some((words) => words.join(' ') === typed));
}

/** `person chen`: the command comes first and the rest of the text is its value. */
export function startsWithPhrase(
  text: string,
  lists: readonly (Phrases | undefined)[],
  most = mostCommandWords,
): boolean {
  const words = normalize(text).split(' ');
  const typed = text.trim().split(/\s+/u);
  const forms = lists.flatMap((one) => (one ? phraseWords(one) : []));
  return typed.length <= most && forms.some((form) => form.every((word, at) => words[at] === word));
}

/** "In two weeks": what stands before a length of time belongs to it. */
const beforePeriod: ReadonlySet<string> = new Set(['in', 'within', 'через', 'спустя', 'em', 'daqui', 'dentro']);

/** A greeting is heard by these, and says nothing of what follows. */
const greets: ReadonlySet<string> = new Set(['help', 'none']);

/** Whether the grammar read a command that stands first and found its value wanting: it says what is wrong with it. */
export function isRefusedCommand(read: Question | Refusal, said: string): boolean {
  if (!('code' in read) || read.code === 'not-understood') return false;
  return commands.some(
    ({ name, phrases, extraPhrases }) =>
      !greets.has(name) && startsWithPhrase(said, [phrases, extraPhrases], mostRefusedWords),
  );
}

/**
 * Whether a sentence is the words of its command, values and fillers, and nothing else: then the grammar has read all of it.
 */
export function isCommandForm(question: Question, slots: Slots): boolean {
  const { rest, masked, period } = slots;
  // A figure that is named without a value is shown by the list of them.
  const ask = question.ask === 'figures' && question.metric !== undefined ? 'figure' : question.ask;
  if (isWithoutValue(ask, slots)) return false;
  if (/xq(?:metric|num)xq/u.test(masked) && ask !== 'figure') return false;
  const { phrases, extraPhrases, vocabulary, readsWhole } = commandNamed(ask)!;
  // Its words may be part of a value: an Azure Administrator is no admin.
  if (readsWhole && !findPhraseOf(rest, phrases)) return false;
  const own = new Set([phrases, extraPhrases, vocabulary].flatMap((one) => (one ? phraseWords(one).flat() : [])));
  if (startsWithPhrase(rest.said, [phrases, extraPhrases])) return true;
  return tellingWords(rest).every(
    ({ said, key, means }) =>
      own.has(key) ||
      means.some((word) => own.has(word)) ||
      (means.length === 0 && /^\p{Lu}/u.test(said)) ||
      (period !== undefined && beforePeriod.has(key)),
  );
}

/** Whether a value is named that this command does not take: "pessoas com a MD-102" is no list of all, nor "renewed my DP-203" a membership. */
function isWithoutValue(ask: string, { credentials, people }: Slots): boolean {
  return (credentials.length > 0 && ofNoCredential.has(ask)) || (people.length > 0 && ofNobody.has(ask));
}

const ofNoCredential: ReadonlySet<string> = new Set([
  'person',
  'people',
  'renewed',
  'renewal',
  'forget',
  'profile',
  'membership',
]);
const ofNobody: ReadonlySet<string> = new Set(['profile', 'help', 'renewed', 'membership']);
