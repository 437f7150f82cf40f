/** Files over HTTP, from a real server of this machine, a hostile one too. */
import {
  createServer,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type RequestListener,
  type ServerResponse,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { checkedAddress } from './address';
import { openTransfer } from './transfer';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/file`;
}

const transfer = openTransfer({ allowsLoopback: true, canOffer: true, deadline: 400, largest: 1000 });
/** For what is refused by its content, however busy the machine is. */
const patient = openTransfer({ allowsLoopback: true, canOffer: true, deadline: 15_000, largest: 1000 });

it.each([
  ['https://contoso-my.sharepoint.com/personal/ana/_layouts/15/download.aspx?tempauth=x', true],
  ['https://contoso.sharepoint.us/a', true],
  ['https://contoso.sharepoint.cn/a', true],
  ['http://contoso.sharepoint.com/a', false],
  ['https://contoso.sharepoint.com:8443/a', false],
  ['https://ana:secret@contoso.sharepoint.com/a', false],
  ['https://contoso.sharepoint.com@evil.example/a', false],
  ['https://contoso.sharepoint.com.evil.example/a', false],
  ['https://evilsharepoint.com/a', false],
  ['https://sharepoint.com/a', false],
  ['https://.sharepoint.com/a', false],
  ['https://contoso.sharepoint.com./a', false],
  ['https://169.254.169.254/latest/meta-data', false],
  ['http://127.0.0.1:10002/a', false],
  ['https://localhost/a', false],
  ['file:///etc/passwd', false],
  ['data:text/csv,Name', false],
  ['//contoso.sharepoint.com/a', false],
  ['', false],
])('%s may be used: %s', (address, allowed) => {
  expect(checkedAddress(address, false) !== undefined).toBe(allowed);
});

it.each([
  ['http://127.0.0.1:5000/a', true],
  ['http://[::1]:5000/a', true],
  ['http://localhost/a', true],
  ['http://127.0.0.2/a', false],
  ['http://localhost.evil.example/a', false],
  ['http://u:p@127.0.0.1/a', false],
])('in the local world %s may be used: %s', (address, allowed) => {
  expect(checkedAddress(address, true) !== undefined).toBe(allowed);
});

it('brings a file, and sends no more than the address', async () => {
  const asked: IncomingMessage[] = [];
  const address = await serve((request, response) => {
    asked.push(request);
    response.end('Name\n');
  });

  expect(await transfer.fetch(address)).toEqual({ bytes: Buffer.from('Name\n') });
  expect(asked.map(({ headers }) => [headers.authorization, headers['accept-encoding']])).toEqual([
    [undefined, 'identity'],
  ]);
});

interface Answer {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** In two steps, because a library changes for the whole process what `writeHead` returns. */
function answer(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  response.writeHead(status, headers);
  response.end(body);
}

const hostile: readonly (readonly [string, string, RequestListener])[] = [
  [
    'a redirect, even to this machine',
    'elsewhere',
    (_, response) => answer(response, { status: 302, headers: { location: 'http://127.0.0.1:1/' } }),
  ],
  ['a link that has run out', 'expired', (_, response) => answer(response, { status: 404, body: '<html>' })],
  ['a link that is not ours any more', 'expired', (_, response) => answer(response, { status: 403 })],
  ['a server in trouble', 'unreachable', (_, response) => answer(response, { status: 500 })],
  [
    'a body that is shorter than it says',
    'unreachable',
    (request) => void request.socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\nshort'),
  ],
  ['a body that never ends', 'oversized', (_, response) => void pourInto(response)],
  ['a body that never comes', 'slow', (_, response) => void response.flushHeaders()],
  ['an answer that never comes', 'slow', () => undefined],
  [
    'a small body that unpacks to a large one',
    'oversized',
    (_, response) =>
      answer(response, {
        status: 200,
        headers: { 'content-encoding': 'gzip' },
        body: gzipSync(Buffer.alloc(5_000_000)),
      }),
  ],
  [
    'a broken packed body',
    'unreachable',
    (_, response) => answer(response, { status: 200, headers: { 'content-encoding': 'gzip' }, body: 'not gzip' }),
  ],
];

function pourInto(response: Parameters<RequestListener>[1]): void {
  const pour = () => {
    while (!response.destroyed && response.write('x'.repeat(500)));
  };
  response.on('drain', pour);
  pour();
}

it.each(hostile)('gives up on %s', async (_, fault, listener) => {
  const asked = fault === 'slow' ? transfer : patient;

  expect(await asked.fetch(await serve(listener))).toEqual({ fault });
});

it('asks nobody whose address is refused', async () => {
  const asked: string[] = [];
  const address = await serve(({ url }, response) => {
    asked.push(url!);
    response.end();
  });
  const strict = openTransfer({ allowsLoopback: false, canOffer: true, deadline: 400, largest: 1000 });

  expect(await strict.fetch(address)).toEqual({ fault: 'elsewhere' });
  expect(await strict.put(address, Buffer.from('x'))).toBe('elsewhere');
  expect(asked).toEqual([]);
});

it('tells that nobody is there', async () => {
  const address = await serve((_, response) => void response.end());
  server!.close();
  server!.closeAllConnections();

  expect(await transfer.fetch(address)).toEqual({ fault: 'unreachable' });
});

it('puts a file in one piece', async () => {
  const seen: string[] = [];
  const address = await serve((request, response) => {
    seen.push(request.method!, request.headers['content-range']!, String(request.headers['content-length']));
    request.on('data', (chunk: Buffer) => seen.push(chunk.toString()));
    request.on('end', () => answer(response, { status: 201, body: '{}' }));
  });

  expect(await transfer.put(address, Buffer.from('Name\n'))).toBeUndefined();
  expect(seen).toEqual(['PUT', 'bytes 0-4/5', '5', 'Name\n']);
});

it.each([
  [403, 'expired'],
  [302, 'elsewhere'],
  [507, 'unreachable'],
])('tells of an upload that was answered with %i: %s', async (status, fault) => {
  const address = await serve((request, response) => {
    request.resume().on('end', () => answer(response, { status, headers: { location: 'http://127.0.0.1:1/' } }));
  });

  expect(await transfer.put(address, Buffer.from('x'))).toBe(fault);
});
