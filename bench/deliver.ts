/**
 * Deliver: a partner each of whose people has a certification to renew, processed by the real sweep, through a Teams server
 * that checks tokens, enforces its limits and fails a share of all requests. `npm run bench:deliver -- [--recipients 10000]
 * [--faults 0.05] [--seed 1]`. It stays on this machine and ends by itself: if nothing is due before a later hour the clock
 * is moved there, six hours in all. It ends with 1 unless every person was reached or the ledger says why not.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { listAll } from '../bot/store/row-list';
import { worldOf } from '../bot/partner/standing-cache.case';
import type { Notifier } from '../bot/context/notifier';
import { teamsRateLimits } from '../bot/delivery/rate-limiter';
import { sweep } from '../bot/alerts/sweep';
import type { AppServices } from '../bot/context/app-services';
import { callSweep } from '../domain/alerts/sweep-entry';
import { wakefulSettings } from '../domain/alerts/alert-settings';
import type { Delivery } from '../domain/alerts/delivery';
import { earned, partner, person, programme } from '../domain/alerts/derive-notices.case';
import { type Change } from '../domain/basics/repository';
import { everybody, type Store } from '../domain/ports';
import { openEmbeddedTables } from '../infra/dev/table-service/embedded-tables';
import { openTables } from '../infra/tables/store';
import { documentedLimits } from '../infra/teams-server/limit';
import { openTeamsServer } from '../infra/teams-server/open';
import { conversationWith, faults, registration, wayOutOver } from './channel';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '10000' },
    faults: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
    serve: { type: 'boolean', default: false },
  },
});
const recipients = Number(values.recipients);
const share = Number(values.faults);
const tenant = 't1';
const create = <T>(value: T): Change<T> => ({ kind: 'create', value });
const conversationId = /^a:p(\d+)$/;

interface Told {
  readonly statuses: Readonly<Record<string, number>>;
  /** How often something arrived at each recipient. */
  readonly arrived: readonly number[];
  /** How often it arrived and the answer was lost. */
  readonly lost: readonly number[];
  /** Milliseconds since 1970 at which each request was let through. */
  readonly passed: readonly number[];
}

/** Teams, in a process of its own, so that what it remembers does not count. */
async function serve(): Promise<void> {
  const teams = await openTeamsServer({ bot: registration, retryAfter: 'mixed', keepsBodies: false });
  for (let at = 0; at < recipients; at += 1)
    teams.directory.add({ tenant, id: `29:p${at}`, aadObjectId: `aad-p${at}`, name: `Person ${at}` });
  teams.faults.rate(share, faults, Number(values.seed));
  process.on('message', () => process.send!(toldBy(teams.journal.entries)));
  process.on('disconnect', () => process.exit(0));
  process.send!({ serviceUrl: teams.serviceUrl, tokenUrl: teams.tokenUrl });
}

interface Line {
  readonly serviceUrl: string;
  readonly tokenUrl: string;
}

type Entries = readonly {
  readonly operation: string;
  readonly conversation: string;
  readonly delivered: boolean;
  readonly status?: number;
  readonly at: number;
}[];

function toldBy(entries: Entries): Told {
  const arrived = new Array<number>(recipients).fill(0);
  const lost = new Array<number>(recipients).fill(0);
  const statuses: Record<string, number> = {};
  for (const { conversation, delivered, operation, status } of entries) {
    const at = Number(conversationId.exec(conversation)?.[1]);
    if (delivered && operation === 'say') arrived[at]! += 1;
    if (delivered && operation === 'say' && status === undefined) lost[at]! += 1;
    statuses[status ?? 'lost'] = (statuses[status ?? 'lost'] ?? 0) + 1;
  }
  return { statuses, arrived, lost, passed: entries.filter(({ status }) => status !== 429).map(({ at }) => at) };
}

const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc') as () => void;
})();

function heapInMegabytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 1_048_576;
}

/** Notes the heap whenever another tenth was said, or was not. */
function weighed(notifier: Notifier, heaps: number[]): Notifier {
  let count = 0;
  return {
    ...notifier,
    send: async (...about) => {
      const outcome = await notifier.send(...about);
      count += 1;
      if (count <= recipients && count % Math.ceil(recipients / 10) === 0) heaps.push(heapInMegabytes());
      return outcome;
    },
  };
}

async function furnish(store: Store, { serviceUrl }: Line): Promise<void> {
  const ids = Array.from({ length: recipients }, (_, at) => `p${at}`);
  const people = ids.map((id) => person(id, [earned('p', { expiresOn: '2018-08-30' })]));
  const conversations = ids.map((id, at) => conversationWith(id, { id: `aad-${id}`, at, serviceUrl }));
  await store.partners.write(tenant, [create({ ...partner, tenant })]);
  await store.people.write(tenant, people.map(create));
  await store.conversations.write(tenant, conversations.map(create));
  await store.schedule.write(everybody, [create(callSweep(undefined, tenant))]);
}

const shown = Date.parse('2018-06-15T08:00:00Z');
/** Milliseconds. */
const longestLeap = 6 * 3_600_000;
/** What is to be tried again within so long is tried again at once, for a sweep reads everything. */
const together = 20 * 60_000;

