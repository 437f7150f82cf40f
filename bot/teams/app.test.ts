/** The application at its edges: slow turns, failed sends, activities that nobody should send. */
import type { Activity } from 'botbuilder';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { Channel, tenant, worldWith } from './app.case';

const says = (words: string): Partial<Activity> => ({ type: 'message', text: words });
const presses = (action: unknown): Partial<Activity> => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action },
});
const installs: Partial<Activity> = { type: 'installationUpdate', action: 'add' };

function kinds(channel: Channel): readonly (string | undefined)[] {
  return channel.sent.map(({ type }) => type);
}

describe('a store that is silent', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  function silentWorld(): AppServices {
    const store = openMemory();
    return worldWith({ ...store, partners: { ...store.partners, get: () => new Promise(() => undefined) } });
  }

  it('shows after a second that somebody is at work, and answers in time', async () => {
    const channel = new Channel();
    const turn = channel.receive(silentWorld(), says('progress'));
    await jest.advanceTimersByTimeAsync(999);
    expect(kinds(channel)).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(kinds(channel)).toEqual(['typing']);
    await jest.advanceTimersByTimeAsync(7_000);
    await turn;
    expect(kinds(channel)).toEqual(['typing', 'message']);
  });

  it('lets a button wait for half as long, because Teams does', async () => {
    const channel = new Channel();
    const turn = channel.receive(silentWorld(), presses({ verb: 'progress' }));
    await jest.advanceTimersByTimeAsync(4_000);
    await turn;
    expect(kinds(channel)).toEqual(['invokeResponse']);
  });

  it('answers also where it cannot be shown that somebody is at work', async () => {
    const channel = new Channel(({ type }) => type === 'typing');
    const turn = channel.receive(silentWorld(), says('progress'));
    await jest.advanceTimersByTimeAsync(8_000);
    await turn;
    expect(kinds(channel)).toEqual(['message']);
  });
});

describe('a slash command in a room', () => {
  const room = { id: '19:team', conversationType: 'channel', tenantId: tenant, isGroup: true, name: '' };
  const bot = { id: '28:laurel', name: 'Laurel' };

  it.each([
    ['is answered to its sender alone', room, true, true],
    ['is no question of the room', room, false, undefined],
    ['does not exist in a personal chat', { ...room, conversationType: 'personal' }, true, undefined],
  ])('%s', async (_name, conversation, isTargeted, expected) => {
    const channel = new Channel();
    const recipient = { ...bot, isTargeted };
    await channel.receive(worldWith(openMemory()), { ...says('help'), conversation, recipient });
    expect(channel.sent.map((sent) => (sent.recipient as { isTargeted?: boolean }).isTargeted)).toEqual([expected]);
    expect(channel.sent[0]!.recipient).toMatchObject({ id: '29:ana' });
  });

  it('shows the room no typing indicator', async () => {
    jest.useFakeTimers();
    const store = openMemory();
    const silent = worldWith({ ...store, partners: { ...store.partners, get: () => new Promise(() => undefined) } });
    const channel = new Channel();
    const turn = channel.receive(silent, {
      ...says('progress'),
      conversation: room,
      recipient: { ...bot, isTargeted: true } as never,
    });
    await jest.advanceTimersByTimeAsync(8_000);
    await turn;
    jest.useRealTimers();
    expect(kinds(channel)).toEqual(['message']);
  });
});

it('answers a search in a field with the choices that Teams expects', async () => {
  const channel = new Channel();
  const value = { kind: 'search', dataset: 'credentials', queryText: '70-53', queryOptions: { skip: 0, top: 15 } };
  await channel.receive(worldWith(openMemory()), { type: 'invoke', name: 'application/search', value });

  const { body } = channel.sent[0]!.value as { readonly body: { readonly type: string; readonly value: unknown } };
  expect(kinds(channel)).toEqual(['invokeResponse']);
  expect(body.type).toBe('application/vnd.microsoft.search.searchResponse');
  expect(body.value).toMatchObject({
    results: expect.arrayContaining([{ value: '70-532', title: expect.any(String) }]),
  });
});

