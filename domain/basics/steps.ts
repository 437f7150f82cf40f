/** Steps are a long computation that pauses after each small part of it, so that its caller decides when it goes on. */

/** Pauses with `yield` and returns the result. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** The result, computed without a pause. */
export function resultOf<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
