/** Derives from facts and a day the notices that should be open on that day. */
import { addDays, type CalendarDate } from '../basics/date';
import { figureNotices } from './figure-notices';
import { hasEnded } from '../programme/programme';
import { noticeKey, type Notice } from './notice';
import type { NoticeFacts } from './notice-facts';
import { certificationNotices, countsNotices, elsewhereNotices, toldNotices } from './person-notices';
import { requirementNotices } from './requirement-notices';
import { ownRunwayNotices, riskNotices, runwayNotices } from './risk-notices';

/** The notices that ought to be open on a day; the same facts and day give the same, in the order of their gravity. */
export function deriveNotices(known: NoticeFacts, today: CalendarDate): readonly Notice[] {
  // A programme that has ended is history: no level of it can be lost or kept, so only accounts and links are still news.
  if (hasEnded(known.programme, today)) return [...elsewhereNotices(known, today), ...toldNotices(known, today)];
  return [
    ...riskNotices(known, today),
    ...runwayNotices(known, today),
    ...ownRunwayNotices(known, today),
    ...requirementNotices(known, today),
    ...staleNotices(known, today),
    ...figureNotices(known, today),
    ...elsewhereNotices(known, today),
    ...toldNotices(known, today),
    ...certificationNotices(known, today),
    ...countsNotices(known, today),
  ];
}

function staleNotices({ importedOn, facts: { policies } }: NoticeFacts, today: CalendarDate): readonly Notice[] {
  const days = policies.staleDataAfter;
  if (importedOn === undefined || days === 0 || today < addDays(importedOn, days)) return [];
  return [
    {
      key: noticeKey('stale-data', importedOn),
      severity: 'note',
      audience: 'admins',
      reason: { rule: 'stale-data', importedOn, days },
    },
  ];
}
