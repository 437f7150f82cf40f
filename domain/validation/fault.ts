/** A fault is something in a programme that cannot be meant: what is wrong, where it stands, and the values that show it. */

/** Where a fault stands in a programme file: the keys and positions that lead to it from the top. */
export type FaultPath = readonly (string | number)[];

export const programmeFaultCodes = [
  'duplicate-id',
  'unknown-credential',
  'unknown-metric',
  'unknown-level',
  'unknown-association',
  'unknown-clause',
  'refers-to-itself',
  'within-cycle',
  'within-too-many',
  'apart-from-own-group',
  'cannot-be-met',
  'too-many-combinations',
  'not-a-count',
  'empty-list',
  'nothing-required',
  'threshold-missing',
  'threshold-unit',
  'dates-reversed',
  'overlapping-periods',
  'counts-without-retirement',
  'requires-cycle',
  'unknown-score-metric',
  'unknown-gate',
  'unknown-option',
  'figures-or-steps',
  'score-alone',
  'score-sum',
  'score-unreachable',
  'step-without-effect',
  'condition-missing',
  'condition-policy',
  'choice-open',
] as const;
export type ProgrammeFaultCode = (typeof programmeFaultCodes)[number];

export interface ProgrammeFault {
  readonly path: FaultPath;
  readonly code: ProgrammeFaultCode;
  /** What the message about it names. */
  readonly args: Readonly<Record<string, string | number>>;
}

/** Returns the faults of a part with the path of the part in the whole before their own. */
export function under(path: FaultPath, faults: readonly ProgrammeFault[]): readonly ProgrammeFault[] {
  return faults.map((fault) => ({ ...fault, path: [...path, ...fault.path] }));
}

/**
 * The entries whose id an earlier entry has already, by position. Ids that differ only in case are the same one, because
 * people type them and exports print them in any case.
 */
export function repeated(ids: readonly string[]): readonly { readonly id: string; readonly index: number }[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    const key = id.toLowerCase();
    if (seen.has(key)) return [{ id, index }];
    seen.add(key);
    return [];
  });
}
