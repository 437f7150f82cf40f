/** The embedded tables: a table service on this machine for one data folder, started by the first process that opens it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { extname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type DataFolder, openDataFolder } from './data-folder';
import { asHostMessage, callHost, type HostConnection, type HostMessage, sendLine } from './host-line';
import { faultCodeOf, LocalWorldFault } from '../local-world-fault';

/** A lease of the table service: it runs at least until this is closed. */
export interface EmbeddedTables {
  readonly connectionString: string;
  /**
   * Resolves when everything written is on disk, and releases the service; the service ends when no process holds a lease. Throws {@link LocalWorldFault} `not-saved` or `tables-lost`.
   */
  close(): Promise<void>;
  /** Called once if the service ends before this is closed. */
  onLost(callback: (fault: LocalWorldFault) => void): void;
}

/** Loading a large store takes seconds; a service that takes longer than this is not coming. */
const patienceMs = 30_000;
const retryMs = 25;

/**
 * Opens the table service of a data folder, shared by all processes that open the same folder, and starts it if none has. Throws {@link LocalWorldFault}.
 */
export async function openEmbeddedTables(path: string): Promise<EmbeddedTables> {
  const folder = openDataFolder(path);
  const giveUpAt = Date.now() + patienceMs;
  let host: ChildProcess | undefined;
  while (Date.now() < giveUpAt) {
    const line = await findHost(folder);
    if (line) {
      const connectionString = await serving(line, folder);
      if (connectionString !== undefined) return lease(line, { folder, connectionString });
    } else {
      if (host?.exitCode) throw new LocalWorldFault(faultCodeOf(host.exitCode), folder);
      if (!isRunning(host)) host = startHost(folder);
    }
    await pause(retryMs);
  }
  throw new LocalWorldFault('tables-failed', folder);
}

function isRunning(host: ChildProcess | undefined): boolean {
  return host !== undefined && host.exitCode === null && host.signalCode === null;
}

async function findHost({ ports, identity }: DataFolder): Promise<HostConnection | undefined> {
  for (const port of ports) {
    const line = await callHost(port, identity);
    if (line) return line;
  }
  return undefined;
}

/** The address of the service once it serves, or `undefined` where the host goes instead. */
async function serving(
  { socket, greeting, messages }: HostConnection,
  folder: DataFolder,
): Promise<string | undefined> {
  socket.setTimeout(patienceMs, () => socket.destroy());
  let message: HostMessage | undefined = greeting;
  while (message !== undefined && message.state !== 'serving')
    message = asHostMessage((await messages.next()).value, folder.identity);
  socket.setTimeout(0);
  if (message === undefined) socket.destroy();
  return message?.connectionString;
}

/** Starts a host in a process group of its own, because Ctrl-C in a terminal ends all of a group at once. */
function startHost({ folder, log }: DataFolder): ChildProcess {
  const script = require.resolve('./table-host');
  const loader = extname(script) === '.ts' ? ['--require', require.resolve('tsx/cjs')] : [];
  const output = openSync(log, 'a');
  const host = spawn(process.execPath, [...loader, script, folder], {
    detached: true,
    stdio: ['ignore', output, output],
    windowsHide: true,
  });
  closeSync(output);
  // That it could not be started shows in its exit code; without a listener it would end this process.
  host.on('error', () => undefined);
  host.unref();
  return host;
}

/** Holds the line until `close` has its answer; then, or when the line breaks, it has ended. */
function lease({ socket, messages }: HostConnection, { folder, connectionString }: Leased): EmbeddedTables {
  let answer: 'saved' | 'not-saved' | undefined;
  const listen = async () => {
    for await (const message of messages) {
      const state = asHostMessage(message, folder.identity)?.state;
      if (state === 'saved' || state === 'not-saved') {
        answer = state;
        return;
      }
    }
  };
  const ended = listen();
  let closing: Promise<void> | undefined;
  const close = async () => {
    socket.ref();
    socket.setTimeout(patienceMs, () => socket.destroy());
    sendLine(socket, { folder: folder.identity, wants: 'save' });
    await ended;
    if (answer !== 'saved') throw new LocalWorldFault(answer ?? 'tables-lost', folder);
  };
  socket.unref();
  return {
    connectionString,
    close: () => (closing ??= close()),
    onLost: (callback) =>
      void ended.then(() => {
        if (closing === undefined) callback(new LocalWorldFault('tables-lost', folder));
      }),
  };
}

interface Leased {
  readonly folder: DataFolder;
  readonly connectionString: string;
}
