/** A choice says which of several options of a competency counts, where the company's own figures decide it. */
import type { Policies, PolicyName } from './policy';

/** What a figure must be. `under` asks it only where a policy has this value. */
export interface Condition {
  readonly metric: string;
  readonly atLeast?: number;
  readonly above?: number;
  readonly below?: number;
  readonly under?: Readonly<Partial<Record<PolicyName, string>>>;
}

/** The first case whose conditions all hold decides. */
export type OptionChoice = readonly { readonly option: string; readonly when: readonly Condition[] }[];

/** Whether a condition is asked at all under these policies. */
export function isAsked({ under = {} }: Condition, policies: Policies): boolean {
  return Object.entries(under).every(([name, value]) => policies[name as PolicyName] === value);
}
