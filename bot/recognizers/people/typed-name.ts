/** A typed name is where a text names somebody, on record or not. */

/** Where somebody is named. */
export interface TypedName {
  readonly said: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Whether a word, or a pair of simplified Chinese characters, is used for something else than a name; with `orForm`, whether it looks like a form of
 * such a word.
 */
export type IsWord = (word: string, orForm?: boolean) => boolean;

/** The name between two places of a text. */
export function nameAt(text: string, start: number, end: number): TypedName {
  return { said: text.slice(start, end), start, end };
}

const forms: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr sir madam herr frau sr sra dra dona seu г-н г-жа господин госпожа'.split(' '),
);

/** Whether a word, without the dot behind it, is a form of address: no part of a name, and no name alone. */
export function isFormOfAddress(word: string): boolean {
  return forms.has(word.toLowerCase());
}
