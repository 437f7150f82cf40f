/** Everyday words are those that people type and that are no names: without them each word written large would be somebody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldHan } from './han-folding';
import { normalize } from './message-text';
import { placeFrom } from './sorted-search';

/** The file beside the model, as `npm run train` writes it. */
export const everydayWordsFile = 'everyday-words.txt';

/** Forms of one word share so many letters at least, and differ in so many at most. */
const sharedLetters = 5;
const mostOfEnding = 3;

/** In the order of their characters. */
let loaded: readonly string[] | undefined;

/** Whether people use this word, or this pair of Chinese characters, for something else than a name; `orForm`: or a form of it. */
export function isEveryday(word: string, orForm = false): boolean {
  loaded ??= readWords();
  const key = foldHan(normalize(word));
  if (loaded[placeFrom(key, loaded)] === key) return true;
  if (!orForm || key.length < sharedLetters) return false;
  const shared = key.slice(0, Math.max(sharedLetters, key.length - mostOfEnding));
  return loaded[placeFrom(shared, loaded)]?.startsWith(shared) === true;
}

/** The file is read when the first sentence needs it, not when the bot starts. */
function readWords(): readonly string[] {
  return readFileSync(join(__dirname, 'command-model', everydayWordsFile), 'utf8')
    .trimEnd()
    .split('\n');
}
