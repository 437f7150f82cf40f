/** Sweeping is a sweep again and again for as long as the bot runs, one at a time, not in step with other instances. */
import type { SweepResult } from './sweep';
import type { Log } from '../context/app-services';

/** Milliseconds from the end of one sweep to the next, give or take a quarter: an alert follows an import within seconds. */
export const sweepEvery = 5_000;

export interface SweepTimerParts {
  readonly sweep: () => Promise<SweepResult>;
  readonly log: Log;
  /** Milliseconds between the end of one and the beginning of the next. */
  readonly every: number;
  /** From 0 up to but not including 1. */
  readonly random: () => number;
}

export interface SweepTimer {
  /** Begins no other, and resolves when the one under way is done. */
  stop(): Promise<void>;
}

/** Begins at once. What goes wrong is logged and tried again the next time; it never keeps the process alive. */
export function startSweepTimer({ sweep, log, every, random }: SweepTimerParts): SweepTimer {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const once = async () => {
    try {
      const { partners, notices, deliveries } = await sweep();
      if (partners > 0) log.info({ partners, notices, deliveries }, 'What was due was done.');
    } catch (error) {
      log.error({ error }, 'Not everything that was due could be done.');
    }
    wait();
  };
  const wait = () => {
    if (isStopped) return;
    timer = setTimeout(() => void (running = once()), every * (0.75 + random() / 2));
    timer.unref();
  };
  running = once();
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
