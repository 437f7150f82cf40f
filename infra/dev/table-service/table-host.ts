/** The table host: a process of its own that runs the table service of one data folder for all who use that folder. */
import { once } from 'node:events';
import { truncateSync } from 'node:fs';
import type { Server } from 'node:net';
import { type DataFolder, dataFolderAt } from './data-folder';
import { callHost } from './host-line';
import { TableLeases } from './table-lease';
import { exitCodeOf, LocalWorldFault, type LocalWorldFaultCode } from '../local-world-fault';
import { startAzurite } from './azurite';

/**
 * Claims the folder by binding a port that is derived from its path, serves until no lease is held or a signal arrives, saves and ends. Ends at once, with 0, where the folder has a host already.
 */
async function host(folder: DataFolder): Promise<LocalWorldFaultCode | void> {
  const desk = new TableLeases(folder.identity);
  const claim = await claimFolder(desk.server, folder);
  if (claim !== 'ours') return claim === 'taken' ? undefined : 'ports-taken';
  truncateSync(folder.log);
  console.log(`Process ${process.pid} keeps the tables in ${folder.file}`);
  const service = await startAzurite(folder);
  desk.open(service);
  const fault = await Promise.race([broken(), desk.deserted, signalled()]);
  desk.close();
  await service.stop();
  return fault;
}

type Claim = 'ours' | 'taken' | 'ports-taken';

/**
 * Two hosts that start together meet on the same port, unless another program holds it for one of them and releases it for the other. So a host that has bound a port checks the other candidates too, and ends rather than share the folder.
 */
async function claimFolder(server: Server, { ports, identity }: DataFolder): Promise<Claim> {
  for (const port of ports) {
    if (await binds(server, port)) {
      const others = ports.filter((other) => other !== port);
      const hosts = await Promise.all(others.map((other) => callHost(other, identity)));
      return hosts.some((line) => line !== undefined) ? 'taken' : 'ours';
    }
    if ((await callHost(port, identity)) !== undefined) return 'taken';
  }
  return 'ports-taken';
}

async function binds(server: Server, port: number): Promise<boolean> {
  try {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return true;
  } catch {
    return false;
  }
}

async function signalled(): Promise<void> {
  await Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
}

/** Something went wrong in the service, outside of any request: what it holds is saved and the clients are let go. */
async function broken(): Promise<LocalWorldFaultCode> {
  const [error] = (await once(process, 'uncaughtException')) as [unknown];
  console.error('The table service broke:', error);
  return 'tables-failed';
}

function codeOf(error: unknown): LocalWorldFaultCode {
  console.error('The table service cannot be run:', error);
  return error instanceof LocalWorldFault ? error.code : 'tables-failed';
}

// Its exit code is all that a host can say to the client that started it, for it may fail before it has a line.
void host(dataFolderAt(process.argv[2]!))
  .catch(codeOf)
  .then((fault) => process.exit(fault ? exitCodeOf(fault) : 0));
