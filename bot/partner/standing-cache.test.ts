/** Keeping the standing: whatever happens and in whatever order, what is believed is what the facts say. */
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import { judgeStanding, markLapsesAfter, type JudgedStanding } from '../../domain/membership/cached-standing';
import { emptyPartner } from '../../domain/partner/partner';
import { type Repository, StoreUnavailable } from '../../domain/basics/repository';
import { type Store } from '../../domain/ports';
import { openMemory } from '../../infra/memory/store';
import { type OnAzurite, openOnAzurite } from '../../infra/tables/azurite.case';
import { openTables } from '../../infra/tables/store';
import { never } from '../../domain/alerts/sweep-entry';
import { writeFacts, readCachedStanding } from './standing-cache';
import { claimEntry, listDueEntries, releaseClaim } from './sweep-schedule';
import { crowd, importInto, noon, programme, progressIn, tenant, titles, worldOf } from './standing-cache.case';
import { loadPartnerFacts } from './partner-facts';
import { laurelVersion } from '../context/version';

let azurite: OnAzurite | undefined;
afterEach(async () => {
  await azurite?.close();
  azurite = undefined;
});

const today = '2021-02-01';

/** The standing worked out from what is kept, by nothing that is tested here. */
async function judgedAfresh(store: Store): Promise<JudgedStanding> {
  const partner = (await store.partners.get(tenant, tenant))?.value ?? emptyPartner(tenant, programme.id);
  const { newestImport, ...known } = await loadPartnerFacts(store, tenant);
  return plain(judgeStanding({ programme, partner, known, newestImport, asOf: today, release: laurelVersion() }));
}

const fernhollow = { ...emptyPartner(tenant, programme.id), name: 'Fernhollow' };

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const believed = async (store: Store) => (await readCachedStanding(worldOf(store), tenant, Date.parse(today))).judged;
const createAll = <T>(values: readonly T[]) => values.map((value) => ({ kind: 'create' as const, value }));

/** The same rows, reached by way of something that may wait, look or fail. */
function through(store: Store, before: () => Promise<void>, after = before): Store {
  const slow = <T>(repository: Repository<T>): Repository<T> => ({
    get: async (...wanted) => {
      await before();
      return repository.get(...wanted);
    },
    async *list(of) {
      await before();
      yield* repository.list(of);
    },
    write: async (...wanted) => {
      await before();
      const conflicts = await repository.write(...wanted);
      await after();
      return conflicts;
    },
  });
  return {
    ...store,
    partners: slow(store.partners),
    people: slow(store.people),
    figures: slow(store.figures),
    imports: slow(store.imports),
    standings: slow(store.standings),
  };
}

const achievement = fc.tuple(
  fc.constantFrom(...titles),
  fc.constantFrom('2019-01-05', '2020-06-01', '2021-01-20'),
  fc.constantFrom('ana', 'bo', 'chen'),
);
const file = fc.array(achievement, { minLength: 1, maxLength: 4 });

it('is believed at no moment unless it is what the facts say, whoever changes and asks at the same time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), file, file, async (scheduler, one, other) => {
      const store = openMemory();
      await progressIn(worldOf(store));
      const wait = () => scheduler.schedule(Promise.resolve());
      const check = async () => {
        const held = await believed(store);
        if (held) expect(held).toEqual(await judgedAfresh(store));
      };
      const instance = (now: number) => worldOf(through(store, wait, check), { now: () => now });

      const acts = [
        importInto(instance(noon), one),
        importInto(instance(noon + 1), other),
        progressIn(instance(noon)),
        progressIn(instance(noon)),
      ];
      await scheduler.waitFor(Promise.all(acts));

      expect(await believed(store)).toEqual(await judgedAfresh(store));
    }),
    { numRuns: 40 },
  );
});

it('is that of both when two processes import different files at the same moment', async () => {
  const { store, tables, connectionString } = (azurite = await openOnAzurite());
  const other = await openTables(tables);
  const [one, another] = [crowd(40), crowd(60).slice(20)].map((people) =>
    people.flatMap(({ id, achievements }) => achievements.map((had) => [had.title, had.completedOn, id] as const)),
  );

  const outcomes = await Promise.all([
    importInto(worldOf(store), one!),
    importInto(worldOf(other, { now: () => noon + 1 }), another!),
  ]);

  expect(connectionString).not.toBe(tables.connectionString);
  expect(outcomes.filter((outcome) => 'refused' in outcome)).toEqual([]);
  expect((await loadPartnerFacts(store, tenant)).people).toHaveLength(60);
  expect(await believed(store)).toEqual(await judgedAfresh(store));
}, 60_000);

