/** The Teams server as a bot meets it: what it carries out, what it refuses, and what gets lost. */
import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { documentedFaults, type FaultName } from './fault';
import { openTeamsServer, type TeamsServer } from './open';
import type { TeamsServerOptions } from './option';
import type { DirectoryPerson } from './directory';
import { activities } from './caller';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const tenant = 'tenant-1';
const person = (name: string): DirectoryPerson => ({
  tenant,
  id: `29:${name}`,
  aadObjectId: `aad-${name}`,
  name,
  mail: `${name}@example.com`,
  locale: 'pt-BR',
  timeZone: 'America/Sao_Paulo',
});
const ana = person('ana');
const message = { type: 'message', text: 'hello' };

const opened: TeamsServer[] = [];
afterEach(() => Promise.all(opened.splice(0).map((teams) => teams.close())));

async function teamsWith(options: TeamsServerOptions = {}): Promise<TeamsServer> {
  const teams = await openTeamsServer(options);
  opened.push(teams);
  teams.directory.add(ana);
  return teams;
}

interface Sent {
  readonly method?: string;
  readonly body?: object;
  readonly token?: string;
}

function ask(
  { serviceUrl }: TeamsServer,
  path: string,
  { method = 'POST', body, token }: Sent = {},
): Promise<Response> {
  return fetch(`${serviceUrl}v3/conversations${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(2_000),
  });
}

const say = (teams: TeamsServer, body: object = message) => ask(teams, '/a%3Aana/activities', { body });

describe('conversations', () => {
  it('says, renews and removes, and remembers what and in which order', async () => {
    const teams = await teamsWith();
    const said = (await (await say(teams)).json()) as { id: string };
    const renewed = await ask(teams, `/a%3Aana/activities/${said.id}`, {
      method: 'PUT',
      body: { ...message, text: 'new' },
    });
    const removed = await ask(teams, `/a%3Aana/activities/${said.id}`, { method: 'DELETE' });
    const again = await ask(teams, `/a%3Aana/activities/${said.id}`, { method: 'PUT', body: message });

    expect([renewed.status, removed.status, again.status]).toEqual([200, 200, 404]);
    expect(teams.journal.deliveredIn('a:ana')).toMatchObject([
      { operation: 'say', activity: said.id, body: message },
      { operation: 'renew', activity: said.id, body: { text: 'new' } },
      { operation: 'remove', activity: said.id },
    ]);
  });

  it.each([
    ['a member of a room', '19%3Ateam', { id: '29:ana', isTargeted: true }, 201],
    ['a person who is not in the room', '19%3Ateam', { id: '29:bo', isTargeted: true }, 400],
    ['a recipient who is not marked', '19%3Ateam', { id: '29:ana' }, 400],
    ['the one person of a personal chat', 'a%3Aana', { id: '29:ana', isTargeted: true }, 400],
  ])('takes a targeted message for members of a room alone: %s', async (_name, room, recipient, status) => {
    const teams = await teamsWith();
    teams.directory.add(person('bo'));
    teams.directory.open({ id: '19:team', tenant, scope: 'channel', name: 'team', members: ['29:ana'] });
    const body = { ...message, recipient };

    expect((await ask(teams, `/${room}/activities?isTargetedActivity=true`, { body })).status).toBe(status);
  });

  it('creates the same personal conversation every time, and none without an installation', async () => {
    const teams = await teamsWith();
    teams.directory.add(person('bo'), { installed: false });
    const create = (id: string) => ask(teams, '', { body: { members: [{ id }], tenantId: tenant } });

    expect(await (await create('29:ana')).json()).toEqual({ id: 'a:ana' });
    expect(await (await create('29:ana')).json()).toEqual({ id: 'a:ana' });
    expect((await create('29:bo')).status).toBe(403);
  });

  it('gives the members in pages of at least fifty', async () => {
    const teams = await teamsWith();
    const people = Array.from({ length: 120 }, (_, at) => person(`p${at}`));
    for (const one of people) teams.directory.add(one);
    const members = people.map(({ id }) => id);
    teams.directory.open({ id: '19:team@thread.tacv2', tenant, scope: 'channel', name: 'General', members });

    const path = '/19%3Ateam%40thread.tacv2';
    const pages: number[] = [];
    let query = '?pageSize=10';
    while (query !== '') {
      const page = (await (await ask(teams, `${path}/pagedmembers${query}`, { method: 'GET' })).json()) as {
        members: object[];
        continuationToken?: string;
      };
      pages.push(page.members.length);
      query = page.continuationToken === undefined ? '' : `?continuationToken=${page.continuationToken}`;
    }
    const one = await ask(teams, `${path}/members/29%3Ap7`, { method: 'GET' });

    expect(pages).toEqual([50, 50, 20]);
    expect(await one.json()).toMatchObject({ aadObjectId: 'aad-p7', email: 'p7@example.com', tenantId: tenant });
    expect((await ask(teams, `${path}/members/29%3Ananobody`, { method: 'GET' })).status).toBe(404);
  });

  it.each<[string, string, object, number]>([
    ['a conversation that is not there', '/a%3Anobody/activities', message, 404],
    ['an activity without a type', '/a%3Aana/activities', { text: 'x' }, 400],
    ['a message above 100 KB as UTF-16', '/a%3Aana/activities', { ...message, text: 'x'.repeat(52_000) }, 413],
    ['a path that means nothing', '/a%3Aana/somewhere', message, 404],
  ])('refuses %s', async (_, path, body, status) => {
    const teams = await teamsWith();
    expect((await ask(teams, path, { body })).status).toBe(status);
  });
});

describe('limits', () => {
  it.each<[string, TeamsServerOptions['retryAfter'], RegExp | null]>([
    ['in seconds', 'seconds', /^1$/],
    ['as a date', 'date', /GMT$/],
    ['not at all', 'none', null],
  ])('refuses the eighth message of a second and tells when to come back: %s', async (_, retryAfter, expected) => {
    let now = 1_000_000;
    const teams = await teamsWith({ now: () => now, ...(retryAfter && { retryAfter }) });
    const statuses: number[] = [];
    for (let round = 0; round < 7; round += 1) statuses.push((await say(teams)).status);
    const eighth = await say(teams);
    now += 1_000;
    const later = await say(teams);

    expect(statuses).toEqual(Array(7).fill(201));
    expect(eighth.status).toBe(429);
    if (expected) expect(eighth.headers.get('retry-after')).toMatch(expected);
    else expect(eighth.headers.get('retry-after')).toBeNull();
    expect(later.status).toBe(201);
  });

  it('lets fifty requests of a tenant through in a second, whoever they are for', async () => {
    const teams = await teamsWith({ now: () => 1_000_000 });
    const names = Array.from({ length: 51 }, (_, at) => `p${at}`);
    for (const name of names) teams.directory.add(person(name));
    const statuses = [];
    for (const name of names) statuses.push((await ask(teams, `/a%3A${name}/activities`, { body: message })).status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(50);
    expect(statuses.at(-1)).toBe(429);
  });

  it('refuses a second request while one is under way in the conversation', async () => {
    const teams = await teamsWith({ latencyMs: 300 });
    const statuses = await Promise.all([say(teams), say(teams)].map(async (answer) => (await answer).status));
    expect(statuses.sort()).toEqual([201, 412]);
  });
});

describe('faults', () => {
  it.each(Object.entries(documentedFaults))('answers %s as Teams does', async (_, fault) => {
    const teams = await teamsWith();
    teams.faults.next(fault);
    const answer = await say(teams);
    expect(answer.status).toBe(fault.status);
    expect(await answer.text()).toBe('body' in fault ? JSON.stringify(fault.body) : '');
    expect(teams.journal.deliveredIn('a:ana')).toEqual([]);
  });

  it.each([
    ['drops a request', { kind: 'cut', delivered: false }, 0],
    ['loses the answer', { kind: 'cut', delivered: true }, 1],
    ['never answers', { kind: 'hang', delivered: false }, 0],
    ['never answers what it has carried out', { kind: 'hang', delivered: true }, 1],
  ] as const)('%s', async (_, fault, delivered) => {
    const teams = await teamsWith();
    teams.faults.next(fault);
    const stop = new AbortController();
    const url = `${teams.serviceUrl}v3/conversations/a%3Aana/activities`;
    const asked = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message),
      signal: stop.signal,
    });
    const lost = expect(asked).rejects.toThrow();
    while (teams.journal.entries.length === 0) await new Promise((done) => setTimeout(done, 5));
    if (fault.kind === 'hang') stop.abort();
    await lost;
    expect(teams.journal.deliveredIn('a:ana')).toHaveLength(delivered);
  });

  it('goes wrong by rule, by conversation and, the same for the same seed, by chance', async () => {
    const teams = await teamsWith({ limits: { sending: [], asking: [], tenant: [] } });
    const run = async () => {
      teams.faults.clear();
      teams.faults.rate(0.3, [documentedFaults.BadGateway, documentedFaults.GatewayTimeout], 5);
      const statuses = [];
      for (let round = 0; round < 20; round += 1) statuses.push((await say(teams)).status);
      return statuses;
    };
    const first = await run();
    expect(await run()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([201, 502, 504]));

    teams.faults.clear();
    teams.faults.conversation('a:ana', documentedFaults.BotDisabledByAdmin);
    expect((await say(teams)).status).toBe(403);
  });
});

describe('identity', () => {
  const bot = { id: 'bot-1', secret: 'right' };

  const grant = async ({ tokenUrl }: TeamsServer, form: Record<string, string>) => {
    const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
    return { status: answer.status, ...((await answer.json()) as { access_token?: string; error?: string }) };
  };
  const right = { grant_type: 'client_credentials', client_id: bot.id, client_secret: bot.secret };

  it.each([
    [right, 200, undefined],
    [{ ...right, client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ ...right, client_id: 'other' }, 400, 'unauthorized_client'],
    [{ ...right, grant_type: 'password' }, 400, 'unsupported_grant_type'],
  ])('grants a token for %o with %d', async (form, status, error) => {
    const teams = await teamsWith({ bot });
    expect(await grant(teams, form)).toMatchObject({ status, ...(error !== undefined && { error }) });
  });

  it('takes a token until it expires, and nothing else', async () => {
    let now = Date.now();
    const teams = await teamsWith({ bot, tokenSeconds: 60, now: () => now });
    const { access_token: token = '' } = await grant(teams, right);
    const status = async (with_: string) =>
      (await ask(teams, '/a%3Aana/activities', { body: message, token: with_ })).status;

    expect(await status(token)).toBe(201);
    expect(await status(`${token}x`)).toBe(401);
    expect(await status('')).toBe(401);
    now += 61_000;
    expect(await status(token)).toBe(401);
  });

  it('calls the bot with a token that the SDK believes', async () => {
    let heard: { readonly authorization?: string; readonly activity: Record<string, unknown> } | undefined;
    const endpoint = createServer((request, response) => {
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        heard = { ...request.headers, activity: JSON.parse(body) as Record<string, unknown> };
        response.end('{"ok":true}');
      });
    });
    await new Promise<void>((ready) => endpoint.listen(0, '127.0.0.1', ready));
    const url = `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/`;
    const teams = await teamsWith({ bot, endpoint: url });

    expect(await teams.happen(ana, activities.says('progress'))).toEqual({ status: 200, body: { ok: true } });
    endpoint.closeAllConnections();
    endpoint.close();

    const believed = new ConfigurationBotFrameworkAuthentication(
      {
        ToChannelFromBotLoginUrl: teams.tokenUrl,
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        OAuthUrl: teams.url,
        ToBotFromChannelOpenIdMetadataUrl: teams.openIdUrl,
        ToBotFromEmulatorOpenIdMetadataUrl: teams.openIdUrl,
        CallerId: '',
      },
      new ConfigurationServiceClientCredentialFactory({ MicrosoftAppId: bot.id, MicrosoftAppPassword: bot.secret }),
    );
    const { claimsIdentity } = await believed.authenticateRequest(heard!.activity as never, heard!.authorization ?? '');
    expect(claimsIdentity.isAuthenticated).toBe(true);
    expect(heard!.activity).toMatchObject({
      type: 'message',
      text: 'progress',
      from: { id: '29:ana', aadObjectId: 'aad-ana' },
      conversation: { id: 'a:ana', tenantId: tenant, conversationType: 'personal' },
      localTimezone: 'America/Sao_Paulo',
      serviceUrl: teams.serviceUrl,
    });
  });
});

it('knows every name of a fault by its status', () => {
  const names = Object.keys(documentedFaults) as FaultName[];
  expect(names.map((name) => documentedFaults[name].status).filter((status) => status < 400)).toEqual([]);
});
