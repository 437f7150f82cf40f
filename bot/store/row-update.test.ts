/** Row updates: a lost write is made again from what is there by then, and a fault that never ends is said. */
import { openMemory } from '../../infra/memory/store';
import { StoreUnavailable } from '../../domain/basics/repository';
import { mostAttempts, retryOnConflict, updateRow, upsert } from './row-update';

const tenant = 'tenant-1';

function visits() {
  const store = openMemory();
  return { repository: store.installations, tenant, id: 'a:1', noun: 'installation', store };
}

it('creates a row, replaces it, and leaves it where nothing changes', async () => {
  const row = visits();
  const first = { conversation: 'a:1', welcomedAt: '2018-06-01T00:00:00Z' };
  expect(await updateRow(row, () => first)).toEqual(first);
  const later = { ...first, welcomedAt: '2018-06-02T00:00:00Z' };
  expect(await updateRow(row, () => later)).toEqual(later);
  const { version } = (await row.repository.get(tenant, 'a:1'))!;
  expect(await updateRow(row, (before) => before)).toEqual(later);
  expect(await updateRow(row, () => undefined)).toEqual(later);
  expect(await row.repository.get(tenant, 'a:1')).toEqual({ value: later, version });
});

it('loses nothing of many updates at once', async () => {
  const row = visits();
  const add = (letter: string) =>
    updateRow(row, (before) => ({ conversation: 'a:1', welcomedAt: `${before?.welcomedAt ?? ''}${letter}` }));
  await Promise.all([...'abcdef'].map(add));
  expect([...(await row.repository.get(tenant, 'a:1'))!.value.welcomedAt].sort().join('')).toBe('abcdef');
});

it('says which row it could not update, and after how many attempts', async () => {
  let attempts = 0;
  const attempt = () => Promise.resolve(void (attempts += 1));
  const updating = retryOnConflict({ noun: 'partner', id: 'tenant-1' }, attempt);
  await expect(updating).rejects.toThrow(StoreUnavailable);
  await expect(updating).rejects.toThrow('Could not update partner tenant-1: 100 concurrent writes');
  expect(attempts).toBe(mostAttempts);
});

it('writes what was read under its version, and creates what was not there', () => {
  expect(upsert({ version: '7' }, 'new')).toEqual({ kind: 'replace', value: 'new', version: '7' });
  expect(upsert(undefined, 'new')).toEqual({ kind: 'create', value: 'new' });
});
