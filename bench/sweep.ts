/**
 * Sweep: which cards are sent, and how often, while the sending bots are repeatedly killed (`kill -9`) at work. `npm run
 * bench:sweep -- [--kills 300] [--instances 4] [--partners 40] [--people 60] [--faults 0.05] [--seed 1] [--tasks]`. Whole bot
 * processes, a real table service and a Teams server that wants tokens, keeps to its limits and goes wrong, on this machine
 * only. Deliveries that are unfinished on the day of the kills are completed on the days after, by a bot that is not killed.
 * With `--tasks` an admin of each partner asks its people for what a plan needs, while the bots that carry it out are killed, and what is
 * sent to the people are these tasks. It ends by itself, with 1 if something was lost, said once too often, or the ledger did not add up.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { scheduleSweep } from '../bot/partner/sweep-schedule';
import { listAll, listValues } from '../bot/store/row-list';
import { isDoubted, type Delivery } from '../domain/alerts/delivery';
import { earned, partner, person } from '../domain/alerts/derive-notices.case';
import type { Change } from '../domain/basics/repository';
import type { Store } from '../domain/ports';
import { openEmbeddedTables } from '../infra/dev/table-service/embedded-tables';
import { openTables } from '../infra/tables/store';
import type { Entry } from '../infra/teams-server/journal';
import { openTeamsServer, type TeamsServer } from '../infra/teams-server/open';
import { conversationWith, faults, registration } from './channel';
import type { Orders, Report } from './instance';
import type { PressingAdmin } from './sweep/asked-plan';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '300' },
    instances: { type: 'string', default: '4' },
    partners: { type: 'string', default: '40' },
    people: { type: 'string', default: '60' },
    faults: { type: 'string', default: '0.05' },
    seed: { type: 'string', default: '1' },
    tasks: { type: 'boolean', default: false },
  },
});
const wanted = {
  kills: Number(values.kills),
  instances: Number(values.instances),
  partners: Number(values.partners),
  people: Number(values.people),
  faults: Number(values.faults),
};
const perPartner = wanted.people + partner.admins.length;
/** A Friday, half past midnight, so that no other day begins meanwhile. */
const shown = Date.parse('2018-06-15T00:30:00Z');
/** A claim lapses after 4.5 s, and what is on its way after 3 s: longer than an instance lives, and than a call may take. */
const speed = 40;
const lifeMs = 2_000;
const deadline = 1_000;
/** What has to be tried again within so long is not at rest, in milliseconds of the fast clock. */
const soon = 6 * 3_600_000;
/** Real milliseconds that what was left undone may take to be done on a day. */
const patienceMs = 180_000;
/** Real milliseconds within which the bot of a day has swept every partner once. */
const takingUpMs = 20_000;
const pressEveryMs = 200;
const dayMs = 86_400_000;
/**
 * The days after, which a bot lives through without being killed: those until the next step of the calendar, or until a task is
 * reminded of.
 */
const daysAfter = values.tasks ? 2 : 10;
const create = <T>(value: T): Change<T> => ({ kind: 'create', value });

