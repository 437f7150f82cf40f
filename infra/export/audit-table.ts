/** The audit trail as a table, for reading only. */
import { readOnlyHeaders } from '../../domain/imports/exported-file';
import type { Store } from '../../domain/ports';
import { byteOrderMark, rowOf } from './cell';

/** One row for each entry, the oldest first, as the keys of the table sort. Throws {@link StoreUnavailable} while it is read. */
export async function* auditTable(store: Pick<Store, 'audit'>, tenant: string): AsyncGenerator<string> {
  yield byteOrderMark + rowOf(readOnlyHeaders.audit);
  for await (const { value } of store.audit.list(tenant)) {
    const { at, by, act, about, whom = '' } = value;
    yield rowOf([at, by, act, about, whom]);
  }
}
