/**
 * Deliver: something said unasked to many recipients, through a Teams server that keeps to its limits and goes wrong for a
 * share of all requests. `npm run bench:deliver -- [--recipients 10000] [--faults 0.05] [--tenants 1] [--seed 1]`. It stays
 * on this machine and ends by itself; at the end everybody was reached or it is known why not, or it fails. Waits are cut
 * to fifteen seconds, since nobody wants to watch a quarter of an hour.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Card } from '../cards/card';
import { createPost } from '../bot/messenger';
import type { Outbound, Outcome } from '../bot/outbound';
import { teamsPace } from '../bot/pace';
import { isTrustedServiceUrl } from '../bot/service-url';
import { createWayOut } from '../bot/way-out';
import type { Conversation } from '../domain/conversation';
import { documentedFaults, type Fault } from '../infra/teams-server/fault';
import { documentedLimits } from '../infra/teams-server/limit';
import { openTeamsServer } from '../infra/teams-server/open';

const { values } = parseArgs({
  options: {
    recipients: { type: 'string', default: '10000' },
    faults: { type: 'string', default: '0.05' },
    tenants: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    serve: { type: 'boolean', default: false },
  },
});
const recipients = Number(values.recipients);
const share = Number(values.faults);
const tenants = Number(values.tenants);

/** Every documented error, and as many failures of the connection. */
const faults: readonly Fault[] = [
  ...Object.values(documentedFaults),
  ...Array.from({ length: 4 }, (): readonly Fault[] => [
    { kind: 'cut', delivered: false },
    { kind: 'cut', delivered: true },
    { kind: 'hang', delivered: false },
    { kind: 'hang', delivered: true },
    { kind: 'slow', ms: 500 },
  ]).flat(),
];

const tenantOf = (at: number): string => `tenant-${at % tenants}`;

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
  const teams = await openTeamsServer({ retryAfter: 'mixed', keepsBodies: false });
  for (let at = 0; at < recipients; at += 1)
    teams.directory.add({ tenant: tenantOf(at), id: `29:p${at}`, aadObjectId: `p${at}`, name: `Person ${at}` });
  teams.faults.rate(share, faults, Number(values.seed));
  process.on('message', () => process.send!(toldBy(teams.journal.entries)));
  process.on('disconnect', () => process.exit(0));
  process.send!(teams.serviceUrl);
}