/** A partner whose renewal is at risk, and each of whose people has a certification to renew, or is to be asked for one. */
async function furnish(tenant: string, { store, teams }: Scene): Promise<void> {
  const ids = Array.from({ length: wanted.people }, (_, index) => `p${index}`);
  const people = ids.map((id) => person(id, values.tasks ? [] : [earned('p', { expiresOn: '2018-08-30' })]));
  const everyone = [...partner.admins, ...ids.map((id) => `aad-${id}`)];
  const conversations = everyone.map((id, at) => {
    const name = `${tenant}-${id}`;
    teams.directory.add({ tenant, id: `29:${name}`, aadObjectId: id, name });
    return conversationWith(name, { id, at, serviceUrl: teams.serviceUrl });
  });
  await store.partners.write(tenant, [create({ ...partner, tenant })]);
  await store.people.write(tenant, people.map(create));
  await store.imports.write(tenant, [create(imported)]);
  await store.conversations.write(tenant, conversations.map(create));
  // The bots may have swept the tenant already, before its data was written.
  await scheduleSweep({ store, now: Date.now }, tenant);
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

interface Scene {
  readonly store: Store;
  readonly teams: TeamsServer;
  readonly tenants: readonly string[];
  readonly orders: Orders;
}

/** How the tasks of all partners stand in the end. */
interface AskedTasks {
  readonly lost: number;
  readonly askedTwice: number;
}

async function askedTasksIn({ store, tenants, orders: { asked = 0 } }: Scene): Promise<AskedTasks> {
  const tasks = (await Promise.all(tenants.map((tenant) => listValues(store.tasks, tenant)))).flat();
  return {
    lost: tenants.length * asked - tasks.filter(({ state }) => state.is === 'asked').length,
    askedTwice: tasks.filter(({ opening }) => opening > 1).length,
  };
}

/** What is known of the instances while they come and go. */
class Watch {
  kills = 0;
  /** Kills at a moment at which something was on its way, or the ledger was being written. */
  inTheMiddle = 0;
  sweeps = 0;
  readonly wrong: string[] = [];
  readonly outages = new Map<string, number>();
  /** How often a row was on its way when its instance was killed. */
  readonly cutOff = new Map<string, number>();
  #underWay = new Map<ChildProcess, Set<string>>();
  /** The partners whose admins were told that their people are asked. */
  readonly asked = new Set<string>();
  presses = 0;
  /** Presses whose bot was killed before it answered. */
  pressesCutOff = 0;
  readonly #pressing = new Map<ChildProcess, string>();

  /** The admin of a partner presses the button on a bot, unless one was told before that the people are asked. */
  press(child: ChildProcess, tenant: string, { orders, teams }: Scene): void {
    if (orders.asked === undefined || this.asked.has(tenant)) return;
    this.presses += 1;
    this.#pressing.set(child, tenant);
    const admin: PressingAdmin = { tenant, id: partner.admins[0]!, serviceUrl: teams.serviceUrl };
    child.send(admin);
  }

  begin(child: ChildProcess): Promise<void> {
    const underWay = new Set<string>();
    this.#underWay.set(child, underWay);
    return new Promise((resolve) => {
      child.on('message', (report: Report) => {
        if (report.is === 'ready') resolve();
        if (report.is === 'swept') this.#add(report.deliveries);
        if (report.is === 'asked') this.#hearAnswer(report, child);
        if (report.is === 'failed') this.outages.set(report.why, (this.outages.get(report.why) ?? 0) + 1);
        if (report.is !== 'written') return;
        const row = `${report.tenant} ${report.id}`;
        if (report.state === 'sending') underWay.add(row);
        else underWay.delete(row);
      });
      child.once('close', (code: number | null) => {
        if (code !== null) this.wrong.push(`a bot ended by itself, with ${code}`);
        resolve();
      });
    });
  }

  /** Everything that it told before has been read once its channel is closed. */
  async kill(child: ChildProcess): Promise<void> {
    const closed = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGKILL');
    await closed;
    if (this.#pressing.delete(child)) this.pressesCutOff += 1;
    const underWay = this.#underWay.get(child)!;
    this.#underWay.delete(child);
    if (underWay.size > 0) this.inTheMiddle += 1;
    for (const row of underWay) this.cutOff.set(row, (this.cutOff.get(row) ?? 0) + 1);
  }

  isPressing(child: ChildProcess): boolean {
    return this.#pressing.has(child);
  }

  #hearAnswer({ tenant, card }: Report & { readonly is: 'asked' }, child: ChildProcess): void {
    this.#pressing.delete(child);
    if (/(?:people are|person is) asked|has been asked already/.test(card)) this.asked.add(tenant);
    else this.outages.set(card.slice(0, 300), (this.outages.get(card.slice(0, 300)) ?? 0) + 1);
  }

  #add({ planned, sent, failed, skipped }: (Report & { readonly is: 'swept' })['deliveries']): void {
    this.sweeps += 1;
    if (planned !== sent + failed + skipped) this.wrong.push(`a sweep: ${planned} ≠ ${sent} + ${failed} + ${skipped}`);
  }
}

