/**
 * Compares how a person's name is typed with how it is on record: another script, a Russian case, an initial, another width.
 */
import type { Person } from '../../domain/partner/person';
import { foldHan } from '../language-understanding/han-folding';
import { isHan, normalize } from '../language-understanding/message-text';
import { pinyinOfRussian } from '../language-understanding/palladius-name';
import { findByPinyin, isSameByPinyin } from '../language-understanding/pinyin-name';

const letters: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  д: 'd',
  е: 'e',
  ж: 'j',
  з: 'z',
  и: 'i',
  й: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'c',
  ч: 'ch',
  ш: 'sh',
  щ: 'sh',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

/** Russian endings of names in any case; a name keeps at least two letters. */
const endings = /(?:ого|ому|ыми|ими|ой|ою|ым|им|ом|ем|ем|ей|ии|ию|ия|ью|а|у|е|ы|и|ю|я|о|й|ь)$/u;

/** The phonetic key of a name: the same for Картика and Karthik, Жуан and João. */
interface Sound {
  /** As it is written, in Latin letters. */
  readonly whole: string;
  /** Without the ending that a Russian case may have changed. */
  readonly stem: string;
  /** The consonants. */
  readonly bones: string;
}

const nasal = /ão|õe|ãe/giu;

function isCyrillic(word: string): boolean {
  return /\p{sc=Cyrl}/u.test(word);
}

function soundOf(word: string): Sound {
  const key = normalize(word.replace(nasal, (vowels) => `${vowels[0]!}n`));
  const stem = isCyrillic(word) ? stemOf(key) : key.replace(/(?<=\p{L}{2})[aeiouy]+$/u, '');
  return { whole: fold(latin(key)), stem: fold(latin(stem)), bones: fold(latin(stem)).replace(/[aeiouy]/gu, '') };
}

function stemOf(key: string): string {
  const stem = key.replace(endings, '');
  return stem.length >= 2 ? stem : key;
}

function latin(key: string): string {
  return [...key].map((letter) => letters[letter] ?? letter).join('');
}

/** Spellings of one sound become one, double letters too. */
function fold(word: string): string {
  return word
    .replace(/sch|tsch/gu, 'sh')
    .replace(/ph/gu, 'f')
    .replace(/th/gu, 't')
    .replace(/kh/gu, 'h')
    .replace(/ck|q|c(?!h)/gu, 'k')
    .replace(/zh|dj/gu, 'j')
    .replace(/w/gu, 'v')
    .replace(/y/gu, 'i')
    .replace(/x/gu, 'ks')
    .replace(/(.)\1+/gu, '$1');
}

/** Whether a typed word is this part of a name, in whatever script and case it stands. */
export function isNamePart(typed: string, part: string): boolean {
  const [said, known] = [normalize(typed), normalize(part)];
  if (said === known) return true;
  if (isHan(said) || isHan(known)) return isHan(said) && isHan(known) && foldHan(said) === foldHan(known);
  return isCyrillic(typed) !== isCyrillic(part) ? sounds(typed, part) : isCyrillic(typed) && sounds(typed, part);
}

/** A short name has to sound the same in its vowels too; where nothing is written large, every name has. */
function sounds(typed: string, part: string): boolean {
  const [said, known] = [soundOf(typed), soundOf(part)];
  if (said.whole === known.whole) return true;
  if (said.stem.length >= 2 && said.stem === known.stem) return true;
  const isName = /^\p{Lu}/u.test(typed);
  return isName && said.bones.length >= 2 && said.bones === known.bones && said.whole[0] === known.whole[0];
}

