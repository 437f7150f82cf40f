/** Recognizes the level that a text names, in any language. */
import { findPhrase, without, type Utterance } from '../language-understanding/utterance';
import type { Vocabulary } from '../language-understanding/vocabulary';

export interface RecognizedLevel {
  readonly level?: string;
  /** What was heard beside it. */
  readonly rest: Utterance;
}

/** The level that is named, if any; where two are, the one that the programme lists first. */
export function recognizeLevel(utterance: Utterance, { levels }: Vocabulary): RecognizedLevel {
  for (const { level, words } of levels) {
    const span = findPhrase(utterance, [words]);
    if (span) return { level, rest: without(utterance, span) };
  }
  return { rest: utterance };
}
