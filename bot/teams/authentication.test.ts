/** Who is let in: every kind of wrong token gets 401 and no word of why; one log line says it, and the SDK writes none. */
import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer as createHttpServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Activity } from 'botbuilder';
import type { AppServices } from '../context/app-services';
import { createLog } from '../context/log';
import { createTurnProcessor } from './turn-processor';
import { createAdapter } from './bot-adapter';
import { createServer, type HttpServer } from './server';

const bot = { kind: 'SingleTenant', id: 'bot-id', tenant: 'tenant-1', password: 'secret' } as const;
const issuer = 'https://api.botframework.com';
const serviceUrl = 'https://smba.trafficmanager.net/emea/';
const activity = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl,
  from: { id: 'u' },
  recipient: { id: 'b' },
  conversation: { id: 'c' },
  text: 'help',
};

const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const unendorsed = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwkOf = (pair: typeof ours, kid: string, endorsements: readonly string[]) => ({
  ...pair.publicKey.export({ format: 'jwk' }),
  kid,
  use: 'sig',
  endorsements,
});

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = (fromNow: number) => Math.floor(Date.now() / 1000) + fromNow;

interface Forgery {
  readonly head?: object;
  readonly claims?: object;
  readonly signed?: (text: string) => Buffer;
}

/** A token as the Bot Connector makes it, but for what is said. */
function token({ head, claims, signed = rsa(ours) }: Forgery = {}): string {
  const right = { iss: issuer, aud: bot.id, serviceurl: serviceUrl, nbf: seconds(-60), exp: seconds(3600) };
  const text = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'k1', ...head })}.${encoded({ ...right, ...claims })}`;
  return `${text}.${signed(text).toString('base64url')}`;
}

function rsa(pair: typeof ours): (text: string) => Buffer {
  return (text) => sign('RSA-SHA256', Buffer.from(text), pair.privateKey);
}

/** The attack that takes the public key for a shared secret. */
const hmacOfPublicKey = (text: string) =>
  createHmac('sha256', ours.publicKey.export({ type: 'spki', format: 'pem' }))
    .update(text)
    .digest();

let provider: Server;
let server: HttpServer;
const lines: string[] = [];
const turns: string[] = [];
const written = jest.spyOn(console, 'error').mockImplementation(() => undefined);

beforeAll(async () => {
  const keys = [jwkOf(ours, 'k1', ['msteams']), jwkOf(unendorsed, 'k2', ['webchat'])];
  provider = createHttpServer((request, response) => {
    const { port } = provider.address() as AddressInfo;
    const metadata = { issuer, jwks_uri: `http://127.0.0.1:${port}/keys` };
    response.end(JSON.stringify(request.url === '/keys' ? { keys } : metadata));
  }).listen(0, '127.0.0.1');
  await once(provider, 'listening');
  server = await serverBelieving(`http://127.0.0.1:${(provider.address() as AddressInfo).port}/metadata`);
});
afterAll(() => {
  for (const one of [provider, server.server]) {
    one.closeAllConnections();
    one.close();
  }
  written.mockRestore();
});
beforeEach(() => {
  lines.length = 0;
  turns.length = 0;
  written.mockClear();
});

async function serverBelieving(metadata: string): Promise<HttpServer> {
  const adapter = createAdapter(bot, {
    connector: {
      ToChannelFromBotLoginUrl: 'http://127.0.0.1:1/login',
      ToChannelFromBotOAuthScope: issuer,
      ToBotFromChannelTokenIssuer: issuer,
      OAuthUrl: 'http://127.0.0.1:1/oauth',
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    },
  });
  const log = createLog('production', { write: (line) => lines.push(line) });
  const heard = async ({ activity }: { activity: Activity }) => void turns.push(activity.text);
  // No tenant is allowed, so that nothing is kept of the conversation after the turn.
  const services = { log, now: Date.now, access: { tenants: [], firstAdmins: [] } } as unknown as AppServices;
  const made = createServer({
    processTurn: createTurnProcessor(adapter, heard, services),
    missing: () => Promise.resolve([]),
    version: '1',
    log,
    isAuthenticated: true,
  });
  made.listen(0, '127.0.0.1');
  await once(made.server, 'listening');
  return made;
}