describe('a card that is shown again', () => {
  const room = { id: '19:chat', conversationType: 'groupChat', tenantId: tenant, isGroup: true, name: '' };
  interface Body {
    readonly statusCode: number;
    readonly type: string;
    readonly value: { readonly refresh?: { readonly action: unknown } };
  }
  const bodyOf = async (channel: Channel, value: object): Promise<Body> => {
    await channel.receive(worldWith(openMemory()), {
      type: 'invoke',
      name: 'adaptiveCard/action',
      conversation: room,
      value,
    });
    return (channel.sent.at(-1)!.value as { readonly body: Body }).body;
  };

  it('asks again what was asked, by itself or when a person refreshes it', async () => {
    const channel = new Channel();
    await channel.receive(worldWith(openMemory()), { ...says('progress'), conversation: room });
    const { refresh } = channel.sent[0]!.attachments![0]!.content as { readonly refresh: { readonly action: object } };

    for (const value of [{ ...refresh, trigger: 'automatic' }, { ...refresh, trigger: 'manual' }, refresh])
      expect((await bodyOf(channel, value)).value.refresh).toEqual(refresh);
    expect(kinds(channel)).toEqual(['message', 'invokeResponse', 'invokeResponse', 'invokeResponse']);
  });

  it.each([
    undefined,
    null,
    7,
    {},
    { verb: 'plan' },
    { verb: 'people' },
    { verb: 'forget-partner', data: { isSure: true } },
  ])('stays as it is where there is no answer: %j', async (action) => {
    const body = await bodyOf(new Channel(), { action, trigger: 'automatic' });
    expect(body).toMatchObject({ statusCode: 503, type: 'application/vnd.microsoft.error' });
  });
});

describe('a file to be handed over', () => {
  const boss = { ...worldWith(openMemory()), access: { tenants: 'any', firstAdmins: ['aad-1'] } } as const;
  const consent = 'application/vnd.microsoft.teams.card.file.consent';
  const types = (channel: Channel) =>
    channel.sent.map(({ type, attachments }) => attachments?.[0]?.contentType.split('.').at(-1) ?? type);

  it('is offered after the answer to the button', async () => {
    const channel = new Channel();
    await channel.receive(boss, presses({ verb: 'export', data: { file: 'people' } }));
    expect(types(channel)).toEqual(['invokeResponse', 'consent']);
  });

  it('has another way where the channel refuses the question for leave', async () => {
    const channel = new Channel(({ attachments }) => attachments?.[0]?.contentType === consent);
    await channel.receive(boss, presses({ verb: 'export', data: { file: 'people' } }));
    expect(types(channel)).toEqual(['invokeResponse', 'adaptive']);
    expect(JSON.stringify(channel.sent.at(-1))).toContain('laurel -- export');
  });

  it.each([undefined, null, 'accept', { action: 'accept', uploadInfo: 'x', context: 'y' }, { context: { about: {} } }])(
    'answers a forged leave: %j',
    async (value) => {
      const channel = new Channel();
      await channel.receive(boss, { type: 'invoke', name: 'fileConsent/invoke', value });
      expect(types(channel)).toEqual(['invokeResponse', 'adaptive']);
    },
  );

  it.each([
    [[null]],
    [[{}]],
    [[{ contentType: 7, name: {}, content: 'x' }]],
    [[{ contentType: 'text/html', content: '<p>' }]],
  ])('answers attachments of any form: %j', async (attachments) => {
    const channel = new Channel();
    await channel.receive(boss, { type: 'message', text: '', attachments: attachments as never });
    expect(types(channel)).toEqual(['adaptive']);
  });
});

it('does not show that somebody is at work where the answer is at hand', async () => {
  const channel = new Channel();
  await channel.receive(worldWith(openMemory()), says('help'));
  expect(kinds(channel)).toEqual(['message']);
});

it('replies with one card that has a toast and a language', async () => {
  const channel = new Channel();
  await channel.receive(worldWith(openMemory()), { ...says('ajuda'), locale: 'pt-PT' });
  const [reply] = channel.sent;
  expect(reply).toMatchObject({ locale: 'pt-BR', summary: expect.stringMatching(/./) });
  expect(reply!.text).toBeUndefined();
  expect(reply!.attachments).toEqual([
    { contentType: 'application/vnd.microsoft.card.adaptive', content: expect.objectContaining({ lang: 'pt' }) },
  ]);
});

it('answers a button the second time as the first', async () => {
  const channel = new Channel();
  const services = worldWith(openMemory());
  for (let time = 0; time < 2; time += 1) await channel.receive(services, presses({ verb: 'help', data: {} }));
  const [first, second] = channel.sent;
  expect(first!.value).toMatchObject({
    status: 200,
    body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: { type: 'AdaptiveCard' } },
  });
  expect(second).toEqual(first);
});

it('welcomes again where the welcome did not arrive', async () => {
  const services = worldWith(openMemory());
  await new Channel(() => true).receive(services, installs);
  const channel = new Channel();
  await channel.receive(services, installs);
  await channel.receive(services, installs);
  expect(kinds(channel)).toEqual(['message']);
});

it('welcomes once where both events of an installation come at the same time', async () => {
  const channel = new Channel();
  const services = worldWith(openMemory());
  const joins: Partial<Activity> = { type: 'conversationUpdate', membersAdded: [{ id: '28:laurel', name: 'Laurel' }] };
  await Promise.all([channel.receive(services, installs), channel.receive(services, joins)]);
  expect(kinds(channel)).toEqual(['message']);
});

