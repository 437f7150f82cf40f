/** Teams, from a request that comes in to the answer that goes out: who may, how often, what goes wrong, what is done. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceOf } from './chance';
import { Connector, operationOf, connectorError, type Answer, type Done, type Request } from './connector';
import { Directory } from './directory';
import { FaultPlan, type Fault } from './fault';
import { IdentityProvider } from './identity';
import { Journal } from './journal';
import { Counter, documentedLimits, type Limits } from './limit';
import type { TeamsServerOptions } from './option';

const largestBody = 1_048_576;

export class Teams {
  url = '';
  readonly directory = new Directory();
  readonly faults = new FaultPlan();
  readonly journal: Journal;
  readonly identity: IdentityProvider;
  readonly #connector = new Connector(this.directory);
  readonly #options: TeamsServerOptions;
  readonly #now: () => number;
  readonly #counters: Readonly<Record<keyof Limits, Counter>>;
  readonly #underWay = new Set<string>();
  readonly #chance = chanceOf(7);

  constructor(options: TeamsServerOptions) {
    const { limits = documentedLimits, now = Date.now, keepsBodies = true, told } = options;
    this.#options = options;
    this.#now = now;
    this.identity = new IdentityProvider(now);
    this.journal = new Journal(keepsBodies, told);
    this.#counters = {
      sending: new Counter(limits.sending),
      asking: new Counter(limits.asking),
      tenant: new Counter(limits.tenant),
    };
  }

  async attend(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    try {
      const text = await textOf(incoming);
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://teams');
      const own = this.#ownPage(pathname, text);
      if (own) return answer(outgoing, own);
      const operation = operationOf(incoming.method ?? '', pathname);
      if (operation === undefined) return answer(outgoing, { status: 404 });
      const body = jsonOf(text);
      const request: Request = {
        ...operation,
        tenant: this.#tenantOf(operation.conversation, body),
        body,
        query: searchParams,
      };
      await this.#meet(request, incoming, outgoing);
    } catch {
      incoming.socket.destroy();
    }
  }

  /** The pages of the identity provider. */
  #ownPage(path: string, text: string): Answer | undefined {
    const { bot = { id: '', secret: '' }, tokenSeconds = 3_600 } = this.#options;
    if (path === '/keys') return { status: 200, body: this.identity.keySet() };
    if (path === '/.well-known/openidconfiguration') return { status: 200, body: this.identity.metadata(this.url) };
    if (path === '/token' || path.endsWith('/oauth2/v2.0/token'))
      return this.identity.grant(new URLSearchParams(text), bot, tokenSeconds);
    return undefined;
  }

  #tenantOf(conversation: string, body: unknown): string {
    const { tenantId } = (body ?? {}) as { readonly tenantId?: unknown };
    return this.directory.room(conversation)?.tenant ?? (typeof tenantId === 'string' ? tenantId : '');
  }

  async #meet(request: Request, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const refused = this.#refused(request, incoming.headers.authorization);
    if (refused) return this.#give(outgoing, request, { answer: refused });
    const fault = this.faults.faultOf(request);
    if (fault?.kind === 'answer') return this.#give(outgoing, request, { answer: fault });
    if (fault !== undefined && fault.kind !== 'slow') return this.#lose(fault, request, incoming);
    this.#underWay.add(request.conversation);
    const delay = (this.#options.latencyMs ?? 0) + (fault?.ms ?? 0);
    if (delay > 0) await pause(delay);
    this.#underWay.delete(request.conversation);
    this.#give(outgoing, request, this.#connector.carryOut(request));
  }

  #refused(request: Request, authorization: string | undefined): Answer | undefined {
    const { bot } = this.#options;
    if (bot && !this.identity.isGranted(authorization, bot)) return connectorError('BotNotRegistered');
    const wait = this.#count(request);
    if (wait > 0) return { ...connectorError('Throttled'), headers: this.#comeBack(wait) };
    return request.operation !== 'members' && this.#underWay.has(request.conversation)
      ? connectorError('PreconditionFailed')
      : undefined;
  }

  /** Counts what is let through; milliseconds to wait where it is not. */
  #count({ operation, conversation, tenant, body }: Request): number {
    const now = this.#now();
    const { members } = (body ?? {}) as { readonly members?: readonly { readonly id?: string }[] };
    const thread = conversation === '' ? `new ${members?.[0]?.id ?? ''}` : conversation;
    const counter = operation === 'members' ? this.#counters.asking : this.#counters.sending;
    const wait = Math.max(counter.waitFor(thread, now), this.#counters.tenant.waitFor(tenant, now));
    if (wait > 0) return wait;
    counter.pass(thread, now);
    this.#counters.tenant.pass(tenant, now);
    return 0;
  }

  #comeBack(wait: number): Readonly<Record<string, string>> {
    const { retryAfter = 'seconds' } = this.#options;
    const ways = ['seconds', 'date', 'none'] as const;
    const way = retryAfter === 'mixed' ? ways[Math.floor(this.#chance() * ways.length)] : retryAfter;
    const seconds = Math.ceil(wait / 1000);
    if (way === 'seconds') return { 'retry-after': String(seconds) };
    return way === 'date' ? { 'retry-after': new Date(this.#now() + 1000 * (seconds + 1)).toUTCString() } : {};
  }

  #lose(fault: Fault & { readonly delivered: boolean }, request: Request, { socket }: IncomingMessage): void {
    const done = fault.delivered ? this.#connector.carryOut(request) : undefined;
    this.#note(request, done);
    if (fault.kind === 'cut') socket.destroy();
  }

  #give(outgoing: ServerResponse, request: Request, done: Done): void {
    this.#note(request, done, done.answer.status);
    answer(outgoing, done.answer);
  }

  #note({ operation, conversation, body }: Request, done?: Done, status?: number): void {
    const created = (done?.answer.body as { readonly id?: string } | undefined)?.id;
    const delivered = done !== undefined && done.answer.status < 300;
    this.journal.write({
      at: this.#now(),
      operation,
      conversation: operation === 'create' && delivered ? (created ?? '') : conversation,
      delivered,
      ...(status !== undefined && { status }),
      ...(done?.activity !== undefined && { activity: done.activity }),
      body,
    });
  }
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  let text = '';
  incoming.setEncoding('utf8');
  for await (const piece of incoming) {
    text += String(piece);
    if (text.length > largestBody) throw new RangeError('too much');
  }
  return text;
}

function jsonOf(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function answer(outgoing: ServerResponse, { status, body, headers }: Answer): void {
  // restify, where a test of the same process has loaded it, makes `writeHead` return nothing.
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(body === undefined ? undefined : JSON.stringify(body));
}
