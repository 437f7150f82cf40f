/** A wire before the table service that goes wrong by chance: errors, lost requests, lost answers, delays, and versions that are said to be stale. */
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { BenchTables } from '../tables';

export interface FaultyWire {
  /** Of the tables behind it. */
  readonly connectionString: string;
  /** How often each kind of fault happened. */
  readonly faults: ReadonlyMap<string, number>;
  /** Resolves when the next write comes in, before it is passed on. */
  nextWrite(): Promise<void>;
  /** No more faults from now on. */
  calm(): void;
  close(): Promise<void>;
}

const kinds = ['unavailable', 'error', 'busy', 'lost', 'unanswered', 'slow', 'stale'] as const;
type Kind = (typeof kinds)[number];

/** In a storm of two seconds every ten, so many requests go wrong; else so many. */
const shares = { storm: 0.55, else: 0.14 } as const;
const mostDelayMs = 1_500;

/** Opens a wire to the tables; `chance` gives numbers from 0 to 1. */
export async function openFaultyWire(
  { origin, connectionString }: Pick<BenchTables, 'origin' | 'connectionString'>,
  chance: () => number,
): Promise<FaultyWire> {
  const faults = new Map<string, number>();
  const writes = new EventEmitter();
  const began = Date.now();
  let isCalm = false;
  const faultOf = (incoming: IncomingMessage): Kind | undefined => {
    const share = (Date.now() - began) % 10_000 < 2_000 ? shares.storm : shares.else;
    if (isCalm || chance() >= share) return undefined;
    const kind = kinds[Math.floor(chance() * kinds.length)]!;
    return kind === 'stale' && incoming.headers['if-match'] === undefined ? 'busy' : kind;
  };
  const server = createServer((incoming, outgoing) => {
    if (incoming.method !== 'GET') writes.emit('write');
    const fault = faultOf(incoming);
    if (fault) faults.set(fault, (faults.get(fault) ?? 0) + 1);
    void meet(fault, { origin, incoming, outgoing, delay: chance() * mostDelayMs });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    connectionString: connectionString.replace(origin, `http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    faults,
    nextWrite: () => once(writes, 'write').then(() => undefined),
    calm: () => void (isCalm = true),
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Exchange {
  readonly origin: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  readonly delay: number;
}

const answers = {
  unavailable: [503, 'ServerBusy'],
  error: [500, 'InternalError'],
  busy: [503, 'OperationTimedOut'],
  stale: [412, 'UpdateConditionNotSatisfied'],
} as const;

async function meet(fault: Kind | undefined, exchange: Exchange): Promise<void> {
  const { incoming, outgoing, delay } = exchange;
  if (fault === 'lost') return void incoming.socket.destroy();
  if (fault === 'slow') await pause(delay);
  if (fault === undefined || fault === 'slow' || fault === 'unanswered') return pass(exchange, fault === 'unanswered');
  const [status, code] = answers[fault];
  incoming.resume();
  outgoing.writeHead(status, { 'content-type': 'application/json', 'x-ms-error-code': code });
  outgoing.end(JSON.stringify({ 'odata.error': { code, message: { lang: 'en-US', value: code } } }));
}

function pass({ origin, incoming, outgoing }: Exchange, isUnanswered: boolean): void {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url!, origin), { method, headers }, (answer) => {
    if (isUnanswered) return void answer.resume().on('end', () => incoming.socket.destroy());
    outgoing.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.on('error', () => onward.destroy());
  incoming.pipe(onward);
}
