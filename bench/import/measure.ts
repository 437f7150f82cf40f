/**
 * Import: a training report in the layout of 2026, divided by writing the very same entities with the SDK alone, and the most
 * memory that it takes. After it `progress` is asked of a process that has just started.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TableClient } from '@azure/data-tables';
import { tableNames } from '../../infra/tables/names';
import { achievementsEach, trainingReport } from '../company';
import { type Depth, type Figure } from '../figure';
import { bundleInto } from '../laurel-bundle';
import { openBenchTables } from '../tables';
import type { ImporterOrders, ImporterReport } from './importer';
import type { UpserterOrders } from './upserter';

const part = 'import';
const allowedMb = 300;
const allowedStartMs = 2_000;

interface Programs {
  readonly importer: string;
  readonly upserter: string;
}

interface Sample {
  readonly ratio: number;
  readonly mb: number;
  readonly requests: number;
  /** From the start of a process to its first answer. */
  readonly firstMs: number;
}

/** Runs a program of this folder in a process of its own. */
async function run<T>(program: string, orders: ImporterOrders | UpserterOrders): Promise<T> {
  const child = fork(program, [JSON.stringify(orders)], { execArgv: [], env: { NODE_ENV: 'production' } });
  const [report] = (await Promise.race([
    once(child, 'message'),
    once(child, 'close').then(([code]) => Promise.reject(new Error(`${program} ended with ${code}.`))),
  ])) as [T];
  return report;
}

/** Copies all entities of the tables into a file, sorted by partition. */
async function copyEntities(connectionString: string, path: string): Promise<void> {
  const file = createWriteStream(path);
  for (const name of [tableNames.people, tableNames.partner]) {
    const client = TableClient.fromConnectionString(connectionString, name, { allowInsecureConnection: true });
    for await (const { etag: _, timestamp: __, ...entity } of client.listEntities())
      if (!file.write(`${JSON.stringify(entity)}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

async function sampleOf(rows: number): Promise<Sample> {
  const tables = await openBenchTables();
  const { connectionString, folder } = tables;
  try {
    const [importer, upserter] = await Promise.all(
      ['import/importer', 'import/upserter'].map((program) => bundleInto(folder, program)),
    );
    const [report, entities] = [join(folder, 'report.csv'), join(folder, 'entities')];
    writeFileSync(report, [...trainingReport(rows)].join(''));
    const programs: Programs = { importer: importer!, upserter: upserter! };
    const done = await run<ImporterReport>(programs.importer, { connectionString, path: report });
    if (done.rows !== rows) throw new Error(`It took ${done.rows} of ${rows} rows.`);
    const began = performance.now();
    await run<ImporterReport>(programs.importer, { connectionString });
    const firstMs = performance.now() - began;
    await copyEntities(connectionString, entities);
    const raw = await run<{ readonly ms: number }>(programs.upserter, {
      connectionString,
      table: 'benchRaw',
      path: entities,
    });
    return { ratio: done.ms / raw.ms, mb: done.mb, requests: 0, firstMs };
  } finally {
    await tables.close();
  }
}

/** Measures imports of two sizes, one after the other. */
export async function measure(depth: Depth): Promise<readonly Figure[]> {
  const sizes = depth === 'full' ? [200_000, 400_000] : [3_000, 6_000];
  const samples: Sample[] = [];
  for (const size of sizes) samples.push(await sampleOf(size));
  const boundAt = (atMost: number) => depth === 'quick' && { bound: { atMost } };
  const [small, large] = samples as [Sample, Sample];
  const figures = samples.flatMap(({ ratio, mb, firstMs }, at): readonly Figure[] => {
    const rows = `${sizes[at]!.toLocaleString('en')} rows`;
    const people = `${(sizes[at]! / achievementsEach).toLocaleString('en')} people`;
    return [
      { part, what: `${rows} ÷ upserts of the same entities`, value: ratio, goal: { atMost: 1.3 }, ...boundAt(8) },
      { part, what: `${rows}, most memory ÷ ${allowedMb} MB`, value: mb / allowedMb, goal: { atMost: 1 } },
      {
        part,
        what: `first \`progress\` of a started process, ${people} ÷ ${allowedStartMs / 1000} s`,
        value: firstMs / allowedStartMs,
        goal: { atMost: 1 },
      },
    ];
  });
  const memory = 'memory for twice the rows ÷ memory for the rows';
  return [...figures, { part, what: memory, value: large.mb / small.mb, goal: { atMost: 1.1 }, ...boundAt(1.2) }];
}
