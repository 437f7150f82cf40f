/** Linking elsewhere across organisations: the former one is told of the day and nothing else, and nothing changes there. */
import { plainText } from '../cards/plain-text';
import type { Person } from '../domain/person';
import { everybody } from '../domain/ports';
import { openMemory } from '../infra/memory/store';
import { makeDue } from './agenda';
import { programme, worldOf } from './keeping.case';
import { recordingOutbound } from './outbound.case';
import { sweep } from './sweep';

const noon = Date.parse('2018-06-05T12:00:00Z');

function personIn(tenant: string, linkedOn: string, parts: Partial<Person> = {}): Person {
  const identifiers = { corpEmail: [`kim@${tenant}.example`], mcpId: ['4711'], email: [], aadUserId: [] };
  return { id: `kim-${tenant}`, name: 'Kim Doe', identifiers, linkedOn, achievements: [], ...parts };
}

async function sweptWith(people: Readonly<Record<string, Person>>, order: readonly string[]) {
  const outbound = recordingOutbound();
  const world = worldOf(openMemory(), { outbound, now: () => noon });
  for (const [tenant, person] of Object.entries(people)) {
    const partner = {
      tenant,
      name: tenant,
      programme: programme.id,
      market: 'developed',
      policies: {},
      shown: [],
    } as const;
    await world.store.partners.write(tenant, [{ kind: 'create', value: { ...partner, admins: [`boss-${tenant}`] } }]);
    await world.store.people.write(tenant, [{ kind: 'create', value: person }]);
    const reference = { channel: 'msteams', serviceUrl: 'http://127.0.0.1/', conversation: 'a', bot: '28:b' };
    const seen = { scope: 'personal', name: 'Boss', locale: 'en', seenAt: '2018-06-01T00:00:00Z' } as const;
    await world.store.conversations.write(tenant, [
      { kind: 'create', value: { ...seen, id: `boss-${tenant}`, reference } },
    ]);
  }
  for (const tenant of order) {
    await makeDue(world, tenant);
    await sweep(world);
  }
  await sweep(world);
  return { world, told: outbound.said.map(({ tenant, message }) => [tenant, plainText(message.card)] as const) };
}

const both = { former: personIn('former', '2018-05-20'), newer: personIn('newer', '2018-06-04') };

it.each([[['former', 'newer']], [['newer', 'former']]])('tells the former one, whoever is first: %j', async (order) => {
  const { world, told } = await sweptWith(both, order);

  expect(told.map(([tenant]) => tenant)).toEqual(['former']);
  expect(told[0]![1]).toContain('since 4 Jun 2018. Nothing was changed here');
  expect(told[0]![1]).not.toContain('newer');
  expect((await world.store.people.get('former', 'kim-former'))?.value).toEqual(both.former);
});

it('keeps hashes, and tells a tenant no name of another', async () => {
  const { world } = await sweptWith(both, ['former', 'newer']);
  const rows = async (tenant: string) => {
    const values = [];
    for await (const { value } of world.store.associations.list(tenant)) values.push(value);
    return values;
  };

  expect(JSON.stringify([await rows(everybody), await rows('former')])).not.toMatch(/4711|Kim/);
  expect(await rows('former')).toEqual([
    { account: expect.stringMatching(/^[0-9a-f]{64}$/), holders: [{ tenant: everybody, on: '2018-06-04' }] },
  ]);
  expect(await rows('newer')).toEqual([]);
});

it.each<[string, Record<string, Person>]>([
  [
    'somebody who is recorded as gone already',
    { ...both, former: personIn('former', '2018-05-20', { leftOn: '2018-06-01' }) },
  ],
  ['links of the same day', { ...both, former: personIn('former', '2018-06-04') }],
])('tells nothing of %s', async (_, people) => {
  expect((await sweptWith(people, ['former', 'newer'])).told).toEqual([]);
});
