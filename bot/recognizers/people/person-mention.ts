/** Finds where a text names people on record: in part, in any order, with initials, in another script or a Russian case. */
import { spokenName, type Person } from '../../../domain/partner/people/person';
import { isEveryday } from '../../language-understanding/everyday-words';
import { foldHan } from '../../language-understanding/han-folding';
import { isHan, normalize } from '../../language-understanding/message-text';
import { pinyinOfRussian } from '../../language-understanding/palladius-name';
import { findByPinyin, isSameByPinyin } from '../../language-understanding/pinyin-name';
import { mayNameBegin, surnames } from './chinese-name';
import { nameIndexOf, type NameIndex } from './name-index';
import { isCyrillic, isNamePart } from './name-sound';
import { isFormOfAddress } from './typed-name';

/** Whether a typed word is the initial of this part: `A` or `A.` of Anand. In small letters `a` and `o` are words. */
function isInitial(typed: string, part: string): boolean {
  const letter = normalize(typed);
  return letter.length === 1 && /^\p{Lu}/u.test(typed) && normalize(part).startsWith(letter);
}

/** Where a person is named in a text. */
export interface PersonMention {
  readonly people: readonly Person[];
  readonly start: number;
  readonly end: number;
}

const word = /(?:(?!\p{sc=Han})[\p{L}\p{M}'’.-])+/gu;
const mostNameWords = 4;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Returns the people on record whom the text names, in the order of the text; a name that several people have is one mention
 * of all of them.
 */
export function mentionsOf(
  said: string,
  people: readonly Person[],
  isCommon: (word: string) => boolean,
): readonly PersonMention[] {
  const index = nameIndexOf(people);
  const hanMentions = hanMentionsOf(said, index);
  const blanked = hanMentions.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    said,
  );
  const written = [...blanked.matchAll(word)].filter(
    ({ 0: text, index: at }) =>
      !isOfNumber(blanked, at + text.length) &&
      !isUnit(blanked, at, text) &&
      !isOfSaint(blanked, at) &&
      !isAuxiliary(text, blanked.slice(at + text.length)),
  );
  const pieces = written.map(({ 0: text, index }): Piece => {
    const trimmed = text.replace(/(?:['’]s|[.'’-]+)$/u, '');
    return { text: trimmed, start: index, end: index + trimmed.length };
  });
  const mentions: PersonMention[] = [...hanMentions];
  for (let at = 0; at < pieces.length;) {
    const found = mentionAt(pieces.slice(at, at + mostNameWords), index, isCommon);
    if (found)
      mentions.push({ people: found.people, start: pieces[at]!.start, end: pieces[at + found.length - 1]!.end });
    at += found?.length ?? 1;
  }
  return mentions.sort((one, other) => one.start - other.start);
}

/** The letters of `MS-700` are no Ms. */
function isOfNumber(text: string, end: number): boolean {
  return /^-?\d/u.test(text.slice(end)) || /-$/u.test(text.slice(0, end));
}

/** "Will any certificate lapse?": before one of these words Will asks and is nobody. */
function isAuxiliary(typed: string, behind: string): boolean {
  return (
    /^(?:will|may)$/iu.test(typed) &&
    /^ (?:any|the|our|my|your|all|some|this|these|those|there|we|you|i|he|she|it|they)(?!\p{L})/iu.test(behind)
  );
}

/** São Paulo is a place. */
function isOfSaint(text: string, start: number): boolean {
  return /(?<!\p{L})(?:São|Saint|St\.?) $/u.test(text.slice(0, start));
}

/** Dias and Reis are names, and "90 dias" are days: what is counted is written small behind its number. */
function isUnit(text: string, start: number, counted: string): boolean {
  return /^\p{Ll}/u.test(counted) && /\d\s*$/u.test(text.slice(0, start));
}

function mentionAt(
  pieces: readonly Piece[],
  index: NameIndex,
  isCommon: (word: string) => boolean,
): { readonly people: readonly Person[]; readonly length: number } | undefined {
  for (let length = pieces.length; length > 0; length -= 1) {
    const typed = pieces.slice(0, length).map(({ text }) => text);
    if (isFormOfAddress(typed.at(-1)!) || (length === 1 && !mayBeName(typed[0]!, isCommon))) continue;
    const named = index.withAnyPart(typed).filter((person) => isNamed(typed, spokenName(person)));
    const chinese = pinyinOfRussian(typed).flatMap((form) => index.inPinyin(form));
    const meant = withoutWords([...new Set([...named, ...chinese])], typed);
    if (meant.length > 0) return { people: meant, length };
  }
  return undefined;
}

/** "Prestes a expirar", "срок": an everyday word in small letters names nobody, and one written large only who is called exactly so, with its accents: "Há" begins a sentence. */
function withoutWords(meant: readonly Person[], [only = '', ...others]: readonly string[]): readonly Person[] {
  if (meant.length === 0 || others.length > 0 || !isEveryday(only)) return meant;
  if (!/^\p{Lu}/u.test(only)) return [];
  const isAccented = /\p{M}/u.test(only.normalize('NFD'));
  return meant.filter((person) => {
    const parts = spokenName(person).toLowerCase().split(' ');
    return isAccented ? parts.includes(only.toLowerCase()) : parts.map(normalize).includes(normalize(only));
  });
}

/** A word of the language that is a name as well (Mark, Will) counts only when it is written large. */
function mayBeName(typed: string, isCommon: (word: string) => boolean): boolean {
  return typed.length > 1 && (/^\p{Lu}/u.test(typed) || !isCommon(normalize(typed)));
}

/** Words within names that name nobody alone: "Van der Meer" is not Van der Merwe. */
const particles: ReadonlySet<string> = new Set('van von der den de da do dos das di del la el al bin ibn'.split(' '));

/** Whether each typed word is a part of the name of its own, at least one of them in full. */
function isNamed(typed: readonly string[], name: string): boolean {
  if (isHan(name)) return isSameByPinyin(name, typed.join(' '));
  let left = name.split(/\s+/u);
  let isFull = false;
  for (const one of typed) {
    const full = left.find((part) => isNamePart(one, part) && !isOnlyAlike(one, part));
    const part = full ?? left.find((other) => typed.length > 1 && isInitial(one, other));
    if (part === undefined) return false;
    isFull ||= full !== undefined && normalize(full).length > 1 && !particles.has(normalize(full));
    left = left.filter((other) => other !== part);
  }
  return isFull;
}

/** "Friday" sounds like Фарида: a word of one script that people use is no name in another. */
function isOnlyAlike(typed: string, part: string): boolean {
  return isCyrillic(typed) !== isCyrillic(part) && isEveryday(typed);
}

/**
 * Chinese names stand in the text without spaces: in full, or the given name of two characters. Longer forms are found first. `哪裡` asks
 * where, and is no Li Na.
 */
function hanMentionsOf(said: string, index: NameIndex): readonly PersonMention[] {
  if (!/\p{sc=Han}/u.test(said)) return [];
  const text = foldHan(said);
  const inLatin = findByPinyin(said, () => index.latinByPinyin).filter(
    // Among other characters a Chinese name begins with the surname.
    (one) => (surnames.has(text[one.start]!) || standsAlone(text, one)) && !isEveryday(said.slice(one.start, one.end)),
  );
  const mentions: PersonMention[] = inLatin.map(({ name, start, end }) => ({
    people: index.withAnyPart(name.split(/\s+/u)).filter((person) => person.name === name),
    start,
    end,
  }));
  for (let length = Math.min(index.longestHan, text.length); length > 0; length -= 1)
    for (let start = 0; start + length <= text.length; start += 1) {
      const end = start + length;
      const people = index.inHan(text.slice(start, end));
      if (
        people.length === 0 ||
        isOfAnother(text, start, people) ||
        mentions.some((other) => start < other.end && other.start < end)
      )
        continue;
      mentions.push({ people, start, end });
    }
  return mentions;
}

function standsAlone(text: string, { start, end }: Pick<PersonMention, 'start' | 'end'>): boolean {
  return !isHan(text[start - 1] ?? ' ') && !isHan(text[end] ?? ' ');
}

/**
 * `王雅婷` or `代雨欣` beside 张雅婷 and 何雨欣 on record: a given name behind another surname is another person's, and so is one behind a
 * character that does not stand before names.
 */
function isOfAnother(text: string, start: number, people: readonly Person[]): boolean {
  const isWhole = people.every((person) => text.startsWith(foldHan(spokenName(person)).replace(/\s/gu, ''), start));
  return !isWhole && !mayNameBegin(text, start);
}
