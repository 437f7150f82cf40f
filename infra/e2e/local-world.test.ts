/** The local world as people meet it: `npm start`, a browser, questions and buttons; and every way in which it ends. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { localPeople } from '../dev/sample/local-people';
import { openChat } from './chat';
import { hasChromium, launchChromium } from './chromium';
import { freePort, runMain, startWorld, type StartedWorld } from './started-world';

jest.setTimeout(90_000);

const folders: string[] = [];
const worlds: StartedWorld[] = [];
afterEach(async () => {
  await Promise.all(worlds.splice(0).map((services) => services.stop('SIGKILL')));
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-e2e-'));
  folders.push(folder);
  return folder;
}

async function started(data: string, settings?: Record<string, string>): Promise<StartedWorld> {
  const services = await startWorld(data, settings);
  worlds.push(services);
  return services;
}

async function answers(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  return new Promise((resolve) => {
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
  }).finally(() => socket.destroy()) as Promise<boolean>;
}

async function silence(url: string): Promise<void> {
  while (await answers(url)) await pause(50);
}

/** The settings, run to their end: the exit code and what was printed. */
async function outcome(settings: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const child = runMain(settings);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, printed };
}

/** Without the sample there is less to wait for. */
const bare = { LAUREL_SAMPLE: 'off' };

const withBrowser = hasChromium() ? describe : describe.skip;
withBrowser('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => (browser = await launchChromium()));
  afterAll(async () => browser?.close());

  it('answers, carries one on to the reasons, and knows the same after a restart', async () => {
    const data = newFolder();
    const first = await started(data);
    const chat = await openChat(browser, first.url);
    expect(await chat.lastCard()).toContain('Laurel');

    const overview = await chat.say('progress');
    expect(overview).toMatch(/Alderbrook Systems[^]*\d+ Gold · \d+ Silver/);
    const competency = await chat.press('Open DevOps');
    expect(competency).toMatch(/^DevOps\s+Silver[^]*Gold\s+83%[^]*Part 2: 1 of 2 people/);
    const reasons = await chat.press('Why not Gold?');
    expect(reasons).toMatch(/Why not Gold\?[^]*Who counts[^]*Yuki Tanabe[^]*Who does not count, and why/);
    expect(await chat.cardCount()).toBe(2);
    await chat.close();
    expect(await first.stop()).toBe(0);

    const second = await started(data);
    const again = await openChat(browser, second.url);
    expect(await again.cardCount()).toBe(0);
    expect(await again.say('progress')).toBe(overview);
    await again.close();
    expect(await second.stop('SIGTERM')).toBe(0);
    expect(await Promise.all([first, second].flatMap(({ url, bot }) => [answers(url), answers(bot)]))).not.toContain(
      true,
    );
  });
});

describe('ending', () => {
  it('takes the chat window along even where it is killed', async () => {
    const services = await started(newFolder(), bare);
    expect(await answers(services.url)).toBe(true);

    await services.stop('SIGKILL');

    await silence(services.url);
  });

  const onLinux = process.platform === 'linux' ? it : it.skip;
  onLinux.each([
    ['chat window', 'playground-host', 'The chat window has ended unexpectedly'],
    ['table store', 'table-host', 'The embedded table store has ended unexpectedly'],
  ])('says that the %s is gone, and goes too', async (_part, script, line) => {
    const data = newFolder();
    const services = await started(data, bare);

    process.kill(processOf(script, data), 'SIGKILL');

    expect(await services.ended).toBe(1);
    const [told, ...rest] = services.output().split('keeps the data.\n')[1]!.split('\n').filter(Boolean);
    expect(told).toContain(line);
    expect(rest).toEqual([]);
    expect(await answers(services.url)).toBe(false);
  });
});

/** The process that runs the script for this data folder, by what the system knows of it. */
function processOf(script: string, data: string): number {
  const found = readdirSync('/proc').filter((id) => {
    if (!/^\d+$/.test(id)) return false;
    try {
      const about = readFileSync(`/proc/${id}/cmdline`, 'utf8') + readFileSync(`/proc/${id}/environ`, 'utf8');
      return about.includes(script) && about.includes(data);
    } catch {
      return false;
    }
  });
  if (found.length !== 1) throw new Error(`${found.length} processes run ${script}`);
  return Number(found[0]);
}

