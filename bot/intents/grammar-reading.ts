/** What the grammar has read: how far it is believed, and its values beside those that the sentence names. */
import type { Question } from '../../cards/contract/question';
import { commandNamed } from './all-commands';
import type { RankedCommand } from '../language-understanding/command-scorer';
import { normalize } from '../language-understanding/message-text';
import type { Phrases } from '../language-understanding/phrases';
import { tellingWords } from '../language-understanding/utterance';
import { oneself } from '../recognizers/people/person-lookup';
import { isPartOfName } from '../recognizers/people/person-match';
import { asksWho } from '../recognizers/people/unnamed-person';
import type { Slots } from '../recognizers/slot-recognizer';
import { areNoNameWords } from './names-read';
import { speaksOfLeave } from '../recognizers/words/leave-words';
import { isPhrase, startsWithPhrase } from './command-form';
import { interpret } from './command-values';
import { certain, likelihoodOf, sureEnough, unlikely } from './likelihood';
import type { Meaning } from './meaning';
import { namesIn } from './named-people';
import { type HearingContext, type SentenceRead, type Understanding, lacking, asMeaning } from './understanding';

/** "Who is next": what the grammar read as a name are words that no name has and that are no part of anybody's name. */
export function namesNobody(read: Question, said: string, { people }: HearingContext): boolean {
  if (read.ask !== 'person' || read.person === oneself || !asksWho(said)) return false;
  const words = read.person.split(' ');
  return areNoNameWords(read.person) && words.every((word) => !isPartOfName(normalize(word), people));
}

/**
 * Whether the grammar read an order that is the whole sentence, or a phrase that is all of it. A phrase among other words proves
 * nothing, nor does a name of nobody on record after a word that also means something else: `忘記密碼` is no order to forget; nor is "forget
 * Zoe, she has left, record it".
 */
export function isReadWhole(grammar: Question, said: string, slots: Slots): boolean {
  const { people, unknownNames, credentials } = slots;
  const named = people.length + unknownNames.length;
  // Small talk is only read where nothing else is said.
  if (grammar.ask === 'none') return true;
  const command = commandNamed(grammar.ask)!;
  if (command.readsWhole !== true) return false;
  if (isPhrase(said, [command.phrases, command.extraPhrases])) return true;
  if (grammar.ask === 'forget')
    return (
      credentials.length === 0 && (named === 1 ? isOrderToForget(slots) : named === 0 && mayBeName(grammar.person))
    );
  return grammar.ask !== 'share' && command.previews?.(grammar) === true;
}

/** Hardly a word beside the name, and none of a leave or of something the person has: "forget Zoe, record that she left" is no erasure. */
function isOrderToForget({ said, rest }: Slots): boolean {
  return tellingWords(rest).length <= mostToForget && !speaksOfLeave(said) && !/['’]s\s+\p{L}/u.test(said);
}

/** "Forget everything about", and a word of time. */
const mostToForget = 4;

/** A name in Latin or Cyrillic letters, or an address. Chinese writes a name as it writes any other word. */
function mayBeName(person: string): boolean {
  return person === oneself || /@|^\p{Lu}/u.test(person);
}

/** The question as the grammar reads it; days, periods and of whom a reason is asked as the slots have them. */
export function byGrammar(
  grammar: Question,
  { slots, context }: Pick<SentenceRead, 'slots' | 'context'>,
): Understanding {
  const read = asMeaning(grammar);
  const found = interpret({ ask: grammar.ask, sure: 1 }, slots, context);
  if ('missing' in found && found.either.length > 0) {
    const { missing: parameter, either } = found;
    return { missing: { ask: grammar.ask, parameter }, isElsewhere: false, sure: 1, also: either };
  }
  if ('missing' in found && (found.isSpan || isUnbounded(grammar)))
    return lacking({ ask: grammar.ask, sure: 1 }, found);
  if (isOnUnreadDay(grammar, slots) || hasMoreNames(slots, grammar) || hasMoreCredentials(slots, grammar)) {
    if ('missing' in found) return lacking({ ask: grammar.ask, sure: 1 }, found);
    return { ...found, isElsewhere: false, sure: 1, also: [] };
  }
  const isBeside = (name: string) => timely.has(name) || (name === 'person' && ofOnePerson.has(grammar.ask));
  const timed = 'meaning' in found ? Object.entries(found.meaning.parameters).filter(([name]) => isBeside(name)) : [];
  const { ask, parameters } = read;
  if (isOfDay(parameters['person'], slots))
    return 'meaning' in found
      ? { ...found, isElsewhere: false, sure: 1, also: [] }
      : lacking({ ask: grammar.ask, sure: 1 }, found);
  const isPeriod = timed.some(([name]) => name === 'until');
  const named = withoutDay(parameters, slots);
  const kept = Object.entries(named).filter(([name]) => !(isPeriod && name === 'days'));
  return {
    meaning: { ask, parameters: Object.fromEntries([...kept, ...timed]) },
    isElsewhere: false,
    sure: 1,
    also: [],
  };
}

/** An end that was said and could not be read is asked for: the usual period in its place would be a false all-clear. */
export function isUnbounded(grammar: Question): boolean {
  return grammar.ask === 'expiring' && grammar.days === undefined && grammar.until === undefined;
}

/** Whether the sentence names more people than the grammar supposes something of: none of them may be left out. */
function hasMoreNames(slots: Slots, grammar: Question): boolean {
  if (grammar.ask !== 'what-if' || slots.credentials.length > 0) return false;
  return new Set(namesIn(slots)).size > grammar.events.length;
}

/** Whether it is asked for more certifications than the grammar knows, which are those of the programme that is followed. */
function hasMoreCredentials({ credentials }: Slots, grammar: Question): boolean {
  return grammar.ask === 'who-holds' && credentials.length > (grammar.credentials?.length ?? 1);
}

/** What is supposed for a day that only the slots have read: it is not supposed for today. */
function isOnUnreadDay(grammar: Question, { day, period }: Slots): boolean {
  return (
    grammar.ask === 'what-if' && (day ?? period) !== undefined && grammar.events.every(({ on }) => on === undefined)
  );
}

/** What the grammar reads without the person whom it may be about. */
const ofOnePerson: ReadonlySet<string> = new Set(['why', 'onboarding']);

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

/** A sentence that the scorer surely takes for another is not what its few known words say. */
export function isOutweighed(grammar: Question, ranked: readonly RankedCommand[], slots: Slots): boolean {
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
