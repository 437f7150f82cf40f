/** Replies that the channel does not take are sent again within the time of the turn, by the policy of proactive messages. */
import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { channelFailureOf } from '../delivery/channel-failure';
import { classifyFailure } from '../delivery/failure-policy';

export interface RetryParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

/** Milliseconds from the start of a turn within which replies are retried; Teams then times the turn out (platform.md 6.1). */
const turnTime = 14_000;
/** The longest wait before the second attempt, in milliseconds; each further failure doubles it. */
const firstPause = 700;

/** Lets every reply of a turn be tried again until its time is over. */
export function replyRetry(parts: RetryParts): Middleware {
  return {
    async onTurn(context: TurnContext, next: () => Promise<void>) {
      const until = parts.now() + turnTime;
      context.onSendActivities((_context, activities, send) =>
        isWorthwhile(activities) ? sendAgain(send, until, parts) : send(),
      );
      await next();
    },
  };
}

/** A typing indicator is of no use later, and an invoke response is sent in the HTTP response of the turn. */
function isWorthwhile(activities: readonly Partial<Activity>[]): boolean {
  return activities.some(({ type }) => type !== 'typing' && type !== 'invokeResponse');
}

/** Throws what the channel said last, where no time is left or another attempt is of no use. */
async function sendAgain<T>(send: () => Promise<T>, until: number, { now, wait, random }: RetryParts): Promise<T> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await send();
    } catch (error) {
      const failure = channelFailureOf(error);
      const outcome = failure && classifyFailure(failure, { now: now(), failures, random, firstPause });
      if (outcome?.kind !== 'later' && outcome?.kind !== 'unclear') throw error;
      if (now() + outcome.afterMs >= until) throw error;
      await wait(outcome.afterMs);
    }
  }
}