interface Swept {
  /** Milliseconds since 1970: the first sweep, which always has something to send. */
  readonly began: number;
  readonly ended: number;
  readonly sweeps: number;
  readonly isAddedUp: boolean;
}

/** Sweeps until the end, moving the clock over the time when nothing is due. */
async function sweepAll(store: Store, parts: Partial<AppServices>): Promise<Swept> {
  const began = Date.now();
  let leapt = 0;
  const now = () => shown + Date.now() - began + leapt;
  const services = worldOf(store, { ...parts, now });
  const swept = [await sweep(services)];
  const ended = Date.now();
  for (;;) {
    const { dueAt } = (await store.schedule.get(everybody, tenant))!.value;
    if (dueAt > shown + longestLeap) break;
    leapt += Math.max(0, dueAt - now()) + together;
    swept.push(await sweep(services));
  }
  const isAddedUp = swept.every(
    ({ deliveries: { planned, sent, failed, skipped } }) => planned === sent + failed + skipped,
  );
  return { began, ended, sweeps: swept.length, isAddedUp };
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const [answer] = (await once(child, 'message')) as [T];
  return answer;
}

async function run(): Promise<void> {
  const child = fork(__filename, [...process.argv.slice(2), '--serve'], { execArgv: process.execArgv });
  const line = await answerOf<Line>(child);
  const folder = mkdtempSync(join(tmpdir(), 'laurel-deliver-'));
  const tables = await openEmbeddedTables(folder);
  const store = await openTables(tables);
  await furnish(store, line);
  const heaps: number[] = [];
  const swept = await sweepAll(store, {
    notifier: weighed(wayOutOver({ tokenUrl: line.tokenUrl, deadline: 3_000 }), heaps),
    programmes: new Map([[programme.id, programme]]),
    access: { tenants: 'any', firstAdmins: [] },
    defaultAlertSettings: wakefulSettings,
  });
  child.send('tell');
  const told = await answerOf<Told>(child);
  child.disconnect();
  report(await listAll(store.deliveries, tenant).then((rows) => rows.map(({ value }) => value)), {
    told,
    swept,
    heaps,
  });
  await tables.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

interface Result {
  readonly told: Told;
  readonly swept: Swept;
  readonly heaps: readonly number[];
}

function report(ledger: readonly Delivery[], { told, swept, heaps }: Result): void {
  const allowed = Math.min(...documentedLimits.tenant.map(({ most, ms }) => (1000 * most) / ms));
  const first = told.passed.filter((at) => at <= swept.ended);
  const seconds = (swept.ended - first[0]!) / 1000;
  const rate = first.length / seconds;
  const arrivedAt = ({ recipient }: Delivery) => told.arrived[Number(recipient.slice('aad-p'.length))] ?? 0;
  const silent = ledger.filter((row) => row.state.is === 'sent' && arrivedAt(row) === 0).length;
  const twice = told.arrived.filter((count) => count > 1).length;
  const excess = told.arrived.filter((count, at) => count > 1 + Math.min(1, told.lost[at]!)).length;
  const ends = countsOf(ledger.map(endOf));
  const open = ledger.filter(({ state }) => state.is === 'sending').length;
  const growth = heaps.at(-1)! - heaps[1]!;
  const ours = (1000 * teamsRateLimits.tenant[1]!.most) / teamsRateLimits.tenant[1]!.ms;
  const lines: readonly (readonly [string, string | number])[] = [
    ['recipients', `${recipients} of one partner, ${(100 * share).toFixed(1)} % of requests go wrong`],
    ['planned', ledger.length],
    ...[...ends].sort(([, one], [, other]) => other - one).map(([end, count]) => [`  ${end}`, count] as const),
    ['sweeps, each adding up', `${swept.sweeps} ${swept.isAddedUp ? '' : 'NOT'}`],
    ['in the ledger as sent, and never arrived', silent],
    ['arrived twice', `${twice}, of which without a lost answer ${excess}`],
    ['answers of Teams', JSON.stringify(told.statuses)],
    [
      'the first sweep',
      `${((swept.ended - swept.began) / 1000).toFixed(1)} s, of which it sent for ${seconds.toFixed(1)} s`,
    ],
    ['let through', `${rate.toFixed(1)} a second, ${((100 * rate) / allowed).toFixed(1)} % of the ${allowed} allowed`],
    ['our own pace allows', `${ours.toFixed(1)} a second`],
    ['heap after each tenth', `${heaps.map((heap) => heap.toFixed(1)).join(' ')} MB`],
  ];
  for (const [what, value] of lines) console.log(`${what.padEnd(58)} ${value}`);
  const isWhole = ledger.length >= recipients && open === 0 && swept.isAddedUp;
  const isGood = isWhole && silent === 0 && excess === 0 && rate >= 0.9 * allowed && growth < 5;
  console.log(isGood ? 'good' : 'NOT GOOD');
  process.exitCode = isGood ? 0 : 1;
}

function endOf({ state }: Delivery): string {
  if (state.is === 'failed') return `failed ${state.code}`;
  return state.is === 'skipped' ? `skipped ${state.reason}` : state.is;
}

function countsOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

void (values.serve ? serve() : run());
