/** Why a person cannot be reached, in the code of the channel or of our own, and in which language to write to one who can. */
import { deliveryHindranceOf, languageOf, type Conversation } from './conversation';
import { noIdentifiers } from './people/person';

const conversation = (id: string, code?: string): Conversation => ({
  id,
  scope: 'personal',
  reference: { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', bot: '28:b' },
  name: id,
  locale: 'en',
  seenAt: '2018-06-01T10:00:00Z',
  ...(code !== undefined && { hindrance: { kind: 'blocked', code, since: '2018-06-01', retryAt: '2018-06-02' } }),
});

it.each<[string, readonly string[], readonly Conversation[], string | undefined]>([
  ['whose account is unknown', [], [conversation('x')], 'unknown-account'],
  ['with whom there is no conversation', ['x'], [conversation('y')], 'nobody-to-reach'],
  ['who can be reached', ['x'], [conversation('x')], undefined],
  ['whose id is written otherwise', ['X'], [conversation('x')], undefined],
  ['who has blocked the bot', ['x'], [conversation('x', '403')], '403'],
  ['who can be reached by one of two accounts', ['x', 'y'], [conversation('x', '403'), conversation('y')], undefined],
  ['who is hindered in both', ['x', 'y'], [conversation('x', '403'), conversation('y', 'gone')], '403'],
])('of a person %s', (_, aadUserId, conversations, expected) => {
  const person = { id: 'p', name: '', identifiers: { ...noIdentifiers, aadUserId }, achievements: [] };

  expect(deliveryHindranceOf(person, new Map(conversations.map((one) => [one.id, one])))).toBe(expected);
});

it('is written in the language that the person chose, else in that of the client', () => {
  expect(languageOf({ locale: 'en' })).toBe('en');
  expect(languageOf({ locale: 'en', language: 'pt-BR' })).toBe('pt-BR');
});
