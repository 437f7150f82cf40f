/** What was heard: the words of one message, each with what it may mean; all that a command looks at. */
import { meaningsOf, type Lexicon } from './lexicon';
import { isHan, normalize } from './message-text';

export interface Token {
  /** As it was typed, for names and for showing. */
  readonly said: string;
  /** Its normal form. */
  readonly key: string;
  /** The known words it may mean; empty where it only fills or is not known. */
  readonly means: readonly string[];
  /** Whether it only fills: please, the, show me. */
  readonly fills: boolean;
}

export interface Utterance {
  readonly said: string;
  readonly words: readonly Token[];
}

/** More words than any question has; the rest is not looked at, so that the answer comes in bounded time. */
const mostWords = 80;

/** Splits what was said into words and looks each up. */
export function tokenize(said: string, lexicon: Lexicon): Utterance {
  const tokens = said.split(/\s+/u).slice(0, mostWords);
  const parts = tokens.flatMap((token) => partsOf(token, lexicon));
  return {
    said,
    words: joined(parts, lexicon)
      .slice(0, mostWords)
      .map((part) => understood(part, lexicon)),
  };
}

interface Part {
  readonly said: string;
  readonly key: string;
}

/**
 * A token may hold several words: `DevOps进度`, `windows/devices`. Only a token of one word keeps its own spelling,
 * and a mail address stays whole.
 */
function partsOf(token: string, lexicon: Lexicon): readonly Part[] {
  if (/[^@]@[^@]/.test(token)) return [{ said: bare(token), key: normalize(token) }];
  const keys = normalize(token)
    .split(' ')
    .filter((key) => key !== '')
    .flatMap((key) => (isHan(key) ? termsIn(key, lexicon) : [key]));
  return keys.length === 1 ? [{ said: bare(token), key: keys[0]! }] : keys.map((key) => ({ said: key, key }));
}

/** An initial keeps its dot, by which it is told from an article. */
function bare(token: string): string {
  if (/^\p{Lu}\.$/u.test(token)) return token;
  return token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || token;
}

/** Cuts Chinese text at the terms that are known, the longest first; what lies between two of them stays in one piece. */
function termsIn(text: string, { telling, filling, longestHan }: Lexicon): readonly string[] {
  const terms: string[] = [];
  let unknown = '';
  for (let at = 0; at < text.length;) {
    const term = longestTermAt(text, { at, longest: longestHan }, (word) => telling.has(word) || filling.has(word));
    if (term === undefined) {
      unknown += text[at];
      at += 1;
      continue;
    }
    if (unknown !== '') terms.push(unknown);
    unknown = '';
    terms.push(term);
    at += term.length;
  }
  return unknown === '' ? terms : [...terms, unknown];
}

interface Place {
  readonly at: number;
  readonly longest: number;
}

function longestTermAt(text: string, { at, longest }: Place, isKnown: (word: string) => boolean): string | undefined {
  for (let length = Math.min(longest, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (isKnown(word)) return word;
  }
  return undefined;
}

/** Puts together what was typed apart and is one word: `dev ops`, `data center`. */
function joined(parts: readonly Part[], { telling }: Lexicon): readonly Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    const key = before && `${before.key}${part.key}`;
    if (key !== undefined && telling.has(key) && !isHan(key))
      whole.splice(-1, 1, { said: `${before!.said}${part.said}`, key });
    else whole.push(part);
  }
  return whole;
}

function understood({ said, key }: Part, lexicon: Lexicon): Token {
  return { said, key, means: meaningsOf(key, lexicon), fills: lexicon.filling.has(key) };
}

/** Part of what was heard, from word `start` up to but not including word `end`. */
export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

/** Where one of the phrases was heard: the longest, and of equally long ones the first. */
export function findPhrase({ words }: Utterance, phrases: readonly (readonly string[])[]): TokenSpan | undefined {
  let found: TokenSpan | undefined;
  for (const phrase of phrases) {
    if (found && phrase.length <= found.end - found.start) continue;
    const start = words.findIndex((_, at) => phrase.every((word, offset) => isMeant(words[at + offset], word)));
    if (start >= 0) found = { start, end: start + phrase.length };
  }
  return found;
}

function isMeant(word: Token | undefined, wanted: string): boolean {
  return word !== undefined && (word.key === wanted || word.means.includes(wanted));
}

/** The words without those of a span. */
export function without({ said, words }: Utterance, { start, end }: TokenSpan): Utterance {
  return { said, words: words.filter((_, at) => at < start || at >= end) };
}

/** The words that say something: neither fillers nor numbers. */
export function tellingWords({ words }: Utterance): readonly Token[] {
  return words.filter(({ fills, key }) => !fills && !/^\d+$/.test(key));
}