async function post(
  authorization: string | undefined,
  body: object = activity,
  to: HttpServer = server,
): Promise<{ readonly status: number; readonly body: string }> {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  const request = send({ host: '127.0.0.1', port: to.address().port, method: 'POST', path: '/api/messages', headers });
  request.end(JSON.stringify(body));
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, body: text };
}

it('lets the Bot Connector in', async () => {
  expect(await post(`Bearer ${token()}`)).toEqual({ status: 200, body: '' });
  expect(turns).toEqual(['help']);
});

it.each<[string, string | undefined]>([
  ['no header', undefined],
  ['an empty header', ''],
  ['another scheme', `Basic ${token()}`],
  ['a scheme without a token', 'Bearer'],
  ['two parts of a token', `Bearer ${token().split('.').slice(0, 2).join('.')}`],
  ['three words', 'Bearer a.b.c'],
  ['a header that is a list', `Bearer ${encoded([1])}.${encoded({})}.x`],
  ['claims that are null', `Bearer ${encoded({})}.${encoded(null)}.x`],
  ['a token of 9,000 characters', `Bearer ${token({ claims: { long: 'x'.repeat(9_000) } })}`],
  ['no signature', `Bearer ${token({ head: { alg: 'none' }, signed: () => Buffer.from('') })}`],
  ['the algorithm none', `Bearer ${token({ head: { alg: 'none' } })}`],
  ['a signature by the public key as a secret', `Bearer ${token({ head: { alg: 'HS256' }, signed: hmacOfPublicKey })}`],
  ['a signature of another key', `Bearer ${token({ signed: rsa(stranger) })}`],
  [
    'a signature of other claims',
    `Bearer ${token().replace(/\.[^.]+\./, `.${encoded({ iss: issuer, aud: bot.id })}.`)}`,
  ],
  ['an unknown key', `Bearer ${token({ head: { kid: 'k9' } })}`],
  ['no key', `Bearer ${token({ head: { kid: undefined } })}`],
  ['a key that is not endorsed for Teams', `Bearer ${token({ head: { kid: 'k2' }, signed: rsa(unendorsed) })}`],
  ['an expired token', `Bearer ${token({ claims: { exp: seconds(-600), nbf: seconds(-4200) } })}`],
  ['a token that is not valid yet', `Bearer ${token({ claims: { nbf: seconds(600) } })}`],
  ['the audience of another bot', `Bearer ${token({ claims: { aud: 'other' } })}`],
  ['no audience', `Bearer ${token({ claims: { aud: undefined } })}`],
  ['another issuer', `Bearer ${token({ claims: { iss: 'https://sts.example/' } })}`],
  ['no issuer', `Bearer ${token({ claims: { iss: undefined } })}`],
  ['another service URL', `Bearer ${token({ claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } })}`],
  ['no service URL', `Bearer ${token({ claims: { serviceurl: undefined } })}`],
  ['the claims of a skill', `Bearer ${token({ claims: { ver: '1.0', appid: 'skill', iss: 'https://api.example' } })}`],
])('turns away %s', async (_case, authorization) => {
  expect(await post(authorization)).toEqual({ status: 401, body: '{"code":"not-authenticated"}' });
  expect(turns).toEqual([]);
  expect(written).not.toHaveBeenCalled();
});

it('turns away a good token that is sent for another channel', async () => {
  const body = { ...activity, channelId: 'AseChannel' };
  expect(await post(`Bearer ${token()}`, body)).toEqual({ status: 401, body: '{"code":"not-authenticated"}' });
});

it('reads no body of a caller without a token', async () => {
  expect(await post(undefined, { huge: 'x'.repeat(1_000) })).toHaveProperty('status', 401);
});

it('says that the keys are missing where the identity provider does not answer', async () => {
  const alone = await serverBelieving('http://127.0.0.1:1/metadata');
  const answer = await post(`Bearer ${token()}`, activity, alone);
  alone.close();
  expect(answer).toEqual({ status: 503, body: '{"code":"keys-unavailable"}' });
});

it('logs a flood of wrong tokens in one line', async () => {
  const flooded = await serverBelieving(`http://127.0.0.1:${(provider.address() as AddressInfo).port}/metadata`);
  for (let call = 0; call < 20; call += 1) await post(`Bearer ${token({ signed: rsa(stranger) })}`, activity, flooded);
  flooded.close();
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'warn', status: 401, code: 'not-authenticated', count: 1 });
});
