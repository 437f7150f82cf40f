/** Recognizes the person that a text names: by id, mail address, MCPID or name, in part, in any order, misspelt. */
import { personLabel, type Person } from '../../domain/partner/person';
import { slipsBetween } from '../language-understanding/lexicon';
import { closestMatches, offered } from '../language-understanding/suggestions';
import { isHan, normalize } from '../language-understanding/message-text';
import { isNamePart } from './person-mention';
import { isSameByPinyin } from '../language-understanding/pinyin-name';

/** Whether a person is meant by these words, in normal form. */
type Sign = (person: Person, words: string) => boolean;

/** From the surest to the least sure; the first that is true of anybody decides. */
const signs: readonly Sign[] = [
  (person, words) => addressesOf(person).includes(words),
  // A typed name may equal the part of a mail address before the @; then everyone of that name is meant.
  (person, words) => normalize(person.name) === words || shortAddressesOf(person).includes(words),
  hasEveryWord((part, word) => part === word),
  hasEveryWord((part, word) => part.startsWith(word)),
  hasEveryWord((part, word) => isNamePart(word, part)),
  (person, words) => isHan(words) && normalize(person.name).includes(words),
  ({ name }, words) => (isHan(words) ? isSameByPinyin(words, name) : isHan(name) && isSameByPinyin(name, words)),
  hasEveryWord((part, word) => slipsBetween(part, word) <= slipsIn(word)),
];

/** Returns every person who may be meant, in no promised order. */
export function recognizePeople(said: string, people: readonly Person[]): readonly Person[] {
  const byId = people.find(({ id }) => id === said);
  if (byId) return [byId];
  const words = normalize(said);
  if (words === '') return [];
  for (const sign of signs) {
    const meant = people.filter((person) => sign(person, words));
    if (meant.length > 0) return meant;
  }
  return [];
}

/** Those whose names are most like what was said. */
export function nearestPeople(said: string, people: readonly Person[]): readonly Person[] {
  const known = people.map((person) => ({ name: normalize(personLabel(person)), value: person }));
  return closestMatches(normalize(said), known).slice(0, offered);
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
  return ({ name }, words) => {
    const parts = normalize(name).split(' ');
    return words.split(' ').every((word) => parts.some((part) => isMeant(part, word)));
  };
}

function slipsIn({ length }: string): number {
  return length >= 8 ? 2 : length >= 5 ? 1 : length === 4 ? 0.5 : 0;
}
