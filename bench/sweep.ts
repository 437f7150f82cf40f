/**
 * Sweep: what is said, and how often, while the processes that say it are killed (`kill -9`) again and again in the middle of it.
 * `npx tsx bench/sweep.ts [--kills 200] [--instances 3] [--partners 8] [--people 150]`. A real table service, a receiver on this
 * machine, nothing else. Ends with 1 if a notice was lost or said once too often.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { usualSettings } from '../domain/alert-settings';
import { called } from '../domain/agenda';
import { all } from '../bot/circle';
import type { Conversation } from '../domain/conversation';
import { earned, partner, person } from '../domain/noticing.case';
import { type Change, everybody, type Store } from '../domain/ports';
import { openEmbeddedTables } from '../infra/dev/embedded-tables';
import { openTables } from '../infra/tables/store';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    instances: { type: 'string', default: '3' },
    partners: { type: 'string', default: '8' },
    people: { type: 'string', default: '150' },
  },
});
const wanted = {
  kills: Number(values.kills),
  instances: Number(values.instances),
  partners: Number(values.partners),
  people: Number(values.people),
};
/** A Friday, half past midnight, so that no other day begins meanwhile. */
const shown = Date.parse('2018-06-15T00:30:00Z');
const speed = 100;
/** The longest that the receiver takes to answer, and that an instance lives. */
const longest = { answerMs: 40, lifeMs: 1500 };
const create = <T>(value: T): Change<T> => ({ kind: 'create', value });

/** How often each notice was said to each recipient; the card names its notices in its buttons. */
const said = new Map<string, number>();

function hear(body: string): void {
  const { tenant, to, card } = JSON.parse(body) as {
    readonly tenant: string;
    readonly to: string;
    readonly card: object;
  };
  const keys = new Set([...JSON.stringify(card).matchAll(/"alert":"([^"]+)"/g)].map(([, key]) => key!));
  for (const key of keys) said.set(`${tenant} ${to} ${key}`, (said.get(`${tenant} ${to} ${key}`) ?? 0) + 1);
}

async function openReceiver(): Promise<{ readonly url: string; close(): void }> {
  let count = 0;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      if (request.url === '/say') hear(body);
      const id = `card-${(count += 1)}`;
      setTimeout(() => response.end(JSON.stringify({ id })), Math.random() * longest.answerMs);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => void server.close() };
}

function conversation(id: string): Conversation {
  const reference = { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', conversation: `a:${id}`, bot: '28:b' };
  return { id, scope: 'personal', reference, name: id, locale: 'en', seenAt: '2018-06-01T10:00:00Z' };
}

/** A partner whose renewal is at risk, and each of whose people has a certification to renew. */
async function furnish(store: Store, tenant: string): Promise<void> {
  const ids = Array.from({ length: wanted.people }, (_, index) => `p${index}`);
  const people = ids.map((id) => person(id, [earned('p', { expiresOn: '2018-08-30' })]));
  const everyone = [...partner.admins, ...ids.map((id) => `aad-${id}`)];
  await store.partners.write(tenant, [create({ ...partner, tenant })]);
  await store.people.write(tenant, people.map(create));
  await store.imports.write(tenant, [create(imported)]);
  await store.conversations.write(tenant, everyone.map(conversation).map(create));
  const settings = everyone.map((id) => {
    const { digestOn: _, ...others } = usualSettings(id);
    return { ...others, quietFrom: 0, quietTo: 0, workingDays: [1, 2, 3, 4, 5, 6, 7] };
  });
  await store.alertSettings.write(tenant, settings.map(create));
  await store.agenda.write(everybody, [create(called(undefined, tenant))]);
}

const imported = {
  id: '1',
  kind: 'people',
  file: 'people.csv',
  contentHash: '',
  importedAt: '2018-06-14T10:00:00Z',
  importedBy: 'bench',
  rows: 1,
  people: { new: 1, changed: 0, unchanged: 0 },
  achievements: { new: 1, unchanged: 0, removed: 0 },
  rejected: 0,
} as const;

let kills = 0;

/** One place for an instance: whenever the one in it is killed another one is started, until there were enough. */
async function place(orders: string): Promise<void> {
  while (kills < wanted.kills) {
    const child = start(orders);
    await ready(child);
    await pause(Math.random() * longest.lifeMs);
    child.kill('SIGKILL');
    kills += 1;
  }
}

function start(orders: string): ChildProcess {
  return fork(join(__dirname, 'sweeper.ts'), [orders], { execArgv: ['--import', 'tsx'], stdio: 'ignore' });
}

function ready(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once('message', resolve));
}

