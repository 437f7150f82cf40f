/** The way out against a Teams server over loopback: every outcome, in turn, at the pace, and to nobody it may not reach. */
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { Conversation } from '../../domain/partner/conversation';
import { documentedFaults } from '../../infra/teams-server/fault';
import { documentedLimits } from '../../infra/teams-server/limit';
import { openTeamsServer, type TeamsServer } from '../../infra/teams-server/open';
import type { TeamsServerOptions } from '../../infra/teams-server/option';
import type { Card } from '../../cards/elements/card';
import { requestToken } from '../teams/bot-credentials';
import { createChannelClient } from '../teams/teams-channel-client';
import type { SendOutcome } from '../context/notifier';
import type { RateWindow } from './rate-limiter';
import type { Address } from './channel-client';
import { isTrustedServiceUrl } from '../config/service-url';
import { createProactiveSender, type ProactiveSenderParts } from './proactive-sender';

const tenant = 'tenant-1';
const card: Card = { type: 'AdaptiveCard', version: '1.5', body: [], speak: 'Hello', fallbackText: 'Hello' } as never;
const message = { card, locale: 'pt-BR' as const };

const opened: TeamsServer[] = [];
afterEach(() => Promise.all(opened.splice(0).map((teams) => teams.close())));

async function teamsWith(options: TeamsServerOptions = {}): Promise<TeamsServer> {
  const teams = await openTeamsServer(options);
  opened.push(teams);
  for (const name of ['ana', 'bo']) teams.directory.add({ tenant, id: `29:${name}`, aadObjectId: `aad-${name}`, name });
  return teams;
}

/** Time that passes only while everybody waits, and then at once. */
function virtualClock(): ProactiveSenderParts['clock'] {
  let now = 0;
  const sleepers: { readonly until: number; readonly wake: () => void }[] = [];
  const pass = () => {
    const first = sleepers.sort((one, other) => one.until - other.until).shift();
    if (first === undefined) return;
    now = Math.max(now, first.until);
    first.wake();
    setImmediate(pass);
  };
  return {
    now: () => now,
    wait: (ms) =>
      new Promise((wake) => {
        if (sleepers.push({ until: now + ms, wake }) === 1) setImmediate(pass);
      }),
  };
}

const wait = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

function wayOut(parts: Partial<ProactiveSenderParts> = {}) {
  return createProactiveSender({
    post: createChannelClient(),
    isTrusted: (url) => isTrustedServiceUrl(url, false),
    mayReach: (id) => id === tenant,
    clock: { now: Date.now, wait },
    random: () => 0.5,
    ...parts,
  });
}

function ana({ serviceUrl }: { readonly serviceUrl: string }, known = true): Conversation {
  return {
    id: 'aad-ana',
    scope: 'personal',
    reference: {
      channel: 'msteams',
      serviceUrl,
      bot: '28:laurel',
      user: '29:ana',
      ...(known && { conversation: 'a:ana' }),
    },
    name: 'Ana',
    locale: 'pt-BR',
    seenAt: '2018-06-01T09:00:00Z',
  };
}

it('says a card in the language of whoever receives it, and renews it in place', async () => {
  const teams = await teamsWith();
  const out = wayOut();
  const said = await out.send(tenant, ana(teams), message);
  expect(said).toEqual({ kind: 'sent', activity: expect.stringMatching(/./) });
  const { activity } = said as { activity: string };
  expect(await out.update(tenant, ana(teams), { activity, message })).toEqual({ kind: 'sent', activity });
  expect(await out.update(tenant, ana(teams), { activity: 'other', message })).toMatchObject({ kind: 'gone' });
  expect(teams.journal.deliveredIn('a:ana')).toMatchObject([
    {
      operation: 'say',
      body: {
        type: 'message',
        locale: 'pt-BR',
        summary: 'Hello',
        from: { id: '28:laurel' },
        recipient: { id: '29:ana' },
        attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
      },
    },
    { operation: 'renew', activity },
  ]);
});

it.each(Object.entries(documentedFaults))(
  'asks once, and once only, where the channel answers %s',
  async (name, fault) => {
    const teams = await teamsWith();
    teams.faults.rule(() => fault);
    const outcome = await wayOut().send(tenant, ana(teams), message);
    expect(outcome).toMatchObject({ code: 'body' in fault ? name : String(fault.status) });
    expect(outcome.kind).not.toBe('sent');
    expect(teams.journal.entries).toHaveLength(1);
  },
);

it('honours what the channel says of when to come back', async () => {
  const teams = await teamsWith();
  teams.faults.next({ ...documentedFaults.Throttled, headers: { 'retry-after': '7' } });
  expect(await wayOut().send(tenant, ana(teams), message)).toEqual({
    kind: 'later',
    code: 'Throttled',
    afterMs: 8_000,
  });
});

