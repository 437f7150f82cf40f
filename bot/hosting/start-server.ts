/** Listening: Laurel composed and reachable on its port, until it is told to stop. */
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config/config';
import { freePortAbove, findPortConflict } from './port';
import { createServer, type HttpServer, type TurnProcessor } from '../teams/server';
import { StartupError } from './startup-error';
import type { Log } from '../context/app-services';

/** What compose makes of a config, as far as listening is concerned. */
export interface Composition {
  readonly processTurn: TurnProcessor;
  /** Does what is due again and again until it is stopped. */
  readonly startSweeping: () => { stop(): Promise<void> };
  /** The names of what should be there and is not. */
  readonly missing: () => Promise<readonly string[]>;
  /** Gives up the store when everything written is safe. */
  close(): Promise<void>;
  /** Called once if something without which nothing can be answered has ended by itself. */
  onLost(callback: (fault: Error) => void): void;
}

export interface ServerSettings {
  readonly config: Config;
  readonly log: Log;
  readonly compose: (config: Config, given: { readonly log: Log }) => Promise<Composition>;
  readonly version: string;
}

/** Something that runs and can be stopped. */
export interface RunningServer {
  /** Answers what is under way, keeps what is written, and ends. */
  stop(): Promise<void>;
  /** Resolves with the reason if it ends by itself. */
  readonly lost: Promise<Error>;
}

/** Turns have their own deadline well below this. */
const lastTurnsMs = 15_000;
/** A connection that has just come in still has to say what it wants. */
const hangUpMs = 250;
/** After SIGTERM an instance still answers turns for this long, while `/ready` tells the load balancer to send no more. */
const drainMs = { production: 3_000, local: 100 } as const;

/** Composes Laurel and listens. Throws {@link StartupError}, or what compose throws, and leaves nothing running then. */
export async function startServer({ config, log, compose, version }: ServerSettings): Promise<RunningServer> {
  const composition = await compose(config, { log });
  const { processTurn } = composition;
  let isEnding = false;
  const missing = async () => (isEnding ? ['instance-ending'] : composition.missing());
  const server = createServer({ processTurn, missing, version, log, isAuthenticated: config.kind === 'production' });
  try {
    await bind(server, config);
  } catch (error) {
    await composition.close();
    throw error;
  }
  const sweeping = composition.startSweeping();
  return {
    lost: new Promise((resolve) => composition.onLost(resolve)),
    stop: async () => {
      isEnding = true;
      await Promise.all([pause(drainMs[config.kind]).then(() => lastTurns(server)), lastSweep(sweeping)]);
      await composition.close();
    },
  };
}

/** Refuses a port that is taken. Throws {@link StartupError} with a port that is free. */
export async function expectFreePort(setting: 'PORT' | 'PLAYGROUND_PORT', port: number, host?: string): Promise<void> {
  const reason = await findPortConflict(port, host);
  if (reason !== undefined) throw await startFault(reason, { setting, port, host });
}

interface Place {
  readonly setting: 'PORT' | 'PLAYGROUND_PORT';
  readonly port: number;
  readonly host: string | undefined;
}

async function startFault(reason: string, { setting, port, host }: Place): Promise<StartupError> {
  if (reason !== 'EADDRINUSE' && reason !== 'EACCES')
    return new StartupError('host-unusable', { host: host ?? '', reason });
  const free = await freePortAbove(Math.max(port, 1023), host);
  return new StartupError('port-busy', { setting, port: String(port), free: String(free) });
}

async function bind(server: HttpServer, { port, host }: Config): Promise<void> {
  try {
    server.listen({ port, host });
    await once(server.server, 'listening');
  } catch (error) {
    throw await startFault((error as NodeJS.ErrnoException).code ?? String(error), { setting: 'PORT', port, host });
  }
}

/** Waits for what is being said, but not for ever: what is cut off is taken up again by the next sweep. */
async function lastSweep(sweeping: { stop(): Promise<void> }): Promise<void> {
  let hurry: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => (hurry = setTimeout(resolve, lastTurnsMs)));
  await Promise.race([sweeping.stop(), late]);
  clearTimeout(hurry);
}

/** Takes nothing new and waits for what is under way, but not for ever; a caller may keep its line open for more. */
async function lastTurns({ server }: HttpServer): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  const hangUp = setInterval(() => server.closeIdleConnections(), hangUpMs);
  const hurry = setTimeout(() => server.closeAllConnections(), lastTurnsMs);
  await closed;
  clearInterval(hangUp);
  clearTimeout(hurry);
}
