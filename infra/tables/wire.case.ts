/** A wire to a table service that counts the requests that pass, and passes them badly if told to. */
import { createServer, type IncomingMessage, request, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the wire does with a request, where it does not simply pass it on. */
export type Fault =
  | { readonly kind: 'cut' }
  | { readonly kind: 'silence' }
  | { readonly kind: 'answer'; readonly status: number; readonly body?: string; readonly type?: string }
  /** The service hears the request, but the client never gets the answer. */
  | { readonly kind: 'deaf' };

export interface WireRequest {
  readonly method: string;
  readonly path: string;
  readonly bytes: number;
}

export interface Wire {
  readonly url: string;
  /** Everything that came, in order. */
  readonly requests: readonly WireRequest[];
  /** For the requests that come next, in order; `undefined` lets one pass. */
  next(...faults: readonly (Fault | undefined)[]): void;
  /** For all requests that have no fault of their own. */
  always(fault: Fault | undefined): void;
  close(): Promise<void>;
}

/** Puts a wire before the service at `origin`; without an origin only faults are answered. */
export async function openWire(origin = 'http://127.0.0.1:9'): Promise<Wire> {
  const requests: WireRequest[] = [];
  let queue: (Fault | undefined)[] = [];
  let standing: Fault | undefined;
  const attend: RequestListener = (incoming, outgoing) => {
    const bytes = Number(incoming.headers['content-length'] ?? 0);
    requests.push({ method: incoming.method!, path: incoming.url!, bytes });
    const fault = (queue.length > 0 ? queue.shift() : undefined) ?? standing;
    meet(fault, { origin, incoming, outgoing });
  };
  const server = createServer(attend);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    next: (...faults) => void (queue = [...faults]),
    always: (fault) => void (standing = fault),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

interface Exchange {
  readonly origin: string;
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
}

function meet(fault: Fault | undefined, exchange: Exchange): void {
  const { incoming, outgoing } = exchange;
  if (fault === undefined || fault.kind === 'deaf') return pass(exchange, fault !== undefined);
  if (fault.kind === 'cut') return void incoming.socket.destroy();
  if (fault.kind === 'silence') return;
  incoming.resume();
  // restify, where another test of this process has loaded it, makes `writeHead` return nothing.
  outgoing.writeHead(fault.status, { 'content-type': fault.type ?? 'application/json' });
  outgoing.end(fault.body);
}

function pass({ origin, incoming, outgoing }: Exchange, deaf: boolean): void {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url!, origin), { method, headers }, (answer) => {
    if (deaf) return void answer.resume().on('end', () => incoming.socket.destroy());
    outgoing.writeHead(answer.statusCode!, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}
