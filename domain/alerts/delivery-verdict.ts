/** Judges one wish of a delivery plan: whether its delivery is ready to be sent, is settled without a card, or has to wait. */
import { isStopped } from './alert-settings';
import { firstChance } from './quiet-hours';
import {
  cutOff,
  isDoubted,
  isOnItsWay,
  mostUnclear,
  sendingLapsesAfter,
  type Delivery,
  type DeliveryState,
  type Skip,
} from './delivery';
import { contentVersionOf, overviewVersionOf, ruleOf, type KeptNotice } from './kept-notice';
import { firstMoment, localTimeOf } from '../basics/local-time';
import { isAfterClockRollback } from '../basics/clock-rollback';
import type { Recipient } from './recipient';

/** What one recipient waits for, and from when on. */
export interface Wish {
  readonly id: string;
  readonly recipient: string;
  readonly notice?: KeptNotice;
  readonly from: number;
}

/** What a wish is judged by. */
export interface WishContext {
  readonly situation: {
    readonly notices: readonly KeptNotice[];
    /** By Entra object id. */
    readonly recipients: ReadonlyMap<string, Recipient>;
    /** Milliseconds since 1970. */
    readonly now: number;
  };
  /** The deliveries by id. */
  readonly ledger: ReadonlyMap<string, Delivery>;
}

/** Ready to be sent, settled without a card, or due again `at` a moment in milliseconds since 1970; empty if it is over. */
export interface Verdict {
  readonly ready?: Delivery;
  readonly settled?: Delivery;
  readonly at?: number;
}

/** Judges a wish: the facts first, then the first rule that applies. */
export function judgeWish(wish: Wish, context: WishContext): Verdict {
  const { now } = context.situation;
  const { before, waitsUntil, skipReason, nextChance } = wishFactsOf(wish, context);
  if (wish.from > now) return { at: wish.from };
  if (waitsUntil === 'never') return {};
  if (waitsUntil !== undefined && waitsUntil > now) return { at: waitsUntil };
  if (before && isGivenUp(before)) return { settled: cutOff(before, now) };
  if (skipReason) return skippedFor(skipReason, wish, context);
  const chance = nextChance();
  if (chance === undefined) return {};
  return chance > now ? { at: chance } : { ready: sendingOf(wish, context) };
}

function wishFactsOf(wish: Wish, { situation: { recipients, now }, ledger }: WishContext) {
  const before = ledger.get(wish.id);
  const recipient = recipients.get(wish.recipient);
  return {
    before,
    waitsUntil: before && waitsOf(before, recipient, now),
    skipReason: skipOf(wish, recipient, now),
    /** Computed only if needed, because it steps through the hours of several days. */
    nextChance: () => firstChance(recipient!.settings, { from: now, timeZone: recipient?.reach?.timeZone }),
  };
}

/** Whether a delivery of unknown outcome was sent often enough. */
function isGivenUp({ state, unclear }: Delivery): boolean {
  return state.is === 'sending' && unclear + 1 >= mostUnclear;
}

/** A delivery that is skipped is written once for each reason; while the recipient is hindered it is tried again then. */
function skippedFor(reason: Skip, wish: Wish, context: WishContext): Verdict {
  const before = context.ledger.get(wish.id);
  if (before?.state.is !== 'skipped' || before.state.reason !== reason)
    return { settled: { ...draftOf(wish, context), state: { is: 'skipped', at: context.situation.now, reason } } };
  const { retryAt } = context.situation.recipients.get(wish.recipient)?.reach?.hindrance ?? {};
  return retryAt === undefined ? {} : { at: Date.parse(retryAt) };
}

function sendingOf(wish: Wish, context: WishContext): Delivery {
  const draft = draftOf(wish, context);
  const isCutOff = context.ledger.get(wish.id)?.state.is === 'sending';
  const state: DeliveryState = { is: 'sending', at: context.situation.now };
  return { ...draft, tries: draft.tries + 1, unclear: draft.unclear + (isCutOff ? 1 : 0), state };
}

function draftOf(wish: Wish, { situation: { recipients, now, notices }, ledger }: WishContext): Delivery {
  const { timeZone } = recipients.get(wish.recipient)?.reach ?? {};
  const { date: day } = localTimeOf(now, timeZone);
  return drafted(wish, { before: ledger.get(wish.id), day, timeZone, notices });
}

/**
 * Returns until when a delivery has to wait, in milliseconds since 1970; `never` if it is over, undefined if it may be tried
 * now: a recipient who has written since can be reached again.
 */
function waitsOf(delivery: Delivery, recipient: Recipient | undefined, now: number): number | 'never' | undefined {
  const { state } = delivery;
  const { seenAt = 0, timeZone } = recipient?.reach ?? {};
  switch (state.is) {
    case 'sent':
      return 'never';
    case 'skipped':
      return state.reason === 'stopped' ? 'never' : undefined;
    case 'sending':
      return isOnItsWay(delivery, now) ? state.at + sendingLapsesAfter : undefined;
    case 'failed':
      if (isAfterClockRollback(state.at, now)) return undefined;
      if (isDoubted(delivery)) return firstMoment(({ date }) => date > delivery.day, { from: now, timeZone });
      return seenAt > state.at ? undefined : (state.retryAt ?? 'never');
  }
}

interface Drafting {
  readonly before: Delivery | undefined;
  readonly day: string;
  readonly timeZone: string | undefined;
  readonly notices: readonly KeptNotice[];
}

function drafted({ id, recipient, notice }: Wish, { before, day, timeZone, notices }: Drafting): Delivery {
  const { tries = 0 } = before ?? {};
  const doubtedOn = before && isDoubted(before) ? before.day : before?.doubtedOn;
  return {
    id,
    recipient,
    ...(notice && { notice: notice.key }),
    shown: notice ? contentVersionOf(notice) : overviewVersionOf(notices, { recipient, day, timeZone }),
    post: `${recipient} ${day}`,
    day,
    tries,
    unclear: before && !isDoubted(before) ? before.unclear : 0,
    ...(doubtedOn && { doubtedOn }),
    state: { is: 'sending', at: 0 },
  };
}

function skipOf({ notice }: Wish, recipient: Recipient | undefined, now: number): Skip | undefined {
  if (!recipient?.reach) return 'no-conversation';
  const isOwnMatter = notice?.state.is === 'assigned';
  if (notice && !isOwnMatter && isStopped(recipient.settings, ruleOf(notice))) return 'stopped';
  const { hindrance } = recipient.reach;
  return hindrance && Date.parse(hindrance.retryAt) > now ? hindrance.kind : undefined;
}
