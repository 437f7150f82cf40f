/** Alert settings say when a person may receive proactive messages, and about which rules they want none. */
import { firstMoment, type LocalTime } from '../basics/local-time';
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

/** Returns whether a person may receive messages at this local time. */
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

/** Returns the first time (milliseconds since 1970) at which a person may receive messages. */
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
