/** A deadline is the moment after which nobody waits any longer. */

/** Something did not come in time. */
export class TimeoutError extends Error {
  override readonly name = 'TooSlow';
}

/** What the work brings, if it brings it within so many milliseconds; else throws {@link TimeoutError}. */
export async function withTimeout<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TimeoutError(`Nothing came within ${milliseconds} ms`)), milliseconds);
  });
  // Whatever comes of work that was given up has nobody left to hear it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
