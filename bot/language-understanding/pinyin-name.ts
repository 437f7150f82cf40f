/** Compares a Chinese name with the same name in Latin letters: 李娜 and Li Na, in either order of its parts. */
import type { pinyin as Pinyin } from 'pinyin-pro';
import { normalize } from './message-text';
import { nameCache } from './name-cache';

/** A Chinese name has two to four characters. */
const [shortest, longest] = [2, 4];

/** What a word of pinyin looks like, to tell without a dictionary that `Berg` is none. */
const syllables = /^(?:(?:[bpmfdtnlgkhjqxzcsryw]|[zcs]h)?[aeiouv]{1,3}(?:ng?|r)?)+$/u;

let loaded: typeof Pinyin | undefined;

/** The syllables of a name. The dictionary is read at the first name that needs it, so that no start waits for it. */
function syllablesOf(han: string): readonly string[] {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  loaded ??= (require('pinyin-pro') as { readonly pinyin: typeof Pinyin }).pinyin;
  return loaded(han, { mode: 'surname', toneType: 'none', type: 'array', v: true });
}

/** Passports write lü as lu or lyu, keyboards as lv. */
function plain(word: string): string {
  return word.replace(/([ln])(?:v|yu|ü)/gu, '$1u');
}

const forms = nameCache<readonly string[]>();
const keys = nameCache<string>();

/** How a Chinese name may be written in Latin letters, without spaces: family name first or last, or the given name of two characters. */
export function latinFormsOf(han: string): readonly string[] {
  const known = forms.get(han);
  if (known) return known;
  const parts = syllablesOf(han).map(plain);
  const [family = '', ...given] = parts;
  const made = [parts.join(''), [...given, family].join(''), ...(given.length > 1 ? [given.join('')] : [])];
  forms.set(han, made);
  return made;
}

/** A name in Latin letters without spaces, as {@link latinFormsOf} writes it; empty where it cannot be a Chinese one. */
export function latinKeyOf(latin: string): string {
  const known = keys.get(latin);
  if (known !== undefined) return known;
  const words = normalize(latin).split(' ');
  const key = words.length <= longest && words.every((word) => syllables.test(word)) ? plain(words.join('')) : '';
  keys.set(latin, key);
  return key;
}

/** Whether a name in Chinese characters and one in Latin letters are the same. A given name of two characters is enough. */
export function isSameByPinyin(han: string, latin: string): boolean {
  const key = latinKeyOf(latin);
  if (key === '') return false;
  const name = han.replace(/\s/gu, '');
  return isChineseName(name) && latinFormsOf(name).includes(key);
}

/** Whether a text can be a Chinese name: two to four characters and nothing else. */
export function isChineseName(text: string): boolean {
  return text.length >= shortest && text.length <= longest && /^\p{sc=Han}+$/u.test(text);
}

/** Where a text in Chinese characters has a name that is on record in Latin letters. */
export interface PinyinMention {
  /** The name on record. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Where a text names people who are on record in Latin letters; `wanted` has their names by {@link latinKeyOf}. */
export function findByPinyin(text: string, wanted: () => ReadonlyMap<string, string>): readonly PinyinMention[] {
  const found: PinyinMention[] = [];
  if (!/\p{sc=Han}{2}/u.test(text) || wanted().size === 0) return found;
  for (let length = longest; length >= shortest; length -= 1)
    for (let start = 0; start + length <= text.length; start += 1) {
      const part = text.slice(start, start + length);
      const end = start + length;
      if (!isChineseName(part) || found.some((other) => start < other.end && other.start < end)) continue;
      const [whole = '', turned = ''] = latinFormsOf(part);
      const name = wanted().get(whole) ?? wanted().get(turned);
      if (name !== undefined) found.push({ name, start, end });
    }
  return found;
}
