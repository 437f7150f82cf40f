/** Some at a time: the same work for each of many, as many side by side as are allowed, the next whenever one is done. */

/**
 * Does the work for all of them, begun in their order. After the first failure no other is begun; it is thrown once those
 * under way are over, so that nothing goes on behind the back of whoever waits.
 */
export async function forEachConcurrent<T>(
  all: readonly T[],
  most: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = [...all];
  const failures: unknown[] = [];
  const worker = async () => {
    while (waiting.length > 0 && failures.length === 0)
      await work(waiting.shift()!).catch((error: unknown) => void failures.push(error));
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (failures.length > 0) throw failures[0];
}
