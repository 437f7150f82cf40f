/** Who may be sent something, in which order, how each is reached and when. */
import { usualSettings } from '../../domain/alerts/alert-settings';
import { partner } from '../../domain/alerts/derive-notices.case';
import type { Conversation } from '../../domain/partner/conversation';
import { openMemory } from '../../infra/memory/store';
import { conversationWith, create } from '../alerts/at-risk.case';
import type { AppServices } from '../context/app-services';
import { worldOf } from '../partner/standing-cache.case';
import { loadRecipients, type TenantRecipients } from './recipients';

const { tenant } = partner;

interface Parts {
  readonly admins?: readonly string[];
  readonly firstAdmins?: AppServices['access']['firstAdmins'];
  readonly conversations?: readonly Conversation[];
  readonly others?: readonly string[];
}

async function load({
  admins = [],
  firstAdmins = [],
  conversations = [],
  others = [],
}: Parts): Promise<TenantRecipients> {
  const store = openMemory();
  await store.conversations.write(tenant, conversations.map(create));
  await store.alertSettings.write(tenant, [create({ ...usualSettings('ana'), stopped: ['stale-data'] })]);
  return loadRecipients({ ...partner, admins }, others, worldOf(store, { access: { tenants: 'any', firstAdmins } }));
}

it.each<[string, Parts, readonly string[]]>([
  ['those of the partner before those of the settings', { admins: ['b'], firstAdmins: ['a'] }, ['b', 'a']],
  ['each once, however their ids are written', { admins: ['Ana', 'bo'], firstAdmins: ['ANA'] }, ['ana', 'bo']],
  ['nobody where the first to speak will be one', { firstAdmins: 'first-speaker' }, []],
])('has as admins %s', async (_, parts, expected) => {
  expect((await load(parts)).admins).toEqual(expected);
});

it('knows admins, people with a conversation, and those who are named, and reaches only those with a conversation', async () => {
  const hindrance = { kind: 'blocked', code: '403', since: '2018-06-01', retryAt: '2018-06-02' } as const;
  const { recipients } = await load({
    admins: ['boss'],
    others: ['named'],
    conversations: [
      { ...conversationWith('Ana'), timeZone: 'Europe/Lisbon' },
      { ...conversationWith('bo'), hindrance },
    ],
  });
  const seenAt = Date.parse('2018-06-01T10:00:00Z');

  expect([...recipients.keys()].sort()).toEqual(['ana', 'bo', 'boss', 'named']);
  expect([...recipients.values()].map(({ id, reach }) => [id, reach])).toEqual(
    expect.arrayContaining([
      ['boss', undefined],
      ['named', undefined],
      ['ana', { timeZone: 'Europe/Lisbon', seenAt }],
      ['bo', { hindrance, seenAt }],
    ]),
  );
});

it('never counts a channel or a group as a person', async () => {
  const { conversations, recipients } = await load({
    conversations: [{ ...conversationWith('19:team'), scope: 'channel' }, conversationWith('ana')],
  });

  expect([...conversations.keys()]).toEqual(['ana']);
  expect([...recipients.keys()]).toEqual(['ana']);
});

it('takes the settings of each person, and the usual ones of whoever has made none', async () => {
  const { recipients } = await load({ admins: ['ana', 'bo'] });

  expect(recipients.get('ana')?.settings.stopped).toEqual(['stale-data']);
  expect(recipients.get('bo')?.settings).toEqual(usualSettings('bo'));
});
