/** Understanding decides between what the grammar reads and what the scorer thinks likely: answer, ask which, or suggest. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import { rankCommands, type RankedCommand, type Ranking } from '../language/command-scorer';
import { normalize } from '../language/message-text';
import { phraseWords, type Phrases } from '../language/phrases';
import type { SentenceMood } from '../language/sentence-mood';
import { tellingWords, tokenize } from '../language/utterance';
import { recognizeSlots, type SlotContext, type Slots } from '../recognizers/slot-recognizer';
import { commandNamed, commands } from './all-commands';
import { moodOf } from './router';
import { interpret, isBare, type Interpretation, type Meaning } from './meaning';

/** What a text means: something to answer, something to ask back, or nothing surely, with what is near in meaning. */
export interface Understanding {
  /** What was understood; undefined where it has to be asked or is nothing of Laurel's. */
  readonly meaning?: Meaning;
  /** The parameter of `also` that has to be asked for. */
  readonly missing?: { readonly ask: string; readonly parameter: string; readonly said?: string };
  /** Whether the text has nothing to do with Laurel. */
  readonly isElsewhere: boolean;
  readonly sure: number;
  /** What it may be instead, the nearest first. */
  readonly also: readonly Meaning[];
}

/** With what a text is understood. */
export interface HearingContext extends SlotContext {
  /** Another scorer than the one that comes with Laurel: to compare models. */
  readonly rank?: Ranking;
}

/** From here on the scorer is believed against the grammar, without it, and where the grammar agrees. */
const sureAgainst = 0.4;
const sureAlone = 0.38;
const sureTogether = 0.1;
/** From here on a sentence with a denial or a question in it is the order itself, if its denial is less likely by this. */
const surelyStated = 0.6;
const mostDenied = 0.1;
/** How much likelier than the second the first has to be. */
const leastRatio = 1.6;
/** Suggestions that are less likely than this are not made. */
const leastSuggested = 0.004;
const mostSuggested = 3;

/**
 * What a text means, by both layers. Answers for any text. An action that the sentence denies, questions, supposes or quotes is
 * explained: the scorer may be wrong, and a preview of what the text denied would be a wrong answer.
 */
export function understand(said: string, context: HearingContext, read: Question | Refusal): Understanding {
  const slots = recognizeSlots(said, context);
  const ranked = (context.rank ?? rankCommands)(slots.masked);
  const heard = weigh(said, { slots, context, ranked, read });
  const { ask } = heard.meaning ?? heard.missing ?? {};
  const command = ask === undefined ? undefined : commandNamed(ask);
  const question = heard.meaning && ({ ask, ...heard.meaning.parameters } as Question);
  const isAction = command?.previews && (question === undefined || command.previews(question));
  if (!command || !isAction) return heard;
  const isExplained = !('code' in read) && read.ask === 'help' && read.topic !== undefined;
  const utterance = tokenize(said, context.vocabulary.lexicon);
  const mood = moodOf(command, { utterance, reading: context });
  if (!isExplained && (mood === 'plain' || isStated(mood, command.name, ranked))) return heard;
  const meaning = { ask: 'help', parameters: { topic: command.name } };
  return { meaning, isElsewhere: false, sure: heard.sure, also: [] };
}

/**
 * "She no longer works here" denies in order to state, and "remove it, she never passed" gives a reason: where the scorer, which has
 * learned denied and questioned orders as well, surely takes a sentence for the order itself, that is what is previewed.
 */
function isStated(mood: SentenceMood, name: string, ranked: readonly RankedCommand[]): boolean {
  if (mood !== 'negated' && mood !== 'asked') return false;
  const [first] = ranked;
  if (first?.ask !== name || first.sure < surelyStated) return false;
  return ranked.every(({ topic, sure }) => topic !== name || sure < first.sure * mostDenied);
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
  const grammar = 'code' in read ? undefined : read;
  const likely = grammar && likelihoodOf(grammar, ranked);
  if (!grammar && !namesAnything(slots) && isRefusedCommand(read, said))
    return { isElsewhere: false, sure: 0, also: [] };
  if (grammar && isReadWhole(grammar)) return { meaning: meaningOf(grammar), isElsewhere: false, sure: 1, also: [] };
  if (grammar && first && isCommandForm(grammar, slots) && !isOutweighed(grammar, first, said))
    return byGrammar(grammar, { slots, context });
  if (first && isBelieved(ranked, likely)) return byScorer(first, ranked, { slots, context, grammar });
  if (grammar && ((likely ?? 0) >= sureTogether || (isBrief(slots) && (first?.sure ?? 0) < sureAlone)))
    return decided({ ask: grammar.ask, sure: likely ?? 0 }, { slots, context, grammar });
  return { isElsewhere: false, sure: first?.sure ?? 0, also: suggestionsOf(ranked, slots, context) };
}

