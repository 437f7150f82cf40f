/** The chat window as a child process: what it says to the bot, and that it is ours alone, or not there at all. */
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer as createHttpServer, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { localPeople, localTenant } from '../sample/local-people';
import { LocalWorldFault } from '../local-world-fault';
import { startPlayground, type Playground } from './playground';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'laurel-playground-'));
const open: { close(): unknown }[] = [];
afterAll(async () => {
  for (const one of open) await one.close();
  rmSync(folder, { recursive: true, force: true });
});

async function listening<T extends Server>(server: T): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push(server);
  return (server.address() as AddressInfo).port;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** A bot that only listens: the activities that come, as they come. */
async function deafBot() {
  const heard: Record<string, unknown>[] = [];
  const server = createHttpServer((request, response) => {
    void bodyOf(request).then((body) => {
      if (body) heard.push(JSON.parse(body) as Record<string, unknown>);
      // restify, where another test of this process has loaded it, makes `writeHead` return nothing.
      response.writeHead(200);
      response.end();
    });
  });
  const endpoint = `http://127.0.0.1:${await listening(server)}/api/messages`;
  return { endpoint, heard };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += String(chunk);
  return body;
}

async function ended(playground: Playground): Promise<LocalWorldFault> {
  return new Promise((resolve) => playground.onLost(resolve));
}

describe('the chat window', () => {
  it('speaks for the first of the local people, in the local tenant, and wants its answers on loopback', async () => {
    const { endpoint, heard } = await deafBot();
    const port = await freePort();
    const playground = await startPlayground({ port, endpoint, data: folder });
    open.push(playground);

    const address = `${playground.url}/_conversation/v1/conversations/personal-chat/messages`;
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({
      from: { id: localPeople[0]!.id },
      text: 'progress',
      textFormat: 'plain',
      mentions: [],
    });
    await fetch(address, { method: 'POST', headers, body });
    while (heard.length === 0) await new Promise((later) => setTimeout(later, 20));

    expect(heard[0]).toMatchObject({
      type: 'message',
      text: 'progress',
      from: { aadObjectId: localPeople[0]!.aadObjectId, name: localPeople[0]!.name },
      conversation: { conversationType: 'personal', tenantId: localTenant },
      serviceUrl: `http://127.0.0.1:${port}/_connector`,
    });
  });

  it('speaks for somebody else in a chat of their own, with files of its own', async () => {
    const { endpoint, heard } = await deafBot();
    const port = await freePort();
    const sitter = localPeople[1]!;
    const playground = await startPlayground({ port, endpoint, data: folder, sitter });
    open.push(playground);

    const id = `personal-chat-${sitter.id}`;
    const headers = { 'content-type': 'application/json' };
    await fetch(`${playground.url}/_debug/conversation/${id}/installation`, { method: 'POST', headers, body: '{}' });
    while (heard.length < 2) await new Promise((later) => setTimeout(later, 20));

    for (const activity of heard)
      expect(activity).toMatchObject({
        from: { id: sitter.id, aadObjectId: sitter.aadObjectId },
        conversation: { id, conversationType: 'personal', tenantId: localTenant },
        serviceUrl: `http://127.0.0.1:${port}/_connector`,
      });
    expect(readFileSync(join(folder, 'windows', String(port), 'config.yml'), 'utf8')).toContain(sitter.mail);
  });

  it('is for this machine only', async () => {
    const elsewhere = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
    const address = elsewhere.find(({ internal, family }) => !internal && family === 'IPv4')?.address;
    const port = await freePort();
    const playground = await startPlayground({ port, endpoint: 'http://127.0.0.1:9/', data: folder });
    open.push(playground);

    // Free there: nobody listens on all interfaces.
    const probe = createServer().listen(port, address ?? '127.0.0.2');
    open.push(probe);
    await once(probe, 'listening');

    expect(probe.listening).toBe(true);
  });

  it('goes when it is told to, and that is no loss', async () => {
    const port = await freePort();
    const playground = await startPlayground({ port, endpoint: 'http://127.0.0.1:9/', data: folder });
    const losses: unknown[] = [];
    void ended(playground).then((fault) => losses.push(fault));

    await playground.close();

    const probe = createServer().listen(port, '127.0.0.1');
    open.push(probe);
    await once(probe, 'listening');

    expect(losses).toEqual([]);
  });

  it('does not take another port where its own is taken, nor a stranger for itself', async () => {
    const stranger = createHttpServer((_request, response) => response.end('pong'));
    const port = await listening(stranger);

    const fault = await startPlayground({ port, endpoint: 'http://127.0.0.1:9/', data: folder }).catch(
      (e: unknown) => e,
    );

    expect(fault).toBeInstanceOf(LocalWorldFault);
    const { code, places } = fault as LocalWorldFault;
    expect(code).toBe('playground-failed');
    expect(readFileSync(places.log, 'utf8')).toContain('port');
  });

  it('does not start in a folder that is none', async () => {
    const file = join(folder, 'playground', 'config.yml');

    const fault = await startPlayground({ port: 1, endpoint: 'http://127.0.0.1:9/', data: file }).catch(
      (e: unknown) => e,
    );

    expect(fault).toMatchObject({ code: 'folder-unusable', places: { folder: file } });
  });
});
