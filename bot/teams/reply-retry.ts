/** Replies that the channel does not take are sent again within the time of the turn, by the policy of proactive messages. */
import type { Activity, Middleware, TurnContext } from 'botbuilder';
import { channelFailureOf } from '../delivery/channel-failure';
import { classifyFailure } from '../delivery/delivery-outcome';

export interface RetryParts {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

/** Milliseconds: Teams gives a turn up as late as this (platform.md 6.1), and nobody waits in front of the chat any longer. */
const turnTime = 14_000;
/** Milliseconds within which the second attempt lies; each further failure doubles it. */
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

/** That somebody is at work is shown now or never, and the answer to an invoke goes out with the turn itself. */
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
