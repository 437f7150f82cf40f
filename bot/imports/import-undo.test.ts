/** Undoing an import: whatever two files say, taking the second back leaves exactly what the first left. */
import fc from 'fast-check';
import { type Repository, StoreUnavailable } from '../../domain/basics/repository';
import { type Store } from '../../domain/ports';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import type { ImportDeps } from './import-opening';
import { importFile } from './import-file';
import { importToUndo, removedByUndo, takeBackImport } from './import-undo';
import { noon, programme, tenant, worldOf } from '../partner/standing-cache.case';
import { sweep } from '../alerts/sweep';
import { newOnboarding } from '../../domain/onboarding/onboarding';
import { emptyPartner } from '../../domain/partner/partner';
import type { Person } from '../../domain/partner/people/person';
import { ProgrammeSet } from '../../domain/programme/joined-programme';
import { loadProgrammes } from '../../infra/catalogue/load';

const header = 'TrainingTitle,TrainingCompletionDate,CorpEmail,MCPID,Email,IndividualFirstName';
const row = fc
  .tuple(
    fc.constantFrom('A', 'B', 'C'),
    fc.constantFrom('2018-01-01', '2018-02-01', '2019-03-01'),
    fc.constantFrom('', 'a@b.example', 'b@b.example', 'c@b.example'),
    fc.constantFrom('', '11', '12'),
    fc.constantFrom('', 'a@home.example', 'b@home.example'),
    fc.constantFrom('', 'Ana', 'Bo'),
  )
  .map((cells) => cells.join(','));
const file = fc.array(row, { minLength: 1, maxLength: 8 }).map((rows) => [header, ...rows, ''].join('\n'));

const depsOf = (store: Store, now = noon): ImportDeps => ({
  store,
  read: readImport,
  programmes: new Map([[programme.id, programme]]),
  now: () => now,
});

function take(store: Store, content: string, now: number) {
  const named = fileOf('trainings-lifetime.csv', Buffer.from(content));
  return importFile(depsOf(store, now), { tenant, file: named, by: 'boss', dry: false, removesGone: true });
}

async function peopleIn({ people }: Store): Promise<readonly unknown[]> {
  const found: { readonly id: string }[] = [];
  for await (const { value } of people.list(tenant)) found.push(value);
  return found.sort((one, other) => (one.id < other.id ? -1 : 1));
}

async function undoLast(store: Store) {
  const last = await importToUndo(depsOf(store), tenant, undefined);
  return takeBackImport(depsOf(store, noon + 5000), tenant, last!);
}

