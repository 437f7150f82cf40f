/** Keeps the snapshot of a day in the history: where facts were written and in the sweep, never where a question was asked. */
import { withSnapshot } from '../../domain/history/standing-history';
import { standingSnapshotOf } from '../../domain/history/standing-snapshot';
import type { JudgedStanding } from '../../domain/membership/cached-standing';
import type { Store } from '../../domain/ports';
import { upsert } from '../store/row-update';

/**
 * Stores how the partner stands where it differs from the day before. If another instance writes first its snapshot stays: the next
 * change of the standing brings the next one. Throws {@link StoreUnavailable}.
 */
export async function keepSnapshot(
  judged: JudgedStanding,
  { store }: { readonly store: Pick<Store, 'histories'> },
): Promise<void> {
  const { tenant } = judged.partner;
  const row = await store.histories.get(tenant, tenant);
  const kept = withSnapshot(row?.value ?? { tenant, steps: [] }, standingSnapshotOf(judged));
  if (kept !== row?.value) await store.histories.write(tenant, [upsert(row, kept)]);
}
