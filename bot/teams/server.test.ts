/** The HTTP server: what it answers, and what it turns away before anything of ours or of the SDK looks at it. */
import { once } from 'node:events';
import { request as send, type IncomingHttpHeaders, type IncomingMessage, type RequestOptions } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Request, Response, Server } from 'restify';
import { createLog } from '../context/log';
import { createServer, type ServerParts } from './server';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.server.closeAllConnections();
    server.close();
  }
});

const quiet = createLog('local', { write: () => undefined });
const activity = { type: 'message', serviceUrl: 'http://127.0.0.1:56150/_connector', text: 'progress' };

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string | Buffer;
}
interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A running server with a turn that answers 200 and remembers what it was given. */
async function running(parts: Partial<ServerParts> = {}) {
  const turns: unknown[] = [];
  const processTurn = async (request: Request, response: Response) => {
    turns.push(request.body);
    response.send(200);
  };
  const missing = () => Promise.resolve([]);
  const server = createServer({ processTurn, missing, version: '1.2.3', log: quiet, isAuthenticated: false, ...parts });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.address();
  return { port, turns, request: (sent: Sent) => request(port, sent) };
}

async function request(
  port: number,
  { method = 'POST', path = '/api/messages', headers, body }: Sent,
): Promise<Answer> {
  const json = { 'content-type': 'application/json' };
  const options: RequestOptions = { host: '127.0.0.1', port, method, path, headers: { ...json, ...headers } };
  const request = send(options);
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, headers: response.headers, body: text };
}

describe('POST /api/messages', () => {
  it('hands an activity to the turn', async () => {
    const { request, turns } = await running();

    const answer = await request({ body: JSON.stringify(activity) });

    expect(answer.status).toBe(200);
    expect(turns).toEqual([activity]);
  });

  const huge = JSON.stringify({ ...activity, text: 'x'.repeat(600_000) });
  it.each<[string, Sent, number, string]>([
    ['nothing', { body: '' }, 400, 'not-an-activity'],
    ['broken JSON', { body: '{"type":' }, 400, 'InvalidContent'],
    ['null', { body: 'null' }, 400, 'not-an-activity'],
    ['a list', { body: '[]' }, 400, 'not-an-activity'],
    ['no type', { body: '{"serviceUrl":"http://127.0.0.1"}' }, 400, 'not-an-activity'],
    ['no service URL', { body: '{"type":"message"}' }, 400, 'untrusted-service-url'],
    [
      'a service URL elsewhere',
      { body: JSON.stringify({ ...activity, serviceUrl: 'http://192.0.2.1/' }) },
      400,
      'untrusted-service-url',
    ],
    ['another content type', { body: '{}', headers: { 'content-type': 'text/plain' } }, 415, 'not-plain-json'],
    ['a broken gzip stream', { body: 'x', headers: { 'content-encoding': 'gzip' } }, 415, 'not-plain-json'],
    ['a gzip bomb', { body: gzipSync(huge), headers: { 'content-encoding': 'gzip' } }, 415, 'not-plain-json'],
    ['too much', { body: huge }, 413, 'too-large'],
    ['too much, piece by piece', { body: huge, headers: { 'transfer-encoding': 'chunked' } }, 413, 'PayloadTooLarge'],
    [
      'another host name',
      { body: JSON.stringify(activity), headers: { host: 'laurel.example' } },
      403,
      'not-this-machine',
    ],
    ['another method', { method: 'PUT', body: '{}' }, 405, 'MethodNotAllowed'],
    ['another route', { path: '/api/nothing', body: '{}' }, 404, 'ResourceNotFound'],
  ])('turns away %s, and lives on', async (_case, sent, status, code) => {
    const { request, turns } = await running();

    const answer = await request(sent);

    expect(answer.status).toBe(status);
    expect(JSON.parse(answer.body)).toHaveProperty('code', code);
    expect(turns).toEqual([]);
    expect(await request({ method: 'GET', path: '/health' })).toHaveProperty('status', 200);
  });

  it('turns away a body that does not come', async () => {
    const { port, turns } = await running({ bodyDeadline: 20 });
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
    socket.write('Content-Length: 100\r\n\r\n{"type":');

    let heard = '';
    for await (const chunk of socket.setEncoding('utf8')) heard += String(chunk);

    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(turns).toEqual([]);
  });

  it('survives a caller who hangs up half way', async () => {
    const { port, request } = await running();
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
    socket.write('Content-Length: 100\r\n\r\n{"type":', () => socket.destroy());
    await once(socket, 'close');

    expect(await request({ body: JSON.stringify(activity) })).toHaveProperty('status', 200);
  });

  it('tells nothing of an error that nobody caught', async () => {
    const { request } = await running({ processTurn: () => Promise.reject(new Error('a secret')) });

    const answer = await request({ body: JSON.stringify(activity) });

    expect(answer.status).toBe(500);
    expect(answer.body).toBe('{"code":"internal"}');
  });
});

describe('with authentication', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', 200],
    ['https://smba.infra.gcc.teams.microsoft.com/gcc/', 200],
    ['https://smba.infra.gov.teams.microsoft.us/gov/', 200],
    ['http://smba.trafficmanager.net/', 400],
    ['https://smba.trafficmanager.net.example/', 400],
    ['https://smba.trafficmanager.net@example.net/', 400],
    ['https://user@smba.trafficmanager.net/', 400],
    ['http://127.0.0.1:56150/', 400],
    ['smba.trafficmanager.net', 400],
  ])('an activity that wants its answer at %s gets %d', async (serviceUrl, status) => {
    const { request } = await running({ isAuthenticated: true });
    const part = Buffer.from('{}').toString('base64url');
    const headers = { host: 'laurel.example', authorization: `Bearer ${part}.${part}.x` };

    expect(await request({ headers, body: JSON.stringify({ ...activity, serviceUrl }) })).toHaveProperty(
      'status',
      status,
    );
  });
});

describe('GET', () => {
  it('/health says that it lives, and in which version', async () => {
    const { request } = await running();

    const answer = await request({ method: 'GET', path: '/health' });

    expect(answer).toMatchObject({ status: 200, body: '{"status":"ok","version":"1.2.3"}' });
  });

  it.each<[string, ServerParts['missing'], number, object]>([
    ['everything is there', () => Promise.resolve([]), 200, { status: 'ready' }],
    ['the store is not', () => Promise.resolve(['store']), 503, { status: 'not-ready', missing: ['store'] }],
    ['asking fails', () => Promise.reject(new Error('a secret')), 503, { status: 'not-ready', missing: ['answer'] }],
    ['nobody answers', () => new Promise(() => undefined), 503, { status: 'not-ready', missing: ['answer'] }],
  ])('/ready says whether %s', async (_case, missing, status, body) => {
    const { request } = await running({ missing, readyDeadline: 50 });

    const answer = await request({ method: 'GET', path: '/ready' });

    expect([answer.status, JSON.parse(answer.body)]).toEqual([status, body]);
  });

  it.each(['/health', '/nothing'])('%s does not say what serves it', async (path) => {
    const { request } = await running();

    const { headers } = await request({ method: 'GET', path });

    expect(headers).not.toHaveProperty('server');
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
