/** The refusal log: one line for callers who are turned away, however many they are. */
import type { Log } from '../context/app-services';

/** Milliseconds between two lines about the same refusal; a flood of calls must not fill the disk. */
const between = 10_000;

/** Writes refusals of requests. */
export type RefusalLog = (refusal: {
  readonly status: number;
  readonly code: string;
  readonly error?: unknown;
}) => void;

/** Creates a log that writes each code at once, then at most every ten seconds, with the number of refusals since the last line. */
export function createRefusalLog({
  log,
  now = Date.now,
}: {
  readonly log: Log;
  readonly now?: () => number;
}): RefusalLog {
  const lines = new Map<string, { at: number; since: number }>();
  return ({ status, code, error }) => {
    const last = lines.get(code) ?? { at: -Infinity, since: 0 };
    const count = last.since + 1;
    const isDue = now() - last.at >= between;
    lines.set(code, isDue ? { at: now(), since: 0 } : { ...last, since: count });
    if (isDue) log.warn({ status, code, count, ...(error !== undefined && { error }) }, 'A request was turned away.');
  };
}