/** One place for an instance: whenever the one in it is killed another one is started, until there were enough. */
async function place(scene: Scene, watch: Watch): Promise<void> {
  while (watch.kills < wanted.kills) {
    watch.kills += 1;
    const child = start(scene.orders);
    await watch.begin(child);
    watch.press(child, tenantOf(watch.kills), scene);
    await pause(Math.random() * lifeMs);
    await watch.kill(child);
    await audit(scene, watch);
  }
}

function start(orders: Orders): ChildProcess {
  const execArgv = ['--require', require.resolve('tsx/cjs')];
  return fork(join(__dirname, 'instance.ts'), [JSON.stringify(orders)], { execArgv, stdio: 'ignore' });
}

/** After a kill: nothing is in the ledger that was not planned, and what it says was sent did arrive, on that card. */
async function audit({ store, teams }: Scene, watch: Watch): Promise<void> {
  const tenant = tenantOf(watch.kills);
  const rows = (await listAll(store.deliveries, tenant)).map(({ value }) => value);
  if (rows.length > perPartner) watch.wrong.push(`${tenant}: ${rows.length} rows of ${perPartner}`);
  const arrived = new Set(teams.journal.entries.filter(({ delivered }) => delivered).map(({ activity }) => activity));
  const silent = rows.filter(({ state }) => state.is === 'sent' && !arrived.has(state.activity));
  for (const { id } of silent) watch.wrong.push(`${tenant}: ${id} is not there`);
}

/** The partner whose turn it is: one after another, so that there is something to say for as long as there are kills. */
function tenantOf(kills: number): string {
  return `t${Math.min(wanted.partners - 1, Math.floor((wanted.partners * kills) / wanted.kills))}`;
}

async function furnishing(scene: Scene, watch: Watch): Promise<void> {
  for (const [index, tenant] of scene.tenants.entries()) {
    while (watch.kills < (wanted.kills * index) / wanted.partners) await pause(10);
    await furnish(tenant, scene);
  }
}

interface Ledger {
  readonly rows: ReadonlyMap<string, Delivery>;
  readonly isAtRest: boolean;
}

async function ledgerOf({ store, tenants }: Scene, now: number): Promise<Ledger> {
  const rows = new Map<string, Delivery>();
  for (const tenant of tenants)
    for (const { value } of await listAll(store.deliveries, tenant)) rows.set(`${tenant} ${value.id}`, value);
  const isOver = ({ state }: Delivery) =>
    state.is !== 'sending' && !(state.is === 'failed' && (state.retryAt ?? Infinity) < now + soon);
  return { rows, isAtRest: rows.size >= wanted.partners * perPartner && [...rows.values()].every(isOver) };
}

/** An admin presses again where the bot was killed, or answered that it cannot now. */
async function pressUntilAsked(
  tenant: string,
  child: ChildProcess,
  { scene, watch }: { readonly scene: Scene; readonly watch: Watch },
): Promise<void> {
  if (scene.orders.asked === undefined) return;
  for (let waited = 0; !watch.asked.has(tenant) && waited < patienceMs; waited += pressEveryMs) {
    if (!watch.isPressing(child)) watch.press(child, tenant, scene);
    await pause(pressEveryMs);
  }
}

/** One more instance does what is left on a day: the one of the kills, or so many days after it. */
async function rest(scene: Scene, watch: Watch, day: number): Promise<Ledger> {
  const orders = { ...scene.orders, shown: scene.orders.shown + day * dayMs };
  const now = () => orders.shown + (Date.now() - orders.started) * speed;
  const last = start(orders);
  await watch.begin(last);
  for (const tenant of scene.tenants) await pressUntilAsked(tenant, last, { scene, watch });
  // What failed yesterday is at rest until a sweep of today takes it up.
  if (day > 0) await pause(takingUpMs);
  let ledger = await ledgerOf(scene, now());
  for (let waited = 0; !ledger.isAtRest && waited < patienceMs; waited += 2_000) {
    await pause(2_000);
    ledger = await ledgerOf(scene, now());
  }
  await watch.kill(last);
  return ledger;
}

