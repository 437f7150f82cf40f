/** Waits for the request to shut down: SIGINT, SIGTERM, or the end of the parent process. */

/** Resolves at the first signal to stop. Who asks a second time does not want to wait; a child of npm stops with its parent. */
export function waitForShutdown(isChild: boolean): Promise<undefined> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => {
        for (const again of ['SIGINT', 'SIGTERM'] as const) process.on(again, () => process.exit(130));
        resolve(undefined);
      });
    if (isChild) whenOrphaned(() => resolve(undefined));
  });
}

const orphanCheckMs = 250;

/** A signal to npm ends the shell between npm and us and goes no further; that our parent is gone is all we get to know. */
function whenOrphaned(stop: () => void): void {
  const parent = process.ppid;
  const check = () => {
    if (process.ppid !== parent) stop();
  };
  setInterval(check, orphanCheckMs).unref();
}
