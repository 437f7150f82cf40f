/** A started world: runs `npm start` on free ports and with data of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export interface StartedWorld {
  /** The chat window. */
  readonly url: string;
  /** The bot. */
  readonly bot: string;
  /** Everything printed so far. */
  output(): string;
  /** The exit code, when the world has ended. */
  readonly ended: Promise<number | null>;
  /** What `laurel` prints for these words, on the data and at the ports of this world; throws where it fails. */
  laurel(...words: readonly string[]): Promise<string>;
  /** Opens one more chat window, by `laurel window`; it goes with the world. */
  window(...words: readonly string[]): Promise<StartedWindow>;
  /** Sends the signal and resolves with the exit code when the world has ended. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface StartedWindow {
  readonly url: string;
  /** Sends the signal and resolves with the exit code when the window has gone. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const root = join(__dirname, '..', '..');
const patienceMs = 60_000;

/** Starts the local world on this data and resolves when it says that it runs. Throws with what it printed if it does not. */
export async function startWorld(data: string, settings: Readonly<Record<string, string>> = {}): Promise<StartedWorld> {
  const [bot, window] = [await freePort(), await freePort()];
  const ports = { PORT: String(bot), PLAYGROUND_PORT: String(window) };
  const all = { ...ports, LAUREL_DATA: data, ...settings };
  const main = await started(runMain(all));
  const windows: StartedWindow[] = [];
  return {
    url: `http://127.0.0.1:${window}`,
    bot: `http://127.0.0.1:${bot}`,
    output: main.output,
    ended: main.ended,
    laurel: (...words) => laurel(words, all),
    window: async (...words) => {
      const opened = await started(run('cli/cli.ts', ['window', ...words], all));
      windows.push({ url: /http:\S+/.exec(opened.output())![0], stop: opened.stop });
      return windows.at(-1)!;
    },
    stop: async (signal) => {
      await Promise.all(windows.map((opened) => opened.stop(signal)));
      return main.stop(signal);
    },
  };
}

interface Started extends Pick<StartedWorld, 'output' | 'ended'> {
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Resolves when the process says how it is stopped, which is the last thing that it says when it begins. */
async function started(child: ChildProcess): Promise<Started> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += String(text)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  await until(() => printed.includes('Ctrl-C') || isOver());
  if (isOver()) throw new Error(`It did not start:\n${printed}`);
  const stop = (signal: NodeJS.Signals = 'SIGINT') => {
    child.kill(signal);
    return ended;
  };
  return { output: () => printed, ended, stop };
}

async function laurel(words: readonly string[], settings: Readonly<Record<string, string>>): Promise<string> {
  const child = run('cli/cli.ts', words, settings);
  const said = { out: '', error: '' };
  child.stdout?.on('data', (text) => (said.out += String(text)));
  child.stderr?.on('data', (text) => (said.error += String(text)));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`laurel ${words.join(' ')} ended with ${code}:\n${said.out}${said.error}`);
  return said.out;
}

/** What `npm start` runs, without npm around it; away from any `.env`, with the settings and nothing else that could be one. */
export function runMain(settings: Readonly<Record<string, string>>): ChildProcess {
  return run('main.ts', [], settings);
}

function run(
  file: 'main.ts' | 'cli/cli.ts',
  words: readonly string[],
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const loader = require.resolve('tsx');
  return spawn(process.execPath, ['--import', loader, join(root, 'bot', file), ...words], {
    cwd: tmpdir(),
    env: { TEAMSAPPTESTER_BROWSER: 'none', LANG: 'C', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function until(isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + patienceMs;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error('It takes too long.');
    await pause(25);
  }
}
