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
  for (const line of lines) {
    const names = namesIn(line);
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

function namesIn({ parameters: { person, other, people } }: CorpusLine): readonly string[] {
  return [person, other, people].flat().filter((one) => typeof one === 'string');
}
