/** The agenda is asked for by what is due: rows that sleep are not sent, and rows that do not say so are. */
import { TableClient } from '@azure/data-tables';
import type { SweepEntry } from '../../domain/alerts/sweep-entry';
import { everybody } from '../../domain/ports';
import { type OnAzurite, openOnAzurite } from './azurite.case';
import { tableNames } from './names';

jest.setTimeout(120_000);

const now = Date.parse('2018-06-15T08:00:00Z');
const day = 86_400_000;
const asleep = (tenant: string): SweepEntry => ({ tenant, dueAt: now + day, calls: 1 });

let tables: OnAzurite;
beforeAll(async () => (tables = await openOnAzurite()));
afterAll(() => tables.close());

async function write(entries: readonly SweepEntry[]): Promise<void> {
  const changes = entries.map((value) => ({ kind: 'create', value }) as const);
  expect(await tables.store.schedule.write(everybody, changes)).toEqual([]);
}

async function listed(awakeAt?: number): Promise<readonly string[]> {
  const found: string[] = [];
  for await (const { value } of tables.store.schedule.list(everybody, awakeAt)) found.push(value.tenant);
  return found.sort();
}

it('lists of a large agenda in one request what is due, and all of it where no moment is named', async () => {
  await write(Array.from({ length: 1_200 }, (_, index) => asleep(`tenant-${index}`)));
  await write([
    { tenant: 'at-once', dueAt: 0, calls: 1 },
    { tenant: 'now', dueAt: now, calls: 1 },
    { tenant: 'after-the-clock-was-set-back', dueAt: now + day, calls: 1, noticed: { calls: 1, on: '2018-07-15' } },
  ]);
  const before = tables.wire.requests.length;

  expect(await listed(now)).toEqual(['after-the-clock-was-set-back', 'at-once', 'now']);
  expect(tables.wire.requests.length - before).toBe(1);
  expect(await listed(now + day)).toHaveLength(1_203);
  expect(await listed()).toHaveLength(1_203);
});

it('lists rows of a version that did not write when they sleep', async () => {
  const { connectionString } = tables.tables;
  const agenda = TableClient.fromConnectionString(connectionString, tableNames.agenda, {
    allowInsecureConnection: true,
  });
  await write([asleep('older')]);
  for await (const { sleepsFrom: _, sleepsUntil: __, ...row } of agenda.listEntities<Record<string, unknown>>())
    if (String(row.rowKey).endsWith('older'))
      await agenda.updateEntity({ ...row, partitionKey: row.partitionKey!, rowKey: row.rowKey! }, 'Replace');

  expect(await listed(now)).toContain('older');
});
