/** A choice says which of several options of a competency counts, where the company's own figures decide it. */
import type { CalendarDate } from '../basics/date';
import type { Policies, PolicyName } from './policy';

/** What a figure must be. `under` asks it only where a policy has this value, and the days only while the rule is in force. */
export interface Condition {
  readonly metric: string;
  readonly atLeast?: number;
  readonly above?: number;
  readonly below?: number;
  readonly under?: Readonly<Partial<Record<PolicyName, string>>>;
  readonly effectiveFrom?: CalendarDate;
  readonly effectiveTo?: CalendarDate;
}

/** The first case whose conditions all hold decides. */
export type OptionChoice = readonly { readonly option: string; readonly when: readonly Condition[] }[];

/** Whether a condition is asked at all on this day under these policies. */
export function isAsked(
  { under = {}, effectiveFrom, effectiveTo }: Condition,
  { policies, asOf }: { readonly policies: Policies; readonly asOf: CalendarDate },
): boolean {
  if (effectiveFrom !== undefined && asOf < effectiveFrom) return false;
  if (effectiveTo !== undefined && asOf > effectiveTo) return false;
  return Object.entries(under).every(([name, value]) => policies[name as PolicyName] === value);
}
