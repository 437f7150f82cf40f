/** What a question about progress costs: one read and no write, however large the partner is. */
import { emptyPartner } from '../../../domain/partner/partner';
import type { Store } from '../../../domain/ports';
import { type MemoryStore, openMemory } from '../../../infra/memory/store';
import { type OnAzurite, openOnAzurite } from '../../../infra/tables/azurite.case';
import {
  crowd,
  importInto,
  noon,
  progressIn,
  programme,
  tenant,
  titles,
  worldOf,
} from '../../partner/standing-cache.case';

let azurite: OnAzurite | undefined;
afterEach(async () => {
  await azurite?.close();
  azurite = undefined;
});

async function seed({ people }: Store, size: number): Promise<void> {
  const changes = crowd(size).map((value) => ({ kind: 'create' as const, value }));
  for (let start = 0; start < size; start += 1000) await people.write(tenant, changes.slice(start, start + 1000));
}

async function requestsOf(store: MemoryStore, act: () => Promise<unknown>): Promise<readonly string[]> {
  const before = store.requests.length;
  await act();
  return store.requests.slice(before).map(({ operation, noun }) => `${operation} ${noun}`);
}

it.each([0, 100])('reads one row and writes none with %d people', async (size) => {
  const store = openMemory();
  await seed(store, size);
  const first = await progressIn(worldOf(store));

  let again = '';
  const requests = await requestsOf(store, async () => (again = await progressIn(worldOf(store))));

  expect(requests).toEqual(['get standing']);
  expect(again).toBe(first);
});

it('tells what is at risk and what an override holds from the same one row', async () => {
  const store = openMemory();
  await seed(store, 100);
  const membership = { level: 'silver', boughtOn: '2020-09-01', renewedOn: [] };
  const overrides = [{ competency: programme.competencies[1]!.id, level: 'gold', until: '2021-06-30', source: 'x' }];
  const value = { ...emptyPartner(tenant, programme.id), membership, overrides };
  await store.partners.write(tenant, [{ kind: 'create', value }]);
  await importInto(worldOf(store), [[titles[0]!, '2020-01-15', 'ana']]);
  const first = await progressIn(worldOf(store));

  let again = '';
  const requests = await requestsOf(store, async () => (again = await progressIn(worldOf(store))));

  expect(requests).toEqual(['get standing']);
  expect(again).toBe(first);
  expect(again).toContain('1 level held by an override');
  expect(again).toContain('For the renewal on 1 Sept 2021');
  expect(again).toContain('Gold (override until 30 Jun 2021)');
});

it('reads one row and writes none with 100000 people, who are read once and before', async () => {
  const store = openMemory();
  let readings = 0;
  async function* list() {
    readings += 1;
    for (const value of crowd(100_000)) yield { value, version: '1' };
  }
  const services = worldOf({ ...store, people: { ...store.people, list } });
  const first = await progressIn(services);

  let again = '';
  const requests = await requestsOf(store, async () => (again = await progressIn(services)));

  expect(requests).toEqual(['get standing']);
  expect(readings).toBe(1);
  expect(again).toBe(first);
});

it.each([100, 5000])(
  'makes one request on the wire with %d people',
  async (size) => {
    const { store, wire } = (azurite = await openOnAzurite());
    await seed(store, size);
    await progressIn(worldOf(store));

    const before = wire.requests.length;
    await progressIn(worldOf(store));

    const made = wire.requests.slice(before);
    expect(made.map(({ method }) => method)).toEqual(['GET']);
    expect(made[0]!.path).toContain('standing~');
  },
  60_000,
);

it('works the standing out once on a day after which something lapsed, and keeps that', async () => {
  const store = openMemory();
  await progressIn(worldOf(store));
  const years = 10 * 365 * 86_400_000;
  const later = worldOf(store, { now: () => noon + years });

  const first = await requestsOf(store, () => progressIn(later));
  const second = await requestsOf(store, () => progressIn(later));

  expect(first).toContain('write standing');
  expect(second).toEqual(['get standing']);
});

it('makes the first to speak the admin, and is kept all the same', async () => {
  const store = openMemory();
  const services = worldOf(store, { access: { tenants: 'any', firstAdmins: 'first-speaker' } });
  await progressIn(worldOf(store));

  await progressIn(services, 'ana');
  expect((await store.partners.get(tenant, tenant))?.value.admins).toEqual(['ana']);

  const ana = await requestsOf(store, () => progressIn(services, 'ana'));
  const bo = await requestsOf(store, () => progressIn(services, 'bo'));
  expect([ana, bo]).toEqual([['get standing'], ['get standing']]);
  expect(await progressIn(services, 'ana')).not.toBe(await progressIn(services, 'bo'));
});
