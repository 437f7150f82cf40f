/**
 * Turns a second over HTTP with 16 connections, each divided by what the same SDK does without Laurel: a bare echo, and an echo that
 * reads one table row of the standing's size. All candidates run at the same time, one at a time is asked, in turn, so only the
 * ratios count. It also counts requests on the wire.
 */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localTenant } from '../../infra/dev/sample/local-people';
import { placeOf } from '../../infra/tables/keys';
import { tableNames } from '../../infra/tables/names';
import { standingNoun } from '../../infra/tables/noun';
import { openWire } from '../../infra/tables/wire.case';
import { type Depth, type Figure, spreadOf } from '../figure';
import { bundleInto } from '../laurel-bundle';
import { freePort, openBenchTables } from '../tables';
import type { Round, RoundResult } from './caller';
import type { LaurelBotOrders } from './laurel-bot';

const part = 'turns';
const root = resolve(__dirname, '../..');
const connections = 16;
/** As which bot the one is called whose callers prove who they are. */
const bot = '5b6d7a52-2f0c-4a39-9a2b-0c6a1d8e9f10';
interface Effort {
  /** Turns, twice, before the first measurement: until then the engine has not compiled what is called often. */
  readonly warmUp: number;
  readonly rounds: number;
  /** Of one round of one candidate. */
  readonly seconds: number;
}

const efforts: Readonly<Record<Depth, Effort>> = {
  full: { warmUp: 2_000, rounds: 5, seconds: 1.5 },
  quick: { warmUp: 300, rounds: 3, seconds: 0.25 },
};

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
  /** Of the quick bench, where its hardly warm processes and short rounds cannot tell the goal. */
  readonly bound?: number;
}

const ratios: readonly Ratio[] = [
  { what: 'standing read each turn ÷ echo with one row', of: 'read', to: 'echo-row', goal: 1, bound: 0.55 },
  { what: 'standing held ÷ bare echo', of: 'held', to: 'echo', goal: 0.8 },
  { what: 'standing held ÷ echo that answers with this card', of: 'held', to: 'echo-card', goal: 1 },
  { what: 'standing held ÷ echo of the Agents SDK', of: 'held', to: 'agents-echo', goal: 0.8 },
  { what: 'with a verified token ÷ without', of: 'token', to: 'held', goal: 0.9, bound: 0.75 },
];

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
  const child = spawn(process.execPath, words(port), {
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
    // In production it wants to be called with tokens.
    { name: 'agents-echo', words: () => [join(__dirname, 'agents-echo.cjs')], env: { NODE_ENV: 'development' } },
    { name: 'echo-card', words: () => [echo], env: { CARD: card } },
    { name: 'echo-row', words: () => [echo], env: { ROW: JSON.stringify(standing) } },
  ];
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
async function samplesOf(caller: Caller, candidates: readonly Candidate[], effort: Effort): Promise<Samples> {
  const samples = new Map<string, Sample[]>(candidates.map(({ name }) => [name, []]));
  const turns = new Map<string, number>();
  for (const candidate of candidates) {
    await ask(caller, candidate, effort.warmUp);
    const { perSecond } = await sampleOf(caller, candidate, effort.warmUp);
    turns.set(candidate.name, Math.ceil(perSecond * effort.seconds));
  }
  for (let round = 0; round < effort.rounds; round += 1)
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
  // Every few seconds a bot looks by itself at what is due, which is no part of the question.
  const sent = wire.requests.slice(before).filter(({ path }) => !path.includes('laurelAgenda()'));
  return {
    table: sent.length,
    writes: sent.filter(({ method }) => method !== 'GET').length,
    connector: connectorRequests,
  };
}

/** Measures turns a second and requests of one question. */
export async function measure(depth: Depth): Promise<readonly Figure[]> {
  const tables = await openBenchTables();
  const { connectionString, folder, origin } = tables;
  const wire = await openWire(origin);
  const caller = await openCaller();
  const laurel = await bundleInto(folder, 'turns/laurel-bot');
  const programs = programsIn({
    ...{ connectionString, laurel },
    counted: connectionString.replace(origin, wire.url),
    openIdUrl: `${caller.url}/openid`,
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
    const left = depth === 'full' ? ['counted'] : ['counted', 'echo-card'];
    const others = programs.filter(({ name }) => !left.includes(name));
    candidates.push(...(await Promise.all(others.map(start))));
    // Rows are held for at most two seconds.
    await pause(2_500);
    const cold = await countsOf(caller, counted, wire);
    const warm = await countsOf(caller, counted, wire);
    const measured = candidates.filter(({ name }) => name !== 'counted');
    return figuresOf(await samplesOf(caller, measured, efforts[depth]), { cold, warm }, depth);
  } finally {
    const running = candidates.filter(({ process: { exitCode } }) => exitCode === null);
    for (const { process: child } of running) child.kill('SIGTERM');
    await Promise.all(running.map(({ process: child }) => once(child, 'close')));
    caller.close();
    await wire.close();
    await tables.close();
  }
}

/** What of an activity a bot has to say itself. */
function cardIn(sent: string): string {
  const { summary, attachments } = JSON.parse(sent) as Readonly<Record<string, unknown>>;
  return JSON.stringify({ summary, attachments });
}

function figuresOf(
  samples: Samples,
  requests: { readonly cold: Counts; readonly warm: Counts },
  depth: Depth,
): readonly Figure[] {
  const boundAt = (bound: NonNullable<Figure['bound']>) => depth === 'quick' && { bound };
  const each = ({ of, to }: Ratio, by: keyof Sample) =>
    spreadOf(samples.get(of)!.map((sample, round) => sample[by] / samples.get(to)![round]![by]));
  const times = ratios
    .filter(({ to }) => samples.has(to))
    .flatMap((ratio): readonly Figure[] => [
      {
        part,
        what: ratio.what,
        ...each(ratio, 'perSecond'),
        goal: { atLeast: ratio.goal },
        ...(ratio.bound !== undefined && boundAt({ atLeast: ratio.bound })),
      },
      { part, what: '… by processor time', ...each(ratio, 'perProcessorSecond') },
    ]);
  const counts = Object.entries(requests).flatMap(([when, { table, writes, connector }]): readonly Figure[] => [
    {
      part,
      what: `requests to the tables, ${when}`,
      value: table,
      goal: { atMost: when === 'cold' ? 1 : 0 },
      ...boundAt({ atMost: when === 'cold' ? 2 : 0 }),
    },
    { part, what: `of them writes, ${when}`, value: writes, goal: { atMost: 0 } },
    { part, what: `requests to Teams, ${when}`, value: connector, goal: { atMost: 1 } },
  ]);
  return [...times, ...counts];
}
