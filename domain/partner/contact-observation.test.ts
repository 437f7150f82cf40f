/** Sightings: what is written of where somebody can be reached, and what is not worth a write. */
import type { Conversation, DeliveryHindrance } from './conversation';
import { updateConversation, observedConversations, type ContactObservation } from './contact-observation';

const alone: ContactObservation = {
  scope: 'personal',
  conversation: 'a:1',
  title: '',
  channel: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  bot: '28:laurel',
  person: { id: 'aad-ana', user: '29:ana', name: 'Ana' },
  locale: 'pt-BR',
  timeZone: 'America/Sao_Paulo',
  at: '2018-06-01T09:00:00.000Z',
};
const inTeam: ContactObservation = { ...alone, scope: 'channel', conversation: '19:team', title: 'General' };
const ana = updateConversation('aad-ana', undefined, alone)!;
const hindrance: DeliveryHindrance = {
  kind: 'blocked',
  code: 'MessageWritesBlocked',
  since: '2018-05-30',
  retryAt: '2018-06-30',
};

it('keeps everything that is needed to reach somebody, in their language and time zone', () => {
  expect(ana).toEqual({
    id: 'aad-ana',
    scope: 'personal',
    reference: {
      channel: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: 'a:1',
      bot: '28:laurel',
      user: '29:ana',
    },
    name: 'Ana',
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    seenAt: '2018-06-01T09:00:00.000Z',
  });
});

it.each<[string, Partial<ContactObservation>, Partial<Conversation> | undefined]>([
  ['nothing new', {}, undefined],
  ['nothing new within a day', { at: '2018-06-02T08:59:59.999Z' }, undefined],
  ['nothing new for a day', { at: '2018-06-02T09:00:00.000Z' }, { seenAt: '2018-06-02T09:00:00.000Z' }],
  ['another address', { serviceUrl: 'https://smba.trafficmanager.net/amer/' }, {}],
  ['another conversation', { conversation: 'a:2' }, {}],
  ['another language', { locale: 'ru-RU' }, { locale: 'ru-RU' }],
  ['no language', { locale: undefined }, undefined],
  ['another time zone', { timeZone: 'Europe/Lisbon' }, { timeZone: 'Europe/Lisbon' }],
  ['no time zone', { timeZone: undefined }, undefined],
  ['another name', { person: { ...alone.person!, name: 'Ana Souza' } }, { name: 'Ana Souza' }],
  ['no name', { person: { ...alone.person!, name: '' } }, undefined],
])('is written anew only where there is something new: %s', (_, change, expected) => {
  const after = updateConversation('aad-ana', ana, { ...alone, ...change });
  if (expected === undefined) expect(after).toBeUndefined();
  else expect(after).toMatchObject(expected);
});

it('knows whoever speaks in a team, without a conversation of their own yet', () => {
  expect(observedConversations(inTeam)).toEqual(['19:team', 'aad-ana']);
  const person = updateConversation('aad-ana', undefined, inTeam)!;
  expect(person.reference).not.toHaveProperty('conversation');
  expect(person).toMatchObject({ scope: 'personal', reference: { user: '29:ana' }, locale: 'pt-BR' });
  expect(updateConversation('19:team', undefined, inTeam)).toEqual({
    id: '19:team',
    scope: 'channel',
    reference: {
      channel: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: '19:team',
      bot: '28:laurel',
    },
    name: 'General',
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    seenAt: '2018-06-01T09:00:00.000Z',
  });
});

it('keeps the personal conversation of somebody who then speaks in a team', () => {
  expect(updateConversation('aad-ana', ana, { ...inTeam, at: '2018-07-01T09:00:00.000Z' })).toBeUndefined();
  const moved = updateConversation('aad-ana', ana, { ...inTeam, serviceUrl: 'https://smba.trafficmanager.net/amer/' })!;
  expect(moved.reference).toMatchObject({ conversation: 'a:1', serviceUrl: 'https://smba.trafficmanager.net/amer/' });
});

it('leaves a room the language it was met in', () => {
  const room = updateConversation('19:team', undefined, inTeam)!;
  expect(
    updateConversation('19:team', room, { ...inTeam, locale: 'ru-RU', timeZone: 'Europe/Moscow' }),
  ).toBeUndefined();
});

it('ends a hindrance where somebody speaks there, and only there', () => {
  const hindered = { ...ana, hindrance };
  expect(updateConversation('aad-ana', hindered, alone)).toEqual(ana);
  expect(updateConversation('aad-ana', hindered, inTeam)).toBeUndefined();
});

it('tells of nobody where the channel does not say who it was', () => {
  expect(observedConversations({ ...alone, person: undefined })).toEqual([]);
  expect(observedConversations({ ...inTeam, person: undefined })).toEqual(['19:team']);
});
