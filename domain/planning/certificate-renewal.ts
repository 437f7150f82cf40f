/** The renewal of a certificate: the span in which its holder can extend it by a year, free of charge, before it lapses. */
import { computedExpiryOf } from '../counting/credits/expiry';
import { expiryOf } from '../counting/credits/expiry';
import { indexCredentials, type Credential } from '../programme/credential';
import { addMonths, type CalendarDate } from '../basics/date';
import type { Achievement, Person } from '../partner/people/person';

const leadMonths = 6;
const extensionMonths = 12;

export interface CertificateRenewal {
  /** The first day on which the renewal assessment can be taken: six months before it expires. */
  readonly opens: CalendarDate;
  /** The last day, on which the certificate expires. */
  readonly closes: CalendarDate;
  /** Until when it would be valid then: a year is added to the expiry, not to the day of the assessment. */
  readonly extendsTo: CalendarDate;
  /** `ahead`: cannot be renewed yet; `open`: can be; `over`: it has lapsed and must be earned again. */
  readonly phase: 'ahead' | 'open' | 'over';
  /** Whether no file gives the day on which it expires. */
  readonly isComputed: boolean;
}

/**
 * How a certificate is renewed (`domain.md`, certification validity and `certificationRenewalLead`); `undefined` for what
 * does not lapse, and for what has retired, because a retired certification cannot be renewed.
 */
export function certificateRenewalOf(
  achievement: Achievement,
  credential: Credential,
  today: CalendarDate,
): CertificateRenewal | undefined {
  if (credential.validity !== 'role-based' || isRetired(credential, today)) return undefined;
  const closes = expiryOf(achievement, credential);
  if (closes === undefined) return undefined;
  const opens = addMonths(closes, -leadMonths);
  return {
    opens,
    closes,
    extendsTo: addMonths(closes, extensionMonths),
    phase: today < opens ? 'ahead' : today <= closes ? 'open' : 'over',
    isComputed: achievement.expiresOn === undefined,
  };
}

/**
 * Tells of a person and a credential whether the person can renew it: it is held, and its last day has not come. For what has lapsed,
 * does not lapse or was never held an exam must be taken.
 */
export function renewalsAmong(
  people: ReadonlyMap<string, Person>,
  credentials: readonly Credential[],
  today: CalendarDate,
): (person: string, credential: string) => boolean {
  const credentialOf = indexCredentials(credentials);
  return (person, wanted) =>
    (people.get(person)?.achievements ?? []).some((achievement) => {
      const credential = credentialOf(achievement);
      if (credential?.id !== wanted) return false;
      const renewal = certificateRenewalOf(achievement, credential, today);
      return renewal !== undefined && renewal.phase !== 'over';
    });
}

export interface UnseenRenewal {
  /** The latest day on which it can have been taken. */
  readonly on: CalendarDate;
  readonly until: CalendarDate;
}

/**
 * The renewal that no file shows, supposed that the holder took each one that was due: files do not print renewals, so a
 * day of expiry that was computed may have been put off. `undefined` where none can have been taken.
 */
export function unseenRenewalOf(
  achievement: Achievement,
  credential: Credential,
  today: CalendarDate,
): UnseenRenewal | undefined {
  const closes = computedExpiryOf(achievement, credential);
  if (closes === undefined || credential.validity !== 'role-based') return undefined;
  const opens = addMonths(closes, -leadMonths);
  if (today < opens || isRetired(credential, opens)) return undefined;
  let until = addMonths(closes, extensionMonths);
  for (let years = 2; until <= today; years++) until = addMonths(closes, years * extensionMonths);
  return { on: closes < today ? closes : today, until };
}

function isRetired({ retiredOn }: Credential, today: CalendarDate): boolean {
  return retiredOn !== undefined && retiredOn < today;
}
