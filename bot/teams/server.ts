/** The HTTP server: three routes, and everything that is turned away before the SDK sees it. No decisions about turns. */
import {
  createServer as createRestifyServer,
  plugins,
  type Next,
  type Request,
  type Response,
  type Server,
} from 'restify';
import { withTimeout } from '../context/timeout';
import { isLoopback } from '../config/loopback';
import { isTrustedServiceUrl } from '../config/service-url';
import { isActivity } from './activities/activity-schema';
import { hasBearerToken } from './bearer-header';
import { createRefusalLog, type RefusalLog } from './refusal-log';
import type { Log } from '../context/app-services';

export type HttpServer = Server;

/** Answers one activity through the SDK. */
export type TurnProcessor = (request: Request, response: Response) => Promise<void>;

export interface ServerParts {
  readonly processTurn: TurnProcessor;
  /** The names of what should be there and is not; none means ready. */
  readonly missing: () => Promise<readonly string[]>;
  readonly version: string;
  readonly log: Log;
  /** Whether callers must be authenticated. */
  readonly isAuthenticated: boolean;
  /** Time limit for the whole request body, in milliseconds. */
  readonly bodyDeadline?: number;
  /** Time limit for `missing`, in milliseconds; after that the store counts as missing. */
  readonly readyDeadline?: number;
}

/** Teams limits messages to 100 KB; the rest is room for the activity around it. */
const largestBody = 512 * 1024;

/** Milliseconds for the headers of a request; Teams sends them at once. */
const headersDeadline = 10_000;
/** Milliseconds for a whole request, headers and body; the body alone has a shorter limit of its own. */
const requestDeadline = 30_000;
/** Milliseconds for which an unused connection stays open: longer than the idle time of Azure's front ends is of no use. */
const idleDeadline = 65_000;
/** How often the server looks for connections that are over these limits, in milliseconds; Node's own choice is 30 s. */
const limitCheckEvery = 5_000;

/** A server that is ready to listen. */
export function createServer(parts: ServerParts): HttpServer {
  const { version, isAuthenticated, log, bodyDeadline = 10_000 } = parts;
  // An empty name leaves no `Server` header.
  const server = createRestifyServer({ name: '' });
  limitConnections(server.server);
  const logRefusal = createRefusalLog({ log });
  if (!isAuthenticated) server.pre(onlyFromThisMachine);
  server.post(
    '/api/messages',
    ...(isAuthenticated ? [onlyWithToken(logRefusal)] : []),
    onlyPlainJson,
    within(bodyDeadline),
    plugins.bodyReader({ maxBodySize: largestBody }),
    plugins.jsonBodyParser({ bodyReader: true }),
    onlyActivities(isAuthenticated),
    turn(parts),
  );
  server.get('/health', async (_request: Request, response: Response) => {
    response.send(200, { status: 'ok', version });
  });
  server.get('/ready', readiness(parts));
  return server;
}

interface ConnectionLimits {
  headersTimeout: number;
  requestTimeout: number;
  keepAliveTimeout: number;
  connectionsCheckingInterval?: number;
}

function limitConnections(server: ConnectionLimits): void {
  server.headersTimeout = headersDeadline;
  server.requestTimeout = requestDeadline;
  server.keepAliveTimeout = idleDeadline;
  server.connectionsCheckingInterval = limitCheckEvery;
}

type Handler = (request: Request, response: Response, next: Next) => void;

/** The end of a request that does not get through. */
function refuse(status: number, code: string): Handler {
  return (_request, response, next) => {
    response.send(status, { code });
    next(false);
  };
}

/**
 * A web page could reach this port under a host name of its own that resolves to this machine; programs of this machine use
 * ours.
 */
const onlyFromThisMachine: Handler = (request, response, next) => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (isLoopback(host)) return next();
  refuse(403, 'not-this-machine')(request, response, next);
};

/**
 * Plain, because the body parser dies of a broken gzip stream and unpacks an endless one; JSON, because that is what a
 * page of another site cannot send without asking first.
 */
const onlyPlainJson: Handler = (request, response, next) => {
  if (request.headers['content-encoding'] !== undefined || request.getContentType() !== 'application/json')
    return refuse(415, 'not-plain-json')(request, response, next);
  if (request.getContentLength() > largestBody) return refuse(413, 'too-large')(request, response, next);
  next();
};

/** Turns a caller without a token away before anything of the body is read. */
function onlyWithToken(logRefusal: RefusalLog): Handler {
  return (request, response, next) => {
    if (hasBearerToken(request.headers.authorization)) return next();
    logRefusal({ status: 401, code: 'no-token' });
    refuse(401, 'not-authenticated')(request, response, next);
  };
}

/** Hangs up on a body that comes too slowly. */
function within(deadline: number): Handler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      response.once('finish', () => request.socket.destroy());
      response.send(408, { code: 'too-slow' });
    }, deadline);
    for (const end of ['end', 'close']) request.once(end, () => clearTimeout(timer));
    next();
  };
}

/**
 * Everything behind this line relies on the types and sizes of {@link isActivity}. The SDK takes an activity without a service
 * URL and would answer it to a host of its own choice.
 */
function onlyActivities(isAuthenticated: boolean): Handler {
  return (request, response, next) => {
    if (response.headersSent) return next(false);
    const activity: unknown = request.body;
    if (!isActivity(activity)) return refuse(400, 'not-an-activity')(request, response, next);
    if (!isTrustedServiceUrl(activity.serviceUrl, isAuthenticated))
      return refuse(400, 'untrusted-service-url')(request, response, next);
    next();
  };
}

function turn({ processTurn, log }: ServerParts): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      await processTurn(request, response);
    } catch (error) {
      log.error({ error }, 'A turn ended in an error that nobody caught.');
      if (!response.headersSent) response.send(500, { code: 'internal' });
    }
  };
}

/** Milliseconds for which an answer about readiness holds, because it asks the store and anyone may call it. */
const readyFor = 1_000;

function readiness(parts: ServerParts): (request: Request, response: Response) => Promise<void> {
  let asked: Promise<readonly string[]> | undefined;
  const missingNow = () => {
    if (asked) return asked;
    asked = missingOf(parts);
    setTimeout(() => (asked = undefined), readyFor).unref();
    return asked;
  };
  return async (_request, response) => {
    const missing = await missingNow();
    if (missing.length === 0) response.send(200, { status: 'ready' });
    else response.send(503, { status: 'not-ready', missing });
  };
}

async function missingOf({ missing, log, readyDeadline = 3000 }: ServerParts): Promise<readonly string[]> {
  try {
    return await withTimeout(missing(), readyDeadline);
  } catch (error) {
    log.error({ error }, 'Could not check readiness.');
    return ['answer'];
  }
}
