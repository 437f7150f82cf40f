/** Recognizes the person that a text names: by id, mail address, MCPID or name, in part, in any order, misspelt. */
import { personLabel, spokenName, type Person } from '../../../domain/partner/people/person';
import { slipsBetween } from '../../language-understanding/lexicon';
import { closestMatches, offered } from '../../language-understanding/suggestions';
import { isHan, normalize } from '../../language-understanding/message-text';
import { nameIndexOf } from './name-index';
import { isNamePart } from './name-sound';
import { isSameByPinyin } from '../../language-understanding/pinyin-name';

/** A person, and the name as words are compared with it. */
interface Named {
  readonly person: Person;
  readonly name: string;
  readonly parts: readonly string[];
}

/** Whether a person is meant by these words, in normal form. */
type Sign = (named: Named, words: string) => boolean;

/** From the surest to the least sure; the first that is true of anybody decides. */
const signs: readonly Sign[] = [
  ({ person }, words) => addressesOf(person).includes(words),
  // A typed name may equal the part of a mail address before the @; then everyone of that name is meant.
  ({ person, name }, words) => name === words || shortAddressesOf(person).includes(words),
  hasEveryWord((part, word) => part === word),
  hasEveryWord((part, word) => part.startsWith(word)),
];

/** Looked at where none of the others is true of anybody, and after the sound of a name. */
const lateSigns: readonly Sign[] = [
  ({ name }, words) => isHan(words) && name.includes(words),
  ({ person: { name } }, words) =>
    isHan(words) ? isSameByPinyin(words, name) : isHan(name) && isSameByPinyin(name, words),
  hasEveryWord((part, word) => slipsBetween(part, word) <= slipsIn(word)),
];

/** Returns every person who may be meant, in no promised order. */
export function recognizePeople(said: string, people: readonly Person[]): readonly Person[] {
  const byId = people.find(({ id }) => id === said);
  if (byId) return [byId];
  const words = normalize(said);
  if (words === '') return [];
  const named = people.map(namedOf);
  const meant = bySigns(signs, named, words) ?? bySound(people, words) ?? bySigns(lateSigns, named, words);
  return meant ?? [];
}

/** Whether this word, in normal form, is a whole part of the name of anybody. */
export function isPartOfName(word: string, people: readonly Person[]): boolean {
  return nameIndexOf(people)
    .withAnyPart([word])
    .some((person) => namedOf(person).parts.includes(word));
}

function namedOf(person: Person): Named {
  const name = normalize(spokenName(person));
  return { person, name, parts: name.split(' ') };
}

function bySigns(all: readonly Sign[], named: readonly Named[], words: string): readonly Person[] | undefined {
  for (const sign of all) {
    const meant = named.filter((one) => sign(one, words));
    if (meant.length > 0) return meant.map(({ person }) => person);
  }
  return undefined;
}

/** Those whose names sound like each of the words: another script, a Russian case. */
function bySound(people: readonly Person[], words: string): readonly Person[] | undefined {
  // The whole text is a name, however it is written.
  const isMeant = hasEveryWord((part, word) => isNamePart(`${word[0]!.toUpperCase()}${word.slice(1)}`, part));
  const alike = nameIndexOf(people).withAnyPart(words.split(' '));
  const meant = alike.filter((person) => isMeant(namedOf(person), words));
  return meant.length > 0 ? meant : undefined;
}

/** From 0 to 1: less like a name is no slip in it. */
const alike = 0.5;

/** Those whose names are most like what was said; nobody where no name is like it. */
export function nearestPeople(said: string, people: readonly Person[]): readonly Person[] {
  const known = people.map((person) => ({ name: normalize(personLabel(person)), value: person }));
  return closestMatches(normalize(said), known, alike).slice(0, offered);
}

/** The signs that are unique. */
function addressesOf({ identifiers }: Person): readonly string[] {
  const { corpEmail, email, mcpId, aadUserId } = identifiers;
  return [...corpEmail, ...email, ...mcpId, ...aadUserId].map(normalize);
}

/** The part of a mail address before the @, which people type for short. */
function shortAddressesOf({ identifiers: { corpEmail, email } }: Person): readonly string[] {
  return [...corpEmail, ...email].map((mail) => normalize(mail.split('@', 1)[0]!));
}

function hasEveryWord(isMeant: (part: string, word: string) => boolean): Sign {
  return ({ parts }, words) => areOfTheirOwn(words.split(' '), parts, isMeant);
}

/** Whether each word means another part: `Anna A` is not Anna Becker, whose name has one A. */
function areOfTheirOwn(
  [word, ...others]: readonly string[],
  parts: readonly string[],
  isMeant: (part: string, word: string) => boolean,
): boolean {
  if (word === undefined) return true;
  return parts.some(
    (part, at) =>
      isMeant(part, word) &&
      areOfTheirOwn(
        others,
        parts.filter((_, place) => place !== at),
        isMeant,
      ),
  );
}

function slipsIn({ length }: string): number {
  return length >= 8 ? 2 : length >= 5 ? 1 : length === 4 ? 0.5 : 0;
}
