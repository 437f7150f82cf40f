/** Learning, over loopback: Teams posts, Laurel answers, and afterwards knows where whoever spoke can be reached. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Conversation } from '../../domain/partner/conversation';
import { updateConversation, type ContactObservation } from '../../domain/partner/contact-observation';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory, type MemoryStore, type StoreFault } from '../../infra/memory/store';
import { activities } from '../../infra/teams-server/caller';
import { openTeamsServer, type TeamsServer } from '../../infra/teams-server/open';
import { compose } from '../composition/compose';
import { localConfig } from '../config/config.case';
import { worldOf } from '../partner/standing-cache.case';
import { listDueEntries } from '../partner/sweep-schedule';
import { updateConversationReferences } from './conversation-reference';
import { createServer, type HttpServer } from '../teams/server';

const tenant = 'tenant-1';
const ana = {
  tenant,
  id: '29:ana',
  aadObjectId: 'AAD-Ana',
  name: 'Ana',
  locale: 'pt-BR',
  timeZone: 'America/Sao_Paulo',
};
const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

const programmes = new Map([['competencies', builtInProgramme('competencies')]]);
const config = localConfig({ allowedTenants: [tenant] });

interface Stage {
  readonly teams: TeamsServer;
  readonly store: MemoryStore;
  /** What is kept, once it has been. */
  known(id?: string): Promise<Conversation | undefined>;
  setNow(moment: string): void;
}

const opened: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

async function open(fault?: StoreFault): Promise<Stage> {
  const store = openMemory(fault);
  let now = Date.parse('2018-06-01T09:00:00Z');
  const laurel = await compose(config, { store, programmes, log, now: () => now });
  const under = new Set<Promise<void>>();
  const server = createServer({
    processTurn: (request, response) => {
      const turn = laurel.processTurn(request, response);
      under.add(turn);
      return turn;
    },
    missing: laurel.missing,
    version: '',
    log,
    isAuthenticated: false,
  });
  const teams = await openTeamsServer({ endpoint: `${await listening(server)}/api/messages` });
  teams.directory.add(ana);
  opened.push(
    teams.close,
    () => void server.server.closeAllConnections(),
    () => server.close(),
  );
  return {
    teams,
    store,
    known: async (id = 'aad-ana') => {
      await Promise.all(under);
      return (await store.conversations.get(tenant, id))?.value;
    },
    setNow: (moment) => void (now = Date.parse(moment)),
  };
}

async function listening(server: HttpServer): Promise<string> {
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
}

it('knows after the first words where to reach somebody, in which language and at which hour', async () => {
  const { teams, known } = await open();
  expect(await teams.happen(ana, activities.says('help'))).toEqual({ status: 200 });
  expect(await known()).toEqual({
    id: 'aad-ana',
    scope: 'personal',
    reference: {
      channel: 'msteams',
      serviceUrl: teams.serviceUrl,
      conversation: 'a:ana',
      bot: '28:bot',
      user: '29:ana',
    },
    name: 'Ana',
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    seenAt: '2018-06-01T09:00:00.000Z',
  });
});

it('reads one row more for a question, before its answer, and writes nothing that is known already', async () => {
  const { teams, store, known } = await open();
  await teams.happen(ana, activities.says('progress'));
  await known();
  const before = store.requests.length;
  await teams.happen(ana, activities.says('progress'));
  await known();
  const asked = store.requests.slice(before, -1).map(({ operation, noun }) => `${operation} ${noun}`);
  expect(asked).toEqual(['get conversation', 'get standing']);
  expect(teams.journal.deliveredIn('a:ana')).toHaveLength(2);
});

it('ends a hindrance once the person speaks or presses a button', async () => {
  const { teams, store, known } = await open();
  await teams.happen(ana, activities.says('help'));
  const value = (await known())!;
  const { version } = (await store.conversations.get(tenant, 'aad-ana'))!;
  const hindrance = { kind: 'blocked', code: '403', since: '2018-06-01', retryAt: '2018-07-01' } as const;
  await store.conversations.write(tenant, [{ kind: 'replace', value: { ...value, hindrance }, version }]);

  const pressed = await teams.happen(ana, activities.presses({ type: 'Action.Execute', verb: 'help', data: {} }));
  expect(pressed).toMatchObject({ status: 200, body: { statusCode: 200 } });
  expect(await known()).toEqual(value);
});

it('forgets the conversation where the bot is removed', async () => {
  const { teams, known } = await open();
  await teams.happen(ana, activities.installs());
  expect(await known()).toMatchObject({ id: 'aad-ana' });
  await teams.happen(ana, activities.removes());
  expect(await known()).toBeUndefined();
});

