/** The language relay: between a chat window, which says of everybody that they use English, and the bot. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LanguageRelay {
  /** Where the chat window is to send its activities. */
  readonly endpoint: string;
  close(): void;
}

/** More than a chat window ever sends. */
const largestBody = 1024 * 1024;

/** Passes activities on to the bot as if their sender's client spoke this language, and its answers back. */
export async function startLanguageRelay(bot: string, locale: string): Promise<LanguageRelay> {
  const server = createServer((request, response) => {
    void passOn(request, response, { bot, locale }).catch(() => end(response, { status: 502 }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

interface Terms {
  readonly bot: string;
  readonly locale: string;
}

async function passOn(request: IncomingMessage, response: ServerResponse, { bot, locale }: Terms): Promise<void> {
  // A web page could reach this port under a host name of its own that resolves to this machine (DNS rebinding).
  if (!/^127\.0\.0\.1:\d+$/.test(request.headers.host ?? '')) return end(response, { status: 403 });
  const activity = await activityIn(request);
  if (activity === undefined) return end(response, { status: 400 });
  const answer = await fetch(bot, {
    method: 'POST',
    headers: { 'content-type': request.headers['content-type'] ?? '' },
    body: JSON.stringify(inLanguage(activity, locale)),
  });
  const type = answer.headers.get('content-type');
  end(response, { status: answer.status, body: await answer.text(), ...(type !== null && { type }) });
}

/** The response on which this is called has not begun, or is over. */
function end(response: ServerResponse, what: { status: number; body?: string; type?: string }): void {
  if (response.headersSent) return;
  response.statusCode = what.status;
  if (what.type !== undefined) response.setHeader('content-type', what.type);
  response.end(what.body ?? '');
}

interface Activity {
  readonly locale?: unknown;
  readonly entities?: readonly { readonly type?: unknown }[];
}

async function activityIn(request: IncomingMessage): Promise<Activity | undefined> {
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
    if (body.length > largestBody) return undefined;
  }
  const value: unknown = JSON.parse(body);
  return typeof value === 'object' && value !== null ? value : undefined;
}

/** A client tells its language twice. */
function inLanguage(activity: Activity, locale: string): Activity {
  const { entities } = activity;
  const told = (entity: { readonly type?: unknown }) => (entity.type === 'clientInfo' ? { ...entity, locale } : entity);
  return { ...activity, locale, ...(entities && { entities: entities.map(told) }) };
}
