/** The schema of activities: what Teams sends gets through; a wrong type, a size or a depth beyond the limits does not. */
import { isActivity } from './activity-schema';

const envelope = {
  type: 'message',
  channelId: 'msteams',
  serviceUrl: 'http://127.0.0.1:4128',
  from: { id: 'u', aadObjectId: 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0100' },
  recipient: { id: 'b' },
  conversation: { id: 'c', conversationType: 'personal', tenantId: 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0001' },
  text: 'help',
};

const client = { type: 'clientInfo', locale: 'en-US', platform: 'iOS', country: 'US', timezone: 'Europe/Berlin' };
const mention = { type: 'mention', text: '<at>Laurel</at>', mentioned: { id: 'b', name: 'Laurel' } };

it.each<[string, object]>([
  ['a message', {}],
  ['a message with facts of the client and a mention', { entities: [client, mention], locale: 'de-DE' }],
  ['a message without a language, as iOS sends it', { locale: undefined, entities: [{ type: 'clientInfo' }] }],
  ['null where there is nothing', { text: null, locale: null, replyToId: null, entities: null, name: null }],
  ['a pressed button', { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'help', data: {} } } }],
  ['a form that was filled in', { value: { verb: 'figure', on: '2026-01-12', value: 12 } }],
  ['a file', { attachments: [{ contentType: 'application/octet-stream', content: { a: [1, 2] }, name: 'a.csv' }] }],
  ['an installation', { type: 'installationUpdate', action: 'add' }],
  ['a member who joins', { type: 'conversationUpdate', membersAdded: [{ id: '29:x' }] }],
  ['an activity without a sender, which is left aside later', { from: undefined }],
  ['fields that nobody here knows', { importance: 'high', channelData: { source: { name: 'x' } } }],
  ['text of the largest size', { text: 'x'.repeat(100_000) }],
  ['data nested twenty levels deep', { value: nested(19) }],
])('lets %s through', (_case, fields) => {
  expect(isActivity({ ...envelope, ...fields })).toBe(true);
});

it.each<[string, unknown]>([
  ['null', null],
  ['a list', []],
  ['a text', 'message'],
  ['no type', { ...envelope, type: undefined }],
  ['an empty type', { ...envelope, type: '' }],
  ['a type that is a number', { ...envelope, type: 1 }],
  ['entities that hold null', { ...envelope, entities: [null] }],
  ['entities that are an object', { ...envelope, entities: {} }],
  ['an entity without a type', { ...envelope, entities: [{}] }],
  ['a mention of a number', { ...envelope, entities: [{ ...mention, mentioned: 7 }] }],
  ['a client whose language is a number', { ...envelope, entities: [{ ...client, locale: 1 }] }],
  ['a language that is a number', { ...envelope, locale: 1 }],
  ['a language of 101 characters', { ...envelope, locale: 'x'.repeat(101) }],
  ['a text that is an object', { ...envelope, text: {} }],
  ['a text of 100,001 characters', { ...envelope, text: 'x'.repeat(100_001) }],
  ['a sender that is a text', { ...envelope, from: 'u' }],
  ['a sender whose Entra id is a list', { ...envelope, from: { id: 'u', aadObjectId: ['x'] } }],
  ['a conversation whose id is a number', { ...envelope, conversation: { id: 1 } }],
  ['a tenant that is an object', { ...envelope, conversation: { id: 'c', tenantId: {} } }],
  ['channel data that are a text', { ...envelope, channelData: 'x' }],
  ['a tenant of the channel that is a number', { ...envelope, channelData: { tenant: { id: 1 } } }],
  ['attachments that hold a text', { ...envelope, attachments: ['x'] }],
  ['51 attachments', { ...envelope, attachments: Array(51).fill({ contentType: 'x' }) }],
  ['501 entities', { ...envelope, entities: Array(501).fill(mention) }],
  ['members that hold null', { ...envelope, membersAdded: [null] }],
  ['a time that is a number', { ...envelope, timestamp: 1 }],
  ['data nested twenty-one levels deep', { ...envelope, value: nested(20) }],
  ['data nested a hundred thousand levels deep', { ...envelope, value: nested(100_000) }],
  ['more than 50,000 values', { ...envelope, value: Array(50_000).fill(1) }],
])('refuses %s', (_case, body) => {
  expect(isActivity(body)).toBe(false);
});

/** `levels` lists within each other. */
function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = [value];
  return value;
}
