/** The day by which something must have been done about a notice. */
import type { CalendarDate } from '../basics/date';
import type { KeptNotice } from './kept-notice';
import type { GraveRisk } from './notice';

/** The day until which there is time, seen from today; undefined where it has passed or nothing ends on a day. */
export function dueOf({ reason }: Pick<KeptNotice, 'reason'>, today: CalendarDate): CalendarDate | undefined {
  const due = dayIn(reason, today);
  return due !== undefined && due >= today ? due : undefined;
}

function dayIn(reason: KeptNotice['reason'], today: CalendarDate): CalendarDate | undefined {
  switch (reason.rule) {
    case 'renewal-at-risk':
    case 'certification':
      return reason.until;
    case 'level-lost':
    case 'level-lapses':
      return lastDayOf(reason.risk);
    case 'runway':
      return today <= reason.anniversary ? reason.anniversary : reason.closes;
    case 'requirement-change':
      return reason.on;
    case 'task':
    case 'task-help':
      return reason.due;
    default:
      return undefined;
  }
}

function lastDayOf(risk: GraveRisk): CalendarDate | undefined {
  if (risk.code === 'override') return risk.until;
  return risk.code === 'lapses' ? risk.on : risk.shownUntil;
}
