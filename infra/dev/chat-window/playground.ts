/** The playground: Microsoft's chat window for the local world, as a child process that never outlives this one. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FaultPlaces, LocalWorldFault } from '../local-world-fault';
import { playgroundConfig, type Sitter } from './playground-config';

export interface PlaygroundWish {
  readonly port: number;
  /** Where the bot takes activities. */
  readonly endpoint: string;
  /** The data folder: config and log of the chat window go into a folder below it. */
  readonly data: string;
  /** Who sits there; absent for the first of the local people, in the window that belongs to the bot. */
  readonly sitter?: Sitter;
}

export interface Playground {
  /** Where the chat window is, for a browser. */
  readonly url: string;
  close(): Promise<void>;
  /** Called once if the chat window ends before this is closed. */
  onLost(callback: (fault: LocalWorldFault) => void): void;
}

const program = '@microsoft/m365agentsplayground/cli.js';
/** Starting takes about a second; a machine under load may take many. */
const patienceMs = 60_000;
const retryMs = 50;
const farewellMs = 2000;

/** Starts the chat window and waits until it answers. Throws {@link LocalWorldFault}. */
export async function startPlayground(wish: PlaygroundWish): Promise<Playground> {
  const places = prepareFolder(wish);
  try {
    createRequire(__filename).resolve(program);
  } catch (cause) {
    throw new LocalWorldFault('playground-missing', places, { cause });
  }
  const child = startHost(wish, places);
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${wish.port}`;
  if (!(await answers(url, child))) {
    child.kill('SIGKILL');
    throw new LocalWorldFault('playground-failed', places);
  }
  let isClosing = false;
  return {
    url,
    onLost: (callback) =>
      void ended.then(() => {
        if (!isClosing) callback(new LocalWorldFault('playground-lost', places));
      }),
    close: async () => {
      isClosing = true;
      if (child.connected) child.disconnect();
      await Promise.race([ended, pause(farewellMs, undefined, { ref: false })]);
      child.kill('SIGKILL');
    },
  };
}

/** Config and log in a folder of their own, which the Playground takes for its working folder, too. */
function prepareFolder({ data, sitter, port }: PlaygroundWish): FaultPlaces {
  const folder = join(data, ...(sitter ? ['windows', String(port)] : ['playground']));
  const places = { folder, file: join(folder, 'config.yml'), log: join(folder, 'playground.log') };
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(places.file, playgroundConfig(sitter));
    writeFileSync(places.log, '');
    return places;
  } catch (cause) {
    throw new LocalWorldFault('folder-unusable', { ...places, folder: data }, { cause });
  }
}

function startHost({ port, endpoint }: PlaygroundWish, { folder, file, log }: FaultPlaces): ChildProcess {
  const extension = extname(__filename);
  const loader = extension === '.ts' ? ['--require', createRequire(__filename).resolve('tsx/cjs')] : [];
  const serviceUrl = `http://127.0.0.1:${port}/_connector`;
  const words = ['start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--service-url', serviceUrl, '--dt'];
  const output = openSync(log, 'a');
  const child = fork(join(__dirname, `playground-host${extension}`), words, {
    cwd: folder,
    execArgv: loader,
    stdio: ['ignore', output, output, 'ipc'],
    env: {
      ...process.env,
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
      M365_AGENTS_PLAYGROUND_LOGFILE: log,
      // It opens a browser on its own, and dies where there is none; ours is opened when everything is ready.
      TEAMSAPPTESTER_BROWSER: 'none',
    },
  });
  closeSync(output);
  child.on('error', () => undefined);
  return child;
}

/** Whether the chat window comes to answer, before it ends or patience does. */
async function answers(url: string, child: ChildProcess): Promise<boolean> {
  const giveUpAt = Date.now() + patienceMs;
  let isListening = false;
  child.once('message', () => (isListening = true));
  while (isAlive(child) && Date.now() < giveUpAt) {
    if (isListening && (await pings(url))) return true;
    await pause(retryMs);
  }
  return false;
}

function isAlive({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid !== undefined && exitCode === null && signalCode === null;
}

function pings(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(`${url}/_debug/ping`, { timeout: 1000 }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
}
