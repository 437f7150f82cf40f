/** Alert settings are when somebody may be spoken to unasked, and about what they want to hear nothing. */
import { firstMoment, type LocalTime } from '../basics/local-time';
import type { NoticeRule } from './notice';

export interface AlertSettings {
  /** Entra object id, in lower case. */
  readonly person: string;
  /** The hour from which on it is quiet, and the hour in which that ends; 0 to 23, the same for no quiet hours. */
  readonly quietFrom: number;
  readonly quietTo: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly workingDays: readonly number[];
  /** The weekday of the digest; absent where none is wanted. */
  readonly digestOn?: number;
  /** The rules of which no alerts are wanted. */
  readonly stopped: readonly NoticeRule[];
}

/** The settings of somebody who has said nothing. */
export function usualSettings(person: string): AlertSettings {
  return { person, quietFrom: 18, quietTo: 8, workingDays: [1, 2, 3, 4, 5], digestOn: 1, stopped: [] };
}

/** The same where nobody is disturbed, as on a machine on which Laurel is tried. */
export function wakefulSettings(person: string): AlertSettings {
  return { ...usualSettings(person), quietFrom: 0, quietTo: 0, workingDays: [1, 2, 3, 4, 5, 6, 7] };
}

/** Whether somebody may be spoken to at a local time. */
export function maySpeak(
  { quietFrom, quietTo, workingDays }: AlertSettings,
  { weekday, hour }: Pick<LocalTime, 'weekday' | 'hour'>,
): boolean {
  const isQuiet = quietFrom <= quietTo ? quietFrom <= hour && hour < quietTo : hour >= quietFrom || hour < quietTo;
  return workingDays.includes(weekday) && !isQuiet;
}

export interface Where {
  readonly from: number;
  readonly timeZone?: string | undefined;
}

/** The first moment (milliseconds since 1970) at which somebody may be spoken to. */
export function firstChance(settings: AlertSettings, where: Where): number | undefined {
  return firstMoment((local) => maySpeak(settings, local), where);
}

/** The first moment of a digest after the day that `from` lies in. */
export function nextDigest(settings: AlertSettings, today: string, where: Where): number | undefined {
  return firstMoment(
    (local) => local.weekday === settings.digestOn && local.date !== today && maySpeak(settings, local),
    where,
  );
}
