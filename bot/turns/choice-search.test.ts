/** Choices while typing: admins in a private chat find people, everyone finds credentials, and nothing else is given away. */
import { openMemory } from '../../infra/memory/store';
import { createTurnLimits, turnAllowances } from '../context/turn-limits';
import type { TurnRequest } from '../context/turn-request';
import { askBy, importInto, noon, titles, worldOf } from '../partner/standing-cache.case';
import type { AppServices } from '../context/app-services';
import { searchChoices } from './choice-search';

const people = { dataset: 'people', queryText: 'ana', queryOptions: { skip: 0, top: 15 } };

async function world(parts: Partial<AppServices> = {}): Promise<AppServices> {
  const services = worldOf(openMemory(), parts);
  await importInto(services, [
    [titles[0]!, '2020-01-01', 'ana'],
    [titles[0]!, '2020-01-01', 'anatol'],
    [titles[0]!, '2020-01-01', 'boris'],
  ]);
  return services;
}

async function titlesFor(claim: unknown, request: TurnRequest, services: AppServices): Promise<readonly string[]> {
  return (await searchChoices(claim, request, services)).map(({ title }) => title);
}

it('offers an admin the people whose names match', async () => {
  const found = await titlesFor(people, askBy('boss'), await world());

  expect(found).toHaveLength(2);
  expect(found.every((title) => /ana/iu.test(title))).toBe(true);
});

it.each<[string, TurnRequest]>([
  ['an employee', askBy('employee')],
  ['an admin in a room', { ...askBy('boss'), scope: 'groupChat' }],
  ['an anonymous guest', { ...askBy('boss'), user: { ...askBy('boss').user, aadObjectId: '' } }],
])('offers no names to %s', async (_, request) => {
  expect(await titlesFor(people, request, await world())).toEqual([]);
});

it('offers nothing to an organization that may not use the bot', async () => {
  const closed = { ...(await world()), access: { tenants: ['fabrikam'], firstAdmins: ['boss'] } };

  expect(await titlesFor(people, askBy('boss'), closed)).toEqual([]);
  expect(await titlesFor({ dataset: 'credentials', queryText: '' }, askBy('boss'), closed)).toEqual([]);
});

it('offers everyone at most fifteen credentials', async () => {
  expect(await titlesFor({ dataset: 'credentials', queryText: '' }, askBy('employee'), await world())).toHaveLength(15);
});

it.each([undefined, null, 'people', {}, { dataset: 'tenants' }, { dataset: 'constructor' }, { dataset: ['people'] }])(
  'offers nothing for %j',
  async (claim) => {
    expect(await titlesFor(claim, askBy('boss'), await world())).toEqual([]);
  },
);

it('takes a text that is too long, or none, for nothing typed', async () => {
  const services = await world();

  for (const queryText of ['a'.repeat(101), 7, undefined])
    expect(await titlesFor({ dataset: 'people', queryText }, askBy('boss'), services)).toHaveLength(3);
});

it('offers nothing to a person who has asked too often, and goes on for others', async () => {
  const services = await world({ limits: createTurnLimits(() => noon) });
  const { atOnce } = turnAllowances.search.person;
  for (let count = 0; count < atOnce; count += 1) await searchChoices(people, askBy('boss'), services);

  expect(await titlesFor(people, askBy('boss'), services)).toEqual([]);
  expect(await titlesFor({ ...people, dataset: 'credentials' }, askBy('employee'), services)).not.toBeUndefined();
});

it('offers nothing where the store does not answer', async () => {
  const services = await world({ deadline: 5 });
  const never = async function* (): AsyncGenerator<never> {
    await new Promise<never>(() => undefined);
  };
  const silent = { ...services.store.people, list: never };
  const store = { ...services.store, people: silent };

  expect(await titlesFor(people, askBy('boss'), { ...services, store })).toEqual([]);
});
