/** The playground host: a process of its own that runs the Agents Playground for this machine only, and not without us. */
import { createRequire } from 'node:module';
import { Server } from 'node:net';

/** A port that was given as this is one that the Playground chose itself, because the wanted one was taken. */
const anyPort = 0;

/**
 * The Playground would listen on all interfaces and, if its port is taken, silently on another one. The parent process knows only the wanted port, so this process ends if it is taken, and reports when it listens, because until then another program may answer there.
 */
function listenOnLoopbackOnly(): void {
  const prototype = Server.prototype as { listen(this: Server, ...words: readonly unknown[]): Server };
  const { listen } = prototype;
  prototype.listen = function (port, ...rest) {
    if (port === anyPort) {
      console.error('The port of the chat window is taken.');
      process.exit(1);
    }
    this.once('listening', () => process.send?.('listening'));
    return listen.call(this, { port, host: '127.0.0.1' }, ...rest);
  };
}

/** Ctrl-C in a terminal reaches every process at once; this one ends only when its parent says so or has ended. */
function goWhenToldTo(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  process.on('disconnect', () => process.exit());
}

goWhenToldTo();
listenOnLoopbackOnly();
createRequire(__filename)('@microsoft/m365agentsplayground/cli.js');