/** Whether a typed word is the initial of this part: `A` or `A.` of Anand. */
function isInitial(typed: string, part: string): boolean {
  const letter = normalize(typed);
  return letter.length === 1 && normalize(part).startsWith(letter);
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
  const hanMentions = hanMentionsOf(said, people);
  const blanked = hanMentions.reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    said,
  );
  const pieces = [...blanked.matchAll(word)].map(({ 0: text, index }): Piece => {
    const trimmed = text.replace(/(?:['’]s|[.'’-]+)$/u, '');
    return { text: trimmed, start: index, end: index + trimmed.length };
  });
  const mentions: PersonMention[] = [...hanMentions];
  for (let at = 0; at < pieces.length;) {
    const found = mentionAt(pieces.slice(at, at + mostNameWords), people, isCommon);
    if (found)
      mentions.push({ people: found.people, start: pieces[at]!.start, end: pieces[at + found.length - 1]!.end });
    at += found?.length ?? 1;
  }
  return mentions.sort((one, other) => one.start - other.start);
}

function mentionAt(
  pieces: readonly Piece[],
  people: readonly Person[],
  isCommon: (word: string) => boolean,
): { readonly people: readonly Person[]; readonly length: number } | undefined {
  for (let length = pieces.length; length > 0; length -= 1) {
    const typed = pieces.slice(0, length).map(({ text }) => text);
    if (length === 1 && !mayBeName(typed[0]!, isCommon)) continue;
    const chinese = pinyinOfRussian(typed);
    const meant = people.filter(({ name }) => isNamed(typed, name) || chinese.some((form) => isPinyinOf(form, name)));
    if (meant.length > 0) return { people: meant, length };
  }
  return undefined;
}

/** A word of the language that is a name as well (Mark, Will) counts only when it is written large. */
function mayBeName(typed: string, isCommon: (word: string) => boolean): boolean {
  return typed.length > 1 && (/^\p{Lu}/u.test(typed) || !isCommon(normalize(typed)));
}

/** Whether each typed word is a part of the name of its own, at least one of them in full. */
function isNamed(typed: readonly string[], name: string): boolean {
  if (isHan(name)) return isSameByPinyin(name, typed.join(' '));
  let left = name.split(/\s+/u);
  let isFull = false;
  for (const one of typed) {
    const full = left.find((part) => isNamePart(one, part));
    const part = full ?? left.find((other) => typed.length > 1 && isInitial(one, other));
    if (part === undefined) return false;
    isFull ||= full !== undefined;
    left = left.filter((other) => other !== part);
  }
  return isFull;
}

/** Whether pinyin without spaces is this whole name, with the family name first or last. */
function isPinyinOf(pinyin: string, name: string): boolean {
  if (isHan(name)) return isSameByPinyin(name, pinyin);
  const parts = normalize(name).split(' ');
  return parts.length > 1 && [parts, parts.toReversed()].some((order) => order.join('') === pinyin);
}

/** Chinese names stand in the text without spaces: in full, or the given name of two characters. */
function hanMentionsOf(said: string, people: readonly Person[]): readonly PersonMention[] {
  const text = foldHan(said);
  const forms = people
    .filter(({ name }) => isHan(name))
    .flatMap((person) => {
      const full = foldHan(person.name.replace(/\s/gu, ''));
      return full.length >= 3
        ? [
            { form: full, person },
            { form: full.slice(1), person },
          ]
        : [{ form: full, person }];
    })
    .sort((one, other) => other.form.length - one.form.length);
  const latinNames = people.filter(({ name }) => !isHan(name)).map(({ name }) => name);
  const mentions: PersonMention[] = findByPinyin(said, latinNames).map(({ name, start, end }) => ({
    people: people.filter((person) => person.name === name),
    start,
    end,
  }));
  for (const { form } of forms)
    for (let start = text.indexOf(form); start >= 0; start = text.indexOf(form, start + 1)) {
      const end = start + form.length;
      if (mentions.some((other) => start < other.end && other.start < end)) continue;
      const meant = forms.filter((other) => other.form === form).map(({ person }) => person);
      mentions.push({ people: [...new Set(meant)], start, end });
    }
  return mentions;
}
