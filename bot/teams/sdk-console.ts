/** The SDK writes up to thirteen lines to stderr for each token that it refuses; Laurel writes one log line instead. */
import { AsyncLocalStorage } from 'node:async_hooks';

const quiet = new AsyncLocalStorage<true>();
let isWrapped = false;

/** Runs work of the SDK and drops what it writes to `console.error`; lines of other work at the same time are written. */
export function withoutSdkErrors<T>(work: () => Promise<T>): Promise<T> {
  wrapConsole();
  return quiet.run(true, work);
}

function wrapConsole(): void {
  if (isWrapped) return;
  isWrapped = true;
  const write = console.error.bind(console);
  console.error = (...values: unknown[]) => {
    if (!quiet.getStore()) write(...values);
  };
}