interface Ledger {
  readonly rows: number;
  readonly states: Readonly<Record<string, number>>;
  readonly isAtRest: boolean;
  /** Of what was delivered, or written off, the notice and the recipient. */
  readonly accounted: ReadonlyMap<string, 'sent' | 'failed'>;
}

async function ledgerOf(store: Store, tenants: readonly string[]): Promise<Ledger> {
  const states: Record<string, number> = {};
  const accounted = new Map<string, 'sent' | 'failed'>();
  let [rows, isAtRest] = [0, true];
  for (const tenant of tenants) {
    const deliveries = await all(store.deliveries, tenant);
    rows += deliveries.length;
    isAtRest &&= deliveries.length >= wanted.people + partner.admins.length;
    for (const { value } of deliveries) {
      const { state } = value;
      states[state.is] = (states[state.is] ?? 0) + 1;
      isAtRest &&= state.is === 'sent' || (state.is === 'failed' && state.retryAt === undefined);
      if (state.is === 'sent' || state.is === 'failed')
        accounted.set(`${tenant} ${value.recipient} ${value.notice}`, state.is);
    }
  }
  return { rows, states, isAtRest, accounted };
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-sweep-'));
  const tables = await openEmbeddedTables(folder);
  const receiver = await openReceiver();
  const store = await openTables(tables);
  const tenants = Array.from({ length: wanted.partners }, (_, index) => `t${index}`);
  const { connectionString } = tables;
  const orders = JSON.stringify({ connectionString, receiver: receiver.url, started: Date.now(), shown, speed });
  const began = performance.now();
  // One partner after another, so that there is something to say for as long as there are kills.
  const furnishing = (async () => {
    for (const [index, tenant] of tenants.entries()) {
      while (kills < (wanted.kills * index) / tenants.length) await pause(10);
      await furnish(store, tenant);
    }
  })();
  await Promise.all([furnishing, ...Array.from({ length: wanted.instances }, () => place(orders))]);
  const last = start(orders);
  let ledger = await ledgerOf(store, tenants);
  for (let waited = 0; !ledger.isAtRest && waited < 60; waited += 1) {
    await pause(1000);
    ledger = await ledgerOf(store, tenants);
  }
  last.kill('SIGKILL');
  receiver.close();
  await tables.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return report(ledger, performance.now() - began);
}

function report({ rows, states, isAtRest, accounted }: Ledger, ms: number): number {
  const expected = wanted.partners * (wanted.people + partner.admins.length);
  const lost = [...accounted].filter(([key, state]) => state === 'sent' && !said.has(key)).length + expected - rows;
  const writtenOff = [...accounted].filter(([, state]) => state === 'failed');
  const never = writtenOff.filter(([key]) => !said.has(key)).length;
  const times = [...said.values()];
  const oncemore = times.filter((count) => count === 2).length;
  const tooOften = times.filter((count) => count > 2).length;
  const lines = [
    `kills ${kills}, instances ${wanted.instances}, partners ${wanted.partners}, ${(ms / 1000).toFixed(0)} s`,
    `ledger ${rows} of ${expected} = ${JSON.stringify(states)}, at rest: ${isAtRest}`,
    `said once ${times.filter((count) => count === 1).length}, once more after being cut off ${oncemore}, more often ${tooOften}`,
    `written off after two kills ${writtenOff.length}, of these never said ${never}`,
    `lost ${lost}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return lost === 0 && tooOften === 0 && isAtRest ? 0 : 1;
}

void main().then((code) => process.exit(code));