it.each([false, true])(
  'does not know what became of a message whose answer was lost (it arrived: %s)',
  async (delivered) => {
    const teams = await teamsWith();
    teams.faults.next({ kind: 'cut', delivered });
    expect(await wayOut().send(tenant, ana(teams), message)).toMatchObject({ kind: 'unclear', code: 'cut-off' });
    expect(teams.journal.deliveredIn('a:ana')).toHaveLength(delivered ? 1 : 0);
  },
);

it('may renew a message again where it is not known whether it was renewed', async () => {
  const teams = await teamsWith();
  const out = wayOut();
  const { activity } = (await out.send(tenant, ana(teams), message)) as { activity: string };
  teams.faults.next({ kind: 'cut', delivered: true });
  expect(await out.update(tenant, ana(teams), { activity, message })).toMatchObject({ kind: 'later', code: 'cut-off' });
});

it('gives up on a connection that hangs', async () => {
  const teams = await teamsWith();
  teams.faults.next({ kind: 'hang', delivered: true });
  const out = wayOut({ post: createChannelClient(undefined, { deadline: 50 }) });
  expect(await out.send(tenant, ana(teams), message)).toMatchObject({ kind: 'unclear', code: 'no-answer' });
});

it('knows that nothing arrived where nobody listens', async () => {
  const nobody = { serviceUrl: 'http://127.0.0.1:9/' };
  expect(await wayOut().send(tenant, ana(nobody), message)).toMatchObject({ kind: 'later', code: 'not-reached' });
});

it.each<[string, string, string, SendOutcome]>([
  ['another host', tenant, 'https://evil.example/', { kind: 'refused', code: 'untrusted-address' }],
  [
    'a host that only looks right',
    tenant,
    'https://smba.trafficmanager.net.evil.example/',
    { kind: 'refused', code: 'untrusted-address' },
  ],
  ['a tenant that is not allowed', 'other', 'http://127.0.0.1/', { kind: 'refused', code: 'tenant-not-allowed' }],
])('sends nothing to %s', async (_, to, serviceUrl, expected) => {
  const never = () => Promise.reject(new Error('something was sent'));
  const out = wayOut({ post: { create: never, send: never, renew: never } });
  expect(await out.send(to, ana({ serviceUrl }), message)).toEqual(expected);
  expect(await out.update(to, ana({ serviceUrl }), { activity: 'a', message })).toEqual(expected);
});

describe('what is to be begun before it is said', () => {
  it('is begun when its turn has come, and before it is out', async () => {
    const teams = await teamsWith();
    const events: string[] = [];
    teams.faults.rule(() => void events.push('out'));
    const out = wayOut();
    const begin = (name: string) => async () => {
      events.push(name);
      return true;
    };
    await Promise.all(['one', 'two'].map((name) => out.send(tenant, ana(teams), { ...message, begin: begin(name) })));
    expect(events).toEqual(['one', 'out', 'two', 'out']);
  });

  it('is withdrawn where it is not wanted any more', async () => {
    const teams = await teamsWith();
    const withdrawn = { ...message, begin: () => Promise.resolve(false) };
    const out = wayOut();
    const later = { kind: 'later', code: 'withdrawn', afterMs: 0 };
    expect(await out.send(tenant, ana(teams), withdrawn)).toEqual(later);
    expect(await out.update(tenant, ana(teams), { activity: 'a', message: withdrawn })).toEqual(later);
    expect(teams.journal.entries).toEqual([]);
  });
});

it('follows no answer to another host', async () => {
  const [teams, other] = [await teamsWith(), await teamsWith()];
  const location = `${other.serviceUrl}v3/conversations/a%3Aana/activities`;
  teams.faults.next({ kind: 'answer', status: 307, headers: { location } });
  expect(await wayOut().send(tenant, ana(teams), message)).toEqual({ kind: 'suspect', code: '307' });
  expect(other.journal.entries).toEqual([]);
});

it('waits longer after every failure in a row', async () => {
  const teams = await teamsWith();
  const out = wayOut();
  teams.faults.rule(() => documentedFaults.BadGateway);
  const waits = [];
  for (let round = 0; round < 3; round += 1) waits.push(await out.send(tenant, ana(teams), message));
  teams.faults.clear();
  await out.send(tenant, ana(teams), message);
  teams.faults.rule(() => documentedFaults.BadGateway);
  waits.push(await out.send(tenant, ana(teams), message));
  expect(waits.map((outcome) => (outcome as { afterMs: number }).afterMs)).toEqual([15_000, 30_000, 60_000, 15_000]);
});