/** Whether the grammar read a command that reads the whole sentence or nothing, or explains how it is asked. */
function isReadWhole(grammar: Question): boolean {
  const name = grammar.ask === 'help' ? (grammar.topic ?? grammar.ask) : grammar.ask;
  return commandNamed(name)?.readsWhole === true;
}

/** A refusal is only believed of a command that is shorter still. */
const mostRefusedWords = 4;
/** More words than this are no longer a command and its values. */
const mostCommandWords = 7;

/** `person chen`: the command comes first and the rest of the text is its value. */
function startsWithPhrase(text: string, lists: readonly (Phrases | undefined)[], most = mostCommandWords): boolean {
  const words = normalize(text).split(' ');
  const typed = text.trim().split(/\s+/u);
  const forms = lists.flatMap((one) => (one ? phraseWords(one) : []));
  return typed.length <= most && forms.some((form) => form.every((word, at) => words[at] === word));
}

/** The question as the grammar reads it; days and periods as the slots have them. */
function byGrammar(grammar: Question, { slots, context }: Pick<Reading, 'slots' | 'context'>): Understanding {
  const read = meaningOf(grammar);
  const found = interpret({ ask: grammar.ask, sure: 1 }, slots, context);
  if ('missing' in found && found.either.length > 0) {
    const { missing: parameter, either } = found;
    return { missing: { ask: grammar.ask, parameter }, isElsewhere: false, sure: 1, also: either };
  }
  const timed = 'meaning' in found ? Object.entries(found.meaning.parameters).filter(([name]) => timely.has(name)) : [];
  const { ask, parameters } = read;
  const isPeriod = timed.some(([name]) => name === 'until');
  const kept = Object.entries(parameters).filter(([name]) => !(isPeriod && name === 'days'));
  return {
    meaning: { ask, parameters: Object.fromEntries([...kept, ...timed]) },
    isElsewhere: false,
    sure: 1,
    also: [],
  };
}

const timely: ReadonlySet<string> = new Set(['on', 'until', 'days', 'boughtOn']);

/** A sentence that the scorer surely takes for another is not what its few known words say. */
function isOutweighed(question: Question, { ask: first, topic, sure }: RankedCommand, said: string): boolean {
  const { ask } = question;
  const { phrases, extraPhrases } = commandNamed(ask)!;
  if (startsWithPhrase(said, [phrases, extraPhrases]) || endsEnrolment(question)) return false;
  return topic === undefined ? first !== ask && first !== 'null' && sure >= 0.6 : sure >= 0.5;
}

/** The words of an enrolment, of its end and of a goal are there: no other command asks for these three. */
function endsEnrolment(question: Question): boolean {
  return question.ask === 'membership' && question.remove === true && question.competency !== undefined;
}

/** Whether the slots found a value, with which the scorer may do better than the grammar. */
function namesAnything({ people, credentials, competencies }: Slots): boolean {
  return people.length + credentials.length + competencies.length > 0;
}

/** Whether the grammar read a command that stands first and found its value wanting: it says what is wrong with it. */
function isRefusedCommand(read: Question | Refusal, said: string): boolean {
  if (!('code' in read) || read.code === 'not-understood') return false;
  return commands.some(({ phrases, extraPhrases }) =>
    startsWithPhrase(said, [phrases, extraPhrases], mostRefusedWords),
  );
}

/**
 * Whether a sentence is the words of its command, values and fillers, and nothing else: then the grammar has read all of it.
 */
