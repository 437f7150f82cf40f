/**
 * The rate limits of Teams, kept before it answers 429: so many messages within each of several sliding windows. What follows a
 * 429 is decided in `failure-policy.ts`.
 */

/** At most so often within any such stretch of time. */
export interface RateWindow {
  readonly most: number;
  readonly ms: number;
}

/** Milliseconds by which a request may be late without coming too soon before the next ones. */
export const spare = 30;

/**
 * What Teams allows a bot: for one conversation, and for one tenant in all (platform.md 6.1). It counts when a request
 * arrives, and two that were sent apart may arrive closer together, so each window is a little longer here.
 */
export const teamsRateLimits: { readonly conversation: readonly RateWindow[]; readonly tenant: readonly RateWindow[] } =
  {
    conversation: [
      { most: 7, ms: 1_000 + spare },
      { most: 8, ms: 2_000 + spare },
      { most: 60, ms: 30_000 + spare },
      { most: 1_800, ms: 3_600_000 + spare },
    ],
    // In small steps, because a burst takes longer on its way than a single request does.
    tenant: [
      { most: 5, ms: 103 },
      { most: 50, ms: 1_000 + spare },
    ],
  };

/**
 * What was done when, by key, and when the next may be done. The windows slide: a library that counts in fixed ones
 * lets twice as much through where two of them meet, which Teams answers with a refusal.
 */
export class RateLimiter {
  readonly #windows: readonly RateWindow[];
  readonly #longest: number;
  readonly #most: number;
  /** In the order of their last moment, so that what is over is found first. */
  readonly #moments = new Map<string, number[]>();

  constructor(windows: readonly RateWindow[]) {
    this.#windows = windows;
    this.#longest = Math.max(...windows.map(({ ms }) => ms));
    this.#most = Math.max(...windows.map(({ most }) => most));
  }

  /** The first moment from `now` on at which one more may be done. */
  next(key: string, now: number): number {
    const moments = this.#moments.get(key) ?? [];
    const ends = this.#windows.map(({ most, ms }) => (moments.at(-most) ?? -Infinity) + ms);
    return Math.max(now, moments.at(-1) ?? now, ...ends);
  }

  /** Notes that one is done at this moment, which is none before the last. */
  note(key: string, at: number): void {
    const moments = this.#moments.get(key) ?? [];
    const over = moments.findIndex((moment) => moment > at - this.#longest);
    moments.splice(0, Math.max(over < 0 ? moments.length : over, moments.length - this.#most + 1));
    moments.push(at);
    this.#moments.delete(key);
    this.#moments.set(key, moments);
    this.#forget(at);
  }

  /** How many keys are remembered. */
  get size(): number {
    return this.#moments.size;
  }

  #forget(now: number): void {
    for (const [key, moments] of this.#moments) {
      if (moments.at(-1)! > now - this.#longest) return;
      this.#moments.delete(key);
    }
  }
}
