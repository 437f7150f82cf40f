/** Decides between what the grammar reads and what the scorer thinks likely: answer, ask which, or suggest. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { commandNamed } from './all-commands';
import { answeredInstead, withShownFigure } from './answered-instead';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { findPhraseOf } from '../language-understanding/phrases';
import { isForbidden, isNotQuite } from '../language-understanding/sentence-mood';
import { tellingWords, tokenize } from '../language-understanding/utterance';
import { type SlotContext, type Slots, recognizeSlots } from '../recognizers/slot-recognizer';
import { speaksOfDeleting } from '../recognizers/words/account-words';
import { speaksOfAbsence } from '../recognizers/words/leave-words';
import { isCommandForm, isPhrase, isRefusedCommand } from './command-form';
import { interpret } from './command-values';
import { withNamesOfSentence } from './names-read';
import {
  endsSomething,
  explainedDenial,
  explainedOrder,
  forbidden,
  isDenied,
  isSurelyStated,
  mayBeStated,
} from './denied-order';
import { moodOf, topicOfHelp } from './grammar';
import { byGrammar, isOutweighed, isReadWhole, isUnbounded, namesNobody } from './grammar-reading';
import { certain, eitherReadingOf, likelihoodOf, possible, sureEnough, unlikely } from './likelihood';
import type { Interpretation, Meaning } from './meaning';
import { isAboutAnother, subjectsIn } from './named-people';
import { rankedFor } from './ranked-commands';
import { recordAsked } from './record-asked';
import {
  type HearingContext,
  type SentenceRead,
  type Understanding,
  explanationOf,
  lacking,
  asMeaning,
} from './understanding';

const mostSuggested = 3;

/**
 * What a text means, by both layers. Answers for any text. An action that the sentence denies, questions, supposes or quotes is
 * explained: the scorer may be wrong, and a preview of what the text denied would be a wrong answer.
 */
export function understand(said: string, context: HearingContext, read: Question | Refusal): Understanding {
  return exactly(said, read) ?? understandSlots(recognizeSlots(said, context), context, read);
}

/** The phrase of a command that writes nothing, and not a word more: nothing else has to be looked at. */
function exactly(said: string, read: Question | Refusal): Understanding | undefined {
  if ('code' in read) return undefined;
  const { phrases, extraPhrases, previews } = commandNamed(read.ask)!;
  const isExact = isPhrase(said, [phrases, extraPhrases]) || topicOfHelp(said) !== undefined;
  if (!isExact || previews?.(read) === true) return undefined;
  return { meaning: asMeaning(read), isElsewhere: false, sure: 1, also: [] };
}

/** The same, where the values of the text are known already. */
function understandSlots(slots: Slots, context: HearingContext, read: Question | Refusal): Understanding {
  const ranked = rankedFor(slots, context);
  const heard = answeredInstead(weigh(slots.said, { slots, context, ranked, read }), slots, context);
  return recordAsked(heard, ranked, { slots, context }) ?? inItsMood(heard, ranked, { slots, context });
}

/** What is understood, or how it is done where the sentence denies, questions or forbids it. */
function inItsMood(
  heard: Understanding,
  ranked: readonly RankedCommand[],
  { slots, context }: Pick<SentenceRead, 'slots' | 'context'>,
): Understanding {
  const { said } = slots;
  const { ask } = heard.meaning ?? heard.missing ?? {};
  const command = ask === undefined ? undefined : commandNamed(ask);
  const utterance = tokenize(said, context.vocabulary.lexicon);
  if (!ask && isDenied(utterance))
    return (
      explainedOrder(slots, context) ??
      forbidden(slots, ranked, context) ??
      (heard.isElsewhere ? heard : (explainedDenial(ranked) ?? heard))
    );
  if (!ask && !heard.isElsewhere && isAbsence(slots, ranked)) return explanationOf('left', heard.sure);
  if (!command?.previews) {
    const isList = command !== undefined && command.name !== 'help';
    return (isList && forbidden(slots, ranked, context)) || heard;
  }
  const question = heard.meaning && ({ ask, ...heard.meaning.parameters } as Question);
  const explained = explanationOf(command.name, heard.sure);
  if (isForbidden(said) && heard.meaning && !endsSomething.has(command.name)) return explained;
  if (question !== undefined && !command.previews(question)) return isDenied(utterance) ? explained : heard;
  if (isNotQuite(said) || isOfAnotherDeed(command.name, slots)) return explained;
  const mood = moodOf(command, { utterance, reading: context });
  const isSure = isSurelyStated(command.name, ranked);
  if (mood === 'plain' || (isSure && mayBeStated(mood, utterance))) return heard;
  if (isSure && !findPhraseOf(utterance, command.phrases)) return unsureOf(ranked, { slots, context });
  return explained;
}

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

