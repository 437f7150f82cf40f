/** Some at a time: the same work for each of many, as many side by side as are allowed, the next whenever one is done. */

/**
 * Does the work for every item, started in order. After the first error no other is started; the error is thrown once the
 * running ones have ended, so that nothing is still running when the caller continues.
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
