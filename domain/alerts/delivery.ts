/** A delivery is one notice for one recipient: written before anything is said, so that what was said can be accounted for. */
import { dayMs, type CalendarDate } from '../basics/date';
import type { KeptNotice } from './kept-notice';
import { isAfterClockRollback } from '../basics/clock-rollback';

/** Why something was not even tried; all but `stopped` may pass. */
export const skips = ['stopped', 'no-conversation', 'suspect', 'blocked', 'gone'] as const;
export type Skip = (typeof skips)[number];

/** `at`, `retryAt`: milliseconds since 1970. */
export type DeliveryState =
  /** The request may be on its way. */
  | { readonly is: 'sending'; readonly at: number }
  /**
   * `silent`: added to the card that the person got today; Teams sends no notification for an updated card, so it is
   * announced on another day.
   */
  | { readonly is: 'sent'; readonly at: number; readonly activity: string; readonly silent?: true }
  /** It is tried again at `retryAt`; without, it is in doubt until another day (see `isDoubted`). */
  | { readonly is: 'failed'; readonly at: number; readonly code: string; readonly retryAt?: number }
  | { readonly is: 'skipped'; readonly at: number; readonly reason: Skip };

export interface Delivery {
  readonly id: string;
  /** Entra object id, in lower case; for a room the id of the conversation. */
  readonly recipient: string;
  /** The key of the notice; absent for the weekly digest. */
  readonly notice?: string;
  /** The card it stands on: one per recipient and day. */
  readonly post: string;
  /** The recipient's day. */
  readonly day: CalendarDate;
  /** How often it was sent out, and how often on that day without learning what became of it. */
  readonly tries: number;
  readonly unclear: number;
  /** The earlier day on which it was in doubt: whether it had arrived was not to be learnt, so it is said again. */
  readonly doubtedOn?: CalendarDate;
  /** The face of the notice, or of the overview, that its card shows (see `faceOf`). */
  readonly shown?: string;
  /** Whether the recipient is a conversation of several people: its cards have plans of their own and are not renewed. */
  readonly room?: true;
  readonly state: DeliveryState;
}

/** The id of what one recipient is told of a notice in one round; an assignment is told apart. */
export function deliveryId(
  { key, opening, round, state }: Pick<KeptNotice, 'key' | 'opening' | 'round' | 'state'>,
  recipient: string,
): string {
  const assigned = state.is === 'assigned' && state.to === recipient ? [`to ${state.at}`] : [];
  return [recipient, key, opening, round, ...assigned].join(' ');
}

/** The id of the announcement of a notice that was added to an earlier card without a notification. */
export function announcementId(id: string): string {
  return `${id} anew`;
}

/** The id of a digest. */
export function digestId(day: CalendarDate, recipient: string): string {
  return [recipient, 'digest', day].join(' ');
}

/** A request without an answer for so long has been cut off, in milliseconds: longer than any send is given. */
export const sendingLapsesAfter = 2 * 60_000;

/** Whether it may still be on its way; what a clock that was put back shows as begun in time to come is not. */
export function isOnItsWay({ state }: Pick<Delivery, 'state'>, now: number): boolean {
  return state.is === 'sending' && state.at + sendingLapsesAfter > now && !isAfterClockRollback(state.at, now);
}

/** Times that something is sent on a day without learning what became of it; the next day's card takes it up again. */
export const mostUnclear = 2;

/**
 * Whether it was sent as often as it may be on its day, and it is not known of any of these whether it arrived. Nothing that
 * was noticed is lost for that, and on the day itself nothing is said a third time.
 */
export function isDoubted({ state, unclear }: Delivery): boolean {
  return state.is === 'failed' && state.retryAt === undefined && unclear >= mostUnclear;
}

/** The outcome of one attempt, as the ledger records it; see `bot/context/notifier.ts`. */
export type Attempted =
  | { readonly kind: 'sent'; readonly activity: string; readonly silent?: true }
  | { readonly kind: 'later' | 'unclear'; readonly code: string; readonly afterMs: number }
  | { readonly kind: 'suspect' | 'blocked' | 'gone' | 'refused'; readonly code: string };

/**
 * The delivery after an attempt. A failed one is tried again for as long as its notice stands: after the wait that the
 * channel asked for, or a day later if it was refused, because the cause may be mended by then.
 */
export function attempted(delivery: Delivery, outcome: Attempted, now: number): Delivery {
  switch (outcome.kind) {
    case 'sent':
      return {
        ...delivery,
        state: { is: 'sent', at: now, activity: outcome.activity, ...(outcome.silent && { silent: true }) },
      };
    case 'later':
      return again(delivery, outcome, now);
    case 'unclear':
      return again({ ...delivery, unclear: delivery.unclear + 1 }, outcome, now);
    default:
      return { ...delivery, state: { is: 'failed', at: now, code: outcome.code, retryAt: now + dayMs } };
  }
}

function again(
  delivery: Delivery,
  { code, afterMs }: { readonly code: string; readonly afterMs: number },
  now: number,
): Delivery {
  const state = { is: 'failed', at: now, code } as const;
  return { ...delivery, state: delivery.unclear >= mostUnclear ? state : { ...state, retryAt: now + afterMs } };
}

/** A delivery whose attempt was cut off: the instance that sent it crashed or stopped before it recorded the outcome. */
export function cutOff(delivery: Delivery, now: number): Delivery {
  return { ...delivery, unclear: delivery.unclear + 1, state: { is: 'failed', at: now, code: 'cut-off' } };
}
