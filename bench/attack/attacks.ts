/** The attacks: what each sends, how often, and which answers mean that it succeeded. Generated from a seed, so that a run can be repeated. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { commands } from '../../bot/intents/all-commands';
import { attacked, botId, issuer, people, tenant } from './company';

export interface HostileRequest {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

export interface Attack {
  readonly name: string;
  readonly count: number;
  /** The server that is attacked: `open` accepts requests without a token, `guarded` verifies a token of the Bot Connector. */
  readonly server: 'open' | 'guarded';
  /** The HTTP statuses that are right; any other is a fault. */
  readonly statuses: readonly number[];
  readonly request: (index: number) => HostileRequest;
}

export interface AttackTools {
  readonly seed: number;
  /** The service URL for replies, which also serves hostile files: a server of the parent process on loopback. */
  readonly sink: string;
  readonly key: KeyObject;
}

type Json = Readonly<Record<string, unknown>>;

const entraId = (index: number): string => `${attacked}${index.toString(16).padStart(12, '0')}`;

function envelope(sink: string, index: number): Json {
  return {
    type: 'message',
    id: `m${index}`,
    channelId: 'msteams',
    serviceUrl: sink,
    from: { id: `29:attacker-${index % 50}`, name: 'Attacker', aadObjectId: entraId(index % 50) },
    recipient: { id: '28:laurel', name: 'Laurel' },
    conversation: { id: `a:${index % 50}`, conversationType: 'personal', tenantId: tenant },
    channelData: { tenant: { id: tenant } },
    locale: 'en-US',
    text: 'help',
  };
}

/** Values that have crashed other programs: wrong types, long words, markup, names that objects inherit, deep nesting. */
const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.constantFrom<unknown>(
    null,
    [],
    {},
    [null],
    -1,
    1e308,
    '',
    '\u0000',
    '../../etc/passwd',
    '<script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '{{constructor}}',
    '${7*7}',
    "' OR '1'='1",
    '\u202e\u2066abc',
    '=cmd|calc!A1',
    { constructor: null },
    { constructor: { prototype: { isAdmin: true } } },
    { toString: 1, valueOf: 2 },
  ),
  fc.integer({ min: 1, max: 20_000 }).map((length) => 'a'.repeat(length)),
  fc.integer({ min: 1, max: 3_000 }).map((length) => '<at>'.repeat(length)),
  fc.integer({ min: 1, max: 200 }).map((depth) => Array.from({ length: depth }).reduce<unknown>((value) => [value], 1)),
  fc.constantFrom(...people.slice(0, 2).flatMap(({ id, name, identifiers }) => [id, name, identifiers.corpEmail[0]!])),
);

const fieldNames = [
  'type',
  'id',
  'name',
  'action',
  'channelId',
  'from',
  'recipient',
  'conversation',
  'channelData',
  'entities',
  'attachments',
  'membersAdded',
  'membersRemoved',
  'locale',
  'localTimezone',
  'text',
  'textFormat',
  'value',
  'replyToId',
  'timestamp',
  '__proto__',
];

const parameterNames = [
  'person',
  'people',
  'competency',
  'level',
  'credential',
  'on',
  'until',
  'days',
  'value',
  'metric',
  'programme',
  'rule',
  'events',
  'step',
  'page',
  'pending',
  'correction',
  'import',
  'key',
  'notice',
  'topic',
  'file',
  'face',
  'to',
  'isSure',
  'typed',
  'confirmed',
  'about',
  '__proto__',
];

/** Samples of an arbitrary of fast-check, all at once, because sampling one by one takes longer than the attack. */
function samples<T>(arbitrary: fc.Arbitrary<T>, count: number, seed: number): readonly T[] {
  return fc.sample(arbitrary, { numRuns: count, seed });
}

const json = { 'content-type': 'application/json' };
const bodyOf = (value: unknown) => ({ headers: json, body: JSON.stringify(value) });

/** The invoke activity of a button that no card of Laurel has. */
const press = (base: Json, verb: unknown, data: unknown): Json => ({
  ...base,
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data } },
});

function mutatedActivities({ seed, sink }: AttackTools, count: number): Attack {
  const edits = samples(
    fc.array(fc.tuple(fc.constantFrom(...fieldNames), hostile), { minLength: 1, maxLength: 3 }),
    count,
    seed,
  );
  return {
    name: 'activities with hostile fields',
    count,
    server: 'open',
    statuses: [200, 201, 202, 400, 413, 501],
    request: (index) => bodyOf({ ...envelope(sink, index), ...Object.fromEntries(edits[index]!) }),
  };
}

function pressesOfNoAdmin({ seed, sink }: AttackTools, count: number): Attack {
  const verbs = fc.constantFrom(...commands.map(({ name }) => name));
  const data = fc.array(fc.tuple(fc.constantFrom(...parameterNames), hostile), { maxLength: 5 });
  const presses = samples(fc.tuple(verbs, data), count, seed + 1);
  return {
    name: 'presses of somebody who is no admin',
    count,
    server: 'open',
    statuses: [200, 400],
    request: (index) => {
      const [verb, fields] = presses[index]!;
      return bodyOf(press(envelope(sink, index), verb, Object.fromEntries(fields)));
    },
  };
}

