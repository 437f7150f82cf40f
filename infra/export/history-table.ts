/** The history of the standing as a table, for reading only: one row for each goal of each day on which the standing changed. */
import { snapshotsIn } from '../../domain/history/standing-history';
import { readOnlyHeaders } from '../../domain/imports/exported-file';
import type { Store } from '../../domain/ports';
import { byteOrderMark, rowOf } from './cell';

/** The oldest day first. Throws {@link StoreUnavailable} while it is read. */
export async function* historyTable(store: Pick<Store, 'histories'>, tenant: string): AsyncGenerator<string> {
  yield byteOrderMark + rowOf(readOnlyHeaders.history);
  const kept = (await store.histories.get(tenant, tenant))?.value;
  for (const { on, programme, goals, people, counting, lapsed, import: id = '' } of snapshotsIn(
    kept ?? { steps: [] },
  )) {
    const counts = [people, counting, lapsed].map(String);
    const rows = Object.entries(goals).map(([goal, { level = '', progress, points }]) =>
      rowOf([on, programme, goal, level, String(progress), points === undefined ? '' : String(points), ...counts, id]),
    );
    yield rows.join('');
  }
}
