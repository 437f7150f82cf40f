/** Message text without what a client adds and a keyboard varies: markup, mentions, case, width. */
import { decodeHTML } from 'entities';

/** More than any question needs; what is longer is cut, so that no message can keep the bot busy. */
export const longestText = 4000;

/** A mention as the channel lists it beside the text. */
export interface Mention {
  /** As it stands in the text, usually `<at>Laurel</at>`. */
  readonly text: string;
  /** Whether it means the bot. */
  readonly bot: boolean;
}

const tag = /<\/?[a-z][^<>]*>/giu;
const invisible = /\p{Cf}|\p{Cc}/gu;
const brokenPairs = /\p{Cs}/gu;

/**
 * The text as it was meant, in its own case: mentions of the bot gone, those of people as their names, markup and entities
 * resolved, white space tidy. Fit to be shown.
 */
export function stripMarkup(text: string, mentions: readonly Mention[] = []): string {
  const own = mentions.filter(({ bot, text: mention }) => bot && mention !== '');
  const without = own.reduce((rest, mention) => rest.replaceAll(mention.text, ' '), text.slice(0, longestText));
  return decodeHTML(without.replace(tag, (markup) => (/^<\/?at\b/i.test(markup) ? '' : ' ')))
    .replace(brokenPairs, '')
    .replace(/\s/gu, ' ')
    .replace(invisible, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** Most words and names are such: nothing but their case is to be reduced, which is ten times as fast. */
const plainWords = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;
const notInWords = /[^\p{L}\p{N}]+/gu;
const han = '\\p{sc=Han}';
const hanMeetsOther = new RegExp(`(${han})(?=[^${han}\\s])|([^${han}\\s])(?=${han})`, 'gu');

/**
 * The text reduced to what two ways of typing the same have in common: one width, one case, no accents, no punctuation,
 * single spaces, and a space where Chinese meets another script. Reducing twice is the same as reducing once.
 */
export function normalize(text: string): string {
  if (plainWords.test(text)) return text.toLowerCase();
  return folded(text)
    .replace(/(?<=\p{L})['’‘ʼ`´](?=\p{L})/gu, '')
    .replace(notInWords, ' ')
    .replace(hanMeetsOther, '$1$2 ')
    .trim();
}

/** Compatibility forms, case and accents folded; lower case may bring new compatibility forms, hence the second round. */
function folded(text: string): string {
  const once = text.normalize('NFKC').replace(invisible, '').toLowerCase();
  return once.normalize('NFKD').replace(/\p{M}/gu, '').normalize('NFKC').toLowerCase();
}

/** Whether a word is written in Chinese characters, which are not separated by spaces. */
export function isHan(word: string): boolean {
  return /^\p{sc=Han}/u.test(word);
}
