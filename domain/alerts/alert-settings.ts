/** Alert settings say when a person may receive proactive messages, and about which rules they want none. */
import type { NoticeRule } from './notice';

export interface AlertSettings {
  /** Entra object id, in lower case. */
  readonly person: string;
  /** The hour at which quiet hours begin and the hour at which they end; 0 to 23, equal for no quiet hours. */
  readonly quietFrom: number;
  readonly quietTo: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[];
  /** The weekday of the digest; absent where none is wanted. */
  readonly digestOn?: number;
  /** The rules that this person does not want alerts for. */
  readonly stopped: readonly NoticeRule[];
}

/** The settings of a person who has chosen none. */
export function usualSettings(person: string): AlertSettings {
  return { person, quietFrom: 18, quietTo: 8, workingDays: [1, 2, 3, 4, 5], digestOn: 1, stopped: [] };
}

/** The same without quiet hours, for the local world, in which no person is disturbed. */
export function wakefulSettings(person: string): AlertSettings {
  return { ...usualSettings(person), quietFrom: 0, quietTo: 0, workingDays: [1, 2, 3, 4, 5, 6, 7] };
}

/** Whether a person wants nothing said about a rule any more; an alert that is assigned to them is told all the same. */
export function isStopped({ stopped }: AlertSettings, rule: NoticeRule): boolean {
  return stopped.includes(rule);
}
