/** The mood of an order decides whether it is previewed or explained: denied, asked about, supposed or quoted it is none. */
import type { Question } from '../../cards/contract/question';
import type { Command } from '../commands/command';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { findPhraseOf } from '../language-understanding/phrases';
import { plainSpoken } from '../language-understanding/seeming-mood';
import type { SentenceMood } from '../language-understanding/sentence-mood';
import { tokenize, type Utterance } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import { recognizeProgramme } from '../recognizers/programme-recognizer';
import { asksHowLongValid } from '../recognizers/words/validity-words';
import { commandNamed } from './all-commands';
import { moodOf } from './grammar';
import { besideNames } from './named-people';
import { unsureOf } from './suggested';
import { explanationOf, type SentenceRead, type Understanding } from './understanding';
import {
  explainedDenial,
  explainedOrder,
  forbidden,
  isDenied,
  isLikeliest,
  isSurelyStated,
  mayBeStated,
} from './denied-order';
import { isAbsence, isForbiddenDeed, isNobodysDeed, isNoDeed, isNotDone } from './no-deed';
import { isOrderedInClause } from './ordered-clause';

/** What is understood, or how it is done where the sentence denies, questions or forbids it. */
export function inItsMood(heard: Understanding, ranked: readonly RankedCommand[], sentence: Sentence): Understanding {
  const { slots, context } = sentence;
  const utterance = tokenize(plainSpoken(besideNames(slots)), context.vocabulary.lexicon);
  const command = commandNamed((heard.meaning ?? heard.missing)?.ask ?? '');
  if (!command) return unnamedInItsMood({ heard, ranked, utterance }, sentence);
  if (command.previews) return orderInItsMood(command, { heard, ranked, utterance }, sentence);
  return (command.name !== 'help' && forbidden(slots, ranked, context)) || heard;
}

type Sentence = Pick<SentenceRead, 'slots' | 'context'>;

interface Heard {
  readonly heard: Understanding;
  readonly ranked: readonly RankedCommand[];
  /** Its words, with plain ones for those that only look like a question or a denial. */
  readonly utterance: Utterance;
}

/** The same where no command is sure: what is denied is explained. */
function unnamedInItsMood({ heard, ranked, utterance }: Heard, { slots, context }: Sentence): Understanding {
  if (isDenied(utterance)) {
    const explained = explainedOrder(slots, context) ?? forbidden(slots, ranked, context);
    return explained ?? (heard.isElsewhere ? heard : (explainedDenial(ranked) ?? heard));
  }
  return !heard.isElsewhere && isAbsence(slots, ranked) ? explanationOf('left', heard.sure) : heard;
}

/** The same of a command that writes: previewed where the sentence, or one clause of it, orders or states what is done. */
function orderInItsMood(command: Command, { heard, ranked, utterance }: Heard, sentence: Sentence): Understanding {
  const { slots, context } = sentence;
  const mood = moodOf(command, { utterance, reading: context });
  const isSure = isSurelyStated(command.name, ranked);
  const isBought =
    mood === 'asked' && isSure && command.name === 'membership' && tellsPurchase(command, slots, context);
  if (mood === 'asked' && isSure && !isBought && isShown(command.name, slots.said))
    return { meaning: { ask: command.name, parameters: {} }, isElsewhere: false, sure: heard.sure, also: [] };
  const isStated = isBought || isStatedOrder(command, { mood, isSure, ranked, utterance }, sentence);
  const explained = explanationOf(command.name, heard.sure);
  if (mood === 'asked' && command.name === 'import') return explained;
  if (isForbiddenDeed(command.name, slots.said) && heard.meaning && !isStated) return explained;
  if (isNotDone(slots.said)) return explained;
  const question = heard.meaning && ({ ask: command.name, ...heard.meaning.parameters } as Question);
  if (question !== undefined && command.previews?.(question) !== true)
    return isDenied(utterance) && mood !== 'asked' && !isStated ? explained : heard;
  if (isNoDeed(command.name, slots)) return explained;
  if (mood === 'plain' || isStated) return heard;
  return isSure && !findPhraseOf(utterance, command.phrases) ? unsureOf(ranked, sentence) : explained;
}

interface OrderRead extends Omit<Heard, 'heard'> {
  readonly mood: SentenceMood;
  /** Whether the scorer surely takes it for the order itself. */
  readonly isSure: boolean;
}

/** Whether the sentence as a whole, or one clause of it, orders in spite of a denial or a question in it. */
function isStatedOrder(
  { name, ...command }: Command,
  read: OrderRead,
  { slots: { said }, context }: Sentence,
): boolean {
  const { mood, isSure, ranked, utterance } = read;
  const isBuyingAsked = mood === 'asked' && name === 'membership';
  if (isSure && !isBuyingAsked && !isNobodysDeed(name, said) && mayBeStated(mood, utterance)) return true;
  return mayHoldOrder.has(mood) && isLikeliest(name, ranked) && isOrderedInClause(command, said, context);
}

/** "Which programme do you count by?", "does our membership lapse before June?": what is recorded is shown, and not how it is changed. */
function isShown(name: string, said: string): boolean {
  const isProgrammeAsked = name === 'programme' && (/[?？]/u.test(said) || recognizeProgramme(said) === undefined);
  return isProgrammeAsked || (name === 'membership' && asksHowLongValid(said));
}

const bought =
  /(?<!\p{L})(?:bought|purchased|paid|оплачен\p{L}*|оплатил\p{L}*|купил\p{L}*|приобрел\p{L}*|compr(?:amos|ei|ou|ada)|pag(?:amos|uei|ou|a)|adquir(?:imos|ida))(?!\p{L})|[买買付缴繳购購](?:[了的过過])/iu;

/** "Bought gold on 9 January 2026, still covered?": told until its day, and only then asked. The preview says how long it lasts. */
function tellsPurchase(command: Command, { said, day }: Slots, context: SentenceRead['context']): boolean {
  const told = day && said.slice(0, said.indexOf(day.said) + day.said.length);
  if (told === undefined || !bought.test(told)) return false;
  return moodOf(command, { utterance: tokenize(told, context.vocabulary.lexicon), reading: context }) === 'plain';
}

/** Of these moods one clause may order plainly; what is supposed or quoted is so as a whole. */
const mayHoldOrder: ReadonlySet<SentenceMood> = new Set(['asked', 'negated', 'forbidden']);
