/** Features are the pieces of a sentence that the command scorer weighs: words, pairs of words and runs of letters, as hashes. */
import { conceptsOf, unknownIn } from './concepts';
import { foldHan } from './han-folding';
import { isHan, normalize } from './message-text';

/** What stands in a sentence in place of a value, so that the scorer sees that a person is named and not which. */
export const slotNames = ['person', 'cred', 'comp', 'level', 'date', 'period', 'num', 'metric', 'programme'] as const;
export type SlotName = (typeof slotNames)[number];

/** The word that stands for a value of this kind; no language has it. */
export function slotMark(slot: SlotName): string {
  return `xq${slot}xq`;
}

/** Features are counted modulo this; a power of two. */
const featureSpace = 1 << 20;

/** More of a sentence than this is not looked at. */
const mostTokens = 60;
const mostConcepts = 12;

/** The distinct features of a sentence, in ascending order. Empty where it has neither letters nor figures. */
export function featuresOf(text: string): readonly number[] {
  const tokens = tokensOf(text).slice(0, mostTokens);
  const features = new Set<number>();
  const add = (feature: string) => features.add(hash(feature));
  tokens.forEach((token, at) => {
    const next = tokens[at + 1] ?? '$';
    add(`1${token}`);
    add(`2${token} ${next}`);
    if (at === 0) add(`2^ ${token}`);
    if (at + 2 < tokens.length) add(`3${token} ${next} ${tokens[at + 2]!}`);
    if (!isHan(token) && !token.startsWith('xq')) for (const run of runsOf(token)) add(`c${run}`);
  });
  const concepts = conceptsOf(tokens);
  const distinct = [...new Set(concepts)].slice(0, mostConcepts);
  concepts.slice(0, mostTokens).forEach((concept, at) => {
    add(`k${concept}`);
    add(`o${concept} ${concepts[at + 1] ?? '$'}`);
    if (at === 0) add(`o^ ${concept}`);
  });
  if (tokens.length > 0) add(`u${Math.min(4, unknownIn(tokens))}`);
  for (const one of distinct) for (const other of distinct) if (one < other) add(`p${one} ${other}`);
  return [...features].sort((one, other) => one - other);
}

/** Words and slots; each Chinese character is a token of its own. A question mark is kept: it may be all that asks. */
function tokensOf(text: string): readonly string[] {
  const asked = text.replace(/[?？]/gu, ' xqask ');
  return foldHan(normalize(asked))
    .split(' ')
    .flatMap((word) => (isHan(word) ? [...word] : [word]))
    .filter((word) => word !== '');
}

/** Runs of three and four letters, with the ends of the word marked, so that other forms of a word are alike. */
function runsOf(word: string): readonly string[] {
  const marked = `_${word.slice(0, 20)}_`;
  const runs: string[] = [];
  for (let length = 3; length <= 4; length += 1)
    for (let at = 0; at + length <= marked.length; at += 1) runs.push(marked.slice(at, at + length));
  return runs;
}

/** FNV-1a, cut to the feature space. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) & (featureSpace - 1);
}
