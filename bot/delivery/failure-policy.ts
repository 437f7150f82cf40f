/**
 * The failure policy: what an error of Teams (403, 404, 429, 5xx, no answer) means for a proactive message, and when it is sent
 * again. Replies within a turn are sent again in `teams/reply-retry.ts`.
 */
import type { ChannelFailure } from './channel-failure';
import type { SendOutcome } from '../context/notifier';
import { dayMs } from '../../domain/basics/date';

/** What a wait depends on beside the failure. */
export interface FailureContext {
  /** Milliseconds since 1970. */
  readonly now: number;
  /** How often in a row it has failed there before. */
  readonly failures: number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
  /** The longest wait before the second attempt, in milliseconds, for a reply; absent for a proactive message. */
  readonly firstPause?: number;
}

/** The longest first wait, in milliseconds; it doubles with each further failure, up to {@link longestPause}. */
type Pause = 'short' | 'usual' | 'long';
const pauses: Readonly<Record<Pause, number>> = { short: 2_000, usual: 30_000, long: 900_000 };
const longestPause = 3_600_000;
/** Milliseconds; a longer `Retry-After` is cut to a day, because no channel asks for more. */
const longestRetryAfter = dayMs;

type Verdict = 'blocked' | 'gone' | 'suspect' | 'refused' | Pause;

/** What Microsoft documents, by its code (platform.md 6.2). */
const verdictsByCode: Readonly<Record<string, Verdict>> = {
  BotDisabledByAdmin: 'blocked',
  BotNotInConversationRoster: 'blocked',
  ConversationBlockedByUser: 'blocked',
  ForbiddenOperationException: 'blocked',
  MessageWritesBlocked: 'blocked',
  InvalidBotApiHost: 'suspect',
  NotEnoughPermissions: 'suspect',
  ConversationNotFound: 'gone',
  ActivityNotFoundInConversation: 'gone',
};

/** A refusal without a code that we know may be one that passes (botbuilder-js#4722). */
const verdictsByStatus: Readonly<Record<number, Verdict>> = {
  401: 'long',
  403: 'suspect',
  404: 'suspect',
  408: 'usual',
  412: 'short',
  425: 'usual',
  429: 'usual',
  500: 'long',
  502: 'usual',
  503: 'usual',
  504: 'usual',
};

/** What comes of a failure, with full jitter in every wait. */
export function classifyFailure(failure: ChannelFailure, circumstances: FailureContext): SendOutcome {
  const { status, mayHaveArrived, isSafe } = failure;
  const uncertain = isSafe ? 'later' : 'unclear';
  const code = failure.code ?? String(status);
  if (status === undefined) {
    const pause = failure.code === 'token-refused' ? 'long' : 'usual';
    return { kind: mayHaveArrived ? uncertain : 'later', code, afterMs: waitOf(pause, failure, circumstances) };
  }
  // Taken, but with an answer that says nothing.
  if (status < 300) return { kind: uncertain, code, afterMs: waitOf('usual', failure, circumstances) };
  const verdict = verdictOf(status, failure.code);
  if (isPause(verdict)) return { kind: 'later', code, afterMs: waitOf(verdict, failure, circumstances) };
  return { kind: verdict, code };
}

function verdictOf(status: number, code: string | undefined): Verdict {
  const isSpecific = (status === 403 || status === 404) && code !== undefined && Object.hasOwn(verdictsByCode, code);
  const known = isSpecific ? verdictsByCode[code] : undefined;
  if (known !== undefined) return known;
  // Sent elsewhere, where we do not follow.
  if (status < 400) return 'suspect';
  return verdictsByStatus[status] ?? (status >= 500 ? 'long' : 'refused');
}

function isPause(verdict: Verdict): verdict is Pause {
  return verdict in pauses;
}

/** Anywhere between now and the end of the pause, but never before the channel wants to be asked again. */
function waitOf(pause: Pause, { retryAfter }: ChannelFailure, context: FailureContext): number {
  const { now, failures, random, firstPause } = context;
  // A failure that needs a long pause does not pass within the time of a reply.
  if (firstPause !== undefined && pause === 'long') return longestPause;
  const first = firstPause ?? pauses[pause];
  const within = Math.min(longestPause, first * 2 ** Math.min(failures, 20));
  const spread = retryAfter === undefined ? within : Math.min(first, pauses.short);
  return Math.round(askedFor(retryAfter, now) + random() * spread);
}

/** Milliseconds that the header asks for, which holds seconds or a date. */
function askedFor(retryAfter: string | undefined, now: number): number {
  if (retryAfter === undefined) return 0;
  const ms = /^\s*\d+(\.\d+)?\s*$/.test(retryAfter) ? 1000 * Number(retryAfter) : Date.parse(retryAfter) - now;
  return Number.isFinite(ms) ? Math.min(longestRetryAfter, Math.max(0, ms)) : 0;
}
