/**
 * Sends activities to the Bot Connector, one HTTP request each. The SDK's client copies every activity property by property and leads
 * it through a dozen policies, which took a fifth of the processor's time in a turn; the request and its answer are the same.
 */
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Activity, Attachment } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { annotate, traced } from '../../context/telemetry';
import { TimeoutError } from '../../context/timeout';

/** What the Bot Connector answered where it took no activity, in the form of the SDK's errors. */
class ConnectorRefusal extends Error {
  override readonly name = 'ConnectorRefusal';

  constructor(
    readonly statusCode: number,
    /** The parsed body; nothing where it is no JSON. */
    readonly details: unknown,
    readonly response: { readonly headers: { get(name: string): string | undefined } },
  ) {
    super(`The Bot Connector answered ${statusCode}.`);
  }
}

interface ActivityRequest {
  readonly method: 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Lets a connector send its activities by {@link sendOnce}, with the credentials that it has. Its calls throw
 * {@link ConnectorRefusal}, the network's error, or {@link TimeoutError} after `timeout` milliseconds.
 */
export function sendActivitiesDirectly(connector: ConnectorClient, timeout: number): void {
  const { conversations, credentials, baseUri } = connector as unknown as Parts;
  const send = async (method: 'POST' | 'PUT', path: readonly string[], activity: Partial<Activity>) => {
    const [, conversation = ''] = path;
    const headers = await signedHeaders(credentials, conversation);
    const url = new URL(['v3', ...path.map(encodeURIComponent)].join('/'), withSlash(baseUri));
    if (isForOne(activity)) url.searchParams.set('isTargetedActivity', 'true');
    return sendOnce({ method, url, headers, body: jsonOf(activity), timeout });
  };
  conversations.sendToConversation = (conversation, activity) =>
    send('POST', ['conversations', conversation, 'activities'], activity);
  conversations.replyToActivity = (conversation, id, activity) =>
    send('POST', ['conversations', conversation, 'activities', id], activity);
  conversations.updateActivity = (conversation, id, activity) =>
    send('PUT', ['conversations', conversation, 'activities', id], activity);
}

/** Whether Teams is to show an activity of a room to its recipient alone. */
function isForOne({ recipient }: Partial<Activity>): boolean {
  return (recipient as { readonly isTargeted?: unknown } | undefined)?.isTargeted === true;
}

/** Cards as they were written last: a finished reply is sent again and again, and nothing changes a card once it is made. */
const written = new WeakMap<object, string>();

/** The activity as JSON, its cards written once. */
function jsonOf({ attachments, ...activity }: Partial<Activity>): string {
  const list = attachments?.map(({ content, ...attachment }: Attachment) => {
    const json =
      typeof content === 'object' && content !== null ? writtenOnce(content as object) : JSON.stringify(content);
    return withLast(attachment, 'content', json);
  });
  return withLast(activity, 'attachments', list && `[${list.join(',')}]`);
}

function writtenOnce(content: object): string {
  const json = written.get(content) ?? JSON.stringify(content);
  written.set(content, json);
  return json;
}

/** The JSON of an object with one more property, whose value is JSON already; without it where there is none. */
function withLast(object: object, name: string, json: string | undefined): string {
  const start = JSON.stringify(object);
  if (json === undefined) return start;
  return `${start.slice(0, -1)}${start === '{}' ? '' : ','}${JSON.stringify(name)}:${json}}`;
}

type Sent = Promise<{ readonly id?: string }>;

/** What the SDK's client holds, some of it without saying so in its types. */
interface Parts {
  readonly baseUri: string;
  readonly credentials: { signRequest(request: { readonly headers: Map<string, string> }): Promise<unknown> };
  readonly conversations: ActivityCalls;
}

interface ActivityCalls {
  sendToConversation: (conversation: string, activity: Partial<Activity>) => Sent;
  replyToActivity: (conversation: string, id: string, activity: Partial<Activity>) => Sent;
  updateActivity: (conversation: string, id: string, activity: Partial<Activity>) => Sent;
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`);

/** The conversation stands in a header too, by which the Bot Connector finds the region of a reply. */
async function signedHeaders(credentials: Parts['credentials'], conversation: string): Promise<Record<string, string>> {
  const headers = new Map([
    ['content-type', 'application/json; charset=utf-8'],
    ['accept', '*/*'],
    ['user-agent', 'Microsoft-BotFramework/3.1 (Laurel)'],
    ['x-ms-conversation-id', encodeURIComponent(conversation)],
  ]);
  await credentials.signRequest({ headers });
  return Object.fromEntries(headers);
}

/** Sends one request and follows no redirect: a repeated POST would show a message twice, and a redirect may lead to another host. */
function sendOnce(request: ActivityRequest): Sent {
  return traced('laurel.teams', { 'http.request.method': request.method }, async () => {
    const { status, text, response } = await answerTo(request).catch(rethrow);
    annotate({ 'http.response.status_code': status });
    if (status < 200 || status > 299) throw new ConnectorRefusal(status, parsed(text), response);
    return parsed(text) ?? {};
  });
}

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly response: ConnectorRefusal['response'];
}

async function answerTo({ method, url, headers, body, timeout }: ActivityRequest): Promise<Answer> {
  const open = url.protocol === 'http:' ? requestHttp : requestHttps;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = open(url, { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) } });
    const late = () => request.destroy(new TimeoutError(`Nothing came within ${timeout} ms`));
    const timer = setTimeout(late, timeout);
    request
      .on('response', resolve)
      .on('error', reject)
      .on('close', () => clearTimeout(timer))
      .end(body);
  });
  response.setEncoding('utf8');
  let text = '';
  for await (const piece of response) text += piece as string;
  return {
    status: response.statusCode ?? 0,
    text,
    response: { headers: { get: (name) => response.headers[name]?.toString() } },
  };
}

/** Errors of the network with their stack in this file: Node gives them none that says who asked. */
function rethrow(error: Error & { readonly code?: string }): never {
  const { message, name, code } = error;
  throw Object.assign(new Error(message, { cause: error }), { name, code });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