function toldBy(entries: readonly { conversation: string; delivered: boolean; status?: number; at: number }[]): Told {
  const arrived = new Array<number>(recipients).fill(0);
  const lost = new Array<number>(recipients).fill(0);
  const statuses: Record<string, number> = {};
  for (const { conversation, delivered, status } of entries) {
    const at = Number(conversation.slice('a:p'.length));
    if (delivered) arrived[at]! += 1;
    if (delivered && status === undefined) lost[at]! += 1;
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

/** About as large as an alert. */
const card = {
  type: 'AdaptiveCard',
  version: '1.5',
  speak: 'Your renewal is at risk.',
  body: Array.from({ length: 40 }, (_, at) => ({ type: 'TextBlock', wrap: true, text: `Line ${at} `.repeat(10) })),
} as unknown as Card;

function recipient(at: number, serviceUrl: string): Conversation {
  const reference = { channel: 'msteams', serviceUrl, conversation: `a:p${at}`, bot: '28:laurel', user: `29:p${at}` };
  return { id: `p${at}`, scope: 'personal', reference, name: '', locale: 'en', seenAt: '2018-06-01T09:00:00Z' };
}

const mostAtOnce = 300;
const mostAttempts = 8;
const longestWait = 15_000;

interface Job {
  readonly at: number;
  attempts: number;
  unclear: number;
  due: number;
}

/** A queue as simple as can be: what is due is said, what failed becomes due again. */
class Queue {
  readonly ends = new Map<string, number>();
  readonly heaps: number[] = [];
  readonly reached = new Array<boolean>(recipients).fill(false);
  readonly #waiting: Job[] = Array.from({ length: recipients }, (_, at) => ({ at, attempts: 0, unclear: 0, due: 0 }));
  readonly #outbound: Outbound;
  readonly #serviceUrl: string;
  #over = 0;
  #underWay = 0;
  /** When the last of the first attempts began: until then there was always something to send. */
  saturatedUntil = 0;

  constructor(outbound: Outbound, serviceUrl: string) {
    this.#outbound = outbound;
    this.#serviceUrl = serviceUrl;
  }

  async run(until: number): Promise<void> {
    while (this.#over < recipients) {
      if (Date.now() > until) throw new Error(`Only ${this.#over} of ${recipients} were over in time`);
      const now = Date.now();
      const next = this.#underWay < mostAtOnce ? this.#waiting.findIndex(({ due }) => due <= now) : -1;
      if (next < 0) await pause(5);
      else void this.#deliver(this.#waiting.splice(next, 1)[0]!);
    }
  }

  async #deliver(job: Job): Promise<void> {
    this.#underWay += 1;
    job.attempts += 1;
    const message = { card, locale: 'en' } as const;
    const outcome = await this.#outbound.say(tenantOf(job.at), recipient(job.at, this.#serviceUrl), message);
    this.#underWay -= 1;
    if (job.attempts === 1) this.saturatedUntil = Date.now();
    if (outcome.kind === 'unclear') job.unclear += 1;
    if (mayTryAgain(outcome, job)) {
      job.due = Date.now() + Math.min(longestWait, outcome.afterMs);
      this.#waiting.push(job);
    } else this.#end(job, outcome);
  }

  #end(job: Job, outcome: Outcome): void {
    this.#over += 1;
    this.reached[job.at] = outcome.kind === 'sent';
    const end = outcome.kind === 'sent' ? 'sent' : `${outcome.kind} ${outcome.code}`;
    this.ends.set(end, (this.ends.get(end) ?? 0) + 1);
    if (this.#over % Math.ceil(recipients / 10) === 0) this.heaps.push(heapInMegabytes());
  }
}

function mayTryAgain(outcome: Outcome, { attempts, unclear }: Job): outcome is Extract<Outcome, { afterMs: number }> {
  if (outcome.kind === 'unclear') return unclear < 2;
  return outcome.kind === 'later' && attempts < mostAttempts;
}

async function answerOf<T>(child: ChildProcess): Promise<T> {
  const [answer] = (await once(child, 'message')) as [T];
  return answer;
}

async function run(): Promise<void> {
  const child = fork(__filename, [...process.argv.slice(2), '--serve'], { execArgv: process.execArgv });
  const serviceUrl = await answerOf<string>(child);
  const outbound = createWayOut({
    post: createPost(undefined, { deadline: 3_000 }),
    isTrusted: (url) => isTrustedServiceUrl(url, false),
    mayReach: () => true,
    clock: { now: Date.now, wait: (ms) => pause(ms) },
    random: Math.random,
  });
  const queue = new Queue(outbound, serviceUrl);
  const started = Date.now();
  await queue.run(started + (1000 * recipients) / (30 * tenants) + 180_000);
  const ended = Date.now();
  child.send('tell');
  const told = await answerOf<Told>(child);
  child.disconnect();
  report(queue, told, { started, ended });
}

interface Times {
  readonly started: number;
  readonly ended: number;
}

function report({ ends, heaps, reached, saturatedUntil }: Queue, told: Told, { started, ended }: Times): void {
  const allowed = tenants * Math.min(...documentedLimits.tenant.map(({ most, ms }) => (1000 * most) / ms));
  const seconds = (saturatedUntil - started) / 1000;
  const rate = told.passed.filter((at) => at <= saturatedUntil).length / seconds;
  const silent = reached.filter((was, at) => was && told.arrived[at] === 0).length;
  const twice = told.arrived.filter((count) => count > 1).length;
  const excess = told.arrived.filter((count, at) => count > 1 + Math.min(1, told.lost[at]!)).length;
  const total = [...ends.values()].reduce((sum, count) => sum + count, 0);
  const growth = heaps.at(-1)! - heaps[1]!;
  console.log(
    `recipients            ${recipients} in ${tenants} tenant(s), ${(100 * share).toFixed(1)} % of requests go wrong`,
  );
  console.log(`accounted for         ${total}`);
  for (const [end, count] of [...ends].sort(([, one], [, other]) => other - one))
    console.log(`  ${String(count).padStart(6)}  ${end}`);
  console.log(`said to have arrived, and did not   ${silent}`);
  console.log(`arrived twice         ${twice}, of which without a lost answer ${excess}`);
  console.log(`answers of Teams      ${JSON.stringify(told.statuses)}`);
  console.log(
    `took                  ${((ended - started) / 1000).toFixed(1)} s, the first attempts ${seconds.toFixed(1)} s`,
  );
  console.log(
    `let through           ${rate.toFixed(1)} a second of ${allowed} that the limits allow: ${((100 * rate) / allowed).toFixed(1)} %`,
  );
  console.log(
    `our own pace allows   ${(tenants * (1000 * teamsPace.tenant[0]!.most)) / teamsPace.tenant[0]!.ms} a second`,
  );
  console.log(`heap after each tenth ${heaps.map((heap) => heap.toFixed(1)).join(' ')} MB`);
  const isGood = total === recipients && silent === 0 && excess === 0 && rate >= 0.9 * allowed && growth < 5;
  console.log(isGood ? 'good' : 'NOT GOOD');
  process.exitCode = isGood ? 0 : 1;
}

void (values.serve ? serve() : run());
