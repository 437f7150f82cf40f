/** The mood of an order decides whether it is previewed or explained: denied, asked about, supposed or quoted it is none. */
import type { Question } from '../../cards/contract/question';
import type { Command } from '../commands/command';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { findPhraseOf } from '../language-understanding/phrases';
import { plainSpoken } from '../language-understanding/seeming-mood';
import { speaksInDoubt, isTakenBack } from '../language-understanding/retraction';
import { isForbidden, isNotQuite, type SentenceMood } from '../language-understanding/sentence-mood';
import { tokenize, type Utterance } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import { speaksOfDeleting } from '../recognizers/words/account-words';
import { speaksOfAbsence } from '../recognizers/words/leave-words';
import { asksHowLongValid } from '../recognizers/words/validity-words';
import { commandNamed } from './all-commands';
import { moodOf } from './grammar';
import { besideNames, subjectsIn } from './named-people';
import { mostSuggested, unsureOf } from './suggested';
import { explanationOf, type SentenceRead, type Understanding } from './understanding';
import {
  endsSomething,
  explainedDenial,
  explainedOrder,
  forbidden,
  isDenied,
  isLikeliest,
  isSurelyStated,
  mayBeStated,
} from './denied-order';
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
  const { said } = slots;
  const mood = moodOf(command, { utterance, reading: context });
  const isSure = isSurelyStated(command.name, ranked);
  const mayHold = mayHoldOrder.has(mood) && isLikeliest(command.name, ranked);
  const isBuyingAsked = mood === 'asked' && command.name === 'membership';
  const isStated =
    (isSure && !isBuyingAsked && mayBeStated(mood, utterance)) ||
    (mayHold && isOrderedInClause(command, said, context));
  if (mood === 'asked' && isSure && isShown(command.name, said))
    return { meaning: { ask: command.name, parameters: {} }, isElsewhere: false, sure: heard.sure, also: [] };
  const explained = explanationOf(command.name, heard.sure);
  if (isForbidden(said) && heard.meaning && !endsSomething.has(command.name) && !isStated) return explained;
  const question = heard.meaning && ({ ask: command.name, ...heard.meaning.parameters } as Question);
  if (question !== undefined && command.previews?.(question) !== true)
    return isDenied(utterance) && mood !== 'asked' && !isStated ? explained : heard;
  if (isNotQuite(said) || isTakenBack(said) || isOfAnotherDeed(command.name, slots)) return explained;
  if (reported.has(command.name) && speaksInDoubt(said)) return explained;
  if (mood === 'plain' || isStated) return heard;
  return isSure && !findPhraseOf(utterance, command.phrases) ? unsureOf(ranked, sentence) : explained;
}

/** "Which programme do you count by?", "does our membership lapse before June?": what is recorded is shown, and not how it is changed. */
function isShown(name: string, said: string): boolean {
  return name === 'programme' || (name === 'membership' && asksHowLongValid(said));
}

/** What is told as it happened, and may be told in doubt. */
const reported: ReadonlySet<string> = new Set(['left', 'completed', 'step', 'renewed']);

/** Of these moods one clause may order plainly; what is supposed or quoted is so as a whole. */
const mayHoldOrder: ReadonlySet<SentenceMood> = new Set(['asked', 'negated', 'forbidden']);

/** Somebody is away for a time, and the likeliest command would record a leave: that is none, also where nothing is sure. */
function isAbsence(slots: Slots, ranked: readonly RankedCommand[]): boolean {
  const isLeave = ranked.slice(0, mostSuggested).some(({ ask, topic = ask }) => topic === 'left');
  return isLeave && isAbsent(slots);
}

/** Leave that ends is no leave, and who has deleted an account has not made one. */
function isOfAnotherDeed(name: string, slots: Slots): boolean {
  return (name === 'left' && isAbsent(slots)) || (name === 'step' && speaksOfDeleting(slots.said));
}

/** Of several people it may be another who is away. */
function isAbsent(slots: Slots): boolean {
  return subjectsIn(slots).length === 1 && speaksOfAbsence(slots.said);
}
