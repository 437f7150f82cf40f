/** Instances of one bot behind one address, as a load balancer shows them; each is a process of its own and may end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Card } from '../../cards/elements/card';
import type { TeamsServer } from '../teams-server/open';

export interface Instance {
  readonly port: number;
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
}

/** The process to start: its arguments for Node, where, and its settings. */
export interface InstanceCommand {
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Where it listens. */
  readonly port: number;
}

const started: Instance[] = [];

/** Starts an instance and resolves when it says that it is ready. Throws where it does not get ready within a minute. */
export async function startInstance({ args, cwd, env, port }: InstanceCommand): Promise<Instance> {
  const child = spawn(process.execPath, args, {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...env, PORT: String(port), LANG: 'C' },
  });
  const instance = { port, process: child, ended: once(child, 'close') };
  started.push(instance);
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (answer?.ok) return instance;
    if (tries > 600 || child.exitCode !== null) throw new Error('An instance did not get ready.');
    await pause(100);
  }
}

/** Ends what is left of every instance that was started. */
export async function endInstances(): Promise<void> {
  for (const { process: child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
}

/** One address before all instances: each request goes to the next of them, and on to another where one does not take it. */
export async function openProxy(instances: readonly Instance[]): Promise<Server> {
  let requests = 0;
  const server = createServer((incoming, outgoing) => {
    const first = requests++;
    const pieces: Buffer[] = [];
    incoming.on('data', (piece: Buffer) => pieces.push(piece));
    incoming.on('end', () => {
      const pass = (tried: number) => {
        const { port } = instances[(first + tried) % instances.length]!;
        const headers = { ...incoming.headers, connection: 'close' };
        const out = request(
          { port, host: '127.0.0.1', method: incoming.method, path: incoming.url, headers },
          (answer) => {
            outgoing.writeHead(answer.statusCode!, answer.headers);
            answer.pipe(outgoing);
          },
        );
        out.on('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'ECONNREFUSED' && tried + 1 < instances.length) return pass(tried + 1);
          if (outgoing.headersSent) return outgoing.destroy();
          outgoing.statusCode = 502;
          return outgoing.end(`${error.code}: ${error.message}`);
        });
        out.end(Buffer.concat(pieces));
      };
      pass(0);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** The cards that arrived in a conversation, in their order. */
export function cardsIn(conversation: string, teams: TeamsServer): readonly Card[] {
  return teams.journal
    .deliveredIn(conversation)
    .filter(({ operation }) => operation === 'say')
    .map(cardIn)
    .filter((one) => one !== undefined);
}

function cardIn({ body }: { readonly body?: unknown }): Card | undefined {
  return (body as { readonly attachments?: readonly { readonly content: Card }[] } | undefined)?.attachments?.[0]
    ?.content;
}