/** The days after, until everything has been said. */
async function daysUntilSaid(scene: Scene, watch: Watch): Promise<Ledger & { readonly days: number }> {
  for (let day = 1; ; day += 1) {
    const ledger = await rest(scene, watch, day);
    const isSaid = [...ledger.rows.values()].every(({ state }) => state.is !== 'failed');
    if (!ledger.isAtRest || isSaid || day === daysAfter) return { ...ledger, days: day };
  }
}

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-sweep-'));
  const tables = await openEmbeddedTables(folder);
  const teams = await openTeamsServer({ bot: registration, retryAfter: 'mixed' });
  teams.faults.rate(wanted.faults, faults, Number(values.seed));
  const tenants = Array.from({ length: wanted.partners }, (_, index) => `t${index}`);
  const started = Date.now();
  const { connectionString } = tables;
  const orders: Orders = {
    ...{ connectionString, tokenUrl: teams.tokenUrl, tenants },
    ...{ started, shown, speed, deadline },
    ...(values.tasks && { asked: wanted.people }),
  };
  const scene: Scene = { store: await openTables(tables), teams, tenants, orders };
  const watch = new Watch();
  // A turn asks the kept standing who is an admin, so nothing may be swept before its partner is on record; the presses come one by one.
  if (values.tasks) for (const tenant of tenants) await furnish(tenant, scene);
  const places = Array.from({ length: wanted.instances }, () => place(scene, watch));
  await Promise.all([...(values.tasks ? [] : [furnishing(scene, watch)]), ...places]);
  const seconds = (Date.now() - started) / 1000;
  const evening = await rest(scene, watch, 0);
  const sameDay = teams.journal.entries.length;
  const end = await daysUntilSaid(scene, watch);
  const tasks = await askedTasksIn(scene);
  const code = report({ evening, end, watch, tasks, entries: teams.journal.entries, sameDay, seconds });
  await teams.close();
  await tables.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  return code;
}

interface Arrival {
  readonly times: number;
  /** How often it arrived and no answer was given. */
  readonly unanswered: number;
}

/** What arrived of each delivery; a card names its notices in its buttons, and every notice is told each recipient once. */
function arrivalsIn(entries: readonly Entry[]): ReadonlyMap<string, Arrival> {
  const arrivals = new Map<string, Arrival>();
  for (const { delivered, operation, conversation, body, status } of entries) {
    if (!delivered || operation !== 'say') continue;
    const buttons = JSON.stringify(body).matchAll(/"(?:alert|task)":"([^"]+)"/g);
    const keys = new Set([...buttons].map(([, key]) => key!));
    for (const key of keys) {
      const about = `${conversation.slice(2)} ${key}`;
      const { times, unanswered } = arrivals.get(about) ?? { times: 0, unanswered: 0 };
      arrivals.set(about, { times: times + 1, unanswered: unanswered + (status === undefined ? 1 : 0) });
    }
  }
  return arrivals;
}

interface Result {
  /** When the day of the kills had come to rest, and when everything had been said. */
  readonly evening: Ledger;
  readonly end: Ledger & { readonly days: number };
  readonly watch: Watch;
  readonly tasks: AskedTasks;
  readonly entries: readonly Entry[];
  /** How many of these are of the day of the kills. */
  readonly sameDay: number;
  readonly seconds: number;
}

/** How the buttons of a card name a notice: one about a task by the task. */
function shownAs(notice: string): string {
  const [rule, person, credential] = notice.split('/');
  return rule === 'task' ? `${person}/${credential}` : notice;
}

/** What the figures of the days have to say about one delivery. */
function fateOf([row, { recipient, notice }]: readonly [string, Delivery], { watch, entries, sameDay }: Traced) {
  const about = `${row.split(' ')[0]!}-${recipient} ${shownAs(notice!)}`;
  const { times = 0, unanswered = 0 } = entries.get(about) ?? {};
  const killed = watch.cutOff.get(row) ?? 0;
  return { times, killed, unanswered, onDay: sameDay.get(about)?.times ?? 0 };
}

