/** The local world: what it refuses before it starts anything, what it prints, and that it leaves nothing behind. */
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from '../../cards/text';
import { locales } from '../../domain/basics/locale';
import { CatalogueError } from '../config/catalogue-error';
import type { LocalConfig } from '../config/config';
import { localConfig } from '../config/config.case';
import type { Composition } from '../hosting/start-server';
import { startLocalWorld, type LocalParts } from './local-world';
import { createLog } from '../context/log';
import { freePortAbove, findPortConflict } from '../hosting/port';
import { StartupError, reportStartupError } from '../hosting/startup-error';

const host = '127.0.0.1';
const hasIpv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));
const log = createLog('local', { write: () => undefined });
const listeners: Server[] = [];
afterEach(() => {
  for (const listener of listeners.splice(0)) listener.close();
});

/** Somebody else's program on a port. */
async function takenPort(): Promise<number> {
  const listener = createServer().listen(0, host);
  listeners.push(listener);
  await once(listener, 'listening');
  return (listener.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const port = await takenPort();
  const listener = listeners.pop()!;
  listener.close();
  await once(listener, 'close');
  return port;
}

/** A local world of fakes that write down what is done to them. */
async function world(config: Partial<LocalConfig> = {}, parts: Partial<LocalParts> = {}) {
  const did: string[] = [];
  const lost = { bot: (_fault: Error) => {}, window: (_fault: Error) => {} };
  const composition: Composition = {
    processTurn: async (_request, response) => void response.send(200),
    startSweeping: () => ({ stop: () => Promise.resolve() }),
    missing: () => Promise.resolve([]),
    close: async () => void did.push('bot closed'),
    onLost: (callback) => (lost.bot = callback),
  };
  const full = localConfig({
    host,
    port: await freePort(),
    data: '/data',
    tables: { kind: 'embedded', folder: '/data' },
    playground: { port: await freePort() },
    sample: 'competencies',
    allowedTenants: 'any',
    firstAdmins: 'first-speaker',
    ...config,
  });
  const wished: LocalParts = {
    config: full,
    log,
    version: '1.2.3',
    text: text('en'),
    compose: async () => (did.push('composed'), composition),
    startPlayground: async ({ port, endpoint, data }) => {
      did.push(`window for ${endpoint} in ${data}`);
      return {
        url: `http://${host}:${port}`,
        close: async () => void did.push('window closed'),
        onLost: (callback) => (lost.window = callback),
      };
    },
    ahead: () => 0,
    now: () => Date.parse('2018-06-01T09:00:00Z'),
    openBrowser: (url) => did.push(`browser at ${url}`),
    print: (lines) => did.push(lines),
    ...parts,
  };
  return { did, lost, config: full, composition, start: () => startLocalWorld(wished) };
}

const faultOf = async (starting: Promise<unknown>): Promise<unknown> => starting.catch((error: unknown) => error);

describe('starting', () => {
  it('composes, opens the window on the bot, says where to look, and only then shows it', async () => {
    const { did, config, start } = await world();

    const running = await start();
    await running.stop();

    const window = `http://${host}:${config.playground!.port}`;
    expect(did).toEqual([
      'composed',
      `window for http://${host}:${config.port}/api/messages in /data`,
      expect.stringContaining(window),
      `browser at ${window}`,
      'bot closed',
      'window closed',
    ]);
  });

  it.each(locales)('names three things to type in %s', async (locale) => {
    const { did, start } = await world({}, { text: text(locale) });
    await (await start()).stop();

    for (const words of ['progress', 'why data analytics gold', 'people', '/data'])
      expect(did[2]).toMatch(new RegExp(`^ .*${words}`, 'm'));
  });

  it('says by how much its clock has been moved', async () => {
    const { did, start } = await world({}, { ahead: () => 74 * 3_600_000 });
    await (await start()).stop();

    expect(did[2]).toMatch(/^ {2}Clock: 2018-06-04T11:00:00Z \(\+3d2h\)$/m);
  });

  it('does without the window, and then names three things for the terminal', async () => {
    const { did, start } = await world({ playground: undefined });
    await (await start()).stop();

    expect(did).toEqual(['composed', expect.stringContaining('laurel -- say "progress"'), 'bot closed']);
  });

  (hasIpv6 ? it : it.skip)('writes an address of the sixth version so that it can be called', async () => {
    const { did, config, start } = await world({ host: '::1' });
    await (await start()).stop();

    expect(did[1]).toContain(`http://[::1]:${config.port}/api/messages`);
  });
});

describe('refusing', () => {
  it.each([
    ['PORT', (port: number) => ({ port })],
    ['PLAYGROUND_PORT', (port: number) => ({ playground: { port } })],
  ])('names a busy %s and a free one before it starts anything', async (setting, config) => {
    const port = await takenPort();
    const { did, start } = await world(config(port));

    const fault = await faultOf(start());

    expect(did).toEqual([]);
    const told = reportStartupError(fault, text('en'))!;
    const [, free] = new RegExp(`${setting}=(\\d+) npm start`).exec(told)!;
    expect(told).toContain(String(port));
    expect(await findPortConflict(Number(free), host)).toBeUndefined();
  });

  it('says that an address is not of this machine', async () => {
    const { start } = await world({ host: '192.0.2.1' });

    expect(reportStartupError(await faultOf(start()), text('en'))).toMatch(/192\.0\.2\.1.*EADDRNOTAVAIL/);
  });

  it('stops the bot if the window does not start', async () => {
    const fault = new StartupError('host-unusable', { host, reason: 'x' });
    const { did, config, start } = await world({}, { startPlayground: () => Promise.reject(fault) });

    expect(await faultOf(start())).toBe(fault);
    expect(did).toEqual(['composed', 'bot closed']);
    expect(await findPortConflict(config.port, host)).toBeUndefined();
  });

  it('tells the faults of programme files, each on a line', () => {
    const fault = { file: 'own.yaml', path: 'levels', code: 'missing', args: {} };

    const told = reportStartupError(new CatalogueError([fault, { ...fault, line: 7 }]), text('en'));

    expect(told).toMatch(/^own\.yaml levels: .+\nown\.yaml:7 levels: .+$/);
  });

  it('has nothing to tell of an error that nobody expected', () => {
    expect(reportStartupError(new Error('a bug'), text('en'))).toBeUndefined();
  });
});

describe('ending', () => {
  it.each(['bot', 'window'] as const)('says when the %s is lost', async (part) => {
    const { lost, start } = await world();
    const running = await start();
    const fault = new Error('gone');

    lost[part](fault);

    expect(await running.lost).toBe(fault);
    await running.stop();
  });

  it('lets a turn that is under way end, and takes no other', async () => {
    const { did, config, composition, start } = await world();
    let finish = () => {};
    const began = new Promise<void>((resolve) => {
      Object.assign(composition, {
        processTurn: async (_request: unknown, response: { send(status: number): void }) => {
          resolve();
          await new Promise<void>((done) => (finish = done));
          did.push('turn answered');
          response.send(200);
        },
      });
    });
    const running = await start();
    const agent = new Agent({ keepAlive: true });
    const headers = { 'content-type': 'application/json' };
    const call = request({ agent, host, port: config.port, path: '/api/messages', method: 'POST', headers });
    const answered = once(call, 'response') as Promise<[IncomingMessage]>;
    call.end(JSON.stringify({ type: 'message', serviceUrl: 'http://127.0.0.1/' }));
    await began;

    const stopped = running.stop();
    finish();
    const [response] = await answered;
    response.resume();
    await stopped;

    expect(response.statusCode).toBe(200);
    expect(did.slice(-3)).toEqual(['turn answered', 'bot closed', 'window closed']);
    expect(await findPortConflict(config.port, host)).toBeUndefined();
    agent.destroy();
  });

  it('closes the window even if the data cannot be saved', async () => {
    const fault = new Error('disk full');
    const { did, composition, start } = await world();
    Object.assign(composition, { close: () => Promise.reject(fault) });
    const running = await start();

    expect(await faultOf(running.stop())).toBe(fault);
    expect(did.at(-1)).toBe('window closed');
  });
});

it('offers a port even at the upper end', async () => {
  expect(await freePortAbove(65_535, host)).toBe(65_534);
});
