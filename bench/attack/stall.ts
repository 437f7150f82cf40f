/** Stalls of the event loop: how long it was blocked by this process, without the time for which the machine gave it no processor. */
import { readFileSync } from 'node:fs';

export interface StallWatch {
  /** The longest stall since the last call, in milliseconds. */
  take(): number;
  stop(): void;
}

/** Milliseconds between two looks at the clock. */
const every = 5;

/**
 * Milliseconds for which the main thread was ready to run and had no processor, since it began: the second number of schedstat of
 * Linux. A machine that is shared makes every process wait, which is no stall of the bot. Zero on other systems.
 */
function waitedForProcessor(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Watches the event loop until it is told to stop. */
export function watchStalls(): StallWatch {
  let longest = 0;
  let last = { at: performance.now(), waited: waitedForProcessor() };
  const timer = setInterval(() => {
    const now = { at: performance.now(), waited: waitedForProcessor() };
    longest = Math.max(longest, now.at - last.at - (now.waited - last.waited));
    last = now;
  }, every);
  timer.unref();
  return {
    take() {
      const taken = longest;
      longest = 0;
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}
