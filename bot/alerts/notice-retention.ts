/** Removes notices that were closed some time ago, and their deliveries, so that a sweep reads only what still matters. */
import type { Delivery } from '../../domain/alerts/delivery';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import type { Change, Versioned } from '../../domain/basics/repository';
import { pruned } from '../../domain/history/standing-history';
import { updateRow } from '../store/row-update';
import { listAll } from '../store/row-list';
import type { Store } from '../../domain/ports';
import type { CalendarDate } from '../../domain/basics/date';

/** Rows are removed one by one, so it is done a little at a time. */
const mostAtOnce = 200;

/** What removing old rows needs. */
export interface RetentionDeps {
  readonly store: Pick<Store, 'notices' | 'deliveries'>;
  /** Milliseconds since 1970: what was closed before goes. Cards are renewed until then, and the list of what was not delivered reaches back as far. */
  readonly oldest: number;
}

/** Removes what is old enough, whole cards at a time. A row that another write has changed meanwhile stays. */
export async function purgeClosedNotices(tenant: string, { store, oldest: before }: RetentionDeps): Promise<void> {
  const [notices, deliveries] = await Promise.all([listAll(store.notices, tenant), listAll(store.deliveries, tenant)]);
  const old = new Set(notices.filter(({ value }) => isOld(value, before)).map(({ value }) => value.key));
  const known = new Set(notices.map(({ value }) => value.key));
  const isOver = ({ notice, state }: Delivery) =>
    notice === undefined ? state.at < before : old.has(notice) || !known.has(notice);
  const shown = new Set(deliveries.filter(({ value }) => !isOver(value)).map(({ value }) => value.post));
  const isLeft = ({ value }: Versioned<Delivery>) => !shown.has(value.post);
  const needed = new Set(deliveries.filter((one) => !isLeft(one)).map(({ value }) => value.notice));
  const unneeded = notices.filter(({ value }) => old.has(value.key) && !needed.has(value.key));
  // Deliveries first: without its notice a delivery is known to be of no use, and not the other way round.
  await store.deliveries.write(
    tenant,
    removals(deliveries.filter(isLeft), ({ id }) => id),
  );
  await store.notices.write(
    tenant,
    removals(unneeded, ({ key }) => key),
  );
}

/** Removes the days of the history that are older than they are kept for. Throws as the store does. */
export async function purgeHistory(
  tenant: string,
  today: CalendarDate,
  { store }: { readonly store: Pick<Store, 'histories'> },
): Promise<void> {
  await updateRow({ repository: store.histories, tenant, id: tenant, noun: 'history' }, (kept) =>
    kept ? pruned(kept, today) : undefined,
  );
}

function isOld({ state }: KeptNotice, before: number): boolean {
  return state.is === 'resolved' && state.at < before;
}

function removals<T>(rows: readonly Versioned<T>[], idOf: (value: T) => string): readonly Change<never>[] {
  return rows.slice(0, mostAtOnce).map(({ value, version }) => ({ kind: 'remove', id: idOf(value), version }));
}
