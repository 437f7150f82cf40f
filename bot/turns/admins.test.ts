/** Admins are made and removed after a preview, with an entry in the audit trail, and there is always one. */
import { noIdentifiers } from '../../domain/partner/people/person';
import { emptyPartner } from '../../domain/partner/partner';
import type { Conversation } from '../../domain/partner/conversation';
import type { Store } from '../../domain/ports';
import { builtInProgramme } from '../../infra/catalogue/load';
import { openMemory } from '../../infra/memory/store';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import type { AppServices } from '../context/app-services';
import { answerIn, askBy, noon, tenant, worldOf } from '../partner/standing-cache.case';
import { listValues } from '../store/row-list';
import { replyTo } from './turn';

const programme = builtInProgramme('competencies');

function chatWith(id: string, name: string): Conversation {
  const reference = { channel: 'msteams', serviceUrl: 'https://smba.trafficmanager.net/teams/', bot: 'b' };
  return { id, scope: 'personal', reference, name, locale: 'en', seenAt: '2021-01-01T00:00:00.000Z' };
}

/** A partner with these admins, in which Ana, Bo and two people called Chen Wei have written to the bot. */
async function worldWith(admins: readonly string[], store: Store = openMemory()): Promise<AppServices> {
  const people = { ana: 'Ana Souza', bo: 'Bo Lind', chen1: 'Chen Wei', chen2: 'Chen Wei' };
  const chats = Object.entries(people).map(([id, name]) => ({ kind: 'create', value: chatWith(id, name) }) as const);
  await store.conversations.write(tenant, chats);
  await store.partners.write(tenant, [
    { kind: 'create', value: { ...emptyPartner(tenant, 'competencies'), admins: [...admins] } },
  ]);
  const record = { name: 'Chen Wei', achievements: [] };
  const identifiers = { ...noIdentifiers, corpEmail: ['chen.wei@c.example'], aadUserId: ['chen1'] };
  await store.people.write(tenant, [{ kind: 'create', value: { ...record, id: 'p1', identifiers } }]);
  const access = { tenants: 'any', firstAdmins: [] } as const;
  return worldOf(store, { access, programmes: new Map([[programme.id, programme]]) });
}

async function adminsOf({ store }: AppServices): Promise<readonly string[]> {
  return (await store.partners.get(tenant, tenant))!.value.admins;
}

async function deedsOf({ store }: AppServices): Promise<readonly string[]> {
  return (await listValues(store.audit, tenant)).map(({ act, by, whom }) => `${by} ${act} ${whom}`);
}

function press(pressed: unknown, services: AppServices, by: string) {
  return replyTo({ pressed }, askBy(by, noon), services);
}

it.each([
  ['make Bo admin', 'admin-granted', 'bo', ['ana', 'bo']],
  ['сделай Бо Линда администратором', 'admin-granted', 'bo', ['ana', 'bo']],
  ['make Zoe Marsh admin', 'unknown-account', undefined, ['ana']],
  ['make chen.wei@c.example an admin', 'admin-granted', 'chen1', ['ana', 'chen1']],
] as const)('%s: %s', async (said, act, whom, expected) => {
  const services = await worldWith(['ana']);
  const preview = await answerIn(services, said, 'ana');
  const previewed = await adminsOf(services);
  if (whom !== undefined) await press(preview.card.actions?.[0], services, 'ana');

  expect(preview.name).toBe(whom === undefined ? act : 'admins-wanted');
  expect(previewed).toEqual(['ana']);
  expect(await adminsOf(services)).toEqual(expected);
  expect(await deedsOf(services)).toEqual(whom === undefined ? [] : [`ana ${act} ${whom}`]);
});

it('asks which of two people of one name is meant, and takes the one who is pressed', async () => {
  const services = await worldWith(['ana']);
  const asked = await answerIn(services, 'make Chen Wei admin', 'ana');
  const preview = await press(asked.card.actions?.[1], services, 'ana');
  const before = await adminsOf(services);
  await press(preview.card.actions?.[0], services, 'ana');

  expect(asked.name).toBe('ambiguous');
  expect(JSON.stringify(asked.card)).toContain('Chen Wei (chen.wei@c.example)');
  expect(preview.name).toBe('admins-wanted');
  expect(before).toEqual(['ana']);
  expect(await adminsOf(services)).toEqual(['ana', 'chen2']);
});

it.each([
  [['ana'], 'remove Ana as admin', 'last-admin'],
  [['ana'], 'remove me as admin', 'last-admin'],
  [['ana'], 'remove Bo as admin', 'already-so'],
  [['ana', 'bo'], 'make Bo admin', 'already-so'],
  [['ana', 'bo'], 'remove Bo as admin', 'admins-wanted'],
  [['ana', 'bo'], 'do not remove Bo as admin', 'help-topic'],
  [['ana', 'bo'], 'не делай Bo администратором', 'help-topic'],
  [['ana', 'bo'], 'администраторы', 'admins'],
] as const)('of %j, “%s” is answered with %s', async (admins, said, reply) => {
  const services = await worldWith(admins);

  expect((await answerIn(services, said, 'ana')).name).toBe(reply);
  expect(await adminsOf(services)).toEqual(admins);
});

it.each(['bo', 'mallory'])('%s, who is no admin, learns nothing and changes nothing', async (user) => {
  const services = await worldWith(['ana']);
  const order = { verb: 'admins', data: { person: 'bo', to: 'admin', isSure: true } };

  expect((await answerIn(services, 'admins', user)).name).toBe('admins-only');
  expect((await press(order, services, user)).name).toBe('admins-only');
  expect(await adminsOf(services)).toEqual(['ana']);
});

it('does not make an admin of an account that a forged button names and that nobody knows', async () => {
  const services = await worldWith(['ana']);
  const forged = { verb: 'admins', data: { person: 'mallory', to: 'admin', isSure: true } };

  expect((await press(forged, services, 'ana')).name).toBe('card-outdated');
  expect(await adminsOf(services)).toEqual(['ana']);
});

it('keeps those whom the settings name', async () => {
  const services = { ...(await worldWith(['ana'])), access: { tenants: 'any', firstAdmins: ['BO'] } } as const;

  expect((await answerIn(services, 'remove Bo as admin', 'ana')).name).toBe('admin-by-settings');
  expect((await answerIn(services, 'remove Ana as admin', 'bo')).name).toBe('admins-wanted');
});

describe.each([
  ['in memory', async () => ({ store: openMemory() as Store, close: async () => undefined })],
  ['in tables', openOnAzurite],
])('two admins who remove each other at once, %s', (_, open) => {
  it('leave one of them', async () => {
    const { store, close } = await open();
    try {
      const services = await worldWith(['ana', 'bo'], store);
      const remove = (person: string) => ({ verb: 'admins', data: { person, to: 'no-admin', isSure: true } });
      const replies = await Promise.all([press(remove('bo'), services, 'ana'), press(remove('ana'), services, 'bo')]);

      expect(await adminsOf(services)).toHaveLength(1);
      expect(replies.map(({ name }) => name).sort()).toEqual(['admins', 'admins-only']);
    } finally {
      await close();
    }
  });
});

it('two admins who step back at once leave one of them', async () => {
  const services = await worldWith(['ana', 'bo']);
  const stepBack = (person: string) => ({ verb: 'admins', data: { person, to: 'no-admin', isSure: true } });
  await Promise.all([press(stepBack('ana'), services, 'ana'), press(stepBack('bo'), services, 'bo')]);

  expect(await adminsOf(services)).toHaveLength(1);
});
