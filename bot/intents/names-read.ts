/** The names that the grammar has read, cut to those that the sentence names: words around a name are no part of it. */
import type { Question } from '../../cards/contract/question';
import type { Event } from '../../domain/planning/what-if';
import { isEveryday } from '../language-understanding/everyday-words';
import { foldHan } from '../language-understanding/han-folding';
import { isHan, normalize } from '../language-understanding/message-text';
import { surnames } from '../recognizers/people/chinese-name';
import { isPartOfName } from '../recognizers/people/person-match';
import { isFormOfAddress } from '../recognizers/people/typed-name';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import type { Parameters } from './meaning';
import { peopleNamed, type NamedPerson } from './named-people';

/** The question of the grammar with the names of the sentence in place of what the grammar took for names. */
export function withNamesOfSentence(read: Question, slots: Slots, context: SlotContext): Question {
  const { ask, ...parameters } = read;
  return { ask, ...withNames(parameters, slots, context) } as Question;
}

function withNames(parameters: Parameters, slots: Slots, { people }: SlotContext): Parameters {
  const named = peopleNamed(slots);
  if (named.length === 0) return parameters;
  const isKnown = (name: string) => name.split(' ').every((word) => isPartOfName(normalize(word), people));
  const corrected = (name: string) => (named.length === 1 && !isKnown(name) ? cutTo(named[0]!, name) : name);
  const { person, people: listed } = parameters;
  const events = parameters['events'] as readonly Event[] | undefined;
  return {
    ...parameters,
    ...(typeof person === 'string' && { person: corrected(person) }),
    ...(Array.isArray(listed) && { people: namesAmong(listed as readonly string[], named) }),
    ...(events && { events: events.map((event) => withPerson(event, corrected)) }),
  };
}

/** The one whom the sentence names, where the grammar's name has more words or is no name; else the grammar's. */
function cutTo({ name, typed, isOnRecord }: NamedPerson, read: string): string {
  if (normalize(read) === normalize(typed)) return read;
  return (holds(read, typed) && (isOnRecord || !isLonger(read, typed))) || isNoName(read) ? name : read;
}

/** `April Stone`, of which only `Stone` is surely a name: a word written large right beside it belongs to it. */
function isLonger(read: string, typed: string): boolean {
  const [before = '', after = ''] = read.split(typed);
  return [before.trim().split(' ').at(-1), after.trim().split(' ')[0]].some(
    (word = '') => /^\p{Lu}/u.test(word) && !isFormOfAddress(word),
  );
}

/** Of several names that the grammar read apart each cut to those within it; a part without any is only kept where it may be one. */
function namesAmong(read: readonly string[], named: readonly NamedPerson[]): readonly string[] {
  const kept = read.flatMap((part) => {
    const within = named.filter(({ typed }) => holds(part, typed)).map(({ name }) => name);
    return within.length > 0 || isNoName(part) ? within : [part];
  });
  return kept.length > 0 ? [...new Set(kept)] : named.map(({ name }) => name);
}

function holds(text: string, typed: string): boolean {
  return foldHan(normalize(text)).includes(foldHan(normalize(typed)));
}

function withPerson(event: Event, corrected: (name: string) => string): Event {
  return 'person' in event ? { ...event, person: corrected(event.person) } : event;
}

/** Whether what was read as a name are words that no name has. */
export function isNoName(read: string): boolean {
  return read.split(' ').every(isNoNameWord);
}

/** An everyday word in small letters, or Chinese characters that do not begin as a name does. */
function isNoNameWord(word: string): boolean {
  return isHan(word) ? !surnames.has(foldHan(word)[0]!) : /^\p{Ll}+$/u.test(word) && isEveryday(word);
}
