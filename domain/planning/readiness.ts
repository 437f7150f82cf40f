/** Readiness is how near a person is to a credential that a plan gives them to earn. */
import { satisfies, type Expression } from '../programme/expression';

/** The nearest first, which is the order in which plans prefer people. */
export const readinessCodes = ['ready', 'lapsed', 'near', 'formerly', 'new'] as const;

export type ReadinessCode = (typeof readinessCodes)[number];

/** What a person has when the work begins. */
export interface Learned {
  /** Everything that is valid: what counts and what may still be shown as a prerequisite. */
  readonly own: ReadonlySet<string>;
  /** What was held once and has lapsed. */
  readonly lapsed?: ReadonlySet<string>;
}

/**
 * `ready`: holds a valid prerequisite, where one is asked for; `lapsed`: held this credential before; `near`: holds another
 * credential that the plan names; `formerly`: held another one before; `new`: never held any.
 */
export function readinessFor(
  credential: string,
  { own, lapsed }: Learned,
  prerequisiteOf: (credential: string) => Expression | undefined,
): ReadinessCode {
  const asked = prerequisiteOf(credential);
  if (asked && satisfies(own, asked)) return 'ready';
  if (lapsed?.has(credential)) return 'lapsed';
  if (own.size > 0) return 'near';
  return lapsed && lapsed.size > 0 ? 'formerly' : 'new';
}
