/** A moment as it is written in a terminal: an ISO 8601 date, alone or with a time. */

/** In milliseconds since 1970; nothing where the word is no moment. */
export function parseTimestamp(word: string): number | undefined {
  const moment = /^\d{4}-\d{2}-\d{2}/.test(word) ? Date.parse(word) : Number.NaN;
  return Number.isNaN(moment) ? undefined : moment;
}

/** To the second. */
export function timestampText(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, 'Z');
}
