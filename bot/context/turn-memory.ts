/** What an instance remembers from turn to turn: rows for a moment, how sentences were read, and finished replies. */
import type { Question } from '../../cards/contract/question';
import type { Refusal } from '../../cards/contract/refusal';
import type { Repository } from '../../domain/basics/repository';
import type { CachedStanding } from '../../domain/membership/cached-standing';
import type { Conversation } from '../../domain/partner/conversation';
import { BoundedMemory } from './bounded-memory';
import type { Reply } from './reply';

/** What a sentence was understood as. */
export interface Reading {
  readonly understood: Question | Refusal;
  /** From 0 to 1. */
  readonly sure: number;
  /** Whether the sentence surely has nothing to do with Laurel. */
  readonly isElsewhere: boolean;
}

/** Rows that typed questions read, as they are or as they were at most two seconds ago. */
export interface HeldReads {
  readonly standings: Pick<Repository<CachedStanding>, 'get'>;
  readonly conversations: Pick<Repository<Conversation>, 'get'>;
}

/** Values that depend on their key alone, so that they are never out of date. */
export interface TurnMemory {
  readonly readings: BoundedMemory<Reading>;
  readonly replies: BoundedMemory<Reply>;
}

/** Sentences have up to 500 characters, and most that are said every day some ten. */
const readingBounds = { most: 2_000, mostCharacters: 1_000_000 };
/** A card has up to 24,000 characters: room for the overviews of a thousand partners who ask at the same time. */
const replyBounds = { most: 2_000, mostCharacters: 24_000_000 };

/** Creates an empty memory for one set of services: what it keeps depends on their programmes and texts as well. */
export function createTurnMemory(): TurnMemory {
  return { readings: new BoundedMemory(readingBounds), replies: new BoundedMemory(replyBounds) };
}