describe('a personal conversation that is not yet known', () => {
  it('is made once, also where two things are to be said at once', async () => {
    const teams = await teamsWith();
    const out = wayOut();
    const outcomes = await Promise.all([1, 2, 3].map(() => out.send(tenant, ana(teams, false), message)));
    expect(outcomes).toEqual(
      Array(3).fill({ kind: 'sent', activity: expect.stringMatching(/./), conversation: 'a:ana' }),
    );
    expect(teams.journal.entries.map(({ operation }) => operation)).toEqual(['create', 'say', 'say', 'say']);
  });

  it('may be asked for again where it is not known whether it was made: nothing was said yet', async () => {
    const teams = await teamsWith();
    teams.faults.next({ kind: 'cut', delivered: true });
    const out = wayOut();
    expect(await out.send(tenant, ana(teams, false), message)).toMatchObject({ kind: 'later', code: 'cut-off' });
    expect(await out.send(tenant, ana(teams, false), message)).toMatchObject({ kind: 'sent', conversation: 'a:ana' });
  });

  it('is made anew where it is there no longer', async () => {
    const teams = await teamsWith();
    const out = wayOut();
    await out.send(tenant, ana(teams, false), message);
    teams.faults.next(documentedFaults.ConversationNotFound);
    expect(await out.send(tenant, ana(teams, false), message)).toMatchObject({ kind: 'gone' });
    await out.send(tenant, ana(teams, false), message);
    expect(teams.journal.entries.map(({ operation }) => operation)).toEqual(['create', 'say', 'say', 'create', 'say']);
  });

  it('is asked for again where it could not be made', async () => {
    const teams = await teamsWith();
    teams.faults.next(documentedFaults.GatewayTimeout);
    const out = wayOut();
    expect(await out.send(tenant, ana(teams, false), message)).toMatchObject({ kind: 'later', code: '504' });
    expect(await out.send(tenant, ana(teams, false), message)).toMatchObject({ kind: 'sent', conversation: 'a:ana' });
  });

  it('cannot be made with somebody who does not have the bot', async () => {
    const teams = await teamsWith();
    teams.directory.close('a:ana');
    expect(await wayOut().send(tenant, ana(teams, false), message)).toEqual({
      kind: 'blocked',
      code: 'ForbiddenOperationException',
    });
  });
});

describe('the pace', () => {
  it('has one message at a time in a conversation, which Teams insists on', async () => {
    const teams = await teamsWith({ latencyMs: 10 });
    const out = wayOut();
    const outcomes = await Promise.all([1, 2, 3].map(() => out.send(tenant, ana(teams), message)));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
  });

  interface Sent {
    readonly at: number;
    readonly conversation: string;
  }

  /** Says something in each of these conversations at once, in virtual time; `ready` is when whoever begins has begun. */
  async function sayAll(conversations: readonly string[], ready = (at: number) => at): Promise<readonly Sent[]> {
    const clock = virtualClock();
    const sent: Sent[] = [];
    const send = async ({ conversation }: Address) => {
      sent.push({ at: clock.now(), conversation });
      return 'activity';
    };
    const out = wayOut({ clock, post: { create: jest.fn(), send, renew: jest.fn() } });
    const begin = async () => {
      const ms = ready(clock.now()) - clock.now();
      if (ms > 0) await clock.wait(ms);
      return true;
    };
    const base = ana({ serviceUrl: 'http://127.0.0.1/' });
    const to = (id: string): Conversation => ({ ...base, id, reference: { ...base.reference, conversation: id } });
    const outcomes = await Promise.all(conversations.map((id) => out.send(tenant, to(id), { ...message, begin })));
    expect(outcomes.filter(({ kind }) => kind !== 'sent')).toEqual([]);
    return sent;
  }

  /** The windows in which more was sent than is allowed. */
  const exceeded = (windows: readonly RateWindow[], sent: readonly Sent[]) =>
    windows.filter(({ most, ms }) =>
      sent.some(({ at: start }) => sent.filter(({ at }) => at >= start && at < start + ms).length > most),
    );
  const others = Array.from({ length: 300 }, (_, at) => `a:p${at}`);

  it('keeps within the limits of a conversation and of its tenant, and close to them', async () => {
    const sent = await sayAll([...others, ...Array<string>(20).fill('a:p0')]);
    const busy = sent.filter(({ conversation }) => conversation === 'a:p0');
    expect(busy).toHaveLength(21);
    expect(exceeded(documentedLimits.tenant, sent)).toEqual([]);
    expect(exceeded(documentedLimits.sending, busy)).toEqual([]);
    // The last of 300 others leaves when the limits of the tenant let it, or a tenth later at most.
    const last = sent.filter(({ conversation }) => conversation !== 'a:p0').at(-1)!.at;
    expect(last).toBeLessThanOrEqual(1.1 * (300 / 50) * 1_000);
  });

  it.each([10, 30, 40, 200, 700, 3_000])('keeps within them after the store was slow for %i ms', async (ms) => {
    const sent = await sayAll(others, (at) => (at >= 1_000 && at < 1_000 + ms ? 1_000 + ms : at));
    expect(sent).toHaveLength(300);
    expect(exceeded(documentedLimits.tenant, sent)).toEqual([]);
    expect(sent.at(-1)!.at).toBeLessThanOrEqual(1.1 * (300 / 50) * 1_000 + ms);
  });

  it('counts in the time of the clock it is given', async () => {
    let now = 1_000_000;
    const waited: number[] = [];
    const clock = {
      now: () => now,
      wait: async (ms: number) => {
        waited.push(ms);
        now += ms;
      },
    };
    const teams = await teamsWith({ now: () => now });
    const out = wayOut({ clock });
    for (let round = 0; round < 9; round += 1) await out.send(tenant, ana(teams), message);
    expect(waited).toEqual([103, 927, 1_000]);
    expect(teams.journal.statuses()).toEqual({ 201: 9 });
  });
});