/** Nothing is sure: what is near is offered. */
function unsureOf(
  ranked: readonly RankedCommand[],
  { slots, context }: Pick<SentenceRead, 'slots' | 'context'>,
): Understanding {
  return { isElsewhere: false, sure: ranked[0]?.sure ?? 0, also: suggestionsOf(ranked, slots, context) };
}

interface Weighed {
  readonly slots: Slots;
  readonly context: HearingContext;
  readonly ranked: readonly RankedCommand[];
  readonly read: Question | Refusal;
}

function weigh(said: string, { slots, context, ranked, read }: Weighed): Understanding {
  const bare = bareMeaning(slots);
  if (bare !== undefined) return decided(bare, { slots, context });
  const [first] = ranked;
  if (!namesAnything(slots) && (isRefusedCommand(read, said) || isRefusedFor(read, first?.ask)))
    return { isElsewhere: false, sure: 0, also: [] };
  const grammar =
    'code' in read || namesNobody(read, said, context) ? undefined : withNamesOfSentence(read, slots, context);
  if (grammar && isReadWhole(grammar, said, slots))
    return { meaning: asMeaning(grammar), isElsewhere: false, sure: 1, also: [] };
  if (grammar && first && isCommandForm(grammar, slots) && !isOutweighed(grammar, ranked, slots))
    return byGrammar(grammar, { slots, context });
  return byLikelihood(ranked, { slots, context, grammar });
}

/** What the scorer is sure of, else what the grammar read if the scorer thinks it possible, else suggestions. */
function byLikelihood(ranked: readonly RankedCommand[], reading: SentenceRead): Understanding {
  const { slots, context, grammar } = reading;
  const [first] = ranked;
  const isSure = first !== undefined && first.sure >= (isOneWord(slots) ? certain : sureEnough);
  if (isSure && !isNothing(first)) return decided(first, reading);
  const likely = grammar ? likelihoodOf(grammar, ranked) : 0;
  if (grammar?.ask === 'help' && eitherReadingOf(grammar.topic ?? 'help', ranked) >= (isSure ? unlikely : possible))
    return { meaning: asMeaning(grammar), isElsewhere: false, sure: likely, also: [] };
  const elsewhere = nothing(ranked);
  if (elsewhere) return elsewhere;
  if (isSure) return unsureOf(ranked, { slots, context });
  if (grammar && isBelieved(grammar, ranked, slots)) return decided({ ...commandOf(grammar), sure: likely }, reading);
  return unsureOf(ranked, { slots, context });
}

function commandOf(question: Question): Pick<RankedCommand, 'ask' | 'topic'> {
  const { ask } = question;
  return ask === 'help' && question.topic !== undefined ? { ask, topic: question.topic } : { ask };
}

/** The sentence is nothing of Laurel's, or leaves open what is asked. */
function isNothing({ ask }: RankedCommand): boolean {
  return ask === 'none' || ask === 'null';
}

/** What has certainly nothing to do with Laurel: no command is near it. */
function nothing(ranked: readonly RankedCommand[]): Understanding | undefined {
  const sure = ranked.filter(isNothing).reduce((sum, one) => sum + one.sure, 0);
  return ranked[0]?.ask === 'none' && sure >= certain ? { isElsewhere: true, sure, also: [] } : undefined;
}

/** Whether the grammar decides where the scorer is not sure: a brief message, or the reading that the scorer too thinks the likeliest. */
function isBelieved(grammar: Question, ranked: readonly RankedCommand[], slots: Slots): boolean {
  const [first] = ranked;
  const likely = likelihoodOf(grammar, ranked);
  if (isBrief(slots) && (first?.sure ?? 0) < sureEnough) return true;
  const isLikeliest = first?.ask === grammar.ask && first.topic === undefined;
  return likely >= (isLikeliest ? possible : sureEnough);
}

/** Whether the grammar read this command with a credential that no programme has: an answer without it would be to another question. */
function isRefusedFor(read: Question | Refusal, ask: string | undefined): boolean {
  if (!('code' in read) || read.code !== 'unknown-credential') return false;
  return read.nearest.length > 0 && read.nearest.every(({ question }) => question.ask === ask);
}

