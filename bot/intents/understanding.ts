/** What a sentence means, surely or not: the shapes of what is understood, and of what it is understood from. */
import type { Question } from '../../cards/contract/question';
import type { RankedCommand, Ranking } from '../language-understanding/command-scorer';
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';
import type { Interpretation, Meaning } from './meaning';

/** One of several requests of a message: its words, and what they mean alone. */
export interface PartRequest {
  readonly said: string;
  readonly meaning: Meaning;
}

/** What a text means: something to answer, something to ask back, or nothing surely, with what is near in meaning. */
export interface Understanding {
  /** What was understood; undefined where it has to be asked or is nothing of Laurel's. */
  readonly meaning?: Meaning;
  /** The parameter of `also` that has to be asked for, and those that are known. */
  readonly missing?: {
    readonly ask: string;
    readonly parameter: string;
    readonly said?: string;
    /** Whether several days were named where one is asked for. */
    readonly isSpan?: true;
    readonly known?: Meaning['parameters'];
  };
  /** Whether the text has nothing to do with Laurel. */
  readonly isElsewhere: boolean;
  readonly sure: number;
  /** What it may be instead, the nearest first. */
  readonly also: readonly Meaning[];
  /** Whether what may be meant is known, and only which of them is asked. */
  readonly isChoice?: true;
  /** The same with their words, where the text says several things. */
  readonly parts?: readonly PartRequest[];
}

/** With what a text is understood. */
export interface HearingContext extends SlotContext {
  /** Another scorer than the one that comes with Laurel: to compare models. */
  readonly rank?: Ranking;
}

/** A sentence with what the grammar made of it. */
export interface SentenceRead {
  readonly slots: Slots;
  readonly context: SlotContext;
  /** What the grammar read, if it read a question. */
  readonly grammar?: Question | undefined;
}

/** The question of the grammar as a meaning. */
export function asMeaning({ ask, ...parameters }: Question): Meaning {
  return { ask, parameters };
}

/** The command with what is missing for it. */
export function lacking(
  { ask, sure }: RankedCommand,
  { missing: parameter, said, known, isSpan, either }: Extract<Interpretation, { readonly missing: string }>,
): Understanding {
  const found = { ...(said !== undefined && { said }), ...(known && { known }), ...(isSpan && { isSpan }) };
  return { missing: { ask, parameter, ...found }, isElsewhere: false, sure, also: either };
}

/** How an action is done. */
export function explanationOf(topic: string, sure: number): Understanding {
  return { meaning: { ask: 'help', parameters: { topic } }, isElsewhere: false, sure, also: [] };
}
