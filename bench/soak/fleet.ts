/** The instances of the soak behind one address: each is killed by chance and another one takes its place. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../tables';
import type { ImportOrder, SoakOrders, SoakReport } from './instance';

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  /** Rows of the ledger that say "sending". */
  readonly underWay: Set<string>;
  readonly imports: Map<number, (outcome: string) => void>;
}

/** Each lives so long at most once it is ready. */
const mostLifeMs = 12_000;
const mostWaitMs = 15_000;

export class Fleet {
  kills = 0;
  readonly failures = new Map<string, number>();
  readonly endedByThemselves: number[] = [];
  /** How often a row of the ledger said "sending" when its instance was killed. */
  readonly cutOff = new Map<string, number>();
  readonly #program: string;
  readonly #orders: Omit<SoakOrders, 'port'>;
  readonly #chance: () => number;
  readonly #running: Running[] = [];
  #isKilling = true;
  #turn = 0;
  #server: Server | undefined;

  constructor(program: string, orders: Omit<SoakOrders, 'port'>, chance: () => number) {
    this.#program = program;
    this.#orders = orders;
    this.#chance = chance;
  }

  /** Opens the one address of all instances and returns it. */
  async open(): Promise<string> {
    this.#server = createServer((incoming, outgoing) => void this.#pass(incoming, outgoing));
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/messages`;
  }

  /** Keeps one place filled, killing what is in it, until killing ends; what is there then stays. */
  async fill(): Promise<void> {
    while (this.#isKilling) {
      const one = await this.#start();
      const ends = Date.now() + (0.2 + 0.8 * this.#chance()) * mostLifeMs;
      while (this.#isKilling && Date.now() < ends) await pause(50);
      if (this.#isKilling) await this.#kill(one);
    }
  }

  /** Imports through one of the instances; what it says came of it, or `killed`. */
  async import(order: ImportOrder): Promise<string> {
    const one = await this.#next();
    if (!one) return 'killed';
    return new Promise((resolve) => {
      one.imports.set(order.id, resolve);
      one.child.send(order, (error) => error && resolve('killed'));
    });
  }

  /** Kills no more, and leaves at least one instance running. */
  async rest(places: readonly Promise<void>[]): Promise<void> {
    this.#isKilling = false;
    await Promise.all(places);
    if (this.#running.length === 0) await this.#start();
  }

  async close(): Promise<void> {
    for (const { child } of this.#running) child.kill('SIGKILL');
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const one = await this.#next();
    if (!one) return void outgoing.writeHead(502).end();
    const { method, url, headers } = incoming;
    const onward = request({ port: one.port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => (outgoing.headersSent ? outgoing.destroy() : outgoing.writeHead(502).end()));
    incoming.pipe(onward);
  }

  /** The next instance in turn, waiting a while where all were killed. */
  async #next(): Promise<Running | undefined> {
    const giveUpAt = Date.now() + mostWaitMs;
    while (this.#running.length === 0 && Date.now() < giveUpAt) await pause(50);
    return this.#running[this.#turn++ % Math.max(1, this.#running.length)];
  }

  async #start(): Promise<Running> {
    const port = await freePort();
    const child = fork(this.#program, [JSON.stringify({ ...this.#orders, port })], {
      execArgv: [],
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const one: Running = { child, port, underWay: new Set(), imports: new Map() };
    const ready = new Promise<void>((resolve) => {
      child.on('message', (report: SoakReport) => {
        if (report.is === 'ready') resolve();
        this.#hear(report, one);
      });
      child.once('close', (code: number | null) => {
        if (code !== null) this.endedByThemselves.push(code);
        this.#remove(one);
        resolve();
      });
    });
    await ready;
    this.#running.push(one);
    return one;
  }

  #hear(report: SoakReport, { underWay, imports }: Running): void {
    if (report.is === 'failed') this.failures.set(report.why, (this.failures.get(report.why) ?? 0) + 1);
    if (report.is === 'imported') imports.get(report.id)?.(report.outcome);
    if (report.is !== 'written') return;
    if (report.state === 'sending') underWay.add(report.row);
    else underWay.delete(report.row);
  }

  async #kill(one: Running): Promise<void> {
    this.kills += 1;
    const closed = once(one.child, 'close');
    one.child.kill('SIGKILL');
    await closed;
    for (const row of one.underWay) this.cutOff.set(row, (this.cutOff.get(row) ?? 0) + 1);
  }

  #remove(one: Running): void {
    const at = this.#running.indexOf(one);
    if (at >= 0) this.#running.splice(at, 1);
    for (const resolve of one.imports.values()) resolve('killed');
  }
}
