/** Sweep: the requests to the tables when nothing is due, and when some partners are, counted on the wire. */
import { sweep } from '../../bot/alerts/sweep';
import { worldOf } from '../../bot/partner/standing-cache.case';
import type { AppServices } from '../../bot/context/app-services';
import { partner, programme } from '../../domain/alerts/derive-notices.case';
import { callSweep, type SweepEntry } from '../../domain/alerts/sweep-entry';
import type { Change } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';
import { openOnAzurite } from '../../infra/tables/azurite.case';
import type { Depth, Figure } from '../figure';

const part = 'sweep';
const now = Date.parse('2018-06-15T08:00:00Z');
const create = <T>(value: T): Change<T> => ({ kind: 'create', value });
const tenantOf = (index: number) => `tenant-${index}`;

/** So many partners that are due on another day. */
async function furnish(store: Store, partners: number): Promise<void> {
  const entries = Array.from({ length: partners }, (_, index): SweepEntry => {
    const entry = callSweep(undefined, tenantOf(index));
    return { ...entry, dueAt: now + 86_400_000 };
  });
  for (let start = 0; start < partners; start += 1_600)
    await store.schedule.write(everybody, entries.slice(start, start + 1_600).map(create));
}

async function makeDue(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const tenant = tenantOf(index);
    const row = (await store.schedule.get(everybody, tenant))!;
    await store.schedule.write(everybody, [
      { kind: 'replace', value: callSweep(row.value, tenant), version: row.version },
    ]);
  }
}

/** Measures the requests of a sweep. */
export async function measure(depth: Depth): Promise<readonly Figure[]> {
  const [partners, few] = depth === 'full' ? [10_000, 50] : [1_000, 10];
  const { store, wire, close } = await openOnAzurite();
  await furnish(store, partners);
  for (let index = 0; index < 2 * few; index += 1)
    await store.partners.write(tenantOf(index), [create({ ...partner, tenant: tenantOf(index) })]);
  const services: AppServices = worldOf(store, { programmes: new Map([[programme.id, programme]]), now: () => now });
  const requestsOf = async (due: number) => {
    await makeDue(store, due);
    const before = wire.requests.length;
    const { partners: swept } = await sweep(services);
    if (swept !== due) throw new Error(`It swept ${swept} partners, of whom ${due} were due.`);
    return wire.requests.length - before;
  };
  const none = await requestsOf(0);
  await requestsOf(2 * few);
  const one = await requestsOf(few);
  const two = await requestsOf(2 * few);
  await close();
  const all = partners.toLocaleString('en');
  return [
    {
      part,
      what: `requests, ${all} partners, none due`,
      value: none,
      goal: { atMost: 1 },
    },
    { part, what: `requests for each of ${few} partners that are due`, value: (one - none) / few },
    {
      part,
      what: `requests for ${2 * few} due ÷ twice those for ${few}`,
      value: (two - none) / (one - none) / 2,
      goal: { atMost: 1.1 },
    },
  ];
}
