/**
 * The callers of `bench/turns` and the Bot Connector that the bots answer to, in a process of their own, so that their work does
 * not take the time of the bot that is measured.
 */
import { once } from 'node:events';
import { Agent, createServer, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { localPeople, localTenant } from '../../infra/dev/sample/local-people';
import { IdentityProvider } from '../../infra/teams-server/identity';

/** One measurement that is wanted. */
export interface Round {
  /** Of the bot's endpoint. */
  readonly port: number;
  readonly turns: number;
  readonly connections: number;
  /** As which bot it is called with a token; absent: without. */
  readonly bot?: string;
}

/** What came of a round. */
export interface RoundResult {
  readonly seconds: number;
  /** Turns that were answered with 200. */
  readonly answered: number;
  /** Requests that the bot sent to the Bot Connector. */
  readonly connectorRequests: number;
  /** The last of them, where the round was of one turn. */
  readonly sent?: string;
}

const identity = new IdentityProvider(Date.now);
const speaker = localPeople[0]!;
let url = '';
let connectorRequests = 0;
let isListening = false;
let sent = '';

const connector = createServer((incoming, outgoing) => {
  if (isListening) {
    sent = '';
    incoming.on('data', (piece: Buffer) => (sent += piece.toString('latin1')));
  } else incoming.resume();
  incoming.on('end', () => {
    if (incoming.url === '/openid') return answer(outgoing, identity.metadata(url));
    if (incoming.url === '/keys') return answer(outgoing, identity.keySet());
    connectorRequests += 1;
    answer(outgoing, { id: String(connectorRequests) });
  });
});

function answer(outgoing: ServerResponse, body: object): void {
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify(body));
}

function activityOf(turn: number): string {
  return JSON.stringify({
    type: 'message',
    id: String(turn),
    channelId: 'msteams',
    serviceUrl: `${url}/`,
    timestamp: new Date().toISOString(),
    text: 'progress',
    textFormat: 'plain',
    locale: 'en-US',
    from: { id: `29:${speaker.name}`, name: speaker.name, aadObjectId: speaker.aadObjectId },
    recipient: { id: '28:bot', name: 'Bot' },
    conversation: { id: 'a:speaker', conversationType: 'personal', tenantId: localTenant },
    channelData: { tenant: { id: localTenant } },
    entities: [{ type: 'clientInfo', locale: 'en-US', platform: 'Web', timezone: 'Europe/Copenhagen' }],
  });
}

interface Line {
  readonly agent: Agent;
  readonly port: number;
  readonly token: string | undefined;
}

/** Posts one message and returns the status. */
function post({ agent, port, token }: Line, turn: number): Promise<number> {
  const body = activityOf(turn);
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { agent, port, host: '127.0.0.1', method: 'POST', path: '/api/messages', headers },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode!));
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

async function callAll({ port, turns, connections, bot }: Round): Promise<RoundResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const token = bot === undefined ? undefined : identity.callerToken(bot, `${url}/`);
  const line = { agent, port, token };
  const before = connectorRequests;
  isListening = turns === 1;
  let [asked, answered] = [0, 0];
  const call = async () => {
    while (asked < turns) if ((await post(line, (asked += 1))) === 200) answered += 1;
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, call));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  const counts = { seconds, answered, connectorRequests: connectorRequests - before };
  return isListening ? { ...counts, sent: Buffer.from(sent, 'latin1').toString() } : counts;
}

async function main(): Promise<void> {
  connector.listen(0, '127.0.0.1');
  await once(connector, 'listening');
  url = `http://127.0.0.1:${(connector.address() as AddressInfo).port}`;
  process.on('message', (round: Round) => void callAll(round).then((result) => process.send!(result)));
  process.on('disconnect', () => process.exit(0));
  process.send!({ url });
}

void main();
