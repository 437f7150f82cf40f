/** A timeout ends the wait for work that takes too long; the work itself goes on. */

/** Milliseconds in which a turn has its answer; Teams gives up after fifteen seconds. */
export const turnDeadline = 8_000;

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
  // The result of work that timed out is dropped, also its error, which would otherwise be an unhandled rejection.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
