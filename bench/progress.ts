/**
 * Progress: what a question costs while the kept standing holds, beside what it costs to work it out, at several sizes of
 * partner. `npm run bench -- [--tables] [people …]`; with `--tables` against a table service of its own, where requests are
 * counted on the wire. Only ratios mean anything: they are of two measurements on one machine, side by side.
 */
import { parseArgs } from 'node:util';
import { crowd, noon, progressIn, worldOf } from '../bot/partner/standing-cache.case';
import type { Store } from '../domain/ports';
import { openMemory } from '../infra/memory/store';
import { openOnAzurite } from '../infra/tables/azurite.case';
import { builtInProgramme } from '../infra/catalogue/load';

const { values, positionals } = parseArgs({
  options: { tables: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [100, 10_000, 100_000];
const repeats = 15;
const tenant = 'contoso';

interface Bench {
  readonly store: Store;
  requests(): number;
  close(): Promise<void>;
}

async function inMemory(): Promise<Bench> {
  const store = openMemory();
  return { store, requests: () => store.requests.length, close: async () => undefined };
}

async function onAzurite(): Promise<Bench> {
  const { store, wire, close } = await openOnAzurite();
  return { store, requests: () => wire.requests.length, close };
}

interface Cost {
  readonly ms: number;
  readonly requests: number;
}

async function costOf(bench: Bench, act: () => Promise<unknown>): Promise<Cost> {
  const before = bench.requests();
  const started = performance.now();
  await act();
  return { ms: performance.now() - started, requests: bench.requests() - before };
}

/** The one in the middle, which a pause of the machine does not move. */
async function typical(measure: () => Promise<Cost>): Promise<Cost> {
  const costs: Cost[] = [];
  for (let round = 0; round < repeats; round += 1) costs.push(await measure());
  return costs.sort((one, other) => one.ms - other.ms)[Math.floor(repeats / 2)]!;
}

interface Line {
  readonly size: number;
  readonly workedOut: Cost;
  readonly kept: Cost;
}

async function lineFor(size: number): Promise<Line> {
  const bench = await (values.tables ? onAzurite() : inMemory());
  const programme = builtInProgramme('competencies');
  const services = worldOf(bench.store, { programmes: new Map([[programme.id, programme]]), now: () => noon });
  const changes = crowd(size).map((value) => ({ kind: 'create' as const, value }));
  for (let start = 0; start < size; start += 500)
    await bench.store.people.write(tenant, changes.slice(start, start + 500));
  const workedOut = await costOf(bench, () => progressIn(services));
  const kept = await typical(() => costOf(bench, () => progressIn(services)));
  await bench.close();
  return { size, workedOut, kept };
}

function cells({ size, workedOut, kept }: Line, first: Line): readonly string[] {
  return [
    size.toLocaleString('en'),
    `${workedOut.ms.toFixed(1)} ms, ${workedOut.requests} requests`,
    `${kept.ms.toFixed(1)} ms, ${kept.requests} request${kept.requests === 1 ? '' : 's'}`,
    `${(workedOut.ms / kept.ms).toFixed(0)} : 1`,
    `${(kept.ms / first.kept.ms).toFixed(2)} : 1`,
  ];
}

async function run(): Promise<void> {
  const lines: Line[] = [];
  await lineFor(10);
  for (const size of sizes) lines.push(await lineFor(size));
  const heads = ['people', 'worked out', 'kept', 'worked out : kept', `kept : kept at ${sizes[0]}`];
  const table = [heads, ...lines.map((line) => cells(line, lines[0]!))];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table) console.log(row.map((cell, column) => cell.padStart(widths[column]!)).join('   '));
}

void run();