it('knows a team and whoever speaks in it, and of the team forgets only the team', async () => {
  const { teams, known } = await open();
  const room = teams.directory.open({ id: '19:team', tenant, scope: 'channel', name: 'General', members: ['29:ana'] });
  await teams.happen(ana, activities.says('<at>Laurel</at> help'), room);
  expect(await known('19:team')).toMatchObject({ scope: 'channel', name: 'General' });
  expect(await known()).toMatchObject({ reference: { user: '29:ana' } });
  await teams.happen(ana, activities.removes(), room);
  expect(await known('19:team')).toBeUndefined();
  expect(await known()).toMatchObject({ id: 'aad-ana' });
});

it('learns nothing of a tenant that may not talk to it', async () => {
  const { teams, store, known } = await open();
  const stranger = { ...ana, tenant: 'other', id: '29:eve', aadObjectId: 'aad-eve' };
  teams.directory.add(stranger);
  await teams.happen(stranger, activities.says('help'));
  await known();
  expect(store.requests.filter((request) => request.tenant === 'other')).toEqual([]);
});

it('answers as ever where it cannot be kept', async () => {
  const { teams, known } = await open(({ noun }) => (noun === 'conversation' ? new Error('broken') : undefined));
  expect(await teams.happen(ana, activities.says('help'))).toEqual({ status: 200 });
  expect(teams.journal.deliveredIn('a:ana')).toHaveLength(1);
  await expect(known()).rejects.toThrow();
  expect(log.warn).toHaveBeenCalledWith(
    expect.objectContaining({ tenant }),
    expect.stringContaining('conversation reference'),
  );
});

it('says something unasked where it has learnt to reach somebody', async () => {
  const { teams, known } = await open();
  await teams.happen(ana, activities.says('help'));
  const laurel = await compose(config, { store: openMemory(), log, programmes: new Map() });
  const card = { type: 'AdaptiveCard', version: '1.5', body: [], speak: 'x', fallbackText: 'x' } as never;
  const to = (await known())!;
  expect(await laurel.services.notifier.send(tenant, to, { card, locale: to.locale })).toMatchObject({ kind: 'sent' });
  expect(await laurel.services.notifier.send('other', to, { card, locale: to.locale })).toMatchObject({
    kind: 'refused',
  });
  expect(teams.journal.deliveredIn('a:ana')).toHaveLength(2);
});

describe('whether somebody can be reached who could not before', () => {
  const sighting: ContactObservation = {
    scope: 'personal',
    conversation: 'a:1',
    title: '',
    channel: 'msteams',
    serviceUrl: 'http://127.0.0.1/',
    bot: '28:laurel',
    person: { id: 'aad-ana', user: '29:ana', name: 'Ana' },
    at: '2018-06-01T09:00:00.000Z',
  };
  const hindrance = { kind: 'suspect', code: '403', since: '2018-06-01', retryAt: '2018-06-02' } as const;

  it.each<[string, Partial<Conversation> | undefined, boolean]>([
    ['was not known', undefined, true],
    ['was hindered', { hindrance }, true],
    ['could be reached', {}, false],
    ['moved', { name: 'Another' }, false],
  ])('is told: the person %s', async (_, before, expected) => {
    const store = openMemory();
    const value = { ...updateConversation('aad-ana', undefined, sighting)!, ...before };
    if (before) await store.conversations.write(tenant, [{ kind: 'create', value }]);
    const services = worldOf(store, { log });
    expect(await updateConversationReferences({ tenant, sighting, departs: false }, services)).toBe(expected);
    // What waited for this person is sent within seconds; nothing is looked for where nobody waited.
    expect(await listDueEntries(services)).toHaveLength(expected ? 1 : 0);
    expect(await updateConversationReferences({ tenant, sighting, departs: false }, services)).toBe(false);
    expect(await updateConversationReferences({ tenant, sighting, departs: true }, services)).toBe(false);
  });

  it('is kept although somebody else writes at the same time', async () => {
    const store = openMemory();
    const services = worldOf(store, { log });
    const seen = (at: number) => ({
      tenant,
      departs: false,
      sighting: { ...sighting, conversation: `a:${at}`, at: `2018-06-0${at}T09:00:00.000Z` },
    });
    await Promise.all([1, 2, 3].map((at) => updateConversationReferences(seen(at), services)));
    expect((await store.conversations.get(tenant, 'aad-ana'))?.value.reference.conversation).toMatch(/^a:[123]$/);
  });
});
