/** Reads what a sentence asks for, the same for a turn and for `laurel hear`. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { Programme } from '../../domain/programme/programme';
import type { ReadingServices } from '../context/app-services';
import type { TurnRequest } from '../context/turn-request';
import { withOtherProgrammeHint } from './other-programme-hint';
import { recognizeQuestion, vocabularyFor } from './router';

/** What a sentence was understood as. */
export interface Reading {
  readonly understood: Question | Refusal;
  /** From 0 to 1; the grammar either understands a sentence or does not. */
  readonly sure: number;
}

/** Reads a sentence by the rules of a programme. Nothing is written. */
export function readSentence(
  said: string,
  { locale }: TurnRequest,
  { services, programme }: { readonly services: ReadingServices; readonly programme: Programme },
): Promise<Reading> {
  const understood = recognizeQuestion(said, { vocabulary: vocabularyFor(programme), locale });
  if (!('code' in understood)) return Promise.resolve({ understood, sure: 1 });
  const hinted = withOtherProgrammeHint(understood, { said, locale, followed: programme.id }, services);
  return Promise.resolve({ understood: hinted, sure: 0 });
}
