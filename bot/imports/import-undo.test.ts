/** Undoing an import: whatever two files say, taking the second back leaves exactly what the first left. */
import fc from 'fast-check';
import { type Repository, StoreUnavailable } from '../../domain/basics/repository';
import { type Store } from '../../domain/ports';
import { fileOf } from '../../infra/import/file';
import { readImport } from '../../infra/import/reader';
import { openMemory } from '../../infra/memory/store';
import type { ImportDeps } from './import-opening';
import { importFile } from './import-file';
import { importToUndo, takeBackImport } from './import-undo';
import { noon, programme, tenant } from '../partner/standing-cache.case';

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
