/** A person is answered in the language they chose, else in the client's, else in the one the client sent last. */
import type { Activity } from 'botbuilder';
import type { Locale } from '../../../domain/basics/locale';
import { StoreUnavailable } from '../../../domain/basics/repository';
import { openMemory } from '../../../infra/memory/store';
import type { AppServices } from '../../context/app-services';
import { Channel, tenant, worldWith } from '../app.case';

async function send(services: AppServices, activity: Partial<Activity>): Promise<Partial<Activity>> {
  const channel = new Channel();
  await channel.receive(services, activity);
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

it('answers in the chosen language until it is given back', async () => {
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
