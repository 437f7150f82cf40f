/** The instances of the soak behind one address: each is killed by chance and another one takes its place. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../tables';
import type { ImportOrder, SoakOrders, SoakReport } from './instance';
import type { FaultyWire } from './table-wire';

interface Running {
  readonly child: ChildProcess;
  readonly wire: FaultyWire;
  readonly port: number;
  /** Rows of the ledger that say "sending". */
  readonly underWay: Set<string>;
  readonly imports: Map<number, (outcome: string) => void>;
}

const mostWaitMs = 15_000;
/** A kill that waits for a write of its instance waits so long at most. */
const mostIdleMs = 1_000;

export class Fleet {
  kills = 0;
  readonly failures = new Map<string, number>();
  readonly endedByThemselves: number[] = [];
  /** How often a row of the ledger said "sending" when its instance was killed. */
  readonly cutOff = new Map<string, number>();
  readonly #program: string;
  readonly #orders: Omit<SoakOrders, 'port' | 'connectionString'>;
  readonly #chance: () => number;
  readonly #running: Running[] = [];
  #isKilling = true;
  #turn = 0;
  #server: Server | undefined;

  constructor(program: string, orders: Omit<SoakOrders, 'port' | 'connectionString'>, chance: () => number) {
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

  /** Keeps an instance over this wire: where it was killed another one is started, until killing ends. */
  async fill(wire: FaultyWire): Promise<void> {
    for (let isAlive = false; !isAlive;) {
      const one = await this.#start(wire);
      while (this.#isKilling && this.#running.includes(one)) await pause(50);
      isAlive = this.#running.includes(one);
    }
  }

  /** Kills any instance about every `meanMs`, half of them at the very moment they write, until killing ends. */
  async killEvery(meanMs: number): Promise<void> {
    while (this.#isKilling) {
      await pause((0.5 + this.#chance()) * meanMs);
      const one = this.#running[Math.floor(this.#chance() * this.#running.length)];
      const atWrite = this.#chance() < 0.5;
      if (one && atWrite) await Promise.race([one.wire.nextWrite(), pause(mostIdleMs)]);
      if (one && this.#running.includes(one) && this.#isKilling) await this.#kill(one);
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

  /** Kills no more; each of the places keeps its instance. */
  async rest(places: readonly Promise<void>[]): Promise<void> {
    this.#isKilling = false;
    await Promise.all(places);
  }

  async close(): Promise<void> {
    for (const { child } of this.#running) child.kill('SIGKILL');
    this.#server?.closeAllConnections();
    this.#server?.close();
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const one = await this.#next();
    if (!one) return refuse(outgoing);
    const { method, url, headers } = incoming;
    const onward = request({ port: one.port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    });
    onward.on('error', () => refuse(outgoing));
    incoming.pipe(onward);
  }

  /** The next instance in turn, waiting a while where all were killed. */
  async #next(): Promise<Running | undefined> {
    const giveUpAt = Date.now() + mostWaitMs;
    while (this.#running.length === 0 && Date.now() < giveUpAt) await pause(50);
    return this.#running[this.#turn++ % Math.max(1, this.#running.length)];
  }

  async #start(wire: FaultyWire): Promise<Running> {
    const port = await freePort();
    const { connectionString } = wire;
    const child = fork(this.#program, [JSON.stringify({ ...this.#orders, connectionString, port })], {
      execArgv: [],
      env: { NODE_ENV: 'production' },
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const one: Running = { child, wire, port, underWay: new Set(), imports: new Map() };
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

/** Beside restify, `writeHead` returns nothing that could be chained. */
function refuse(outgoing: ServerResponse): void {
  if (outgoing.headersSent) return void outgoing.destroy();
  outgoing.statusCode = 502;
  outgoing.end();
}
