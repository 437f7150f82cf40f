/** A deadline is the moment after which nobody waits any longer. */

/** Something did not come in time. */
export class TooSlow extends Error {
  override readonly name = 'TooSlow';
}

/** What the work brings, if it brings it within so many milliseconds; else throws {@link TooSlow}. */
export async function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(`Nothing came within ${milliseconds} ms`)), milliseconds);
  });
  // Whatever comes of work that was given up has nobody left to hear it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