function strangers({ seed, sink }: AttackTools, count: number): Attack {
  const said = samples(
    fc.constantFrom('people', 'progress', 'export', 'person Quillon Marchbanks', 'undo import'),
    count,
    seed + 2,
  );
  const kinds: readonly ((base: Json, index: number) => Json)[] = [
    (base) => ({ ...base, conversation: { id: 'a:1', conversationType: 'personal', tenantId: 'other' } }),
    (base) => ({ ...base, conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} }),
    (base) => ({ ...base, from: { id: '29:anonymous', name: 'Anonymous' } }),
    (base, index) => ({ ...base, from: { id: '29:elsewhere', aadObjectId: entraId(index % 50), tenantId: 'other' } }),
    (base) => ({ ...base, from: { id: '29:x', name: 'Quillon Marchbanks', aadObjectId: '' } }),
  ];
  return {
    name: 'people of other tenants, guests, channels',
    count,
    server: 'open',
    statuses: [200, 201, 202],
    request: (index) => {
      const base = kinds[index % kinds.length]!(envelope(sink, index), index);
      const { name } = commands[index % commands.length]!;
      return bodyOf(
        index % 2 === 0 ? { ...base, text: said[index] } : press(base, name, { person: 'p0', people: ['p0'] }),
      );
    },
  };
}

function rawRequests({ seed, sink }: AttackTools, count: number): Attack {
  const garbage = samples(fc.uint8Array({ maxLength: 2_000 }), count, seed + 3);
  const deep = '['.repeat(100_000);
  const kinds: readonly ((index: number) => HostileRequest)[] = [
    (index) => ({ headers: json, body: Buffer.from(garbage[index]!) }),
    () => ({ headers: json, body: deep }),
    () => ({ headers: json, body: deep + ']'.repeat(100_000) }),
    () => ({ headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(1_000_000)) }),
    () => ({ headers: { 'content-type': 'text/plain' }, body: '{}' }),
    () => ({ headers: { ...json, host: 'laurel.example' }, body: '{}' }),
    (index) => bodyOf({ ...envelope(sink, index), serviceUrl: 'https://attacker.example/' }),
    (index) => bodyOf({ ...envelope(sink, index), serviceUrl: 'http://127.0.0.1@attacker.example/' }),
    (index) => bodyOf({ ...envelope(sink, index), text: 'a'.repeat(400_000) }),
    (index) => ({ headers: json, body: JSON.stringify(envelope(sink, index)).slice(0, -(1 + (index % 300))) }),
  ];
  return {
    name: 'bodies and headers that are no activity',
    count,
    server: 'open',
    statuses: [400, 403, 413, 415],
    request: (index) => kinds[index % kinds.length]!(index),
  };
}

function forgedTokens({ seed, key }: AttackTools, count: number): Attack {
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const edits = samples(
    fc.tuple(
      fc.constantFrom('alg', 'kid', 'iss', 'aud', 'exp', 'nbf', 'serviceurl', 'bit', 'cut', 'key'),
      hostile,
      fc.nat(),
    ),
    count,
    seed + 4,
  );
  const service = 'https://smba.trafficmanager.net/emea/';
  return {
    name: 'forged tokens',
    count,
    server: 'guarded',
    statuses: [401, 431],
    request: (index) => {
      const body = JSON.stringify({ ...envelope(service, index), serviceUrl: service });
      return {
        headers: { ...json, authorization: `Bearer ${forged(edits[index]!, { key, stranger, service })}` },
        body,
      };
    },
  };
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function forged(
  [part, value, at]: readonly [string, unknown, number],
  { key, stranger, service }: { readonly key: KeyObject; readonly stranger: KeyObject; readonly service: string },
): string {
  const now = Math.floor(Date.now() / 1000);
  const head: Record<string, unknown> = { alg: 'RS256', typ: 'JWT', kid: 'k1' };
  const claims: Record<string, unknown> = {
    iss: issuer,
    aud: botId,
    serviceurl: service,
    nbf: now - 60,
    exp: now + 600,
  };
  if (part === 'alg') head.alg = ['none', 'HS256', 'RS1', value][at % 4];
  if (part === 'kid') head.kid = value === 'k1' ? 'k2' : value;
  if (part === 'iss' || part === 'aud' || part === 'serviceurl') claims[part] = value === claims[part] ? 'x' : value;
  if (part === 'exp') claims.exp = now - 600 - (at % 1e6);
  if (part === 'nbf') claims.nbf = now + 600 + (at % 1e6);
  const text = `${encoded(head)}.${encoded(claims)}`;
  const signature = sign('RSA-SHA256', Buffer.from(text), part === 'key' ? stranger : key);
  if (part === 'bit') signature[at % signature.length]! ^= 1 << (at % 8);
  const token = `${text}.${signature.toString('base64url')}`;
  return part === 'cut' ? token.slice(0, at % token.length) : token;
}

/** Files that an employee sends; only admins may import, so each is refused before it is fetched. */
function filesOfNoAdmin({ sink }: AttackTools, count: number): Attack {
  return {
    name: 'files dropped by somebody who is no admin',
    count,
    server: 'open',
    statuses: [200, 201, 202],
    request: (index) => {
      const downloadUrl = `${sink}files/${index}.csv`;
      const content = { downloadUrl, uniqueId: 'x', fileType: 'csv' };
      const contentType = 'application/vnd.microsoft.teams.file.download.info';
      return bodyOf({
        ...envelope(sink, index),
        text: '',
        attachments: [{ contentType, name: `${index}.csv`, content }],
      });
    },
  };
}

/** Every attack that goes over HTTP; together more than fifty thousand requests. */
export function attacksOf(tools: AttackTools, share: number): readonly Attack[] {
  const some = (count: number) => Math.max(10, Math.round(count * share));
  return [
    rawRequests(tools, some(4_000)),
    forgedTokens(tools, some(8_000)),
    strangers(tools, some(8_000)),
    filesOfNoAdmin(tools, some(2_000)),
    mutatedActivities(tools, some(16_000)),
    pressesOfNoAdmin(tools, some(16_000)),
  ];
}
