/** Remarks are the warnings of a file, each made once however many rows give cause for it. */
import type { Warning } from '../../../domain/imports/incoming';

export interface Remarks {
  /** Adds the warning, unless one with this code, column and value has been made before: then that one counts on. */
  add(warning: Warning): void;
  /** Each with how many rows gave cause for it as its argument `count`. */
  all(): readonly Warning[];
}

/** A fresh, empty list of remarks; a file of 200,000 rows with one fault in each still gives one line about it. */
export function remarks(): Remarks {
  const made = new Map<string, { readonly warning: Warning; count: number }>();
  return {
    add(warning) {
      const key = `${warning.code} ${warning.column} ${warning.value}`;
      const earlier = made.get(key);
      if (earlier) earlier.count++;
      else made.set(key, { warning, count: 1 });
    },
    all: () => [...made.values()].map(({ warning, count }) => ({ ...warning, args: { ...warning.args, count } })),
  };
}
