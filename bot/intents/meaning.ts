/** What is asked, with its values: the shapes that reading a sentence ends in. */
import type { SlotContext, Slots } from '../recognizers/slot-recognizer';

/** What is asked, as `laurel hear` prints it: the id of the question and its parameters. */
export interface Meaning {
  readonly ask: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** The values of a question by their names, as the commands take them. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * A meaning; or the parameter that has to be asked for, with what was said of it, and the questions that either reading would
 * be.
 */
export type Interpretation =
  | { readonly meaning: Meaning }
  | {
      readonly missing: string;
      readonly said?: string;
      /** Whether several days were named where one is asked for. */
      readonly isSpan?: true;
      /** The parameters that were found. */
      readonly known?: Parameters;
      readonly either: readonly Meaning[];
    };

/** Finds the values of one command among those that a sentence names. */
export type Reader = (slots: Slots, context: SlotContext) => Parameters | Lacking;

/** What is missing for a question, or may be one of several. */
export class Lacking {
  constructor(
    readonly parameter: string,
    readonly said?: string,
    readonly either: readonly Parameters[] = [],
  ) {}

  /** The parameters beside it, where only this one is missing. */
  known?: Parameters;

  /** Whether several days are named where one is asked for. */
  isSpan?: true;
}
