/** Compares a Chinese name with the same name in Latin letters: 李娜 and Li Na, in either order of its parts. */
import type { pinyin as Pinyin } from 'pinyin-pro';
import { isHan, normalize } from '../language-understanding/message-text';

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

/** Whether a name on record, or a word, may be a Chinese name in Latin letters. */
export function mayBePinyin(name: string): boolean {
  const words = normalize(name).split(' ');
  return words.length <= longest && words.every((word) => syllables.test(word));
}

/** Whether a name in Chinese characters and one in Latin letters are the same. A given name of two characters is enough. */
export function isSameByPinyin(han: string, latin: string): boolean {
  const name = han.replace(/\s/gu, '');
  if (name.length < shortest || name.length > longest || !/^\p{sc=Han}+$/u.test(name) || !mayBePinyin(latin))
    return false;
  const typed = plain(normalize(latin).replaceAll(' ', ''));
  const parts = syllablesOf(name).map(plain);
  const [family = '', ...given] = parts;
  const forms = [parts.join(''), [...given, family].join(''), ...(given.length > 1 ? [given.join('')] : [])];
  return forms.includes(typed);
}

/** Where a text in Chinese characters has the name that is on record in Latin letters; undefined where it has not. */
export function findByPinyin(text: string, latin: string): { readonly start: number; readonly end: number } | undefined {
  if (!isWholeName(latin)) return undefined;
  for (let length = longest; length >= shortest; length -= 1)
    for (let start = 0; start + length <= text.length; start += 1) {
      const part = text.slice(start, start + length);
      if (isHan(part) && isSameByPinyin(part, latin)) return { start, end: start + length };
    }
  return undefined;
}

/** A family name beside a given one: one word alone would be found in many sentences. */
function isWholeName(latin: string): boolean {
  return /\s/u.test(latin.trim()) && mayBePinyin(latin);
}
