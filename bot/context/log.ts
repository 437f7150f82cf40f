/**
 * The log: JSON lines on stderr in production, a few plain lines in the local world; no message texts and no secrets in
 * either.
 */
import { pino } from 'pino';
import type { Config } from '../config/config';
import type { Log } from './app-services';
import { traceId } from './telemetry';

/** Where lines go: stderr, or a list in a test. */
export interface LogSink {
  write(line: string): void;
}

/** What people say, what they are called, and what opens doors; compared in lower case. */
const withheldNames = new Set(
  'text,name,displayname,givenname,surname,username,mail,mails,email,emails,upn,userprincipalname,value,attachments,body,rawbody,from,recipient,authorization,cookie,accountkey,sig'.split(
    ',',
  ),
);
const withheldWords = /token|password|secret|connectionstring/;
const withheld = '[withheld]';
const deepest = 5;
/**
 * Characters of one text, entries of one list or object: a line of the log helps to find a fault and is no copy of a request.
 */
const longestText = 2_000;
const longestStack = 8_000;
const mostEntries = 50;

const secretsInText: readonly RegExp[] = [
  /\bBearer\s+\S+/gi,
  /\beyJ[\w-]+\.[\w-]+(\.[\w-]+)?/g,
  /\b(AccountKey|SharedAccessSignature|sig|client_secret)=[^;&\s]+/gi,
  /[\w.+-]+@[\w-]+(\.[\w-]+)+/g,
];

/** Creates the log for production or for the local world, where only entries that ask for an action are shown. */
export function createLog(kind: Config['kind'], sink: LogSink = process.stderr): Log {
  const options = {
    base: undefined,
    messageKey: 'message',
    mixin: () => {
      const trace = traceId();
      return trace === undefined ? {} : { trace };
    },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (level: string) => ({ level }),
      log: (about: Record<string, unknown>) => scrubbed(about) as Record<string, unknown>,
    },
  };
  if (kind === 'production') return pino({ ...options, level: 'info' }, sink);
  return pino({ ...options, level: 'warn' }, { write: (line) => sink.write(plain(line)) });
}

/** The value without what must not be written down. Depth is bounded, because errors of SDKs carry whole connections. */
function scrubbed(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return withoutSecrets(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Error) return errorFacts(value);
  if (depth === deepest) return '[…]';
  if (Array.isArray(value)) return value.slice(0, mostEntries).map((item) => scrubbed(item, depth + 1));
  return Object.fromEntries(
    entriesOf(value).map(([key, item]) => [key, isWithheld(key) ? withheld : scrubbed(item, depth + 1)]),
  );
}

function isWithheld(key: string): boolean {
  const name = key.toLowerCase();
  return withheldNames.has(name) || withheldWords.test(name);
}

function entriesOf(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value)
    .slice(0, mostEntries)
    .map(([key, item]) => [key.slice(0, longestText), item]);
}

/** Cut before it is searched, because the time of a search grows with the square of a long word. */
function withoutSecrets(text: string, longest = longestText): string {
  return secretsInText.reduce((rest, secret) => rest.replace(secret, withheld), cutAt(longest, text));
}

/** Also removes the word at the cut: half of a mail address or a token would no longer be recognized as one. */
function cutAt(longest: number, text: string): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest).replace(/\S*$/, '')}…`;
}

/** Of an error only what is known to be harmless: what SDKs hang onto it are requests with their tokens. */
function errorFacts(error: Error, depth = 0): Readonly<Record<string, unknown>> {
  const { name, message, stack, cause, code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  return {
    name,
    message: withoutSecrets(message),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    ...(stack ? { stack: withoutSecrets(stack, longestStack) } : {}),
    ...(cause instanceof Error && depth < deepest ? { cause: errorFacts(cause, depth + 1) } : {}),
  };
}

/** A line for people: the level, the message, and of an error only what it says. */
function plain(line: string): string {
  const { level, message, time: _time, ...about } = JSON.parse(line) as Record<string, unknown>;
  const facts = JSON.stringify(about, (key, value: unknown) => (key === 'stack' ? undefined : value));
  return `${String(level)}: ${String(message)}${facts === '{}' ? '' : ` ${facts}`}\n`;
}
