/** A recipient is a person who may receive notices: how to reach them, when, and which notices are theirs. */
import type { AlertSettings } from './alert-settings';
import type { DeliveryHindrance } from '../partner/conversation';
import { isActive, type KeptNotice } from './kept-notice';

export interface Recipient {
  /** Entra object id, in lower case. */
  readonly id: string;
  readonly settings: AlertSettings;
  /** Where they can be reached; absent where no conversation with them is known. */
  readonly reach?: {
    readonly timeZone?: string;
    readonly hindrance?: DeliveryHindrance;
    /** When they were last heard, in milliseconds since 1970. */
    readonly seenAt: number;
  };
}

/** Who hears of a notice, and from which moment on (milliseconds since 1970). */
export interface RecipientTarget {
  readonly recipient: string;
  readonly from: number;
}

export interface Escalation {
  /** The admins, in the order of sending. */
  readonly admins: readonly string[];
  /** Whether this recipient may receive the notice at all. */
  readonly hears: (recipient: string, notice: KeptNotice) => boolean;
  /** Milliseconds of silence after which a notice goes to the next admin. */
  readonly escalateAfter: number;
}

/**
 * Returns who receives a notice: all admins if it is urgent; else the first admin and, while it stays open, one more after
 * each escalation period; the person whom it is assigned to; or the person whom it is about. Figures are asked of the admin who
 * entered them last, if that admin hears of them.
 */
export function targetsOf(notice: KeptNotice, circle: Escalation): readonly RecipientTarget[] {
  const { state, openedAt } = notice;
  if (!isActive(notice) || state.is === 'snoozed') return [];
  if (state.is === 'assigned') return state.to === state.by ? [] : [{ recipient: state.to, from: state.at }];
  if (state.is !== 'open') return [];
  if (notice.audience !== 'admins') {
    const { account } = notice.audience;
    return account === undefined ? [] : [{ recipient: account, from: openedAt }];
  }
  if (notice.severity === 'urgent') return circle.admins.map((recipient) => ({ recipient, from: openedAt }));
  const hearing = circle.admins.filter((admin) => circle.hears(admin, notice));
  const { reason } = notice;
  const entering = reason.rule === 'figures-outdated' ? hearing.filter((admin) => admin === reason.enteredBy) : [];
  if (entering.length > 0) return entering.map((recipient) => ({ recipient, from: openedAt }));
  const told = hearing.length > 0 ? hearing : circle.admins.slice(0, 1);
  return told.map((recipient, rank) => ({ recipient, from: openedAt + rank * circle.escalateAfter }));
}
