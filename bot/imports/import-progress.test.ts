/** Progress of an import: told after each portion, not too often, and noted in the row of a dropped file while it is taken in. */
import { setImmediate as nextRound } from 'node:timers/promises';
import type { PendingImport, PendingState } from '../../domain/imports/pending-import';
import type { Person } from '../../domain/partner/people/person';
import { openMemory } from '../../infra/memory/store';
import { writeAll } from '../store/bulk-write';
import { atMostEvery, type OnProgress, tellingProgress } from './import-progress';
import { notingProgress } from './pending-file';

const tenant = 'contoso';

beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => jest.useRealTimers());

it('tells after each portion how many of all people are stored', async () => {
  const { people } = openMemory();
  const identifiers = { corpEmail: [], mcpId: [], email: [], aadUserId: [] };
  const changes = Array.from({ length: 4_000 }, (_, index) => {
    const value: Person = { id: `p${index}`, name: '', identifiers, achievements: [] };
    return { kind: 'create', value } as const;
  });
  const told: (readonly [number, number])[] = [];
  const tell: OnProgress = ({ done, of }) => void told.push([done, of]);

  await writeAll(tellingProgress(people, changes.length, tell), tenant, changes);

  expect(told.map(([, of]) => of)).toEqual(told.map(() => 4_000));
  expect(told.length).toBeGreaterThan(1);
  expect(told.at(-1)).toEqual([4_000, 4_000]);
});

it('tells seldom, and nothing of an import that is soon over', () => {
  const told: number[] = [];
  const tell = atMostEvery(1_000, ({ done }) => void told.push(done));

  for (let done = 1; done <= 25; done += 1) {
    jest.advanceTimersByTime(100);
    tell({ done, of: 25 });
  }

  expect(told).toEqual([10, 20]);
});

it.each<[PendingState, PendingImport['progress']]>([
  ['applying', { done: 5, of: 9 }],
  ['applied', undefined],
  ['open', undefined],
])('is noted in the row of a file that is %s: %j', async (state, noted) => {
  const { pendings } = openMemory();
  const value: PendingImport = { id: '1', by: 'boss', at: '2018-06-01T12:00:00Z', file: 'a.csv', content: '', state };
  await pendings.write(tenant, [{ kind: 'create', value }]);
  const note = notingProgress('1', { pendings, tenant });

  jest.advanceTimersByTime(2_000);
  note({ done: 5, of: 9 });
  for (let round = 0; round < 5; round += 1) await nextRound();

  expect((await pendings.get(tenant, '1'))?.value.progress).toEqual(noted);
});
