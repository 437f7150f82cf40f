/**
 * Questions: what each of them costs once the facts are read, beside what it costs to work out the whole standing, at several
 * sizes of partner. `npm run bench:questions -- [--alike] [people …]`; each person holds other credentials, which is the
 * worst case, and with `--alike` forty kinds of people repeat. Only ratios mean anything: they are of two measurements on one
 * machine, side by side.
 */
import { parseArgs } from 'node:util';
import { answerIn, tenant, worldOf } from '../bot/partner/standing-cache.case';
import type { AppServices } from '../bot/context/app-services';
import { emptyPartner } from '../domain/partner/partner';
import { noIdentifiers, type Person } from '../domain/partner/person';
import type { Versioned } from '../domain/basics/repository';
import type { Store } from '../domain/ports';
import { builtInProgramme } from '../infra/catalogue/load';
import { openMemory } from '../infra/memory/store';

const { values, positionals } = parseArgs({
  options: { alike: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000, 10_000, 100_000];
const rounds = 3;

/** The first works out the whole standing, and is what the others are measured by. */
const questions = [
  'progress',
  'devops',
  'why devops gold',
  'people',
  'risk',
  'renewal',
  'upgrade',
  'key people',
  'expiring',
  'plan',
  'plan devops gold',
  'what if Person 7 leaves',
  'what if Person 7 leaves on 1 January 2019',
  'what if 70-475 retires',
];

const programme = builtInProgramme('competencies');
const titles = programme.credentials.map((credential) => credential.titles[0]);
const now = Date.parse('2018-06-01T12:00:00Z');

/** Numbers without any order, and the same in every run. */
function* numbers(): Generator<number> {
  for (let state = 1; ;) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state / 2_147_483_648;
  }
}

const anyNumber = numbers();
const below = (end: number): number => Math.floor(anyNumber.next().value! * end);

function achievement(title: string): Person['achievements'][number] {
  const expires = below(5) === 0 ? { expiresOn: `201${8 + below(2)}-0${1 + below(9)}-1${below(10)}` } : {};
  return { title, completedOn: `201${6 + below(2)}-0${1 + below(9)}-1${below(10)}`, ...expires, source: 'import-1' };
}

function personAt(index: number): Person {
  const held = values.alike
    ? [1, 2, 3].map((step) => titles[((index % 40) * step) % titles.length]!)
    : Array.from({ length: 4 + below(9) }, () => titles[below(titles.length)]!);
  const leaves = below(50) === 0 ? { leftOn: `2018-1${below(3)}-15` } : {};
  return {
    id: `p-${index}`,
    name: `Person ${index}`,
    identifiers: noIdentifiers,
    ...leaves,
    achievements: held.map(achievement),
  };
}

/** A store that has these people at hand, each time as new values, and forgets the standing. */
function storeOf(people: readonly Person[]): Store {
  const store = openMemory();
  async function* list(): AsyncGenerator<Versioned<Person>> {
    for (const person of people) yield { value: { ...person }, version: '1' };
  }
  return {
    ...store,
    people: { ...store.people, list },
    standings: { ...store.standings, get: async () => undefined, write: async () => [] },
  };
}

async function worldWith(people: readonly Person[]): Promise<AppServices> {
  const store = storeOf(people);
  const membership = { level: 'silver', boughtOn: '2018-02-14', renewedOn: [] };
  const partner = { ...emptyPartner(tenant, programme.id), membership };
  await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
  const figures = programme.metrics.map(({ id }) => ({
    metric: id,
    value: 1e7,
    asOf: '2018-05-01',
    source: 'import-1',
  }));
  await store.figures.write(
    tenant,
    figures.map((value) => ({ kind: 'create', value })),
  );
  return worldOf(store, { programmes: new Map([[programme.id, programme]]), now: () => now });
}

interface Cost {
  readonly said: string;
  readonly name: string;
  readonly ms: number;
}

/** The least of a few rounds: whatever else the machine does only adds to it. */
async function costOf(services: AppServices, said: string): Promise<Cost> {
  let [name, least] = ['', Infinity];
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    name = (await answerIn(services, said)).name;
    least = Math.min(least, performance.now() - started);
  }
  return { said, name, ms: least };
}

async function costsAt(size: number): Promise<readonly Cost[]> {
  const services = await worldWith(Array.from({ length: size }, (_, index) => personAt(index)));
  const costs: Cost[] = [];
  for (const said of questions) costs.push(await costOf(services, said));
  return costs;
}

async function run(): Promise<void> {
  await costsAt(100);
  const columns: (readonly Cost[])[] = [];
  for (const size of sizes) columns.push(await costsAt(size));
  const cell = ({ ms }: Cost, base: Cost) => `${ms.toFixed(0)} ms, ${(ms / base.ms).toFixed(1)} : 1`;
  const heads = ['question', 'card', ...sizes.map((size) => `${size.toLocaleString('en')} people`)];
  const lines = questions.map((said, at) => [
    said,
    columns[0]![at]!.name,
    ...columns.map((costs) => cell(costs[at]!, costs[0]!)),
  ]);
  const table = [heads, ...lines];
  const widths = heads.map((_, column) => Math.max(...table.map((row) => row[column]!.length)));
  for (const row of table)
    console.log(row.map((text, at) => (at < 2 ? text.padEnd(widths[at]!) : text.padStart(widths[at]!))).join('   '));
}

void run();
