/** Finds in the corpus which words people type that are no names. */
import type { CorpusLine } from '../../bench/hearing/corpus';
import { foldHan } from '../../bot/language-understanding/han-folding';
import { normalize } from '../../bot/language-understanding/message-text';
import { familiar, surnames } from '../../bot/recognizers/people/chinese-name';

/** What fewer sentences have may be a slip or a name. */
const leastSentences = 2;

/**
 * The words that stand in small letters, and of Chinese the pairs of characters that begin as a name does, in at least two sentences and more often
 * outside the names that the sentences are about than within; sorted.
 */
export function everydayWordsIn(lines: readonly CorpusLine[]): readonly string[] {
  const outside = new Map<string, number>();
  const inNames = new Map<string, number>();
  const chinese = new Set(lines.flatMap(namesIn).filter((name) => /^\p{sc=Han}{2,4}$/u.test(name)));
  for (const line of lines) {
    const names = [...namesIn(line), ...namesOf(chinese, line.text)];
    count(
      names.flatMap((name) => [...wordsIn(name), ...pairsIn(name)]),
      inNames,
    );
    const rest = names.reduce((text, name) => text.split(name).join(' '), line.text);
    count([...wordsIn(rest).filter((word) => /^\p{Ll}/u.test(word)), ...pairsIn(rest)], outside);
  }
  const known = [...outside].filter(([word, times]) => times >= leastSentences && times > (inNames.get(word) ?? 0));
  return known.map(([word]) => word).sort();
}

/** Chinese names of the corpus in a sentence that is not marked as being about them, as one that denies an order is. */
function namesOf(names: ReadonlySet<string>, text: string): readonly string[] {
  const parts = [2, 3, 4].flatMap((length) => [...text].map((_, at) => [...text].slice(at, at + length).join('')));
  return [...new Set(parts)].filter((part) => names.has(part));
}

/** Counts each word once; in small letters, without accents. */
function count(words: readonly string[], counts: Map<string, number>): void {
  for (const word of new Set(words.map(normalize))) counts.set(word, (counts.get(word) ?? 0) + 1);
}

function wordsIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}])(?!\p{sc=Han})\p{L}[\p{L}'’-]*/gu)].map(([word]) => word);
}

function pairsIn(text: string): readonly string[] {
  const pairs = [...foldHan(text).matchAll(/(?=(\p{sc=Han}{2}))/gu)].map(([, pair]) => pair!);
  return pairs.filter(([first]) => surnames.has(first!) || familiar.has(first!));
}

function namesIn({ parameters: { person, other, people, events = [] } }: CorpusLine): readonly string[] {
  const supposed = (events as readonly { readonly person?: string }[]).map((event) => event.person);
  return [person, other, people, supposed].flat().filter((one) => typeof one === 'string');
}
