/**
 * `npm run attack [-- --share 0.1] [--seed N] [--only tokens] [--leak BYTES]`: more than fifty thousand hostile requests, files and settings against a bot of its own
 * on loopback. It prints each attack, how often it was tried and its outcome, and exits with 1 if one succeeded. With `--leak` the bot
 * keeps so many bytes of each request, to show that the memory is watched.
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
import { memoryFaults, memoryLine, warmUpShare } from './memory';
import { attackSettings } from './settings';
import type { TargetState } from './target';

const { values } = parseArgs({
  options: {
    share: { type: 'string', default: '1' },
    seed: { type: 'string', default: '20261128' },
    only: { type: 'string', default: '' },
    leak: { type: 'string', default: '0' },
  },
});
const share = Number(values.share);
const seed = Number(values.seed);
const isWanted = (name: string) => name.includes(values.only ?? '');
const atOnce = 16;
/** Milliseconds for which one attack may block the event loop. */
const longestStall = 250;

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
  const child = fork(resolve(__dirname, 'target.ts'), [sinkUrl().slice(0, -1), values.leak ?? '0'], {
    execArgv: ['--import', require.resolve('tsx'), '--expose-gc'],
  });
  child.once('exit', (code) => fault(`The bot ended with ${code}.`));
  const [ports] = (await once(child, 'message')) as [Readonly<Record<'open' | 'guarded', number>>];
  const state = async () => {
    child.send('state');
    return ((await once(child, 'message')) as [TargetState])[0];
  };
  const tools = { seed, sink: sinkUrl(), key: privateKey };
  const wanted = (of: readonly Attack[]) => of.filter(({ name }) => isWanted(name));
  for (const attack of wanted(attacksOf({ ...tools, seed: seed + 1_000 }, share * warmUpShare)))
    await run(attack, ports[attack.server]);
  told = 0;
  const before = await state();
  console.log(`${'attack'.padEnd(46)}${column('tried', 8)}${column('stall', 11)}  what came of it`);
  let count = 0;
  for (const attack of wanted(attacksOf(tools, share))) {
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
  memoryFaults(before, after).forEach(fault);
  console.log(`\n${count} attacks; memory: ${memoryLine(before, after)}`);
  for (const words of [...new Set(faults)].slice(0, 20)) console.error(words);
  console.log(faults.length === 0 ? 'good' : `NOT GOOD: ${faults.length}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}

void main();
