/**
 * Delivery: a partner each of whose people has a certification to renew, processed by the real sweep, through a Teams server that
 * checks tokens, enforces its limits and fails a share of all requests. If nothing is due before a later hour the clock is moved
 * there, six hours in all; by then every person was reached, or the ledger says why not.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { listAll } from '../../bot/store/row-list';
import { worldOf } from '../../bot/partner/standing-cache.case';
import type { Notifier } from '../../bot/context/notifier';
import { sweep } from '../../bot/alerts/sweep';
import type { AppServices } from '../../bot/context/app-services';
import { callSweep } from '../../domain/alerts/sweep-entry';
import { wakefulSettings } from '../../domain/alerts/alert-settings';
import type { Delivery } from '../../domain/alerts/delivery';
import { earned, partner, person, programme } from '../../domain/alerts/derive-notices.case';
import { type Change } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';
import { openTables } from '../../infra/tables/store';
import { documentedLimits } from '../../infra/teams-server/limit';
import { openTeamsServer } from '../../infra/teams-server/open';
import { conversationWith, faults, registration, wayOutOver } from '../channel';
import { type Depth, type Figure } from '../figure';
import { openBenchTables } from '../tables';

const part = 'delivery';
const share = 0.05;
const seed = 1;
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
async function serve(recipients: number): Promise<void> {
  const teams = await openTeamsServer({ bot: registration, retryAfter: 'mixed', keepsBodies: false });
  for (let at = 0; at < recipients; at += 1)
    teams.directory.add({ tenant, id: `29:p${at}`, aadObjectId: `aad-p${at}`, name: `Person ${at}` });
  teams.faults.rate(share, faults, seed);
  process.on('message', () => process.send!(toldBy(teams.journal.entries, recipients)));
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

function toldBy(entries: Entries, recipients: number): Told {
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

interface Weighing {
  readonly recipients: number;
  readonly heaps: number[];
}

/** Notes the heap whenever another tenth was said, or was not. */
function weighed(notifier: Notifier, { recipients, heaps }: Weighing): Notifier {
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

async function furnish(store: Store, { serviceUrl }: Line, recipients: number): Promise<void> {
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

/** Measures how fast, and how often, everyone is told. */
export async function measure(depth: Depth): Promise<readonly Figure[]> {
  const recipients = depth === 'full' ? 10_000 : 300;
  const child = fork(__filename, [String(recipients)], { execArgv: ['--import', 'tsx'] });
  const line = await answerOf<Line>(child);
  const tables = await openBenchTables();
  const store = await openTables(tables);
  await furnish(store, line, recipients);
  const heaps: number[] = [];
  const swept = await sweepAll(store, {
    notifier: weighed(wayOutOver({ tokenUrl: line.tokenUrl, deadline: 3_000 }), { recipients, heaps }),
    programmes: new Map([[programme.id, programme]]),
    access: { tenants: 'any', firstAdmins: [] },
    defaultAlertSettings: wakefulSettings,
  });
  child.send('tell');
  const told = await answerOf<Told>(child);
  child.disconnect();
  const ledger = (await listAll(store.deliveries, tenant)).map(({ value }) => value);
  await tables.close();
  return figuresOf(ledger, { recipients, told, swept, heaps });
}

interface Result {
  readonly recipients: number;
  readonly told: Told;
  readonly swept: Swept;
  readonly heaps: readonly number[];
}

function figuresOf(ledger: readonly Delivery[], { recipients, told, swept, heaps }: Result): readonly Figure[] {
  const allowed = Math.min(...documentedLimits.tenant.map(({ most, ms }) => (1000 * most) / ms));
  const first = told.passed.filter((at) => at <= swept.ended);
  const rate = first.length / ((swept.ended - first[0]!) / 1000);
  const arrivedAt = ({ recipient }: Delivery) => told.arrived[Number(recipient.slice('aad-p'.length))] ?? 0;
  const silent = ledger.filter((row) => row.state.is === 'sent' && arrivedAt(row) === 0).length;
  const excess = told.arrived.filter((count, at) => count > 1 + Math.min(1, told.lost[at]!)).length;
  const open = ledger.filter(({ state }) => state.is === 'sending').length;
  const none = { goal: { atMost: 0 } };
  const about = `${recipients.toLocaleString('en')} notices, ${100 * share} % of requests go wrong`;
  return [
    {
      part,
      what: `${about}: let through ÷ the limit of Teams`,
      value: rate / allowed,
      goal: { atLeast: 0.95 },
      // Of so few, those who had to be tried again are a large part.
      ...(recipients < 1_000 && { bound: { atLeast: 0.7 } }),
    },
    {
      part,
      what: 'heap after the last ÷ after the second tenth',
      value: heaps.at(-1)! / heaps[1]!,
      goal: { atMost: 1.1 },
    },
    { part, what: 'people without a row in the ledger', value: Math.max(0, recipients - ledger.length), ...none },
    { part, what: 'rows left in sending', value: open, ...none },
    { part, what: 'in the ledger as sent, and never arrived', value: silent, ...none },
    { part, what: 'arrived twice without a lost answer', value: excess, ...none },
    { part, what: 'sweeps that do not add up', value: swept.isAddedUp ? 0 : 1, ...none },
  ];
}

if (process.argv[1] === __filename) void serve(Number(process.argv[2]));
