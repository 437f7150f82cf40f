/** The embedded tables: one service for all who use a folder, nothing lost when any of them ends, and nothing left over. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Store } from '../../../domain/ports';
import { openTables } from '../../tables/store';
import { openDataFolder } from './data-folder';
import { type EmbeddedTables, openEmbeddedTables } from './embedded-tables';
import { LocalWorldFault } from '../local-world-fault';

jest.setTimeout(60_000);

let folder: string;
const ends: (() => unknown)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'laurel-embedded-'));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
  endHost();
  await hostGone();
  rmSync(folder, { recursive: true, force: true });
});

/** Ends the host, which otherwise stays for a second. */
function endHost(signal: NodeJS.Signals = 'SIGTERM'): void {
  const pid = hostPid();
  try {
    if (pid !== undefined) process.kill(pid, signal);
  } catch {
    // It has gone already.
  }
}

async function open(): Promise<EmbeddedTables> {
  const tables = await openEmbeddedTables(folder);
  ends.push(() => tables.close().catch(() => undefined));
  return tables;
}

/** Waits until nothing listens any more where a host of the folder would. */
async function hostGone(path = folder): Promise<void> {
  for (const port of openDataFolder(path).ports) while (await isListening(port)) await pause(10);
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function hostPid(): number | undefined {
  const log = join(folder, 'tables.log');
  const pid = existsSync(log) && /Process (\d+)/.exec(readFileSync(log, 'utf8'))?.[1];
  return pid ? Number(pid) : undefined;
}

async function visitsOf({ installations: visits }: Store): Promise<string[]> {
  const found: string[] = [];
  for await (const { value } of visits.list('t')) found.push(value.conversation);
  return found;
}

async function put(tables: EmbeddedTables, conversation: string): Promise<void> {
  const store = await openTables(tables);
  expect(await store.installations.write('t', [{ kind: 'create', value: { conversation, welcomedAt: 'x' } }])).toEqual(
    [],
  );
}

async function kept(): Promise<string[]> {
  return visitsOf(await openTables(await open()));
}

interface Client {
  readonly process: ChildProcess;
  readonly lines: Interface;
  readonly said: string[];
  /** Resolves with everything that was said, when the process has ended. */
  readonly ended: Promise<string[]>;
}

/** Another process that uses the same folder, in a process group of its own as in a terminal. */
function startClient(env: Record<string, string> = {}): Client {
  const words = ['--require', require.resolve('tsx/cjs'), require.resolve('./client.case'), folder];
  const child = spawn(process.execPath, words, {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...env },
  });
  ends.push(() => child.kill('SIGKILL'));
  const said: string[] = [];
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  return { process: child, lines, said, ended: once(child, 'close').then(() => said) };
}

async function saidAtLeast(client: Client, count: number): Promise<void> {
  while (client.said.length < count) await once(client.lines, 'line');
}

/** The first line is the address. */
const acknowledgedBy = ({ said }: Client): string[] => said.slice(1).filter((line) => line !== 'closed');

describe('one service for a folder', () => {
  it('is shared by all who open it, and stays while one of them is there', async () => {
    const [one, other] = await Promise.all([open(), open()]);
    await put(one, 'by one');
    await one.close();
    await pause(1500);
    await put(other, 'by the other');

    expect(other.connectionString).toBe(one.connectionString);
    expect((await kept()).sort()).toEqual(['by one', 'by the other']);
  });

  it('is not that of another folder', async () => {
    const [tables, elsewhere] = await Promise.all([open(), openEmbeddedTables(join(folder, 'elsewhere'))]);
    await elsewhere.close();
    await hostGone(join(folder, 'elsewhere'));

    expect(elsewhere.connectionString).not.toBe(tables.connectionString);
  });

  it('comes of a race of several processes, and outlives the Ctrl-C that ends them', async () => {
    const clients = Array.from({ length: 4 }, () => startClient());
    await Promise.all(clients.map((client) => saidAtLeast(client, 3)));

    for (const client of clients) process.kill(-client.process.pid!, 'SIGINT');
    await Promise.all(clients.map(({ ended }) => ended));

    expect(new Set(clients.map(({ said }) => said[0])).size).toBe(1);
    expect(clients.map(({ said }) => said.at(-1))).toEqual(clients.map(() => 'closed'));
    expect((await kept()).sort()).toEqual(clients.flatMap(acknowledgedBy).sort());
  });

  it('looks on where strangers hold its port', async () => {
    const [first] = openDataFolder(folder).ports;
    const stranger = await occupy(first!);
    const tables = await open();
    await put(tables, 'beside a stranger');
    stranger.close();

    expect((await open()).connectionString).toBe(tables.connectionString);
  });
});

