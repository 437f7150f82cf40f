/** A started world: `npm start` as somebody would run it, on free ports and with data of its own. */
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
  /** Sends the signal and resolves with the exit code when the world has ended. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

const root = join(__dirname, '..', '..');
const patienceMs = 60_000;

/** Starts the local world on this data and resolves when it says that it runs. Throws with what it printed if it does not. */
export async function startWorld(data: string, settings: Readonly<Record<string, string>> = {}): Promise<StartedWorld> {
  const [bot, window] = [await freePort(), await freePort()];
  const ports = { PORT: String(bot), PLAYGROUND_PORT: String(window) };
  const child = runMain({ ...ports, LAUREL_DATA: data, ...settings });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (printed += String(text)));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  await until(() => printed.includes('Ctrl-C') || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error(`The local world did not start:\n${printed}`);
  return {
    url: `http://127.0.0.1:${window}`,
    bot: `http://127.0.0.1:${bot}`,
    output: () => printed,
    ended,
    stop: (signal = 'SIGINT') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** What `npm start` runs, without npm around it; away from any `.env`, with the settings and nothing else that could be one. */
export function runMain(settings: Readonly<Record<string, string>>): ChildProcess {
  const loader = require.resolve('tsx');
  return spawn(process.execPath, ['--import', loader, join(root, 'bot', 'main.ts')], {
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
