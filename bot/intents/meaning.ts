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
      /** Whether a time is named, and not by one day, where a day is asked for. */
      readonly isSpan?: true;
      /** The parameters that were found. */
      readonly known?: Parameters;
      readonly either: readonly Meaning[];
    };

/** Finds the values of one command among those that a sentence names. */
export type Reader = (slots: Slots, context: SlotContext) => Parameters | Lacking;

/** What is known of a value that is missing. */
interface LackingDetails {
  /** What was said of it. */
  readonly said?: string | undefined;
  /** The parameters with each value that may be meant. */
  readonly either?: readonly Parameters[];
  /** The parameters beside it, where only this one is missing. */
  readonly known?: Parameters;
  /** Whether a time is named, and not by one day, where a day is asked for. */
  readonly isSpan?: true;
}

/** What is missing for a question, or may be one of several. */
export class Lacking {
  constructor(
    readonly parameter: string,
    readonly details: LackingDetails = {},
  ) {}

  get either(): readonly Parameters[] {
    return this.details.either ?? [];
  }
}
