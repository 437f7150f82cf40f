/**
 * `npm run bench:start`: from the start of a process to its first answered turn, and its memory after that: the deployed build and
 * the sources, each divided by a bare echo on both SDKs. All are started by turns on this machine, so only the ratios count.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { localPeople, localTenant } from '../infra/dev/sample/local-people';
import { openEmbeddedTables } from '../infra/dev/table-service/embedded-tables';
import { activities } from '../infra/teams-server/caller';
import { openTeamsServer } from '../infra/teams-server/open';

const root = resolve(__dirname, '..');
const rounds = 5;
const speaker = { ...localPeople[0]!, tenant: localTenant, id: '29:ingrid' };

interface Candidate {
  readonly name: string;
  readonly words: readonly string[];
}

const echo: Candidate = { name: 'bare echo', words: [join(root, 'bench/bare-echo.cjs')] };
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

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
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

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!;
}

async function main(): Promise<void> {
  const built = spawnSync('npm run -s build:deploy', {
    cwd: root,
    shell: true,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (built.status !== 0) throw new Error('The build failed.');
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const tables = await openEmbeddedTables(folder);
  const taken = new Map<string, Sample[]>(candidates.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const candidate of candidates) taken.get(candidate.name)!.push(await take(candidate, tables.connectionString));
  const of = (name: string, what: keyof Sample) => median(taken.get(name)!.map((sample) => sample[what]));
  for (const { name } of candidates) {
    const [ms, mb] = [of(name, 'ms'), of(name, 'mb')];
    const ratios = `start ÷ echo ${(ms / of(echo.name, 'ms')).toFixed(2)}, memory ÷ echo ${(mb / of(echo.name, 'mb')).toFixed(2)}`;
    console.log(`${name}: ${Math.round(ms)} ms, ${Math.round(mb)} MB; ${ratios}`);
  }
  await tables.close();
  rmSync(folder, { recursive: true, force: true });
}

void main();
