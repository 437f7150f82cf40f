/** The lexicon holds every word that Laurel knows, and finds the ones that a typed word may mean. */
import { distance } from 'fastest-levenshtein';
import { isHan, normalize } from './message-text';

export interface Lexicon {
  /** Words that carry meaning: of commands, names and levels. */
  readonly telling: ReadonlySet<string>;
  /** Words that people put around them. */
  readonly filling: ReadonlySet<string>;
  /** The length of the longest Chinese term, which bounds the search in a text without spaces. */
  readonly longestHan: number;
  /** The telling words by their first letters, among which are all forms of a word and all that it abbreviates. */
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  /** Those that are no Chinese by their length, among which are all that a word may misspell. */
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

/** As many letters as two forms of a word share at least, and as an abbreviation has. */
const sharedLetters = 4;

/** A lexicon of these phrases; a phrase of several words makes each of them known, and a filler stays one in any phrase. */
export function lexiconOf(telling: readonly string[], filling: readonly string[]): Lexicon {
  const fillers = wordsOf(filling);
  const known = new Set([...wordsOf(telling)].filter((word) => !fillers.has(word)));
  const longestHan = [...known, ...fillers].filter(isHan).reduce((most, { length }) => Math.max(most, length), 1);
  return {
    telling: known,
    filling: fillers,
    longestHan,
    byStart: group(known, (word) => word.slice(0, sharedLetters)),
    byLength: group(
      [...known].filter((word) => !isHan(word)),
      ({ length }) => length,
    ),
  };
}

function group<Key>(words: Iterable<string>, keyOf: (word: string) => Key): ReadonlyMap<Key, readonly string[]> {
  const groups = new Map<Key, string[]>();
  for (const word of words) {
    const key = keyOf(word);
    const alike = groups.get(key);
    if (alike === undefined) groups.set(key, [word]);
    else alike.push(word);
  }
  return groups;
}

function wordsOf(phrases: readonly string[]): ReadonlySet<string> {
  return new Set(phrases.flatMap((phrase) => normalize(phrase).split(' ')).filter((word) => word !== ''));
}

/**
 * The known words that a typed one may mean: itself; else its other forms; else the longer words it abbreviates; else
 * those that it misspells. Empty where it is like none.
 */
export function meaningsOf(word: string, { telling, filling, byStart, byLength }: Lexicon): readonly string[] {
  if (telling.has(word)) return [word];
  if (filling.has(word) || isHan(word)) return [];
  const alike = word.length >= sharedLetters ? (byStart.get(word.slice(0, sharedLetters)) ?? []) : [];
  const forms = alike.filter((other) => isSameStem(word, other));
  if (forms.length > 0) return forms;
  const longer = alike.filter((other) => other.startsWith(word));
  return longer.length > 0 ? longer : misspelt(word, byLength);
}

/**
 * Whether two words are forms of one: they share all but the ending. Russian declines, English and Portuguese have
 * plurals; Chinese does neither.
 */
export function isSameStem(one: string, other: string): boolean {
  const shortest = Math.min(one.length, other.length);
  const longest = Math.max(one.length, other.length);
  const shared = sharedStart(one, other);
  if (shared < Math.max(sharedLetters, shortest - 2, longest - 3) || longest - shortest > 2) return false;
  return shared > sharedLetters || /^\p{sc=Cyrl}/u.test(one);
}

function sharedStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

const longestWord = 40;

function misspelt(word: string, byLength: Lexicon['byLength']): readonly string[] {
  const allowed = slipsIn(word);
  if (word.length < 4 || word.length > longestWord) return [];
  const near = lengthsNear(word.length, Math.floor(allowed))
    .flatMap((length) => byLength.get(length) ?? [])
    .map((other) => ({ other, slips: slipsBetween(word, other) }))
    .filter(({ slips }) => slips <= allowed);
  const least = Math.min(...near.map(({ slips }) => slips));
  return near.filter(({ slips }) => slips === least).map(({ other }) => other);
}

function lengthsNear(length: number, away: number): readonly number[] {
  return Array.from({ length: 2 * away + 1 }, (_, at) => length - away + at);
}

/** One slip in a word of five letters, two in one of eight; four letters allow two swapped ones and nothing else. */
function slipsIn({ length }: string): number {
  return length >= 8 ? 2 : length >= 5 ? 1 : 0.5;
}

/** Slips of the fingers: letters changed, left out or added; letters in another order count half. */
export function slipsBetween(one: string, other: string): number {
  const changes = distance(one, other);
  const isSwapped = changes > 0 && one.length === other.length && sorted(one) === sorted(other);
  return isSwapped ? changes / 4 : changes;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
