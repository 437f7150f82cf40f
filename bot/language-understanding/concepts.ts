/** Concepts join words of all five languages that mean the same, so that the scorer learns from one language for the others. */
import { foldHan } from './han-folding';
import { isHan, normalize } from './message-text';
import words from './concepts.json';

interface Dictionary {
  /** Whole words or phrases, by their normal form. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  /** Beginnings of words, in `concepts.json` with an asterisk. */
  readonly stems: ReadonlyMap<string, readonly string[]>;
}

const mostWords = 3;
const longestHan = 6;
const shortestStem = 2;

let read: Dictionary | undefined;

/** The concepts of a sentence in their order, given its tokens; a Chinese token is one character. Unknown words have none. */
export function conceptsOf(tokens: readonly string[]): readonly string[] {
  read ??= readDictionary();
  const found: string[] = [];
  for (let at = 0; at < tokens.length;) {
    const [length, concepts] = isHan(tokens[at]!) ? hanAt(tokens, at, read) : wordsAt(tokens, at, read);
    found.push(...concepts);
    at += length;
  }
  return found;
}

/** How many tokens no concept has; two Chinese characters count as one. */
export function unknownIn(tokens: readonly string[]): number {
  read ??= readDictionary();
  let unknown = 0;
  for (let at = 0; at < tokens.length;) {
    const isChinese = isHan(tokens[at]!);
    const [length, concepts] = isChinese ? hanAt(tokens, at, read) : wordsAt(tokens, at, read);
    if (concepts.length === 0) unknown += isChinese ? 0.5 : 1;
    at += length;
  }
  return Math.ceil(unknown);
}

type Match = readonly [length: number, concepts: readonly string[]];

function hanAt(tokens: readonly string[], at: number, { whole }: Dictionary): Match {
  for (let length = longestHan; length > 0; length -= 1) {
    const concepts = whole.get(tokens.slice(at, at + length).join(''));
    if (concepts) return [length, concepts];
  }
  return [1, []];
}

function wordsAt(tokens: readonly string[], at: number, { whole, stems }: Dictionary): Match {
  for (let length = mostWords; length > 0; length -= 1) {
    const concepts = whole.get(tokens.slice(at, at + length).join(' '));
    if (concepts) return [length, concepts];
  }
  const word = tokens[at]!;
  if (word.startsWith('xq')) return [1, [word]];
  for (let length = word.length; length >= shortestStem; length -= 1) {
    const concepts = stems.get(word.slice(0, length));
    if (concepts) return [1, concepts];
  }
  return [1, []];
}

function readDictionary(): Dictionary {
  const whole = new Map<string, string[]>();
  const stems = new Map<string, string[]>();
  for (const [concept, list] of Object.entries(words))
    for (const word of list.split(', ')) {
      const key = foldHan(normalize(word.replace('*', '')));
      const to = word.endsWith('*') && !key.includes(' ') ? stems : whole;
      const known = to.get(key);
      if (known === undefined) to.set(key, [concept]);
      else if (!known.includes(concept)) known.push(concept);
    }
  return { whole, stems };
}
