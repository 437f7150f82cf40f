/** A limit is how often something may be done within each of several windows of time, counted exactly to the millisecond. */

export interface Window {
  readonly most: number;
  readonly ms: number;
}

export interface Limits {
  /** Messages said, renewed or removed, and conversations created, for each conversation. */
  readonly sending: readonly Window[];
  /** Members and conversations asked for, for each conversation. */
  readonly asking: readonly Window[];
  /** All requests of one app to one tenant. */
  readonly tenant: readonly Window[];
}

/** As Microsoft documents them for a bot (bots/how-to/rate-limit, as of October 2026). */
export const documentedLimits: Limits = {
  sending: [
    { most: 7, ms: 1_000 },
    { most: 8, ms: 2_000 },
    { most: 60, ms: 30_000 },
    { most: 1_800, ms: 3_600_000 },
  ],
  asking: [
    { most: 14, ms: 1_000 },
    { most: 16, ms: 2_000 },
    { most: 120, ms: 30_000 },
    { most: 3_600, ms: 3_600_000 },
  ],
  tenant: [{ most: 50, ms: 1_000 }],
};

/** The requests that were let through, by key; refused ones are not counted. */
export class Counter {
  readonly #windows: readonly Window[];
  readonly #passed = new Map<string, number[]>();

  constructor(windows: readonly Window[]) {
    this.#windows = windows;
  }

  /** Milliseconds until one more may pass; 0 means now. */
  waitFor(key: string, now: number): number {
    const passed = this.#passed.get(key) ?? [];
    const waits = this.#windows.map(({ most, ms }) => (passed.at(-most) ?? -Infinity) + ms - now);
    return Math.max(0, ...waits);
  }

  pass(key: string, now: number): void {
    const longest = Math.max(...this.#windows.map(({ ms }) => ms));
    const most = Math.max(...this.#windows.map((window) => window.most));
    const passed = (this.#passed.get(key) ?? []).filter((at) => at > now - longest).slice(1 - most);
    this.#passed.set(key, [...(most === 1 ? [] : passed), now]);
  }
}
