/** The most that a dropped file may hold: bytes, rows, blank lines, time; the command line, which serves one person, takes more. */

/** The most that is taken from a chat, in bytes: some 14,000 rows of a training export; the command line takes more. */
export const largestDrop = 4 * 1024 * 1024;

export interface DropLimits {
  /** Rows below the header that are not blank. */
  readonly rows: number;
  readonly blankLines: number;
  /** Milliseconds for reading it. */
  readonly milliseconds: number;
}

/**
 * What one file of a chat may take of a machine that serves every tenant. Rows: what is done with the people of a file at one go must
 * stay below a quarter of a second, and the largest partners have some thousands of people. Blank lines: spreadsheets leave tens of
 * thousands below a table, and more are no table. Milliseconds: 4 MiB take one or two seconds, also where others are at work.
 */
export const dropLimits: DropLimits = { rows: 15_000, blankLines: 100_000, milliseconds: 30_000 };
