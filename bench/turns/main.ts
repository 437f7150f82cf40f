/**
 * `npm run bench:turns -- [--rounds n] [--seconds n] [--json]`: turns a second over HTTP with 16 connections, each divided by what
 * the same SDK does without Laurel: a bare echo, and an echo that reads one table row of the standing's size. All candidates run at
 * the same time, one at a time is asked, in turn, so only the ratios count. It also counts requests on the wire.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { bundle } from '../../.ci/bundle';
import { localTenant } from '../../infra/dev/sample/local-people';
import { openEmbeddedTables } from '../../infra/dev/table-service/embedded-tables';
import { placeOf } from '../../infra/tables/keys';
import { tableNames } from '../../infra/tables/names';
import { standingNoun } from '../../infra/tables/noun';
import { openWire } from '../../infra/tables/wire.case';
import type { Round, RoundResult } from './caller';
import type { LaurelBotOrders } from './laurel-bot';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1.5' },
    json: { type: 'boolean', default: false },
    /** A folder for a CPU profile of every candidate. */
    profile: { type: 'string' },
  },
});
const root = resolve(__dirname, '../..');
const connections = 16;
/** As which bot the one is called whose callers prove who they are. */
const bot = '5b6d7a52-2f0c-4a39-9a2b-0c6a1d8e9f10';
/** Turns before the first measurement: until then the engine has not compiled what is called often. */
const warmUp = 600;

interface Candidate {
  readonly name: string;
  readonly port: number;
  readonly bot?: string;
  readonly process: ChildProcess;
}

interface Ratio {
  readonly what: string;
  readonly of: string;
  readonly to: string;
  readonly goal: number;
}

const ratios: readonly Ratio[] = [
  { what: 'standing read each turn ÷ echo with one row', of: 'read', to: 'echo-row', goal: 1 },
  { what: 'standing held ÷ bare echo', of: 'held', to: 'echo', goal: 0.8 },
  { what: 'standing held ÷ echo that answers with this card', of: 'held', to: 'echo-card', goal: 1 },
  { what: 'with a verified token ÷ without', of: 'token', to: 'held', goal: 0.9 },
];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

/** The caller with its connector; a round is asked of it as a message. */
async function openCaller(): Promise<{ url: string; ask(round: Round): Promise<RoundResult>; close(): void }> {
  const child = fork(join(__dirname, 'caller.ts'), { execArgv: ['--require', require.resolve('tsx/cjs')] });
  const next = async () => ((await once(child, 'message')) as [unknown])[0];
  const { url } = (await next()) as { readonly url: string };
  return {
    url,
    ask: async (round) => {
      const answer = next();
      child.send(round);
      return (await answer) as RoundResult;
    },
    close: () => child.disconnect(),
  };
}

interface Program {
  readonly name: string;
  readonly words: (port: number, orders?: Partial<LaurelBotOrders>) => readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly bot?: string;
}

async function start({ name, words, env = {}, bot }: Program): Promise<Candidate> {
  const port = await freePort();
  const profiling = values.profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', values.profile];
  const child = spawn(process.execPath, [...profiling, '--import', stopper, ...words(port)], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { NODE_ENV: 'production', PORT: String(port), ...env },
  });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${name} did not start.`);
    await pause(50);
  }
  return { name, port, process: child, ...(bot !== undefined && { bot }) };
}

/** A profile is written where the process ends by itself. */
const stopper = `data:text/javascript,process.on('SIGTERM', () => process.exit(0))`;

const answers = (port: number) =>
  fetch(`http://127.0.0.1:${port}/health`).then(
    () => true,
    () => false,
  );

interface World {
  readonly connectionString: string;
  /** The same through a wire that counts. */
  readonly counted: string;
  readonly openIdUrl: string;
  /** The program of Laurel, bundled as it is deployed. */
  readonly laurel: string;
  /** The file of the card that Laurel answers with. */
  readonly card: string;
}

function programsIn({ connectionString, counted, openIdUrl, laurel, card }: World): readonly Program[] {
  const standing = { connectionString, table: tableNames.partner, ...placeOf(standingNoun, localTenant, localTenant) };
  const echo = join(__dirname, 'echo-bot.cjs');
  const laurelWith =
    (orders: Partial<LaurelBotOrders>): Program['words'] =>
    (port, more) => ['--enable-source-maps', laurel, JSON.stringify({ connectionString, port, ...orders, ...more })];
  return [
    { name: 'held', words: laurelWith({}) },
    { name: 'read', words: laurelWith({ readsEachTurn: true }) },
    { name: 'token', words: laurelWith({ proof: { bot, openIdUrl } }), bot },
    { name: 'counted', words: laurelWith({ connectionString: counted }) },
    { name: 'echo', words: () => [echo] },
    { name: 'echo-card', words: () => [echo], env: { CARD: card } },
    { name: 'echo-row', words: () => [echo], env: { ROW: JSON.stringify(standing) } },
  ];
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)]!;
}

type Caller = Awaited<ReturnType<typeof openCaller>>;

async function ask(caller: Caller, { name, port, bot }: Candidate, turns: number): Promise<RoundResult> {
  const result = await caller.ask({ port, turns, connections, ...(bot !== undefined && { bot }) });
  if (result.answered !== turns) throw new Error(`${name} answered ${result.answered} of ${turns}.`);
  return result;
}

/** Turns of one round, by time that passed and by time of the bot's processor, which what else the machine does changes little. */
interface Sample {
  readonly perSecond: number;
  readonly perProcessorSecond: number;
}

/** The kernel counts processor time in hundredths of a second. */
function processorSeconds({ pid }: ChildProcess): number {
  const [user, system] = readFileSync(`/proc/${pid}/stat`, 'utf8')
    .replace(/^.*\) /, '')
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