describe('a change that is interrupted', () => {
  const crash = new Error('The machine went away.');
  async function interrupted(store: Store): Promise<void> {
    const act = writeFacts(worldOf(store), tenant, async (facts) => {
      await facts.partners.write(tenant, createAll([fernhollow]));
      throw crash;
    });
    await expect(act).rejects.toBe(crash);
  }

  it('leaves nothing to be believed, and the next question tells the truth', async () => {
    const store = openMemory();
    expect(await progressIn(worldOf(store))).not.toContain(fernhollow.name);

    await interrupted(store);

    expect(await believed(store)).toBeUndefined();
    expect(await progressIn(worldOf(store))).toContain(fernhollow.name);
  });

  it('has the partner looked after although it never came to its end', async () => {
    const store = openMemory();
    await interrupted(store);

    expect((await listDueEntries(worldOf(store))).map(({ value }) => value.tenant)).toEqual([tenant]);
  });

  it('is over once its mark has lapsed: the next question keeps what it found', async () => {
    const store = openMemory();
    await interrupted(store);

    await progressIn(worldOf(store));
    expect(await believed(store)).toBeUndefined();
    await progressIn(worldOf(store, { now: () => noon + markLapsesAfter + 1 }));

    expect(await believed(store)).toEqual(await judgedAfresh(store));
  });

  it('hinders no later one', async () => {
    const store = openMemory();
    await interrupted(store);

    await importInto(worldOf(store, { now: () => noon + markLapsesAfter + 1 }), [[titles[0]!, '2020-01-01', 'ana']]);

    expect(await believed(store)).toEqual(await judgedAfresh(store));
  });
});

it('has the partner looked after once more where an instance has done so while facts were changing', async () => {
  const store = openMemory();
  const services = worldOf(store);

  await writeFacts(services, tenant, async () => {
    const begun = await claimEntry(services, (await listDueEntries(services))[0]!, 'other');
    await releaseClaim(services, { begun: begun!, next: never });
    expect(await listDueEntries(services)).toEqual([]);
  });

  expect((await listDueEntries(services)).map(({ value }) => value.tenant)).toEqual([tenant]);
});

it('is not believed while somebody takes longer than a mark lasts', async () => {
  const store = openMemory();
  let now = noon;
  const services = worldOf(store, { now: () => now });

  await writeFacts(services, tenant, async (facts) => {
    for (const person of crowd(12)) {
      now += markLapsesAfter / 4;
      await facts.people.write(tenant, createAll([person]));
      await progressIn(services);
      expect(await believed(store)).toBeUndefined();
    }
  });

  expect(await believed(store)).toEqual(await judgedAfresh(store));
});

it('is not overwritten by somebody who read the facts before they changed', async () => {
  const store = openMemory();
  const slowly = { ...store, people: { ...store.people, list: late(store.people) } };
  const early = progressIn(worldOf(slowly));
  await pause(5);

  await importInto(worldOf(store), [[titles[0]!, '2020-01-01', 'ana']]);
  await early;

  expect(await believed(store)).toEqual(await judgedAfresh(store));
});

/** Reads at once and hands over late. */
function late<T>(repository: Repository<T>): Repository<T>['list'] {
  return async function* (of) {
    const rows = [];
    for await (const row of repository.list(of)) rows.push(row);
    await pause(40);
    yield* rows;
  };
}

it('does not keep an answer from anybody where it cannot be written', async () => {
  const store = openMemory(({ operation, noun }) =>
    operation === 'write' && noun === 'standing' ? 'down' : undefined,
  );

  await expect(progressIn(worldOf(store))).resolves.toContain('AdaptiveCard');
});

it('lets nothing be changed where it cannot be marked', async () => {
  const store = openMemory(({ operation, noun }) =>
    operation === 'write' && noun === 'standing' ? 'down' : undefined,
  );
  let acted = false;

  await expect(writeFacts(worldOf(store), tenant, async () => void (acted = true))).rejects.toThrow(StoreUnavailable);

  expect(acted).toBe(false);
});

it('knows of a changed partner and of changed rules at once', async () => {
  const store = openMemory();
  await progressIn(worldOf(store));

  await writeFacts(worldOf(store), tenant, (facts) => facts.partners.write(tenant, createAll([fernhollow])));
  expect(await progressIn(worldOf(store))).toContain(fernhollow.name);

  const stricter = { ...programme, edition: 'another' };
  const { judged } = await readCachedStanding(
    { ...worldOf(store), programmes: new Map([[programme.id, stricter]]) },
    tenant,
    Date.parse(today),
  );
  expect(judged).toBeUndefined();
});
