/** Runs work under the same key one after another, in the order of the calls. */

export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /** What the work brings, once everything that came before it under this key is over, however it ended. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const mine = (before ?? Promise.resolve()).then(work, work);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