interface Traced {
  readonly watch: Watch;
  readonly entries: ReadonlyMap<string, Arrival>;
  readonly sameDay: ReadonlyMap<string, Arrival>;
}

function linesOf({ rows }: Ledger): string {
  const count = (is: Delivery['state']['is']) => [...rows.values()].filter(({ state }) => state.is === is).length;
  return `${rows.size} = ${count('sent')} sent + ${count('failed')} failed + ${count('skipped')} skipped`;
}

function asksOf({ presses, pressesCutOff }: Watch, { lost, askedTwice }: AskedTasks) {
  return [
    [
      'presses of the button that asks',
      `${presses}, of which ${pressesCutOff} in a bot that was killed before it answered`,
    ],
    ['tasks that are not asked', lost],
    ['tasks that were asked twice', askedTwice],
  ] as const;
}

function report({ evening, end, watch, tasks, entries, sameDay, seconds }: Result): number {
  const traced = { watch, entries: arrivalsIn(entries), sameDay: arrivalsIn(entries.slice(0, sameDay)) };
  const fates = [...end.rows].map((row) => ({ ...fateOf(row, traced), state: row[1].state.is }));
  const count = (of: (fate: (typeof fates)[number]) => boolean) => fates.filter(of).length;
  const failed = [...evening.rows.values()].filter(({ state }) => state.is === 'failed');
  const doubted = failed.filter(isDoubted).length;
  const twice = fates.filter(({ times }) => times === 2);
  const unexplained = count(({ times, killed, unanswered }) => times > 1 + killed + unanswered);
  const tooOften = count(({ onDay }) => onDay > 2);
  const lost = count(({ times }) => times === 0);
  const silent = count(({ times, state }) => state === 'sent' && times === 0);
  const missing = wanted.partners * perPartner - end.rows.size;
  const lines: readonly (readonly [string, string | number])[] = [
    ['kill -9', `${watch.kills} in ${seconds.toFixed(0)} s, of which in the middle of a delivery ${watch.inTheMiddle}`],
    ['bots at a time', wanted.instances],
    ...(values.tasks ? asksOf(watch, tasks) : []),
    ['requests that go wrong', `${(100 * wanted.faults).toFixed(1)} %`],
    ['planned, on the day of the kills', linesOf(evening)],
    ['  failed: refused by Teams, with its code', failed.length - doubted],
    ['  failed: two sends without an answer, so taken up next day', doubted],
    [`planned, ${end.days} ${end.days === 1 ? 'day' : 'days'} later`, linesOf(end)],
    ['arrived once', count(({ times }) => times === 1)],
    ['arrived twice', twice.length],
    ['  … where the bot was killed in the middle of the send', twice.filter(({ killed }) => killed > 0).length],
    ['  … where only the answer was lost', twice.filter((fate) => fate.killed === 0 && fate.unanswered > 0).length],
    ['arrived more often, over the days, each time after a cut', count(({ times }) => times > 2)],
    ['arrived once more than there were cuts', unexplained],
    ['arrived more than twice on the day of the kills', tooOften],
    ['never arrived', lost],
    ['in the ledger as sent, and never arrived', silent],
    ['not in the ledger', missing],
    ['sweeps that came to their end, each adding up', watch.sweeps],
    ['wrong in the ledger after a kill', watch.wrong.length],
  ];
  for (const [what, value] of lines) console.log(`${what.padEnd(60)} ${value}`);
  for (const line of watch.wrong.slice(0, 10)) console.log(`  ${line}`);
  const isAtRest = evening.isAtRest && end.isAtRest;
  const counts = [unexplained, tooOften, lost, silent, missing, watch.wrong.length, tasks.lost, tasks.askedTwice];
  const faultless = counts.every((number) => number === 0);
  console.log(isAtRest && faultless ? 'good' : `NOT GOOD${isAtRest ? '' : ': something was still to be done'}`);
  return isAtRest && faultless ? 0 : 1;
}

void main().then((code) => process.exit(code));
