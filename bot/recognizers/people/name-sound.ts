/** A name's sound compares how it is typed with how it is on record: another script, a Russian case, another width. */
import { foldHan } from '../../language-understanding/han-folding';
import { nameCache } from '../../language-understanding/name-cache';
import { isHan, normalize } from '../../language-understanding/message-text';

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
  ц: 'ts',
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

/** Russian endings of names in any case, in normal form, which has no й; a name keeps at least two letters. */
const endings = /(?:ого|ому|ыми|ими|ою|ым|им|ом|ем|ью|а|у|е|ы|и|ю|я|о|ь)$/u;

/** The phonetic key of a name: the same for Картика and Karthik, Жуан and João. */
export interface Sound {
  /** As it is written, in Latin letters. */
  readonly whole: string;
  /** Without the ending that a Russian case may have changed. */
  readonly stem: string;
  /** The consonants. */
  readonly bones: string;
  /** The vowels of the stem as one hears them in either script; `*` may be two of them. */
  readonly vowels: string;
}

const nasal = /ão|õe|ãe/giu;

/** Whether a word has a Cyrillic letter. */
export function isCyrillic(word: string): boolean {
  return /\p{sc=Cyrl}/u.test(word);
}

/** How a name, or the part of one, sounds. */
export function soundOf(word: string): Sound {
  // Наталья, Natalia; Оуэн, Owen; Уильям, William.
  const key = normalize(word.replace(nasal, (vowels) => `${vowels[0]!}n`))
    .replace(/ь(?=[еиюя])/gu, 'и')
    .replace(/(?<=^|о)у(?=[эие])/gu, 'в');
  const stem = isCyrillic(word) ? stemOf(key) : key.replace(/(?<=\p{L}{2})[aeiouy]$/u, '');
  const folded = fold(latin(stem));
  const heard = fold(latin(stem.replaceAll('э', '*')));
  return {
    whole: fold(latin(key)),
    stem: folded,
    bones: folded.replace(/[aeiouy]/gu, ''),
    vowels: vowelsOf(heard),
  };
}

/** In names of several vowels o and u sound alike: Жуан, João; in short ones they tell them apart: Соня, Sun. */
function vowelsOf(heard: string): string {
  const vowels = heard.replace(/[^aeiouy*]/gu, '').replaceAll('y', 'i');
  return vowels.length > 1 ? vowels.replaceAll('u', 'o') : vowels;
}

/** `э` stands for a Latin a or e, and the last e or o of a name goes in the cases of Russian: Павел, Павла. Olga is no case of Олег. */
function areVowelsAlike(one: string, other: string, isDeclined: boolean): boolean {
  const [long, short] = one.length >= other.length ? [one, other] : [other, one];
  return areSameVowels(long, short) || (isDeclined && areSameVowels(long.replace(/[eo]$/u, ''), short));
}

function areSameVowels(one: string, other: string): boolean {
  const isSame = (vowel: string, at: number) =>
    vowel === other[at] || (`${vowel}${other[at]!}`.includes('*') && /^[*ae]{2}$/u.test(`${vowel}${other[at]!}`));
  return one.length === other.length && [...one].every(isSame);
}

function stemOf(key: string): string {
  const stem = key.replace(endings, '');
  return stem.length >= 2 ? stem : key;
}

function latin(key: string): string {
  return isCyrillic(key) ? [...key].map((letter) => letters[letter] ?? letter).join('') : key;
}

/** Spellings of one sound, in the order in which they are replaced; a rule is tried on words that have its letter. */
const spellings: readonly (readonly [letter: string, spelt: RegExp, sound: string])[] = [
  ['s', /sch|tsch/gu, 'sh'],
  ['p', /ph/gu, 'f'],
  ['h', /th/gu, 't'],
  ['k', /kh/gu, 'h'],
  ['c', /ck|c(?!h)/gu, 'k'],
  ['q', /q/gu, 'k'],
  ['z', /zh/gu, 'j'],
  ['z', /tz/gu, 'ts'],
  ['y', /(?<=[^aeiouy])yo/gu, 'e'],
  ['j', /dj/gu, 'j'],
  ['w', /w/gu, 'v'],
  ['y', /y/gu, 'i'],
  ['x', /x/gu, 'ks'],
];
const doubled = /(.)\1+/gu;

/** Spellings of one sound become one, double letters too. */
function fold(word: string): string {
  return spellings
    .reduce((text, [letter, spelt, sound]) => (text.includes(letter) ? text.replace(spelt, sound) : text), word)
    .replace(doubled, '$1');
}

/** Whether a typed word is this part of a name, in whatever script and case it stands. */
export function isNamePart(typed: string, part: string): boolean {
  const [said, known] = [normalize(typed), normalize(part)];
  if (said === known) return true;
  if (isHan(said) || isHan(known)) return isHan(said) && isHan(known) && foldHan(said) === foldHan(known);
  return isCyrillic(typed) !== isCyrillic(part) ? sounds(typed, part) : isCyrillic(typed) && sounds(typed, part);
}

/** The parts of names on record recur from turn to turn, and a sound takes a dozen replacements. What people type is not kept. */
const kept = nameCache<Sound>();

/** How the part of a name on record sounds. */
export function recordedSoundOf(part: string): Sound {
  const known = kept.get(part);
  if (known) return known;
  const sound = soundOf(part);
  kept.set(part, sound);
  return sound;
}

/** Where the letters differ, consonants and vowels have to sound alike, and the word is written large; a single letter is no sound. */
function sounds(typed: string, part: string): boolean {
  const [said, known] = [soundOf(typed), recordedSoundOf(part)];
  if (said.whole.length >= 2 && said.whole === known.whole) return true;
  // Only Russian declines names: `Petrova` in Latin letters is not a case of Петров.
  const isDeclined = isCyrillic(typed);
  if (isDeclined && said.stem.length >= 2 && (said.stem === known.stem || said.stem === known.whole)) return true;
  if (!/^\p{Lu}/u.test(typed) || said.bones.length < 2) return false;
  const areBones = said.bones === known.bones && said.whole[0] === known.whole[0];
  return areBones && areVowelsAlike(said.vowels, known.vowels, isDeclined);
}