function isCommandForm({ ask }: Question, { rest, masked, credentials }: Slots): boolean {
  if (ask === 'person' && credentials.length > 0) return false;
  if (/xq(?:metric|num)xq/u.test(masked) && ask !== 'figure') return false;
  const { phrases, extraPhrases, vocabulary } = commandNamed(ask)!;
  const own = new Set([phrases, extraPhrases, vocabulary].flatMap((one) => (one ? phraseWords(one).flat() : [])));
  if (startsWithPhrase(rest.said, [phrases, extraPhrases])) return true;
  return tellingWords(rest).every(
    ({ said, key, means }) =>
      own.has(key) || means.some((word) => own.has(word)) || (means.length === 0 && /^\p{Lu}/u.test(said)),
  );
}

function isBelieved([first, second]: readonly RankedCommand[], likely: number | undefined): boolean {
  if (!first) return false;
  const isAhead = first.sure >= leastRatio * (second?.sure ?? 0);
  return isAhead && first.sure >= (likely !== undefined && likely < first.sure ? sureAgainst : sureAlone);
}

function likelihoodOf({ ask }: Question, ranked: readonly RankedCommand[]): number {
  return ranked.filter((one) => one.ask === ask && one.topic === undefined).reduce((sum, { sure }) => sum + sure, 0);
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

/** A name alone asks for the record, a competency alone for its state. */
function bareMeaning(slots: Slots): RankedCommand | undefined {
  const { people, credentials, competencies, day, period } = slots;
  if (!isBare(slots) || day || period || slots.rest.words.length > 1) return undefined;
  if (people.length === 1 && credentials.length === 0 && competencies.length === 0) return { ask: 'person', sure: 1 };
  if (competencies.length === 1 && people.length === 0 && credentials.length === 0)
    return { ask: 'competency', sure: 1 };
  return undefined;
}

interface Reading {
  readonly slots: Slots;
  readonly context: SlotContext;
  /** What the grammar read, if it read a question. */
  readonly grammar?: Question | undefined;
}

function byScorer(first: RankedCommand, ranked: readonly RankedCommand[], reading: Reading): Understanding {
  const { sure } = first;
  if (first.ask === 'none') return { isElsewhere: true, sure, also: [] };
  if (first.ask === 'null')
    return { isElsewhere: false, sure, also: suggestionsOf(ranked, reading.slots, reading.context) };
  return decided(first, reading);
}

/** The command with its values; where they are not all found, with those that the grammar read, else with what is missing. */
function decided(command: RankedCommand, { slots, context, grammar }: Reading): Understanding {
  const { sure } = command;
  const read = grammar?.ask === command.ask && command.topic === undefined ? meaningOf(grammar) : undefined;
  if (read && grammarOnly.has(read.ask) && !slots.day) return { meaning: read, isElsewhere: false, sure, also: [] };
  const found: Interpretation = interpret(command, slots, context);
  if ('meaning' in found)
    return { meaning: withNamesRead(found.meaning, read, slots), isElsewhere: false, sure, also: [] };
  const { missing: parameter, said, either } = found;
  if (read && either.length === 0 && !slots.day) return { meaning: read, isElsewhere: false, sure, also: [] };
  const missing = { ask: command.ask, parameter, ...(said !== undefined && { said }) };
  return { missing, isElsewhere: false, sure, also: either };
}

/** What the grammar alone reads; and whom the slots do not know by name it may have read by mail address, number or in part. */
function withNamesRead(meaning: Meaning, read: Meaning | undefined, { people }: Slots): Meaning {
  if (!read) return meaning;
  const isName = (name: string) => people.length === 0 && (name === 'person' || name === 'people');
  const added = Object.entries(read.parameters).filter(([name]) => isName(name) || readByGrammar.has(name));
  return { ask: meaning.ask, parameters: { ...meaning.parameters, ...Object.fromEntries(added) } };
}

const readByGrammar: ReadonlySet<string> = new Set(['remove', 'rule', 'page', 'cause', 'option']);

/** Up to three different commands that are near in meaning and can be asked as they stand. */
function suggestionsOf(ranked: readonly RankedCommand[], slots: Slots, context: SlotContext): readonly Meaning[] {
  const near = ranked.filter(({ ask, sure }) => ask !== 'none' && ask !== 'null' && sure >= leastSuggested);
  const meanings = near.flatMap((command) => {
    const found = interpret(command, slots, context);
    return 'meaning' in found ? [found.meaning] : [{ ask: command.ask, parameters: {} }];
  });
  return meanings.slice(0, mostSuggested);
}

function meaningOf({ ask, ...parameters }: Question): Meaning {
  return { ask, parameters };
}
