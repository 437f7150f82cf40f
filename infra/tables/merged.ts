/** Several sources as one: each is asked for its next value while those of the others are dealt with. */

/**
 * Yields the values of all sources as they arrive. At most one value of each source waits in memory, however long the sources are. The first error ends it, and so does a consumer that stops; then all sources are closed.
 */
export async function* merged<T>(sources: readonly AsyncIterator<T>[]): AsyncGenerator<T> {
  const waiting = new Map<AsyncIterator<T>, Promise<Next<T>>>();
  const request = (source: AsyncIterator<T>) => {
    const next = source.next().then((result) => ({ source, result }));
    // An error is heard when its turn comes; until then it is not unheard.
    next.catch(() => undefined);
    waiting.set(source, next);
  };
  sources.forEach(request);
  try {
    while (waiting.size > 0) {
      const { source, result } = await Promise.race(waiting.values());
      waiting.delete(source);
      if (result.done) continue;
      request(source);
      yield result.value;
    }
  } finally {
    await Promise.allSettled([...waiting.keys()].map(async (source) => source.return?.()));
  }
}

interface Next<T> {
  readonly source: AsyncIterator<T>;
  readonly result: IteratorResult<T>;
}
