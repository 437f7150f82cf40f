/** A person is answered in the language they chose, else in the client's, else in the one the client sent last. */
import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';
import { text } from '../../cards/text';
import { usualSettings } from '../../domain/alerts/alert-settings';
import { StoreUnavailable } from '../../domain/basics/repository';
import type { Locale } from '../../domain/basics/locale';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import type { AppServices } from '../context/app-services';
import { recordingOutbound } from '../context/notifier.case';
import { filesOf } from '../imports/files.case';
import { createApp } from './app';

const tenant = 'tenant-1';

function worldWith(store: Store): AppServices {
  return {
    store,
    programmes: new Map([['competencies', builtInProgramme('competencies')]]),
    text,
    log: { info: jest.fn(), warn: jest.fn(), error: jest.fn() },
    ...filesOf(store),
    notifier: recordingOutbound(),
    defaultAlertSettings: usualSettings,
    access: { tenants: 'any', firstAdmins: [] },
    now: () => Date.parse('2018-06-01T09:00:00Z'),
    onReply: jest.fn(),
    newReference: () => 'reference',
    deadline: 8_000,
  };
}

class Channel extends BotAdapter {
  readonly sent: Partial<Activity>[] = [];

  override async sendActivities(_: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map(() => ({ id: 'sent' }));
  }
  receive(services: AppServices, activity: Partial<Activity>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), createApp(services));
  }
  override async updateActivity(): Promise<void> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

const envelope: Partial<Activity> = {
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1/',
  from: { id: '29:ana', name: 'Ana', aadObjectId: 'AAD-1' },
  recipient: { id: '28:laurel', name: 'Laurel' },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenant, isGroup: false, name: '' },
};

async function send(services: AppServices, activity: Partial<Activity>): Promise<Partial<Activity>> {
  const channel = new Channel();
  await channel.receive(services, { ...envelope, ...activity });
  return channel.sent[0]!;
}

const say = (services: AppServices, words: string, locale?: string) =>
  send(services, { type: 'message', text: words, ...(locale !== undefined && { locale }) });

const choose = (services: AppServices, language: string) =>
  send(services, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    value: { action: { verb: 'language', data: { language } } },
    locale: 'en-US',
  });

it('answers in the chosen language whatever the client sends, until it is given back', async () => {
  const services = worldWith(openMemory());
  await say(services, 'help', 'en-US');

  const pressed = await choose(services, 'ru-RU');
  expect(JSON.stringify(pressed)).toContain('Теперь Laurel пишет вам на этом языке');
  expect(await say(services, 'help', 'pt-PT')).toMatchObject({ locale: 'ru-RU' });
  expect(await say(services, 'help')).toMatchObject({ locale: 'ru-RU' });

  await choose(services, 'client');
  expect(await say(services, 'help', 'pt-PT')).toMatchObject({ locale: 'pt-BR' });
});

it.each([
  ['language russian', 'en'],
  ['idioma russo', 'pt-BR'],
  ['語言 俄文', 'zh-HK'],
])('shows a preview of “%s” and writes nothing', async (words, locale) => {
  const store = openMemory();
  const services = worldWith(store);
  const reply = await say(services, words, locale);

  expect(JSON.stringify(reply)).toContain('"language":"ru-RU"');
  expect((await store.conversations.get(tenant, 'aad-1'))?.value.language).toBeUndefined();
});

it.each<[string, Locale]>([
  ['zh-HK', 'zh-TW'],
  ['zh-MO', 'zh-TW'],
  ['pt-PT', 'pt-BR'],
  ['ru-KZ', 'ru-RU'],
])('a client that sends %s is answered in %s, and so is its next message without a language', async (tag, locale) => {
  const store = openMemory();
  const services = worldWith(store);
  const kept = {
    id: 'aad-1',
    scope: 'personal',
    reference: { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', bot: '28:laurel' },
    name: 'Ana',
    locale,
    seenAt: '2018-06-01T08:00:00Z',
  } as const;
  expect(await say(services, 'help', tag)).toMatchObject({ locale });
  await store.conversations.write(tenant, [{ kind: 'create', value: kept }]);
  expect(await say(services, 'help')).toMatchObject({ locale });
});

it('answers in the language of the client where the kept one cannot be read', async () => {
  const store = openMemory();
  const get = () => Promise.reject(new StoreUnavailable('down'));
  const services = worldWith({ ...store, conversations: { ...store.conversations, get } });

  expect(await say(services, 'ajuda', 'pt-BR')).toMatchObject({ locale: 'pt-BR' });
});