async function occupy(port: number): Promise<Server> {
  const server = createServer((_, response) => response.end('hello')).listen(port, '127.0.0.1');
  await once(server, 'listening');
  ends.push(() => server.close());
  return server;
}

describe('nothing acknowledged is lost, and nothing is left over', () => {
  it('when all is closed, and opened again', async () => {
    const tables = await open();
    const lost = jest.fn();
    tables.onLost(lost);
    await put(tables, 'before');
    await tables.close();
    await tables.close();
    await hostGone();

    expect(lost).not.toHaveBeenCalled();
    expect(await kept()).toEqual(['before']);
  });

  it('when a client is killed', async () => {
    const client = startClient();
    await saidAtLeast(client, 20);
    client.process.kill('SIGKILL');
    await client.ended;
    await hostGone();

    expect(await kept()).toEqual(expect.arrayContaining(acknowledgedBy(client)));
  });

  it('when the host is told to end while it is used', async () => {
    const client = startClient();
    await saidAtLeast(client, 20);
    endHost();
    await client.ended;
    await hostGone();

    expect(await kept()).toEqual(expect.arrayContaining(client.said.slice(1, -1)));
  });

  it('when it was closed, even if the host is killed at once', async () => {
    const tables = await open();
    await put(tables, 'on disk');
    await tables.close();
    endHost('SIGKILL');
    await hostGone();

    expect(await kept()).toEqual(['on disk']);
  });

  it('some seconds after it was written, even if the host is killed while it is used', async () => {
    await put(await open(), 'by-and-by');
    while (!readFileSync(join(folder, 'tables.json'), 'utf8').includes('by-and-by')) await pause(50);
    endHost('SIGKILL');
    await hostGone();

    expect(await kept()).toEqual(['by-and-by']);
  });
});

describe('trouble', () => {
  const codeOf = async (opening: Promise<unknown>): Promise<unknown> => {
    const error: unknown = await opening.catch((caught: unknown) => caught);
    return error instanceof LocalWorldFault ? error.code : error;
  };

  it.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('tells each client that the host is gone: %s', async (signal) => {
    const clients = [await open(), await open()];
    const lost = clients.map((client) => new Promise<LocalWorldFault>((told) => client.onLost(told)));
    endHost(signal);

    expect((await Promise.all(lost)).map(({ code }) => code)).toEqual(['tables-lost', 'tables-lost']);
    expect(await codeOf(clients[0]!.close())).toBe('tables-lost');
    await put(await open(), 'as good as new');
  });

  it.each([
    ['cut short', '{"filename":"x","collections":[{"name":"$TABLES'],
    ['empty', ''],
    ['something else', 'PK\u0003\u0004'],
  ])('leaves data alone that is %s', async (_, contents) => {
    writeFileSync(join(folder, 'tables.json'), contents);

    expect(await codeOf(open())).toBe('data-damaged');
    expect(readFileSync(join(folder, 'tables.json'), 'utf8')).toBe(contents);
  });

  it('says that a folder cannot be used', async () => {
    writeFileSync(join(folder, 'a-file'), '');

    expect(await codeOf(openEmbeddedTables(join(folder, 'a-file', 'data')))).toBe('folder-unusable');
  });

  it('says that all ports are taken', async () => {
    await Promise.all(openDataFolder(folder).ports.map(occupy));

    expect(await codeOf(open())).toBe('ports-taken');
  });

  it('says that what was written could not be saved', async () => {
    const tables = await open();
    await put(tables, 'lost');
    rmSync(join(folder, 'tables.json'));
    mkdirSync(join(folder, 'tables.json', 'in-the-way'), { recursive: true });

    expect(await codeOf(tables.close())).toBe('not-saved');
  });

  it('says that Azurite is missing', async () => {
    const preload = join(folder, 'without-azurite.cjs');
    writeFileSync(
      preload,
      `const Module = require('node:module');
       const resolve = Module._resolveFilename;
       Module._resolveFilename = function (name, ...rest) {
         if (name.startsWith('azurite')) throw Object.assign(new Error(name), { code: 'MODULE_NOT_FOUND' });
         return resolve.call(this, name, ...rest);
       };`,
    );
    const client = startClient({ NODE_OPTIONS: `--require ${preload}` });

    expect(await client.ended).toEqual(['azurite-missing']);
  });

  it('says that the host fails for a reason of its own', async () => {
    const preload = join(folder, 'breaks-hosts.cjs');
    writeFileSync(preload, `if (/table-host/.test(process.argv[1])) throw new Error('unfit');`);
    const client = startClient({ NODE_OPTIONS: `--require ${preload}` });

    expect(await client.ended).toEqual(['tables-failed']);
    expect(readFileSync(join(folder, 'tables.log'), 'utf8')).toMatch(/unfit/);
  });
});