async function sampleOf(caller: Caller, candidate: Candidate, turns: number): Promise<Sample> {
  const before = processorSeconds(candidate.process);
  const { seconds } = await ask(caller, candidate, turns);
  const busy = processorSeconds(candidate.process) - before;
  return { perSecond: turns / seconds, perProcessorSecond: turns / busy };
}

type Samples = ReadonlyMap<string, readonly Sample[]>;

/** Samples of every candidate, round by round, so that what else the machine does falls on all of them. */
async function samplesOf(caller: Caller, candidates: readonly Candidate[]): Promise<Samples> {
  const samples = new Map<string, Sample[]>(candidates.map(({ name }) => [name, []]));
  const turns = new Map<string, number>();
  for (const candidate of candidates) {
    await ask(caller, candidate, warmUp);
    const { perSecond } = await sampleOf(caller, candidate, warmUp);
    turns.set(candidate.name, Math.ceil(perSecond * Number(values.seconds)));
  }
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const candidate of candidates)
      samples.get(candidate.name)!.push(await sampleOf(caller, candidate, turns.get(candidate.name)!));
  return samples;
}

interface Counts {
  readonly table: number;
  readonly writes: number;
  readonly connector: number;
}

/** What one question asks of the tables and of the Bot Connector. */
async function countsOf(
  caller: Caller,
  candidate: Candidate,
  wire: Awaited<ReturnType<typeof openWire>>,
): Promise<Counts> {
  const before = wire.requests.length;
  const { connectorRequests } = await caller.ask({ port: candidate.port, turns: 1, connections: 1 });
  await pause(50);
  const sent = wire.requests.slice(before);
  return {
    table: sent.length,
    writes: sent.filter(({ method }) => method !== 'GET').length,
    connector: connectorRequests,
  };
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-turns-'));
  const tables = await openEmbeddedTables(join(folder, 'data'));
  const origin = /TableEndpoint=(http:\/\/[^;/]+)/.exec(tables.connectionString)![1]!;
  const wire = await openWire(origin);
  const caller = await openCaller();
  await bundle('bench/turns/laurel-bot.ts', join(folder, 'dist'));
  if (values.profile) cpSync(join(folder, 'dist/bench/turns'), values.profile, { recursive: true });
  for (const part of ['infra/catalogue', 'bot/language-understanding/command-model.json', 'package.json'])
    cpSync(join(root, part), join(folder, part === 'package.json' ? part : `dist/${part}`), { recursive: true });
  const programs = programsIn({
    connectionString: tables.connectionString,
    counted: tables.connectionString.replace(origin, wire.url),
    openIdUrl: `${caller.url}/openid`,
    laurel: join(folder, 'dist/bench/turns/laurel-bot.js'),
    card: join(folder, 'card.json'),
  });
  const candidates: Candidate[] = [];
  try {
    const furnisher = await start({ ...programs[0]!, words: (port) => programs[0]!.words(port, { furnishes: true }) });
    furnisher.process.kill('SIGTERM');
    await once(furnisher.process, 'close');
    const counted = await start(programs.find(({ name }) => name === 'counted')!);
    candidates.push(counted);
    const { sent } = await caller.ask({ port: counted.port, turns: 1, connections: 1 });
    writeFileSync(join(folder, 'card.json'), cardIn(sent!));
    for (const program of programs.filter(({ name }) => name !== 'counted')) candidates.push(await start(program));
    await pause(2_500);
    const cold = await countsOf(caller, counted, wire);
    const warm = await countsOf(caller, counted, wire);
    const measured = candidates.filter(({ name }) => name !== 'counted');
    report(await samplesOf(caller, measured), { cold, warm });
  } finally {
    const running = candidates.filter(({ process: { exitCode } }) => exitCode === null);
    for (const { process: child } of running) child.kill('SIGTERM');
    await Promise.all(running.map(({ process: child }) => once(child, 'close')));
    caller.close();
    await wire.close();
    await tables.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** What of an activity a bot has to say itself. */
function cardIn(sent: string): string {
  const { summary, attachments } = JSON.parse(sent) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ summary, attachments });
}

interface Result {
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

function resultOf({ of, to }: Ratio, samples: Samples, by: keyof Sample): Result {
  const each = samples.get(of)!.map((sample, round) => sample[by] / samples.get(to)![round]![by]);
  return { ratio: median(each), least: Math.min(...each), most: Math.max(...each) };
}

const written = ({ ratio, least, most }: Result) =>
  `${ratio.toFixed(2)} (${least.toFixed(2)}–${most.toFixed(2)})`.padEnd(20);

function report(samples: Samples, requests: { readonly cold: Counts; readonly warm: Counts }): void {
  const results = ratios.map((ratio) => ({
    ...ratio,
    passed: resultOf(ratio, samples, 'perSecond'),
    processor: resultOf(ratio, samples, 'perProcessorSecond'),
  }));
  if (values.json) return console.log(JSON.stringify({ ratios: results, requests }));
  console.log(
    'Turns, divided. The machine is shared, so only ratios of one run say anything; least and most in brackets.',
  );
  console.log(`${''.padEnd(50)} ${'by time'.padEnd(20)} ${'by processor time'.padEnd(20)} goal`);
  for (const { what, passed, processor, goal } of results)
    console.log(`${what.padEnd(50)} ${written(passed)} ${written(processor)} ${goal.toFixed(1)}`);
  for (const [when, { table, writes, connector }] of Object.entries(requests))
    console.log(`requests of one question, ${when}: ${table} to the tables, ${writes} writes, ${connector} to Teams`);
}

void main();