describe('the token', () => {
  it('is none to be renewed where nobody is asked for one', async () => {
    const teams = await teamsWith();
    teams.faults.next(documentedFaults.BotNotRegistered);
    const out = wayOut();
    expect(await out.send(tenant, ana(teams), message)).toMatchObject({ kind: 'later' });
    expect(await out.send(tenant, ana(teams), message)).toMatchObject({ kind: 'sent' });
  });

  const bot = { id: 'bot-1', secret: 'right' };

  /** Credentials that ask the server for a token, as the SDK's would ask Microsoft. */
  const credentialsFor = ({ tokenUrl }: TeamsServer, secret = bot.secret) => {
    let kept: string | undefined;
    let asked = 0;
    const getToken = async (anew = false): Promise<string> => {
      if (kept !== undefined && !anew) return kept;
      asked += 1;
      const form = { grant_type: 'client_credentials', client_id: bot.id, client_secret: secret };
      const answer = await fetch(tokenUrl, { method: 'POST', body: new URLSearchParams(form) });
      // The SDK throws what Microsoft Entra says of it.
      if (!answer.ok) throw new Error(await answer.text());
      return (kept = ((await answer.json()) as { access_token: string }).access_token);
    };
    const factory = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppId: bot.id,
      MicrosoftAppPassword: 'x',
    });
    factory.createCredentials = async () =>
      ({
        getToken,
        signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
          request.headers.set('authorization', `Bearer ${await getToken()}`);
          return request;
        },
      }) as never;
    return { factory, asked: () => asked };
  };
  const identity = { kind: 'SingleTenant', id: bot.id, tenant, password: 'x' } as const;

  it('is sent along, and asked for anew once Teams no longer takes it', async () => {
    let now = Date.now();
    const teams = await teamsWith({ bot, now: () => now, tokenSeconds: 60 });
    const { factory, asked } = credentialsFor(teams);
    const out = wayOut({ post: createChannelClient(identity, { credentials: factory }) });
    const kinds = [await out.send(tenant, ana(teams), message)];
    now += 61_000;
    kinds.push(await out.send(tenant, ana(teams), message), await out.send(tenant, ana(teams), message));
    expect(kinds).toMatchObject([{ kind: 'sent' }, { kind: 'later', code: 'BotNotRegistered' }, { kind: 'sent' }]);
    expect(asked()).toBe(2);
  });

  it('is asked for without sending anything, and it is known why it is not granted', async () => {
    const teams = await teamsWith({ bot });
    const answerFor = (secret: string) => requestToken(identity, credentialsFor(teams, secret).factory);
    expect(await answerFor('right')).toEqual({ kind: 'granted' });
    expect(await answerFor('wrong')).toEqual({ kind: 'refused', reason: 'secret-wrong', code: 'AADSTS7000215' });
    expect(teams.journal.entries).toEqual([]);
  });

  it('not granted means that nothing was sent', async () => {
    const teams = await teamsWith({ bot });
    const { factory } = credentialsFor(teams, 'wrong');
    const out = wayOut({ post: createChannelClient(identity, { credentials: factory }) });
    expect(await out.send(tenant, ana(teams), message)).toMatchObject({ kind: 'later', code: 'token-refused' });
    expect(teams.journal.entries).toEqual([]);
  });
});

it('lets a bug through as what it is', async () => {
  const broken = { create: jest.fn(), send: () => Promise.reject(new TypeError('a bug')), renew: jest.fn() };
  await expect(
    wayOut({ post: broken }).send(tenant, ana({ serviceUrl: 'http://127.0.0.1/' }), message),
  ).rejects.toThrow('a bug');
});