/** Whether the slots found a value, with which the scorer may do better than the grammar. */
function namesAnything({ people, credentials, competencies }: Slots): boolean {
  return people.length + credentials.length + competencies.length > 0;
}

/** A single word tells little. */
function isOneWord({ masked }: Slots): boolean {
  return !/[ \p{sc=Han}]/u.test(masked.trim());
}

/** A message of a word or two is what the grammar is for. */
function isBrief({ masked }: Slots): boolean {
  return masked.split(' ').length <= 3;
}

/** Of these the grammar also reads what no slot holds: pages, causes, topics, steps. */
const grammarOnly: ReadonlySet<string> = new Set([
  'step',
  'trouble',
  'stop-alerts',
  'start-alerts',
  'alerts',
  'import',
  'progress',
  'people',
]);

/**
 * A name alone asks for the record, a competency alone for its state, a certification alone for those who hold it; a name beside a
 * competency for why the person counts there or not.
 */
function bareMeaning(slots: Slots): RankedCommand | undefined {
  const { people, credentials, competencies, day, period, masked } = slots;
  if (!isBare(slots) || day || period || slots.rest.words.length > 1 || /xq(?:metric|num)xq/u.test(masked))
    return undefined;
  if (people.length === 1 && credentials.length === 0 && competencies.length === 0) return { ask: 'person', sure: 1 };
  if (competencies.length === 1 && people.length === 0 && credentials.length === 0)
    return { ask: 'competency', sure: 1 };
  if (credentials.length === 1 && people.length === 0 && competencies.length === 0)
    return { ask: 'who-holds', sure: 1 };
  if (people.length === 1 && competencies.length === 1 && credentials.length === 0) return { ask: 'why', sure: 1 };
  return undefined;
}

/** The command with its values; where they are not all found, with those that the grammar read, else with what is missing. */
function decided(command: RankedCommand, { slots, context, grammar }: SentenceRead): Understanding {
  const { sure } = command;
  const read = grammar?.ask === command.ask && command.topic === undefined ? asMeaning(grammar) : undefined;
  if (read && grammarOnly.has(read.ask) && !slots.day && !slots.span && !isAboutAnother(slots))
    return { meaning: read, isElsewhere: false, sure, also: [] };
  const found: Interpretation = interpret(command, slots, context);
  if ('meaning' in found)
    return { meaning: withNamesRead(found.meaning, read, slots), isElsewhere: false, sure, also: [] };
  const isBounded = grammar === undefined || !isUnbounded(grammar);
  if (read && isBounded && found.either.length === 0 && !slots.day && !slots.span && !isAboutAnother(slots))
    return { meaning: read, isElsewhere: false, sure, also: [] };
  return lacking(command, found);
}

/** What the grammar alone reads; and whom the slots do not know by name it may have read by mail address, number or in part. */
function withNamesRead(meaning: Meaning, read: Meaning | undefined, { people }: Slots): Meaning {
  if (!read) return meaning;
  const isName = (name: string) => people.length === 0 && (name === 'person' || name === 'other' || name === 'people');
  const added = Object.entries(read.parameters).filter(([name]) => isName(name) || readByGrammar.has(name));
  return { ask: meaning.ask, parameters: { ...meaning.parameters, ...Object.fromEntries(added) } };
}

const readByGrammar: ReadonlySet<string> = new Set(['remove', 'rule', 'page', 'cause', 'option']);

/** Up to three different commands that are near in meaning and can be asked as they stand. */
function suggestionsOf(ranked: readonly RankedCommand[], slots: Slots, context: SlotContext): readonly Meaning[] {
  const near = ranked.filter((one) => !isNothing(one) && !isOutOfPlace(one)).slice(0, mostSuggested);
  const meanings = near.map((command) => {
    const found = interpret(command, slots, context);
    if (!('meaning' in found)) return { ask: command.ask, parameters: {} };
    return withShownFigure(found.meaning);
  });
  const keys = meanings.map((one) => JSON.stringify(one));
  return meanings.filter((_, at) => keys.indexOf(keys[at]!) === at);
}

/** What erases or joins records alarms who asked for something else, so it is only offered where it is likely. */
function isOutOfPlace({ ask, topic, sure }: RankedCommand): boolean {
  return topic === undefined && alarming.has(ask) && sure < possible;
}

const alarming: ReadonlySet<string> = new Set(['forget', 'forget-partner', 'readmit', 'same-person', 'remove']);

/** Whether nothing is said beside the values. */
function isBare({ rest }: Slots): boolean {
  return tellingWords(rest).length === 0;
}
