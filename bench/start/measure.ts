/**
 * Start: from the start of a process to its first answered turn, and its memory after that: the deployed build and the sources, each
 * divided by a bare echo on both SDKs. All are started by turns on this machine, so only the ratios count.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localPeople, localTenant } from '../../infra/dev/sample/local-people';
import { activities } from '../../infra/teams-server/caller';
import { openTeamsServer } from '../../infra/teams-server/open';
import { type Depth, type Figure, spreadOf } from '../figure';
import { freePort, openBenchTables } from '../tables';

const part = 'start';
const root = resolve(__dirname, '../..');
const speaker = { ...localPeople[0]!, tenant: localTenant, id: '29:ingrid' };

interface Candidate {
  readonly name: string;
  readonly words: readonly string[];
}

const echo: Candidate = { name: 'bare echo', words: [join(root, 'bench/start/bare-echo.cjs')] };
const candidates: readonly Candidate[] = [
  echo,
  { name: 'deployed build', words: [join(root, 'build/deploy/dist/bot/main.js')] },
  { name: 'sources', words: ['--import', require.resolve('tsx'), join(root, 'bot/main.ts')] },
];

interface Sample {
  readonly ms: number;
  /** Resident memory in MB. */
  readonly mb: number;
}

function residentOf({ pid }: ChildProcess): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1024;
}

/** Starts a process, says something until it is answered, and ends it. */
async function take({ words }: Candidate, connectionString: string): Promise<Sample> {
  const port = await freePort();
  const teams = await openTeamsServer({ endpoint: `http://127.0.0.1:${port}/api/messages` });
  const room = teams.directory.add(speaker);
  const began = performance.now();
  const child = spawn(process.execPath, words, {
    cwd: tmpdir(),
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PORT: String(port),
      LAUREL_PLAYGROUND: 'off',
      LAUREL_SAMPLE: 'off',
      LAUREL_TABLES_CONNECTION_STRING: connectionString,
    },
  });
  try {
    while (teams.journal.deliveredIn(room.id).length === 0) {
      if (performance.now() - began > 60_000 || child.exitCode !== null) throw new Error('It did not answer.');
      await teams.happen(speaker, activities.says('help')).catch(() => pause(10));
    }
    return { ms: performance.now() - began, mb: residentOf(child) };
  } finally {
    child.kill('SIGKILL');
    await once(child, 'close');
    await teams.close();
  }
}

/** The build of today. */
function build(): void {
  const built = spawnSync('npm run -s build:deploy', {
    cwd: root,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('The build failed.');
}

/** Measures the start of a process and its memory. */
export async function measure(depth: Depth): Promise<readonly Figure[]> {
  build();
  const tables = await openBenchTables();
  const taken = new Map<string, Sample[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < (depth === 'full' ? 5 : 2); round += 1)
    for (const candidate of candidates) taken.get(candidate.name)!.push(await take(candidate, tables.connectionString));
  await tables.close();
  const ratios = (name: string, what: keyof Sample) =>
    spreadOf(taken.get(name)!.map((sample, round) => sample[what] / taken.get(echo.name)![round]![what]));
  return candidates.slice(1).flatMap(({ name }): readonly Figure[] => {
    const goal = name === 'deployed build' && { goal: { atMost: 1 } };
    return [
      { part, what: `first answer, ${name} ÷ echo on both SDKs`, ...ratios(name, 'ms'), ...goal },
      { part, what: `memory then, ${name} ÷ echo on both SDKs`, ...ratios(name, 'mb'), ...goal },
    ];
  });
}
