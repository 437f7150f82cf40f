/** Recognizes the competencies that a text names: in full, in part, abbreviated, misspelt, in any language. */
import { tellingWords, type Utterance, type Token } from '../language-understanding/utterance';
import { isSameStem } from '../language-understanding/lexicon';
import type { CompetencyName, Vocabulary } from '../language-understanding/vocabulary';
import { isHan } from '../language-understanding/message-text';

export interface RecognizedCompetencies {
  /** One, where it is clear; several, where it is not or where several are named; none. */
  readonly competencies: readonly string[];
  /** The words that say something and belong to no name. */
  readonly left: readonly Token[];
}

/**
 * The competencies named in full, else those that have the most of the words in their names: in the printed ones first,
 * then in any, then in those of their options.
 */
export function recognizeCompetencies(utterance: Utterance, vocabulary: Vocabulary): RecognizedCompetencies {
  const words = tellingWords(utterance);
  const full = namedInFull(words, vocabulary.names);
  if (full.competencies.length > 0) return full;
  for (const names of [vocabulary.printedNames, vocabulary.names, vocabulary.optionNames]) {
    const part = namedInPart(words, names);
    if (part.competencies.length > 0) return part;
  }
  return { competencies: [], left: words };
}

/** The competencies whose whole names stand among the words. */
export function namedInFull(words: readonly Token[], names: readonly CompetencyName[]): RecognizedCompetencies {
  const competencies = new Set<string>();
  const found = new Set<string>();
  let left = words;
  for (const name of names) {
    const key = name.words.join(' ');
    // A name that several share means each of them.
    if (name.isShared && found.has(key)) competencies.add(name.competency);
    const start = left.findIndex((_, at) => isNamedAt(left.slice(at, at + name.words.length), name));
    if (start < 0) continue;
    competencies.add(name.competency);
    found.add(key);
    left = left.filter((_, at) => at < start || at >= start + name.words.length);
  }
  return { competencies: [...competencies], left };
}

function isNamedAt(words: readonly Token[], { words: wanted, isFixed }: CompetencyName): boolean {
  const isWord = isFixed ? isMeant : isForm;
  return words.length === wanted.length && words.every((word, at) => isWord(word, wanted[at]!));
}

function isMeant({ key, means }: Token, wanted: string): boolean {
  return key === wanted || means.includes(wanted);
}

function isForm(word: Token, wanted: string): boolean {
  return isMeant(word, wanted) || (!isHan(wanted) && isSameStem(word.key, wanted));
}

function namedInPart(words: readonly Token[], names: readonly CompetencyName[]): RecognizedCompetencies {
  // One character among other words is a part of no name: 发 sends, and is no 应用开发.
  const isTold = ({ key }: Token) => words.length === 1 || key.length > 1 || !isHan(key);
  const likenessOf = (word: Token, wanted: string) => (isTold(word) ? likeness(word, wanted) : 0);
  const weights = new Map<string, number>();
  for (const { competency, words: wanted, isFixed } of names) {
    if (isFixed) continue;
    const weight = words.reduce((sum, word) => sum + Math.max(...wanted.map((one) => likenessOf(word, one))), 0);
    weights.set(competency, Math.max(weight, weights.get(competency) ?? 0));
  }
  const most = Math.max(0, ...weights.values());
  const competencies = [...weights].filter(([, weight]) => most > 0 && weight === most).map(([id]) => id);
  const chosen = names.filter(({ competency }) => competencies.includes(competency)).flatMap((name) => name.words);
  return { competencies, left: words.filter((word) => !chosen.some((one) => likenessOf(word, one) > 0)) };
}

/** 1 for a word of the name; for Chinese, where words are not apart, half for each character in a row that is shared. */
function likeness(word: Token, wanted: string): number {
  if (isForm(word, wanted)) return isHan(wanted) ? wanted.length / 2 : 1;
  if (!isHan(word.key) || !isHan(wanted)) return 0;
  const shared = longestShared(word.key.slice(0, mostCompared), wanted);
  return shared === word.key.length || shared >= 3 || (shared === 2 && word.key.length <= mostAroundPair)
    ? shared / 2
    : 0;
}

const mostCompared = 60;

/** Two characters of a name are a part of it in so short a word: 骨干依赖分析 is no 数据分析. */
const mostAroundPair = 3;

/** The length of the longest run of characters that two texts share. */
function longestShared(one: string, other: string): number {
  for (let length = Math.min(one.length, other.length); length > 0; length -= 1)
    for (let at = 0; at + length <= one.length; at += 1) if (other.includes(one.slice(at, at + length))) return length;
  return 0;
}
