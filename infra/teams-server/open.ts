/** A Teams to test bots against: the Bot Connector over HTTP, with its limits, and with every fault that is asked for. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { call, type Heard } from './caller';
import { chanceOf } from './chance';
import { Connector, operationOf, refusal, type Answer, type Done, type Request } from './connector';
import { Directory, type Person, type Room } from './directory';
import { FaultPlan, type Fault } from './fault';
import { IdentityProvider, type Registration } from './identity';
import { Journal, type Entry } from './journal';
import { Counter, documentedLimits, type Limits } from './limit';

export interface TeamsServerOptions {
  readonly host?: string;
  readonly port?: number;
  /** The bot that may call; nobody is asked who they are where it is left out. */
  readonly bot?: Registration;
  /** The address at which the bot is called. */
  readonly endpoint?: string;
  readonly limits?: Limits;
  /** How a refusal for too many requests tells when to come back; `mixed` changes from one to the next. */
  readonly retryAfter?: 'seconds' | 'date' | 'none' | 'mixed';
  /** Milliseconds that every request takes; two at a time in one conversation are then refused. */
  readonly latencyMs?: number;
  readonly tokenSeconds?: number;
  /** Whether the journal keeps what was said; without it, it stays small. */
  readonly keepsBodies?: boolean;
  /** Told of every request when it is over. */
  readonly told?: (entry: Entry) => void;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export interface TeamsServer {
  readonly url: string;
  /** Where a bot is told to answer. */
  readonly serviceUrl: string;
  readonly tokenUrl: string;
  readonly openIdUrl: string;
  readonly directory: Directory;
  readonly faults: FaultPlan;
  readonly journal: Journal;
  /** Somebody does something, in their personal conversation unless another is given. */
  happen(person: Person, activity: Readonly<Record<string, unknown>>, room?: Room): Promise<Heard>;
  close(): Promise<void>;
}

/** Opens a server on a free port of this machine. */
export async function openTeamsServer(options: TeamsServerOptions = {}): Promise<TeamsServer> {
  const teams = new Teams(options);
  const server = createServer((request, response) => void teams.attend(request, response));
  server.listen(options.port ?? 0, options.host ?? '127.0.0.1');
  await once(server, 'listening');
  return addressed(teams, server, options);
}

function addressed(teams: Teams, server: Server, options: TeamsServerOptions): TeamsServer {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const serviceUrl = `${url}/emea/`;
  teams.url = url;
  const { bot, endpoint = '' } = options;
  const { directory, identity } = teams;
  const token = bot && (() => identity.callerToken(bot.id, serviceUrl));
  const called = { endpoint, account: `28:${bot?.id ?? 'bot'}`, serviceUrl, ...(token && { token }) };
  return {
    url,
    serviceUrl,
    tokenUrl: `${url}/token`,
    openIdUrl: `${url}/.well-known/openidconfiguration`,
    directory,
    faults: teams.faults,
    journal: teams.journal,
    happen: (person, activity, room = directory.personalRoom(person.id)) => {
      if (room === undefined) throw new Error(`${person.id} has no conversation with the bot`);
      return call(called, { person, room }, activity);
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const largestBody = 1_048_576;

class Teams {
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
    if (bot && !this.identity.isGranted(authorization, bot)) return refusal('BotNotRegistered');
    const wait = this.#count(request);
    if (wait > 0) return { ...refusal('Throttled'), headers: this.#comeBack(wait) };
    return request.operation !== 'members' && this.#underWay.has(request.conversation)
      ? refusal('PreconditionFailed')
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
