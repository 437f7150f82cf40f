/**
 * Stretches of work: a long computation is done in short ones, and between them other turns run. `infra/import/parsing/pieces.ts`
 * pauses in the same way: it may import only `domain/`, which has no timers, so there is no room for one that both could share.
 */
import { setImmediate as others } from 'node:timers/promises';
import type { Steps } from '../../domain/basics/steps';

/** Milliseconds for which work that can pause blocks the event loop: another turn waits no longer than this for it. */
const longestStretch = 10;

let last: Promise<unknown> = Promise.resolve();

/** Of all computations that wait, one goes on in each round of the event loop, so that their stretches never add up. */
function afterOthers(): Promise<unknown> {
  last = last.then(() => others());
  return last;
}

/** Asked again and again within long work; waits for the others once the stretch has lasted long enough. */
export function createBreather(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < longestStretch) return undefined;
    return afterOthers().then(() => {
      since = performance.now();
    });
  };
}

/** The result of a computation that pauses, without holding up others for longer than its own parts last. */
export async function inStretches<T>(steps: Steps<T>): Promise<T> {
  const breathe = createBreather();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await breathe();
  }
}
