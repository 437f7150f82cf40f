/** Recognises which level somebody names, in any language. */
import { findPhrase, without, type Heard } from '../language/utterance';
import type { Vocabulary } from '../language/vocabulary';

export interface RecognisedLevel {
  readonly level?: string;
  /** What was heard beside it. */
  readonly rest: Heard;
}

/** The level that is named, if any; where two are, the one that the programme lists first. */
export function recogniseLevel(heard: Heard, { levels }: Vocabulary): RecognisedLevel {
  for (const { level, words } of levels) {
    const span = findPhrase(heard, [words]);
    if (span) return { level, rest: without(heard, span) };
  }
  return { rest: heard };
}
