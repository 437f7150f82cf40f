/** Folds Traditional Chinese characters to Simplified ones, so that one spelling of a word is compared with the other. */
import pairs from './han-pairs.json';

let simplified: ReadonlyMap<string, string> | undefined;

/** The text with each common Traditional character replaced by its Simplified one; the length stays the same. */
export function foldHan(text: string): string {
  if (!/\p{sc=Han}/u.test(text)) return text;
  simplified ??= readPairs();
  const known = simplified;
  return text.replace(/\p{sc=Han}/gu, (character) => known.get(character) ?? character);
}

function readPairs(): ReadonlyMap<string, string> {
  const to = [...pairs.simplified];
  return new Map([...pairs.traditional].map((character, at) => [character, to[at]!]));
}