describe('not starting', () => {
  it.each(['PORT', 'PLAYGROUND_PORT'])('names a busy %s in one line, with the remedy', async (setting) => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    const { port } = stranger.address() as AddressInfo;

    const ports = {
      PORT: String(await freePort()),
      PLAYGROUND_PORT: String(await freePort()),
      [setting]: String(port),
    };
    const { code, printed } = await outcome({ ...ports, LAUREL_DATA: newFolder() });
    stranger.close();

    expect(code).toBe(1);
    expect(printed).toMatch(new RegExp(`^Port ${port} is in use[^\n]* ${setting}=\\d+ npm start\n$`));
  });

  it('names every wrong setting at once, in the language of the terminal', async () => {
    const { code, printed } = await outcome({ PORT: 'http', BOT_PASSWORD: 'x', LANG: 'pt_BR.UTF-8' });

    expect(code).toBe(1);
    expect(printed.split('\n')).toEqual([
      expect.stringMatching(/^O Laurel não inicia: 2 configurações/),
      expect.stringMatching(/^ {2}BOT_PASSWORD /),
      expect.stringMatching(/^ {2}PORT é “http”/),
      '',
    ]);
  });

  it('says so where the chat window is not installed', async () => {
    const data = newFolder();
    const preload = join(data, 'without-playground.cjs');
    writeFileSync(
      preload,
      `const Module = require('node:module');
       const resolve = Module._resolveFilename;
       Module._resolveFilename = function (name, ...rest) {
         if (name.startsWith('@microsoft/m365agentsplayground')) throw Object.assign(new Error(name), { code: 'MODULE_NOT_FOUND' });
         return resolve.call(this, name, ...rest);
       };`,
    );

    const ports = { PORT: String(await freePort()), PLAYGROUND_PORT: String(await freePort()) };
    const { code, printed } = await outcome({
      ...ports,
      ...bare,
      LAUREL_DATA: data,
      NODE_OPTIONS: `--require ${preload}`,
    });

    expect(code).toBe(1);
    expect(printed).toMatch(/^The chat window .* is not installed\. .*npm ci.*\n$/);
  });
});

describe('several people in one local world', () => {
  const conversations = async (services: StartedWorld, data: string) => {
    await services.laurel('export', '--out', join(data, 'exported'));
    const kept = readFileSync(join(data, 'exported', 'conversations.json'), 'utf8');
    return new Map((JSON.parse(kept) as { readonly id: string }[]).map((one) => [one.id, one]));
  };
  const install = (url: string, chat: string) =>
    fetch(`${url}/_debug/conversation/${chat}/installation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });

  it('are reached in the window of each, in the language and at the moment of this world', async () => {
    const data = newFolder();
    const services = await started(data, bare);
    await services.laurel('clock', '2018-06-01T09:00:00Z');
    const window = await services.window('--as', 'oksana', '--locale', 'pt-BR');
    await install(services.url, 'personal-chat');
    await install(window.url, 'personal-chat-user-id-1');
    const [ingrid, oksana] = localPeople;
    let kept: ReadonlyMap<string, object> = new Map();
    while (![ingrid!, oksana!].every((one) => kept.has(one.aadObjectId))) kept = await conversations(services, data);

    expect(Object.fromEntries(kept)).toMatchObject({
      [ingrid!.aadObjectId]: { locale: 'en', reference: { serviceUrl: `${services.url}/_connector` } },
      [oksana!.aadObjectId]: {
        locale: 'pt-BR',
        seenAt: expect.stringMatching(/^2018-06-01T09:/),
        reference: { serviceUrl: `${window.url}/_connector`, conversation: 'personal-chat-user-id-1' },
      },
    });
    expect(await window.stop()).toBe(0);
    await silence(window.url);
  });

  it('lose a window when whoever started it is killed', async () => {
    const services = await started(newFolder(), bare);
    const window = await services.window();
    await window.stop('SIGKILL');

    await silence(window.url);
    expect(await answers(services.url)).toBe(true);
  });
});
