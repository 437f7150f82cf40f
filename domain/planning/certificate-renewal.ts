/** The renewal of a certificate: the span in which its holder can extend it by a year, free of charge, before it lapses. */
import { expiryOf } from '../counting/credit';
import type { Credential } from '../programme/credential';
import { addMonths, type CalendarDate } from '../basics/date';
import type { Achievement } from '../partner/person';

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
  };
}

function isRetired({ retiredOn }: Credential, today: CalendarDate): boolean {
  return retiredOn !== undefined && retiredOn < today;
}
