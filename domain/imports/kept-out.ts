/** Kept out are the people of a file who were forgotten: what the file says of them is not taken. */
import type { IncomingPerson, Warning } from './incoming';
import type { Identifiers } from '../partner/people/person';

export interface KeptOut {
  /** Those whom the file may bring. */
  readonly incoming: readonly IncomingPerson[];
  /** How many rows of the file were kept out, where any were. */
  readonly warnings: readonly Warning[];
}

/** Leaves out everyone who was forgotten, and counts their rows: one for each achievement, or one where none is named. */
export function keepOut(
  people: readonly IncomingPerson[],
  isForgotten: (identifiers: Identifiers) => boolean,
): KeptOut {
  const out = new Set(people.filter(({ identifiers }) => isForgotten(identifiers)));
  if (out.size === 0) return { incoming: people, warnings: [] };
  const count = [...out].reduce((sum, { achievements }) => sum + Math.max(1, achievements.length), 0);
  const line = Math.min(...[...out].map((one) => one.line));
  const warning: Warning = { line, column: '', value: '', code: 'kept-out', args: { count } };
  return { incoming: people.filter((one) => !out.has(one)), warnings: [warning] };
}
