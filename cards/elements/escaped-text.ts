/** Literal is text that came from outside and shows as it is: nothing in it formats, links, hides or turns around. */

const unseen = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/gu;
const brokenPairs = /\p{Cs}/gu;
const dateFunctions = /\{(?=\{)/gu;

/**
 * The text on one line, without characters that hide or reorder others, at most `longest` characters long. `{{` is
 * parted, because cards read `{{DATE(…)}}` as a function. Where nothing is left a dash stands, as no text may be empty.
 */
export function escapeMarkdown(text: string, longest = 400): string {
  const seen = text
    .replace(/\s/gu, ' ')
    .replace(unseen, '')
    .replace(brokenPairs, '\ufffd')
    .replace(dateFunctions, '{ ')
    .trim();
  if (seen === '') return '–';
  if (seen.length <= longest) return seen;
  const characters = [...seen];
  return characters.length <= longest
    ? seen
    : `${characters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

const markup = /[*_`~[\]\\<>|]|&#?\w+;|^\s*(?:#|[-+•]\s|\d+[.)]\s)|\w:\/\/|www\.|\S@\S/iu;

/** Whether a client that reads Markdown would show the text as something else than it is. */
export function hasMarkup(text: string): boolean {
  return markup.test(text);
}

const emphasis = /[*`]|~~|(?<![\p{L}\p{N}])_+(?=\S)|(?<=\S)_+(?![\p{L}\p{N}])/gu;

/**
 * The text without signs of Markdown, for places that have no other form: what is spoken, the text for clients without cards, the names
 * of buttons. An underscore within a word is no emphasis and stays.
 */
export function withoutMarkup(text: string): string {
  return text
    .replace(/!?\[([^\]\n]*)\]\(([^)\n]*)\)/gu, '$1 ($2)')
    .replace(emphasis, '')
    .replace(/<\/?[a-z][^<>\n]*>/giu, '')
    .replace(/</gu, '‹')
    .replace(/>/gu, '›');
}
