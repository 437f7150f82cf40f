/** A backup brings a whole partner back: a second backup of what was restored is the same, byte by byte. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { noIdentifiers, type Person } from '../../domain/partner/people/person';
import type { Store } from '../../domain/ports';
import { fileOf } from '../import/file';
import { openMemory } from '../memory/store';
import { openOnAzurite } from '../tables/azurite.case';
import { fromRow, type UnknownRow } from '../tables/rows';
import { backedUpNouns, repositoryOf } from './backed-up';
import { backupOf } from './backup';
import { isBackup } from './header';
import { restoreBackup } from './restore';

/** One row of each noun. */
const recorded = JSON.parse(
  readFileSync(join(__dirname, '../tables/__fixture__/rows-of-format-1.json'), 'utf8'),
) as Record<string, UnknownRow>;
const tenant = 'a1de5b20-0c3f-4f5e-9a51-6d0b5b1f0001';

/** More people than are written at a time, with characters that end a line or lie outside ASCII. */
const people = Array.from({ length: 1_200 }, (_, at): Person => ({
  id: `p${at}`,
  name: `王 ${at} \u2028 "Ana" \u{1f600}`,
  identifiers: { ...noIdentifiers, corpEmail: [`p${at}@fernhollow.example`] },
  achievements: [{ title: 'AZ-104', completedOn: '2026-01-01', source: 'test' }],
}));

async function wholePartner(): Promise<Store> {
  const store = openMemory();
  for (const [name, noun] of backedUpNouns)
    await repositoryOf(store, name).write(tenant, [{ kind: 'create', value: fromRow(noun, recorded[noun.name]!) }]);
  await store.people.write(
    tenant,
    people.map((value) => ({ kind: 'create', value })),
  );
  return store;
}

const backedUp = async (store: Store) => text(backupOf(store, tenant).content());
const restored = (store: Store, content: string, how: { tenant?: string; dry?: boolean } = {}) =>
  restoreBackup({ store, tenant, dry: false, ...how, file: fileOf('backup.jsonl', Buffer.from(content)) });

async function onAzurite(act: (store: Store) => Promise<void>): Promise<void> {
  const { store, close } = await openOnAzurite();
  try {
    await act(store);
  } finally {
    await close();
  }
}

it.each([
  ['memory', (act: (store: Store) => Promise<void>) => act(openMemory())],
  ['Azurite', onAzurite],
])('is restored into an empty store, in %s, and backed up again it is the same', async (_, withStore) => {
  const whole = await backedUp(await wholePartner());
  const rows = people.length + backedUpNouns.length;

  await withStore(async (store) => {
    expect(await restored(store, whole, { dry: true })).toEqual({ file: 'backup.jsonl', rows, kept: 0 });
    expect((await backedUp(store)).split('\n')).toHaveLength(2);
    expect(await restored(store, whole)).toEqual({ file: 'backup.jsonl', rows, kept: 0 });
    expect(await backedUp(store)).toBe(whole);
  });
});

it('is completed where a restoration was cut off', async () => {
  const whole = await backedUp(await wholePartner());
  const store = openMemory();
  const half = people.slice(0, 700);
  await store.people.write(
    tenant,
    half.map((value) => ({ kind: 'create', value })),
  );

  expect(await restored(store, whole)).toMatchObject({ kept: half.length });
  expect(await backedUp(store)).toBe(whole);
});

describe('is refused, and nothing is written,', () => {
  const lines = async () => (await backedUp(await wholePartner())).split('\n');
  const withLine = (all: readonly string[], at: number, line: string) => all.with(at - 1, line).join('\n');

  it.each([
    ['no JSON', '{"noun":', 'noun'],
    ['an unknown noun', '{"noun":"constructor","value":{}}', 'noun'],
    ['a value of another form', '{"noun":"people","value":{"id":7}}', 'id invalid_type'],
    ['the row of another partner', undefined, 'tenant'],
  ])('where a line is %s', async (_, damage, fault) => {
    const all = await lines();
    const partner = all[1]!.replaceAll(tenant, 'another');
    const store = openMemory();

    expect(await restored(store, withLine(all, 2, damage ?? partner))).toMatchObject({
      refused: { code: 'damaged', line: 2, fault: expect.stringContaining(fault) },
    });
    expect(store.requests.filter(({ operation }) => operation === 'write')).toEqual([]);
  });

  it('where a row occurs twice', async () => {
    const all = await lines();

    expect(await restored(openMemory(), withLine(all, 5, all[3]!))).toMatchObject({
      refused: { code: 'damaged', line: 5, fault: 'twice' },
    });
  });

  it.each([
    ['the store has another row of the partner', { ...people[0]!, id: 'other' }],
    ['the store has one of its rows with other contents', { ...people[0]!, name: 'other' }],
  ])('where %s', async (_, value) => {
    const store = openMemory();
    await store.people.write(tenant, [{ kind: 'create', value }]);

    expect(await restored(store, (await lines()).join('\n'))).toMatchObject({ refused: { code: 'occupied', rows: 1 } });
    expect((await backedUp(store)).split('\n')).toHaveLength(3);
  });

  it('where it is the backup of another partner, or of another format', async () => {
    const [header, ...rows] = await lines();
    const newer = [header!.replace('"format":1', '"format":2'), ...rows].join('\n');

    expect(await restored(openMemory(), [header, ...rows].join('\n'), { tenant: 'b' })).toMatchObject({
      refused: { code: 'other-tenant', tenant },
    });
    expect(await restored(openMemory(), newer)).toMatchObject({ refused: { code: 'other-format', format: '2' } });
  });
});

it.each([
  ['a backup', '{"laurel":"backup","format":1,"tenant":"t"}\n', true],
  ['the settings of a partner', '{\n  "tenant": "t"\n}\n', false],
  ['a table', 'Name,WorkEmail\n', false],
  ['nothing', '', false],
])('%s is known by its first line', async (_, content, expected) => {
  expect(await isBackup(fileOf('some.file', Buffer.from(content)))).toBe(expected);
});
