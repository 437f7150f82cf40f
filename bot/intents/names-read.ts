/** The names that the grammar has read, cut to those that the sentence names: words around a name are no part of it. */
import type { Question } from '../../cards/contract/question';
import type { Person } from '../../domain/partner/people/person';
import type { Event } from '../../domain/planning/what-if';
import { isEveryday } from '../language-understanding/everyday-words';
import { foldHan } from '../language-understanding/han-folding';
import { isHan, normalize } from '../language-understanding/message-text';
import { surnames } from '../recognizers/people/chinese-name';
import { isPartOfName } from '../recognizers/people/person-match';
import { oneself } from '../recognizers/people/person-lookup';
import { speaksOfAnother, speaksOfOneself } from '../recognizers/people/unnamed-person';
import { isWeekday } from '../recognizers/days/relative-day';
import { isFormOfAddress } from '../recognizers/people/typed-name';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import type { Parameters } from './meaning';
import { peopleNamed, type NamedPerson } from './named-people';

/**
 * The question of the grammar with the names of the sentence in place of what the grammar took for names; undefined where nothing is
 * left of what it supposed, because what it took for a name is none.
 */
export function withNamesOfSentence(read: Question, slots: Slots, context: SlotContext): Question | undefined {
  const { ask, ...parameters } = read;
  const named = withNames(parameters, slots, context);
  const { events } = named as { readonly events?: readonly unknown[] };
  return events?.length === 0 ? undefined : ({ ask, ...named } as Question);
}

function withNames(parameters: Parameters, slots: Slots, { people }: SlotContext): Parameters {
  const named = peopleNamed(slots);
  if (named.length === 0) return withOneself(parameters, slots, (name) => isPartOfAnyName(name, people));
  const isKnown = (name: string) => isPartOfAnyName(name, people);
  const corrected = (name: string) => {
    const [only, ...others] = named.length === 1 ? named : named.filter(({ typed }) => holds(name, typed));
    return only && others.length === 0 && !isKnown(name) ? cutTo(only, name) : name;
  };
  const { person, people: listed } = parameters;
  const events = parameters['events'] as readonly Event[] | undefined;
  return {
    ...parameters,
    ...(typeof person === 'string' && { person: corrected(person) }),
    ...(Array.isArray(listed) && { people: namesAmong(listed as readonly string[], named) }),
    ...(events && { events: events.map((event) => withPerson(event, corrected)) }),
  };
}

/** "Which certifications of mine": words that are no name, where somebody speaks of oneself; nothing is supposed of such words. */
function withOneself(parameters: Parameters, { said }: Slots, isOnRecord: (name: string) => boolean): Parameters {
  const { person, events, people, ...others } = parameters;
  if (Array.isArray(people)) {
    const names = (people as readonly string[]).filter((name) => !areNoNameWords(name) || isOnRecord(name));
    return names.length > 0 ? { ...parameters, people: names } : others;
  }
  if (Array.isArray(events))
    return { ...parameters, events: (events as readonly Event[]).filter((event) => isOfSomebody(event, isOnRecord)) };
  const isOwn = typeof person === 'string' && person !== oneself && areNoNameWords(person) && speaksOfOneself(said);
  return isOwn && !speaksOfAnother(said) ? { ...parameters, person: oneself } : parameters;
}

function isOfSomebody(event: Event, isOnRecord: (name: string) => boolean): boolean {
  return !('person' in event) || event.person === oneself || !areNoNameWords(event.person) || isOnRecord(event.person);
}

/** Whether each word is a part of the name of somebody on record. */
function isPartOfAnyName(name: string, people: readonly Person[]): boolean {
  return name.split(' ').every((word) => isPartOfName(normalize(word), people));
}

/** The one whom the sentence names, where the grammar's name has more words or is no name; else the grammar's. */
function cutTo({ name, typed, isOnRecord }: NamedPerson, read: string): string {
  if (normalize(read) === normalize(typed)) return read;
  const isVerb = typed.includes(' ') && areNoNameWords(read.toLowerCase());
  return isVerb || (holds(read, typed) && (isOnRecord || !isLonger(read, typed))) || areNoNameWords(read) ? name : read;
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
    return within.length > 0 || areNoNameWords(part) ? within : [part];
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
export function areNoNameWords(read: string): boolean {
  return read.split(' ').every(isNoNameWord);
}

const longestChineseName = 4;

/** An everyday word in small letters or in capitals alone, or Chinese characters that do not begin as a name does. */
function isNoNameWord(word: string): boolean {
  if (!isHan(word)) return /^(?:\p{Ll}+|\p{Lu}{2,}|\p{L}+['’]\p{L}+)$/u.test(word) && isEveryday(word);
  return !surnames.has(foldHan(word)[0]!) || word.length > longestChineseName || isWeekday(word);
}
