/** The mood of an order decides whether it is previewed or explained: denied, asked about, supposed or quoted it is none. */
import type { Question } from '../../cards/contract/question';
import type { Command } from '../commands/command';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { findPhraseOf } from '../language-understanding/phrases';
import { plainSpoken } from '../language-understanding/seeming-mood';
import { speaksInDoubt, isTakenBack } from '../language-understanding/retraction';
import {
  forbidsEnding,
  isForbidden,
  isNotQuite,
  isNotWanted,
  isPostponed,
  type SentenceMood,
} from '../language-understanding/sentence-mood';
import { tokenize, type Utterance } from '../language-understanding/utterance';
import type { Slots } from '../recognizers/slot-recognizer';
import { speaksOfDeleting } from '../recognizers/words/account-words';
import { speaksOfAbsence } from '../recognizers/words/leave-words';
import { recognizeProgramme } from '../recognizers/programme-recognizer';
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
  const isBought = isBuyingAsked && isSure && tellsPurchase(command, slots, context);
  const isStated =
    isBought ||
    (isSure && !isBuyingAsked && !isNobodysDeed(command.name, said) && mayBeStated(mood, utterance)) ||
    (mayHold && isOrderedInClause(command, said, context));
  if (mood === 'asked' && isSure && !isBought && isShown(command.name, said))
    return { meaning: { ask: command.name, parameters: {} }, isElsewhere: false, sure: heard.sure, also: [] };
  const explained = explanationOf(command.name, heard.sure);
  if (mood === 'asked' && command.name === 'import') return explained;
  if (isForbiddenDeed(command.name, said) && heard.meaning && !isStated) return explained;
  if (isNotDone(said)) return explained;
  const question = heard.meaning && ({ ask: command.name, ...heard.meaning.parameters } as Question);
  if (question !== undefined && command.previews?.(question) !== true)
    return isDenied(utterance) && mood !== 'asked' && !isStated ? explained : heard;
  if (command.name === 'stop-alerts' && forbidsEnding(said)) return explained;
  if (isOfAnotherDeed(command.name, slots)) return explained;
  if (reported.has(command.name) && speaksInDoubt(said)) return explained;
  if (mood === 'plain' || isStated) return heard;
  return isSure && !findPhraseOf(utterance, command.phrases) ? unsureOf(ranked, sentence) : explained;
}

/** Whether a text takes back what it says, speaks of it as almost done or puts it off, doubts it or quotes it. */
export function isUncertain(said: string): boolean {
  return isNotDone(said) || speaksInDoubt(said) || isNotWanted(said) || /["“”„«»「」『』]/u.test(said);
}

/** "Never erase Bo": what ends something may be ordered by forbidding the other. */
function isForbiddenDeed(name: string, said: string): boolean {
  return isForbidden(said) && !endsSomething.has(name);
}

/** "Nobody has left" tells no deed, and what is forbidden is none. */
function isNobodysDeed(name: string, said: string): boolean {
  return isForbiddenDeed(name, said) || (reported.has(name) && nobody.test(said));
}

const nobody = /(?<!\p{L})(?:nobody|no one|никто|никого|ningu[ée]m)(?!\p{L})|[没沒无無]人/iu;

function isNotDone(said: string): boolean {
  return isNotQuite(said) || isPostponed(said) || isTakenBack(said);
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