it('says under which reference to ask where a reply could not be sent', async () => {
  let failures = 1;
  const channel = new Channel(() => failures-- > 0);
  const services = worldWith(openMemory());
  await channel.receive(services, says('help'));
  expect(JSON.stringify(channel.sent)).toContain('reference');
  expect(services.log.error).toHaveBeenCalledWith(
    expect.objectContaining({ reference: 'reference' }),
    expect.any(String),
  );
});

it('gives up quietly where nothing can be sent at all', async () => {
  const channel = new Channel(() => true);
  const services = worldWith(openMemory());
  await channel.receive(services, says('help'));
  await channel.receive(services, presses({ verb: 'help' }));
  expect(channel.sent).toEqual([]);
  expect(services.log.error).toHaveBeenCalledTimes(4);
});

it.each<[string, Partial<Activity>]>([
  ['without a sender', { ...says('help'), from: undefined }],
  ['without a conversation', { ...says('help'), conversation: undefined }],
  ['of a kind that is not ours', { type: 'messageReaction' }],
  ['that is an event', { type: 'event', name: 'application/vnd.microsoft.readReceipt' }],
  ['that changes an old message', { type: 'messageUpdate', text: 'help' }],
])('leaves an activity %s aside', async (_, activity) => {
  const channel = new Channel();
  await channel.receive(worldWith(openMemory()), activity);
  expect(channel.sent).toEqual([]);
});

it('takes the tenant from where the channel puts it', async () => {
  const store = openMemory();
  const services = { ...worldWith(store), access: { tenants: ['other-place'], firstAdmins: [] } };
  const conversation = { id: 'a:1', conversationType: 'personal', isGroup: false, name: '' };
  const activity = { ...says('help'), conversation, channelData: { tenant: { id: 'Other-Place' } } };
  await new Channel().receive(services, activity);
  expect([...new Set(store.requests.map((request) => request.tenant))]).toEqual(['other-place']);
});

it.each<[string, Partial<Activity>['from'], string]>([
  ['an anonymous guest of a meeting', { id: '29:anon', name: 'Anon' }, 'I only answer people with an account'],
  [
    'a member of a shared channel from elsewhere',
    { id: '29:ext', name: 'Ext', aadObjectId: 'aad-9', tenantId: 'tenant-2' } as never,
    'I only answer people of the organization',
  ],
])('reads and writes nothing for %s, whatever they type or press', async (_case, from, words) => {
  const store = openMemory();
  const channel = new Channel();
  const press = presses({ verb: 'step', data: { people: ['me'], step: 'account-made' } });
  for (const activity of [says('progress'), press, press, presses({ verb: 'people' })])
    await channel.receive(worldWith(store), { ...activity, from });
  expect(store.requests).toEqual([]);
  expect(channel.sent.map((sent) => JSON.stringify(sent).includes(words))).toEqual([true, true, true, true]);
});

it('reads no text that is longer than a question', async () => {
  const channel = new Channel();
  const store = openMemory();
  for (const words of ['x'.repeat(500), 'x'.repeat(501), 'progress '.repeat(10_000)])
    await channel.receive(worldWith(store), says(words));
  const isTooLong = channel.sent.map((sent) => JSON.stringify(sent).includes('too long for one question'));
  expect(isTooLong).toEqual([false, true, true]);
});

it('treats a guest of the organization as its other people', async () => {
  const channel = new Channel();
  const guest = { id: '29:guest', name: 'Guest', aadObjectId: 'aad-8', tenantId: tenant.toUpperCase() } as never;
  await channel.receive(worldWith(openMemory()), { ...says('help'), from: guest });
  expect(JSON.stringify(channel.sent)).not.toContain('I only answer');
});

it.each(['{"constructor":null}', '{"__proto__":null}', '{"toString":1}', '{"hasOwnProperty":[]}', '{"then":"x"}'])(
  'answers a button whose data name what objects inherit: %s',
  async (json) => {
    const data: unknown = JSON.parse(json);
    const channel = new Channel();
    const services = worldWith(openMemory());
    await channel.receive(services, presses({ verb: 'help', data }));
    await channel.receive(services, presses({ verb: 'constructor', data }));
    expect(kinds(channel)).toEqual(['invokeResponse', 'invokeResponse']);
    expect(services.log.error).not.toHaveBeenCalled();
  },
);

it('reads nothing for a tenant that may not talk to it', async () => {
  const store = openMemory();
  const services = { ...worldWith(store), access: { tenants: ['other'], firstAdmins: [] } };
  for (const activity of [says('progress'), presses({ verb: 'people' }), installs])
    await new Channel().receive(services, activity);
  expect(store.requests).toEqual([]);
});
