/** Quiet hours and working days decide when a proactive message may be sent to a person. */
import { firstMoment, type LocalTime } from '../basics/local-time';
import type { AlertSettings } from './alert-settings';

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
