/**
 * `npm run soak -- [--minutes 3] [--instances 4] [--kill-every 2] [--companies 4] [--faults 0.05] [--seed n]`: whole bot processes over one Azurite and
 * one Teams of this machine, both of which go wrong, while people of several companies ask in five languages, press what cards offer
 * and import reports, and while the processes are killed (`kill -9`). Afterwards every invariant is checked over the whole store. It
 * ends by itself, with 1 if one is broken; the seed repeats what people do and what goes wrong.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { liveMarks } from '../../domain/membership/cached-standing';
import { openProgrammes } from '../../bot/composition/programmes';
import { activities } from '../../infra/teams-server/caller';
import { chanceOf } from '../../infra/teams-server/chance';
import { openTables } from '../../infra/tables/store';
import { openTeamsServer, type TeamsServer } from '../../infra/teams-server/open';
import type { Store } from '../../domain/ports';
import { listValues } from '../../bot/store/row-list';
import { faults } from '../channel';
import { bundleInto } from '../laurel-bundle';
import { openBenchTables } from '../tables';
import { adminOf, companyOf, importReports, work, type Company, type Day } from './company-day';
import { Fleet } from './fleet';
import { violationsOf } from './invariants';
import { type FaultyWire, openFaultyWire } from './table-wire';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '3' },
    instances: { type: 'string', default: '4' },
    'kill-every': { type: 'string', default: '2' },
    companies: { type: 'string', default: '4' },
    faults: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: String(1 + (Date.now() % 100_000)) },
  },
});
const seed = Number(values.seed);
const speed = 10;
const shown = Date.parse('2018-06-15T08:00:00Z');
/** Real milliseconds that what was begun may take to be finished: marks and claims of the killed lapse in a part of it. */
const patienceMs = 180_000;

async function main(): Promise<number> {
  console.log(`seed ${seed}: npm run soak -- --seed ${seed} --minutes ${values.minutes}`);
  const tables = await openBenchTables();
  const wires = await Promise.all(
    Array.from({ length: Number(values.instances) }, (_, place) =>
      openFaultyWire(tables, chanceOf(seed + 100 + place)),
    ),
  );
  const program = await bundleInto(tables.folder, 'soak/instance');
  const started = Date.now();
  const now = () => shown + (Date.now() - started) * speed;
  const firstAdmins = Array.from({ length: Number(values.companies) }, (_, index) => adminOf(index));
  const fleet = new Fleet(program, { firstAdmins, started, shown, speed }, chanceOf(seed + 1));
  const teams = await openTeamsServer({ endpoint: await fleet.open(), retryAfter: 'mixed' });
  teams.faults.rate(Number(values.faults), faults, seed);
  const companies = firstAdmins.map((_, index) => companyOf(index, teams));
  const ends = started + Number(values.minutes) * 60_000;
  const day: Day = { fleet, teams, chance: chanceOf(seed + 2), isOver: () => Date.now() > ends, done: new Map() };
  const places = [...wires.map((wire) => fleet.fill(wire)), fleet.killEvery(Number(values['kill-every']) * 1000)];
  const telling = setInterval(() => console.log(progressOf(fleet, wires, teams)), 60_000);
  await Promise.all(
    companies.flatMap((one) => [...one.people.map((person) => work(one, person, day)), importReports(one, day)]),
  );
  await fleet.rest(places);
  clearInterval(telling);
  for (const wire of wires) wire.calm();
  teams.faults.clear();
  const store = await openTables(tables);
  const isQuiet = await settle(companies, { store, day, now });
  const programmes = openProgrammes();
  const { cutOff } = fleet;
  const wrong = await violationsOf(companies, {
    store,
    programmes,
    entries: teams.journal.entries,
    cutOff,
    now: now(),
  });
  report({ fleet, faults: faultsOf(wires), statuses: teams.journal.statuses(), done: day.done, companies });
  for (const line of wrong.slice(0, 40)) console.log(`  ${line}`);
  await fleet.close();
  await teams.close();
  for (const wire of wires) await wire.close();
  await tables.close();
  const isGood = isQuiet && wrong.length === 0 && fleet.endedByThemselves.length === 0;
  console.log(
    isGood
      ? 'good'
      : `NOT GOOD: ${wrong.length} violations${isQuiet ? '' : ', and something was still to be done'}; seed ${seed}`,
  );
  return isGood ? 0 : 1;
}

interface Settling {
  readonly store: Store;
  readonly day: Day;
  readonly now: () => number;
}

/** Waits until no mark is live and nothing is on its way, asking each company once so that its standing is worked out. */
async function settle(companies: readonly Company[], { store, day, now }: Settling): Promise<boolean> {
  const giveUpAt = Date.now() + patienceMs;
  while (Date.now() < giveUpAt) {
    await pause(3_000);
    const quiet = await Promise.all(
      companies.map(async ({ tenant, people }) => {
        const marks = liveMarks((await store.standings.get(tenant, tenant))?.value ?? { marks: [] }, now());
        const open = (await listValues(store.deliveries, tenant)).filter(({ state }) => state.is === 'sending');
        if (marks.length === 0) await day.teams.happen(people[0]!, activities.says('progress')).catch(() => undefined);
        const { judged, marks: left = [] } = (await store.standings.get(tenant, tenant))?.value ?? {};
        return marks.length === 0 && left.length === 0 && judged !== undefined && open.length === 0;
      }),
    );
    if (quiet.every(Boolean)) return true;
  }
  return false;
}

/** How often each kind of fault happened on any of the wires. */
function faultsOf(wires: readonly FaultyWire[]): ReadonlyMap<string, number> {
  const all = new Map<string, number>();
  for (const { faults: ofOne } of wires) for (const [kind, times] of ofOne) all.set(kind, (all.get(kind) ?? 0) + times);
  return all;
}

const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, one) => total + one, 0);

function progressOf(fleet: Fleet, wires: readonly FaultyWire[], teams: TeamsServer): string {
  const refused = teams.journal.entries.filter(({ status }) => status === undefined || status >= 400).length;
  const figures = [`kills ${fleet.kills}`, `faults of the tables ${sum(faultsOf(wires))}`, `of Teams ${refused}`];
  return `${new Date().toISOString().slice(11, 19)} ${figures.join(', ')}`;
}

interface Told {
  readonly fleet: Fleet;
  readonly faults: ReadonlyMap<string, number>;
  readonly statuses: Readonly<Record<string, number>>;
  readonly done: ReadonlyMap<string, number>;
  readonly companies: readonly Company[];
}

function report({ fleet, faults: wrong, statuses, done, companies }: Told): void {
  const listed = (counts: Iterable<readonly [string, number]>) =>
    [...counts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([what, times]) => `${what} ${times}`)
      .join(', ');
  const lines: readonly (readonly [string, string | number])[] = [
    ['kill -9', fleet.kills],
    ['faults of the tables', `${sum(wrong)}: ${listed(wrong)}`],
    ['answers of Teams', listed(Object.entries(statuses))],
    ['what people did', listed(done)],
    ['rows of accepted reports', companies.reduce((total, { accepted }) => total + accepted.size, 0)],
    ['errors in the logs', listed(fleet.failures)],
    ['ended by themselves', fleet.endedByThemselves.length],
  ];
  for (const [what, value] of lines) console.log(`${what.padEnd(26)} ${value}`);
}

void main().then((code) => process.exit(code));