it('leaves exactly what was there before', async () => {
  await fc.assert(
    fc.asyncProperty(file, file, async (one, other) => {
      const store = openMemory();
      await take(store, one, noon);
      const before = await peopleIn(store);
      await take(store, other, noon + 1000);
      if (JSON.stringify(await peopleIn(store)) === JSON.stringify(before)) return;

      expect((await undoLast(store)).leftAlone).toEqual([]);

      expect(await peopleIn(store)).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

it('can be finished where it broke off', async () => {
  const store = openMemory();
  await take(store, [header, 'A,2018-01-01,a@b.example,,,', ''].join('\n'), noon);
  const before = await peopleIn(store);
  await take(store, [header, 'B,2018-01-01,a@b.example,,,', 'B,2018-01-01,c@b.example,,,', ''].join('\n'), noon + 1000);
  const fails = async () => Promise.reject(new StoreUnavailable('down'));
  const imports: Repository<never> = { ...store.imports, write: fails } as never;
  const broken: Store = { ...store, imports };

  await expect(undoLast(broken)).rejects.toThrow(StoreUnavailable);
  expect((await undoLast(store)).leftAlone).toEqual([]);

  expect(await peopleIn(store)).toEqual(before);
  expect((await importToUndo(depsOf(store), tenant, undefined))?.value.importedAt).toBe('2021-02-01T12:00:00.000Z');
});

describe('whom undoing an import removes', () => {
  const newcomer = [header, 'B,2018-01-01,c@b.example,,,', ''].join('\n');

  async function worldWithNewcomer() {
    const store = openMemory();
    await take(store, [header, 'A,2018-01-01,a@b.example,,,', ''].join('\n'), noon);
    await take(store, newcomer, noon + 1000);
    const last = (await importToUndo(depsOf(store), tenant, undefined))!.value.id;
    const all = (await peopleIn(store)) as readonly Person[];
    const found = all.find(({ identifiers }) => identifiers.corpEmail.includes('c@b.example'))!;
    return { store, last, newcomer: found, old: all.find((one) => one !== found)! };
  }

  const invite = (store: Store, ...people: readonly Person[]) =>
    store.onboardings.write(
      tenant,
      people.map(({ id }) => ({ kind: 'create', value: newOnboarding(id) })),
    );

  it('tells those of them who are in onboarding', async () => {
    const { store, last, newcomer: one, old } = await worldWithNewcomer();
    await invite(store, one, old);
    expect(await removedByUndo(last, tenant, { store })).toEqual({ removed: [one], onboarded: [one] });
  });

  it('tells nobody who was on record before', async () => {
    const { store, last, newcomer: one, old } = await worldWithNewcomer();
    await invite(store, old);
    expect(await removedByUndo(last, tenant, { store })).toEqual({ removed: [one], onboarded: [] });
  });

  it('tells nobody whose record has been changed since', async () => {
    const { store, last, newcomer: one } = await worldWithNewcomer();
    await invite(store, one);
    const kept = (await store.people.get(tenant, one.id))!;
    await store.people.write(tenant, [{ kind: 'replace', value: { ...one, name: 'Changed' }, version: kept.version }]);
    expect(await removedByUndo(last, tenant, { store })).toEqual({ removed: [], onboarded: [] });
  });
});

describe('a day on which a score reached its goal', () => {
  const loading = loadProgrammes();
  const programmes = new ProgrammeSet('programmes' in loading ? loading.programmes : []);
  const november = Date.parse('2026-11-05T10:00:00Z');
  const figures =
    'Metric,Value,AsOf\nazure-net-customer-adds,3,2026-11-01\nazure-usage-growth,20,2026-11-01\n' +
    'azure-consumption-12m,500000,2026-11-01\nazure-deployments,5,2026-11-01\n';
  const trainings = [
    'TrainingActivityId,TrainingTitle,TrainingType,CorpEmail,TrainingCompletionDate,ExpirationDate,MCPID',
    ...[
      'Azure Administrator Associate',
      'Azure Network Engineer Associate',
      'Azure Solutions Architect Expert',
    ].flatMap((title) =>
      [1, 2].map((id) => `1,${title},Certification,p${id}@c.example,2025-05-14,2027-05-14,200${id}`),
    ),
    '1,Azure Virtual Desktop Specialty,Certification,p2@c.example,2025-05-14,2027-05-14,2002',
    '',
  ].join('\n');
  const nothingNew = 'Name,WorkEmail\nZoe Z,zoe@c.example\n';

  /** The days that are kept after these imports, and after the last of them is taken back. */
  async function daysAfter(...files: readonly (readonly [string, string])[]) {
    const store = openMemory();
    let now = november;
    const services = worldOf(store, { programmes, now: () => now });
    const deps = { store, programmes, read: readImport, now: () => now };
    const membership = { level: 'solutions-partner', boughtOn: '2025-12-01', renewedOn: [] };
    const partner = { ...emptyPartner(tenant, 'designations'), membership };
    await store.partners.write(tenant, [{ kind: 'create', value: partner }]);
    for (const [name, content] of files) {
      now += 60_000;
      await importFile(deps, { tenant, file: fileOf(name, Buffer.from(content)), by: 'boss', dry: false });
    }
    await sweep(services);
    const kept = async () =>
      ((await store.partners.get(tenant, tenant))!.value.reached ?? []).map(({ competency, on }) => [competency, on]);
    const before = await kept();
    await takeBackImport(deps, tenant, (await importToUndo(deps, tenant, undefined))!);
    await sweep(services);
    return { before, after: await kept() };
  }

  it('goes with the import that alone gave it', async () => {
    expect(await daysAfter(['figures.csv', figures], ['trainings.csv', trainings])).toEqual({
      before: [['infrastructure', '2026-11-05']],
      after: [],
    });
  });

  it('stays where other facts gave it', async () => {
    const kept = [['infrastructure', '2026-11-05']];
    expect(await daysAfter(['figures.csv', figures], ['trainings.csv', trainings], ['people.csv', nothingNew])).toEqual(
      { before: kept, after: kept },
    );
  });
});
