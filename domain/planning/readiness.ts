/** Readiness is how near a person is to a credential that a plan gives them to earn. */
import { satisfies, type Expression } from '../programme/expression';

/** The nearest first, which is the order in which plans prefer people. */
export const readinessCodes = ['ready', 'lapsed', 'near', 'new'] as const;

export type ReadinessCode = (typeof readinessCodes)[number];

/** What a person has when the work begins. */
export interface Learned {
  /** Everything that is valid: what counts and what may still be shown as a prerequisite. */
  readonly own: ReadonlySet<string>;
  /** What was held once and has lapsed. */
  readonly lapsed?: ReadonlySet<string>;
}

/**
 * `ready`: holds a valid prerequisite of everything that asks for one; `lapsed`: held one of these credentials before;
 * `near`: holds another credential that the plan names; `new`: holds none.
 */
export function readinessFor(
  missing: readonly string[],
  { own, lapsed }: Learned,
  prerequisiteOf: (credential: string) => Expression | undefined,
): ReadinessCode {
  const asked = missing.flatMap((credential) => prerequisiteOf(credential) ?? []);
  if (asked.length > 0 && asked.every((one) => satisfies(own, one))) return 'ready';
  if (lapsed && missing.some((credential) => lapsed.has(credential))) return 'lapsed';
  return own.size > 0 ? 'near' : 'new';
}
