/**
 * `npm run attack [-- --share 0.1] [--seed N] [--only tokens]`: more than fifty thousand hostile requests, files and settings against a bot of its own
 * on loopback. It prints each attack, how often it was tried and its outcome, and exits with 1 if one succeeded.
 */
import { fork } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request as send, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { attacksOf, type Attack, type HostileRequest } from './attacks';
import { issuer, secretNames } from './company';
import { attackFiles } from './files';
import { attackSettings } from './settings';
import type { TargetState } from './target';

const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '20261128' },
    only: { type: 'string', default: '' },
  },
});
const share = Number(values.share);
const seed = Number(values.seed);
const isWanted = (name: string) => name.includes(values.only ?? '');
const atOnce = 16;
/** Milliseconds for which one attack may block the event loop. */
const longestStall = 250;
/**
 * Memory after the attacks, as a share of what there was before them: what is live against the process before any load, what is
 * resident against the process after a wave of the same size. A leak grows with every wave and fails both.
 */
const memoryAllowance = 1.1;

const faults: string[] = [];
const fault = (words: string) => void faults.push(words);

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig', endorsements: ['msteams'] }];
let told = 0;

/** Takes the replies of the bot, and serves the keys with which tokens are verified. */
const sink = createServer((request, response) => {
  if (request.url === '/keys') return void response.end(JSON.stringify({ keys }));
  if (request.url === '/metadata') return void response.end(JSON.stringify({ issuer, jwks_uri: `${sinkUrl()}keys` }));
  let body = '';
  request.on('data', (chunk) => (body += String(chunk)));
  request.on('end', () => {
    if (secretNames.some((name) => body.includes(name))) told += 1;
    response.setHeader('content-type', 'application/json').end('{"id":"1"}');
  });
}).listen(0, '127.0.0.1');
const sinkUrl = () => `http://127.0.0.1:${(sink.address() as AddressInfo).port}/`;

async function post(port: number, { headers = {}, body }: HostileRequest): Promise<{ status: number; text: string }> {
  const request = send({ host: '127.0.0.1', port, method: 'POST', path: '/api/messages', headers });
  request.end(body);
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode ?? 0, text };
}

/** A refused or reset connection counts as an answer: the server did not read the rest of the request. */
async function tried(port: number, hostile: HostileRequest): Promise<{ status: number; text: string }> {
  try {
    return await post(port, hostile);
  } catch {
    return { status: 0, text: '' };
  }
}

async function run(attack: Attack, port: number): Promise<ReadonlyMap<number, number>> {
  const statuses = new Map<number, number>();
  let next = 0;
  const work = async () => {
    for (let index = next++; index < attack.count; index = next++) {
      const { status, text } = await tried(port, attack.request(index));
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (secretNames.some((name) => text.includes(name))) told += 1;
      if (status >= 500 && status !== 501) fault(`${attack.name}: ${status} ${text.slice(0, 200)}`);
      else if (status !== 0 && !attack.statuses.includes(status))
        fault(`${attack.name}: ${status} ${text.slice(0, 200)}`);
      if (/ at .*\.[jt]s:\d+|node_modules/.test(text)) fault(`${attack.name}: inner words`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return statuses;
}

const column = (text: string | number, width: number) => String(text).padStart(width);

interface Outcome {
  readonly name: string;
  readonly count: number;
  readonly stall: number;
}

function printLine({ name, count, stall }: Outcome, came: string): void {
  console.log(`${name.padEnd(46)}${column(count, 8)}${column(Math.round(stall), 8)} ms  ${came}`);
}

async function main(): Promise<void> {
  await once(sink, 'listening');
  const child = fork(resolve(__dirname, 'target.ts'), [sinkUrl().slice(0, -1)], {
    execArgv: ['--import', require.resolve('tsx'), '--expose-gc'],
  });
  child.once('exit', (code) => fault(`The bot ended with ${code}.`));
  const [ports] = (await once(child, 'message')) as [Readonly<Record<'open' | 'guarded', number>>];
  const state = async () => {
    child.send('state');
    return ((await once(child, 'message')) as [TargetState])[0];
  };
  const tools = { seed, sink: sinkUrl(), key: privateKey };
  // What a process makes once, such as the vocabulary of a programme, is no leak.
  for (const attack of attacksOf({ ...tools, seed: seed + 1_000 }, 0.05)) await run(attack, ports[attack.server]);
  const atFirst = await state();
  // Nor is the room that the allocators take under load and keep for the next: the wave that is measured finds it taken.
  for (const attack of attacksOf({ ...tools, seed: seed + 2_000 }, share)) await run(attack, ports[attack.server]);
  told = 0;
  const before = { ...(await state()), liveMb: atFirst.liveMb };
  console.log(`${'attack'.padEnd(46)}${column('tried', 8)}${column('stall', 11)}  what came of it`);
  let count = 0;
  for (const attack of attacksOf(tools, share).filter(({ name }) => isWanted(name))) {
    const statuses = await run(attack, ports[attack.server]);
    const after = await state();
    count += attack.count;
    const came = [...statuses].sort().map(([status, times]) => `${status === 0 ? 'cut' : status}: ${times}`);
    printLine({ ...attack, stall: after.stall }, came.join(', '));
    if (after.facts !== before.facts) fault(`${attack.name}: facts have changed`);
    if (after.stall > longestStall)
      fault(`${attack.name}: the event loop stood still for ${Math.round(after.stall)} ms`);
    if (told > 0) fault(`${attack.name}: names were told`);
    told = 0;
  }
  const after = await state();
  child.removeAllListeners('exit');
  child.disconnect();
  sink.closeAllConnections();
  sink.close();
  const read = isWanted('hostile files read') ? await attackFiles(Math.round(2_000 * share), seed) : [];
  for (const { name, count: files, thrown, stall } of read) {
    count += files;
    printLine({ name, count: files, stall }, `thrown: ${thrown}`);
    if (thrown > 0) fault(`${name}: thrown`);
    if (stall > longestStall) fault(`${name}: the event loop stood still for ${Math.round(stall)} ms`);
  }
  const tries = Math.round(5_000 * share);
  const { weak, thrown } = attackSettings(tries, seed);
  count += tries;
  printLine({ name: 'hostile settings', count: tries, stall: 0 }, `weak: ${weak.length}, thrown: ${thrown}`);
  if (weak.length + thrown > 0) fault(`settings: ${[...new Set(weak)].join(', ')}`);
  if (after.unhandled > 0) fault(`${after.unhandled} unhandled rejections`);
  const memory = (['liveMb', 'residentMb'] as const).map((of) => {
    if (after[of] > before[of] * memoryAllowance)
      fault(`memory: ${of} ${before[of].toFixed(0)} before, ${after[of].toFixed(0)} after`);
    return `${of} ${before[of].toFixed(0)} before, ${after[of].toFixed(0)} after`;
  });
  console.log(`\n${count} attacks; memory: ${memory.join('; ')}`);
  for (const words of [...new Set(faults)].slice(0, 20)) console.error(words);
  console.log(faults.length === 0 ? 'good' : `NOT GOOD: ${faults.length}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
