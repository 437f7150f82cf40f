/** Understanding decides between what the grammar reads and what the scorer thinks likely: answer, ask which, or suggest. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { Event } from '../../domain/planning/what-if';
import { rankCommands, type RankedCommand, type Ranking } from '../language-understanding/command-scorer';
import { isEveryday } from '../language-understanding/everyday-words';
import { foldHan } from '../language-understanding/han-folding';
import { isHan, normalize } from '../language-understanding/message-text';
import { findPhraseOf, type Phrases } from '../language-understanding/phrases';
import { isForbidden, sentenceMood, withoutDenial, type SentenceMood } from '../language-understanding/sentence-mood';
import { tellingWords, tokenize, type Utterance } from '../language-understanding/utterance';
import { asksWhatToEarn } from '../recognizers/earning-question';
import { speaksOfForgettingToDo } from '../recognizers/rights-order';
import { recognizeSlots, type SlotContext, type Slots } from '../recognizers/slot-recognizer';
import { oneself } from '../recognizers/people/person-lookup';
import { surnames } from '../recognizers/people/chinese-name';
import { isPartOfName } from '../recognizers/people/person-match';
import { asksWho } from '../recognizers/people/unnamed-person';
import { commandNamed, commands } from './all-commands';
import { isCommandForm, isPhrase, isRefusedCommand, startsWithPhrase } from './command-form';
import { moodOf, recognizeQuestion } from './router';
import {
  interpret,
  isAboutAnother,
  isBare,
  lookedUp,
  ofWhom,
  personIn,
  type Interpretation,
  type Meaning,
} from './meaning';

/** What a text means: something to answer, something to ask back, or nothing surely, with what is near in meaning. */
export interface Understanding {
  /** What was understood; undefined where it has to be asked or is nothing of Laurel's. */
  readonly meaning?: Meaning;
  /** The parameter of `also` that has to be asked for, and those that are known. */
  readonly missing?: {
    readonly ask: string;
    readonly parameter: string;
    readonly said?: string;
    /** Whether several days were named where one is asked for. */
    readonly isSpan?: true;
    readonly known?: Meaning['parameters'];
  };
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

/** How likely the scorer has to think a reading: to be answered, and to be answered against the words that stand first. */
const sureEnough = 0.6;
const certain = 0.9;
/** From here on a reading is possible: how an action is done is explained, where the grammar has read that it is denied or asked about. */
const possible = 0.3;
/** Below this a reading is out of the question: the grammar's, or that a sentence with a denial in it denies what it orders. */
const unlikely = 0.1;
const mostSuggested = 3;

/**
 * What a text means, by both layers. Answers for any text. An action that the sentence denies, questions, supposes or quotes is
 * explained: the scorer may be wrong, and a preview of what the text denied would be a wrong answer.
 */
export function understand(said: string, context: HearingContext, read: Question | Refusal): Understanding {
  return understandSlots(recognizeSlots(said, context), context, read);
}

/** The same, where the values of the text are known already. */
function understandSlots(slots: Slots, context: HearingContext, read: Question | Refusal): Understanding {
  const { said } = slots;
  const ranked = withOwnPlan(withLists(rankedFor(slots, context), slots), slots);
  const heard = ofOthers(weigh(said, { slots, context, ranked, read }), slots);
  const { ask } = heard.meaning ?? heard.missing ?? {};
  const command = ask === undefined ? undefined : commandNamed(ask);
  const utterance = tokenize(said, context.vocabulary.lexicon);
  if (!ask && isDenied(utterance))
    return (
      explainedOrder(slots, context) ??
      forbidden(said, ranked) ??
      (heard.isElsewhere ? heard : (explainedDenial(ranked) ?? heard))
    );
  if (!command?.previews) return heard;
  const question = heard.meaning && ({ ask, ...heard.meaning.parameters } as Question);
  const explained = explanationOf(command.name, heard.sure);
  if (isForbidden(said) && heard.meaning && !endsSomething.has(command.name)) return explained;
  if (question !== undefined && !command.previews(question)) return isDenied(utterance) ? explained : heard;
  const mood = moodOf(command, { utterance, reading: context });
  const isSure = isSurelyStated(command.name, ranked);
  if (mood === 'plain' || (isSure && mayBeStated(mood, utterance))) return heard;
  if (isSure && !findPhraseOf(utterance, command.phrases)) return unsureOf(ranked, { slots, context });
  return explained;
}

/** What the scorer thinks; who is not to forget to do something speaks of nobody's data. */
function rankedFor({ said, masked }: Slots, { rank = rankCommands }: HearingContext): readonly RankedCommand[] {
  const ranked = rank(masked);
  return speaksOfForgettingToDo(said) ? ranked.filter(({ ask, topic = ask }) => topic !== 'forget') : ranked;
}

/** Of somebody else, a step and the list in which it stands are one question: how likely they are adds up. */
function withLists(ranked: readonly RankedCommand[], slots: Slots): readonly RankedCommand[] {
  if (!isAboutAnother(slots)) return ranked;
  const summed = new Map<string, RankedCommand>();
  for (const { sure, ...one } of ranked) {
    const meant = one.topic === undefined ? { ask: lookedUp(one.ask, slots)?.ask ?? one.ask } : one;
    const key = `${meant.ask}:${one.topic ?? ''}`;
    summed.set(key, { ...meant, sure: sure + (summed.get(key)?.sure ?? 0) });
  }
  return [...summed.values()].sort((one, other) => other.sure - one.sure);
}

/**
 * What I should take is told by my plan, which begins with my open tasks: what speaks for the tasks speaks for the plan as well, unless
 * they are surely meant.
 */
function withOwnPlan(ranked: readonly RankedCommand[], { said }: Slots): readonly RankedCommand[] {
  if (!asksWhatToEarn(said)) return ranked;
  const [plan, tasks] = ['plan', 'my-tasks'].map((name) => ranked.find(({ ask }) => ask === name));
  if (!plan || !tasks || tasks.sure >= sureEnough) return ranked;
  const others = ranked.filter((one) => one !== plan && one !== tasks);
  return [{ ...plan, sure: plan.sure + tasks.sure }, ...others].sort((one, other) => other.sure - one.sure);
}

/** What somebody else has done is not recorded for the one who says so; and why one person does not count, without a goal, or when theirs expires is told in their record. */
function ofOthers(heard: Understanding, slots: Slots): Understanding {
  const isReason = heard.missing?.ask === 'why' && heard.also.length === 0;
  const person = isReason ? ofWhom(slots) : undefined;
  if (person !== undefined)
    return { meaning: { ask: 'person', parameters: { person } }, isElsewhere: false, sure: heard.sure, also: [] };
  const one = heard.meaning?.ask === 'expiring' && slots.people.length === 1 ? personIn(slots) : undefined;
  if (one !== undefined) return { ...heard, meaning: { ask: 'person', parameters: { person: one } } };
  const list = heard.meaning && lookedUp(heard.meaning.ask, slots);
  return list ? { ...heard, meaning: list } : heard;
}

/** How an action is done. */
function explanationOf(topic: string, sure: number): Understanding {
  return { meaning: { ask: 'help', parameters: { topic } }, isElsewhere: false, sure, also: [] };
}

/** A list is not denied: a sentence with a denial is about the order, also where the command without values only lists. */
function isDenied(utterance: Utterance): boolean {
  return moodUntil(utterance, utterance.words.length) === 'negated';
}

/** "Do not forget Zoe Quist" is about somebody on record, and without its denial it would be the order, read whole. */
function explainedOrder(slots: Slots, context: HearingContext): Understanding | undefined {
  if (slots.people.length === 0) return undefined;
  const said = withoutDenial(slots.said);
  const order = recognizeQuestion(said, context);
  const isOrder = !('code' in order) && commandNamed(order.ask)?.previews?.(order) === true;
  return isOrder && isReadWhole(order, said, slots) ? explanationOf(order.ask, 1) : undefined;
}

/** "Do not send me warnings", "do not count her any more": what ends something is also ordered by forbidding the other. */
const endsSomething: ReadonlySet<string> = new Set(['stop-alerts', 'alert-settings', 'left', 'remove', 'programme']);

/** What a sentence forbids in its first words: of an action that is possible at all, how it is done. */
function forbidden(said: string, ranked: readonly RankedCommand[]): Understanding | undefined {
  if (!isForbidden(said)) return undefined;
  const [likeliest] = ranked.filter(({ ask, topic = ask }) => commandNamed(topic)?.previews);
  const topic = likeliest && (likeliest.topic ?? likeliest.ask);
  if (topic === undefined || endsSomething.has(topic)) return undefined;
  const sure = eitherReadingOf(topic, ranked);
  return sure >= possible ? explanationOf(topic, sure) : undefined;
}

/** What is denied, where both readings of one command that writes, as an order and as a question about it, are possible together. */
function explainedDenial(ranked: readonly RankedCommand[]): Understanding | undefined {
  const [likeliest] = ranked
    .filter(({ ask, topic }) => topic !== undefined || commandNamed(ask)?.previews)
    .map(({ ask, topic = ask }) => topic);
  if (likeliest === undefined || !commandNamed(likeliest)?.previews) return undefined;
  const sure = eitherReadingOf(likeliest, ranked);
  return sure >= sureEnough ? explanationOf(likeliest, sure) : undefined;
}

/** How likely it is that a sentence is about one command, as an order or as a question about it. */
function eitherReadingOf(name: string, ranked: readonly RankedCommand[]): number {
  return ranked.filter(({ ask, topic = ask }) => topic === name).reduce((sum, { sure }) => sum + sure, 0);
}

/**
 * "She no longer works here" denies in order to state, and "remove it, she never passed" denies to give a reason. A question is none
 * of both where the words of an action stand in it, nor is a sentence that denies before it names an action.
 */
function mayBeStated(mood: SentenceMood, utterance: Utterance): boolean {
  if (mood !== 'negated' && mood !== 'asked') return false;
  if (/["“”„«»「」『』]/u.test(utterance.said)) return false;
  const named = commands.flatMap(({ previews, phrases }) => (previews ? (findPhraseOf(utterance, phrases) ?? []) : []));
  if (mood === 'asked') return named.length === 0;
  return named.every(({ start }) => isPlainUntil(utterance, start));
}

function isPlainUntil(utterance: Utterance, end: number): boolean {
  return moodUntil(utterance, end) === 'plain';
}

function moodUntil({ words }: Utterance, end: number): SentenceMood {
  const beside = words.slice(0, end).map(({ key }) => key);
  return sentenceMood({ said: beside.join(' '), beside, isNamedIn: () => false });
}

/** Whether the scorer, which has learned denied and questioned orders as well, takes a sentence for the order itself. */
function isSurelyStated(name: string, [first, ...others]: readonly RankedCommand[]): boolean {
  if (first?.ask !== name || first.topic !== undefined || first.sure < sureEnough) return false;
  return others.every(({ topic, sure }) => topic !== name || sure < first.sure * unlikely);
}

/** Nothing is sure: what is near is offered. */
function unsureOf(
  ranked: readonly RankedCommand[],
  { slots, context }: Pick<Reading, 'slots' | 'context'>,
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
  const grammar = 'code' in read || namesNobody(read, said, context) ? undefined : read;
  if (grammar && isReadWhole(grammar, said, slots))
    return { meaning: meaningOf(grammar), isElsewhere: false, sure: 1, also: [] };
  if (grammar && first && isCommandForm(grammar, slots) && !isOutweighed(grammar, ranked, slots))
    return byGrammar(grammar, { slots, context });
  return byLikelihood(ranked, { slots, context, grammar });
}

/** What the scorer is sure of, else what the grammar read if the scorer thinks it possible, else suggestions. */
function byLikelihood(ranked: readonly RankedCommand[], reading: Reading): Understanding {
  const { slots, context, grammar } = reading;
  const [first] = ranked;
  const isSure = first !== undefined && first.sure >= (isOneWord(slots) ? certain : sureEnough);
  if (isSure && !isNothing(first)) return decided(first, reading);
  const likely = grammar ? likelihoodOf(grammar, ranked) : 0;
  if (grammar?.ask === 'help' && eitherReadingOf(grammar.topic ?? 'help', ranked) >= (isSure ? unlikely : possible))
    return { meaning: meaningOf(grammar), isElsewhere: false, sure: likely, also: [] };
  if (isSure) return nothing(first) ?? unsureOf(ranked, { slots, context });
  if (grammar && isBelieved(grammar, ranked, slots)) return decided({ ask: grammar.ask, sure: likely }, reading);
  return unsureOf(ranked, { slots, context });
}

/** The sentence is nothing of Laurel's, or leaves open what is asked. */
function isNothing({ ask }: RankedCommand): boolean {
  return ask === 'none' || ask === 'null';
}

/** What has certainly nothing to do with Laurel: no command is near it. */
function nothing({ ask, sure }: RankedCommand): Understanding | undefined {
  return ask === 'none' && sure >= certain ? { isElsewhere: true, sure, also: [] } : undefined;
}

/** "Who is next": what the grammar read as a name are words that no name has and that are no part of anybody's name. */
function namesNobody(read: Question, said: string, { people }: HearingContext): boolean {
  if (read.ask !== 'person' || read.person === oneself || !asksWho(said)) return false;
  const words = read.person.split(' ');
  return words.every((word) => isNoNameWord(word) && !isPartOfName(normalize(word), people));
}

/** An everyday word in small letters, or Chinese characters that do not begin as a name does. */
function isNoNameWord(word: string): boolean {
  return isHan(word) ? !surnames.has(foldHan(word)[0]!) : /^\p{Ll}+$/u.test(word) && isEveryday(word);
}

/** Whether the grammar decides where the scorer is not sure: a brief message, or the reading that the scorer too thinks the likeliest. */
function isBelieved(grammar: Question, ranked: readonly RankedCommand[], slots: Slots): boolean {
  const [first] = ranked;
  const likely = likelihoodOf(grammar, ranked);
  if (isBrief(slots) && (first?.sure ?? 0) < sureEnough) return true;
  const isLikeliest = first?.ask === grammar.ask && first.topic === undefined;
  return likely >= (isLikeliest ? possible : sureEnough);
}

/**
 * Whether the grammar read an order that is the whole sentence, or a phrase that is all of it. A phrase among other words proves
 * nothing, nor does a name of nobody on record after a word that also means something else: `忘記密碼` is no order to forget.
 */
function isReadWhole(grammar: Question, said: string, { people, credentials }: Slots): boolean {
  const command = commandNamed(grammar.ask)!;
  if (command.readsWhole !== true) return false;
  if (isPhrase(said, [command.phrases, command.extraPhrases])) return true;
  if (grammar.ask === 'forget') return credentials.length === 0 && (people.length > 0 || mayBeName(grammar.person));
  return grammar.ask !== 'share' && command.previews?.(grammar) === true;
}

/** A name in Latin or Cyrillic letters, or an address. Chinese writes a name as it writes any other word. */
function mayBeName(person: string): boolean {
  return person === oneself || /@|^\p{Lu}/u.test(person);
}

/** The question as the grammar reads it; days, periods and of whom a reason is asked as the slots have them. */
function byGrammar(grammar: Question, { slots, context }: Pick<Reading, 'slots' | 'context'>): Understanding {
  const read = meaningOf(grammar);
  const found = interpret({ ask: grammar.ask, sure: 1 }, slots, context);
  if ('missing' in found && found.either.length > 0) {
    const { missing: parameter, either } = found;
    return { missing: { ask: grammar.ask, parameter }, isElsewhere: false, sure: 1, also: either };
  }
  if ('missing' in found && found.isSpan) return lacking({ ask: grammar.ask, sure: 1 }, found);
  if (isOnUnreadDay(grammar, slots)) {
    if ('missing' in found) return lacking({ ask: grammar.ask, sure: 1 }, found);
    return { ...found, isElsewhere: false, sure: 1, also: [] };
  }
  const isBeside = (name: string) => timely.has(name) || (name === 'person' && grammar.ask === 'why');
  const timed = 'meaning' in found ? Object.entries(found.meaning.parameters).filter(([name]) => isBeside(name)) : [];
  const { ask, parameters } = read;
  if ('meaning' in found && isOfDay(parameters['person'], slots))
    return { ...found, isElsewhere: false, sure: 1, also: [] };
  const isPeriod = timed.some(([name]) => name === 'until');
  const named = withPeopleOnRecord(withoutDay(parameters, slots), slots, context);
  const kept = Object.entries(named).filter(([name]) => !(isPeriod && name === 'days'));
  return {
    meaning: { ask, parameters: Object.fromEntries([...kept, ...timed]) },
    isElsewhere: false,
    sure: 1,
    also: [],
  };
}

/** What is supposed for a day that only the slots have read: it is not supposed for today. */
function isOnUnreadDay(grammar: Question, { day }: Slots): boolean {
  return grammar.ask === 'what-if' && day !== undefined && grammar.events.every(({ on }) => on === undefined);
}

const timely: ReadonlySet<string> = new Set(['on', 'until', 'days', 'boughtOn', 'since']);

/** "This morning": a word that stands nowhere but in the day is nobody. */
function isOfDay(person: unknown, { day, said }: Slots): boolean {
  if (day === undefined || typeof person !== 'string') return false;
  const words = normalize(person).split(' ');
  const standIn = (text: string) => words.every((word) => normalize(text).split(' ').includes(word));
  return standIn(day.said) && !standIn(said.replace(day.said, ' '));
}

/** `王磊上周五`: a day that stands against a name is no part of it. */
function withoutDay(parameters: Meaning['parameters'], { day }: Slots): Meaning['parameters'] {
  const { person } = parameters;
  if (!day || typeof person !== 'string' || person === day.said) return parameters;
  return { ...parameters, person: person.replace(day.said, '').trim() };
}

/** Words around a name are no part of it, and Chinese is written against one without a space: whom the slots know is meant where the words name them. */
function withPeopleOnRecord(
  parameters: Meaning['parameters'],
  slots: Slots,
  { people }: SlotContext,
): Meaning['parameters'] {
  const known = slots.people.length === 1 ? personIn(slots) : undefined;
  if (known === undefined) return parameters;
  const { start, end } = slots.people[0]!;
  const typed = normalize(slots.said.slice(start, end));
  const isOnRecord = (name: string) => name.split(' ').every((word) => isPartOfName(normalize(word), people));
  const corrected = (name: string) => (normalize(name).includes(typed) && !isOnRecord(name) ? known : name);
  const { person } = parameters;
  const events = parameters['events'] as readonly Event[] | undefined;
  return {
    ...parameters,
    ...(typeof person === 'string' && { person: corrected(person) }),
    ...(events && { events: events.map((event) => withPerson(event, corrected)) }),
  };
}

function withPerson(event: Event, corrected: (name: string) => string): Event {
  return 'person' in event ? { ...event, person: corrected(event.person) } : event;
}

/** A sentence that the scorer surely takes for another is not what its few known words say. */
function isOutweighed(grammar: Question, ranked: readonly RankedCommand[], slots: Slots): boolean {
  const { phrases, extraPhrases } = commandNamed(grammar.ask)!;
  const lists = [phrases, extraPhrases];
  const [first] = ranked;
  if (!first || likelihoodOf(grammar, ranked) >= unlikely || isNamedWhole(grammar)) return false;
  if (isPhrase(slots.said, lists) || isPhraseWithValues(slots, lists)) return false;
  return first.sure >= (startsWithPhrase(slots.said, lists) ? certain : sureEnough);
}

/** `audit since 1 March`: a command stands first, and beside it only values and words that tell nothing. */
function isPhraseWithValues({ said, rest }: Slots, lists: readonly (Phrases | undefined)[]): boolean {
  const telling = tellingWords(rest).map((word) => word.said);
  return startsWithPhrase(said, lists) && isPhrase(telling.join(' '), lists);
}

/** The words of an enrolment, or of its end, and a goal are there, or those of a programme and which: no other command asks for both. */
function isNamedWhole(question: Question): boolean {
  if (question.ask === 'programme') return question.programme !== undefined;
  return question.ask === 'membership' && question.competency !== undefined;
}

/** Whether the slots found a value, with which the scorer may do better than the grammar. */
function namesAnything({ people, credentials, competencies }: Slots): boolean {
  return people.length + credentials.length + competencies.length > 0;
}

function likelihoodOf(question: Question, ranked: readonly RankedCommand[]): number {
  const of = question.ask === 'help' ? question.topic : undefined;
  return ranked
    .filter(({ ask, topic }) => ask === question.ask && topic === of)
    .reduce((sum, { sure }) => sum + sure, 0);
}

/** Whether the grammar read this command with a credential that no programme has: an answer without it would be to another question. */
function isRefusedFor(read: Question | Refusal, ask: string | undefined): boolean {
  if (!('code' in read) || read.code !== 'unknown-credential') return false;
  return read.nearest.length > 0 && read.nearest.every(({ question }) => question.ask === ask);
}

/** A single word that no command knows tells little. */
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

/** A name alone asks for the record, a competency alone for its state, a certification alone for those who hold it. */
function bareMeaning(slots: Slots): RankedCommand | undefined {
  const { people, credentials, competencies, day, period, masked } = slots;
  if (!isBare(slots) || day || period || slots.rest.words.length > 1 || /xq(?:metric|num)xq/u.test(masked))
    return undefined;
  if (people.length === 1 && credentials.length === 0 && competencies.length === 0) return { ask: 'person', sure: 1 };
  if (competencies.length === 1 && people.length === 0 && credentials.length === 0)
    return { ask: 'competency', sure: 1 };
  if (credentials.length === 1 && people.length === 0 && competencies.length === 0)
    return { ask: 'who-holds', sure: 1 };
  return undefined;
}

interface Reading {
  readonly slots: Slots;
  readonly context: SlotContext;
  /** What the grammar read, if it read a question. */
  readonly grammar?: Question | undefined;
}

/** The command with its values; where they are not all found, with those that the grammar read, else with what is missing. */
function decided(command: RankedCommand, { slots, context, grammar }: Reading): Understanding {
  const { sure } = command;
  const read = grammar?.ask === command.ask && command.topic === undefined ? meaningOf(grammar) : undefined;
  if (read && grammarOnly.has(read.ask) && !slots.day && !slots.span && !isAboutAnother(slots))
    return { meaning: read, isElsewhere: false, sure, also: [] };
  const found: Interpretation = interpret(command, slots, context);
  if ('meaning' in found)
    return { meaning: withNamesRead(found.meaning, read, slots), isElsewhere: false, sure, also: [] };
  if (read && found.either.length === 0 && !slots.day && !slots.span && !isAboutAnother(slots))
    return { meaning: read, isElsewhere: false, sure, also: [] };
  return lacking(command, found);
}

/** The command with what is missing for it. */
function lacking(
  { ask, sure }: RankedCommand,
  { missing: parameter, said, known, isSpan, either }: Extract<Interpretation, { readonly missing: string }>,
): Understanding {
  const found = { ...(said !== undefined && { said }), ...(known && { known }), ...(isSpan && { isSpan }) };
  return { missing: { ask, parameter, ...found }, isElsewhere: false, sure, also: either };
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
  const near = ranked.filter(({ ask }) => ask !== 'none' && ask !== 'null').slice(0, mostSuggested);
  return near.map((command) => {
    const found = interpret(command, slots, context);
    return 'meaning' in found ? found.meaning : { ask: command.ask, parameters: {} };
  });
}

function meaningOf({ ask, ...parameters }: Question): Meaning {
  return { ask, parameters };
}
