/** Erasing applies the erasures to every row of a tenant, or counts what they would change. */
import type { Change, Repository } from '../../domain/basics/repository';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import type { FactStore } from '../partner/standing-cache';
import { writeAll } from '../store/bulk-write';
import { listAll } from '../store/row-list';
import { retryOnConflict } from '../store/row-update';
import { erasures, type Erasure, type Forgotten } from './erasure';

type ErasedName = keyof typeof erasures;

/** In the order of the erasures: the records and the conversations go last. */
const names = Object.keys(erasures) as readonly ErasedName[];

/** The field that is the id of a row. */
const idFields: { readonly [N in ErasedName]: string } = {
  partners: 'tenant',
  people: 'id',
  figures: 'metric',
  imports: 'id',
  corrections: 'id',
  onboardings: 'person',
  tasks: 'id',
  pendings: 'id',
  offers: 'id',
  traces: 'id',
  installations: 'conversation',
  conversations: 'id',
  notices: 'key',
  deliveries: 'id',
  alertSettings: 'person',
  audit: 'id',
};

/** How many rows would go or be written without the person. Throws {@link StoreUnavailable} as the store does. */
export async function countErased(tenant: string, forgotten: Forgotten, store: ReadOnlyStore): Promise<number> {
  let count = 0;
  for (const name of names) count += (await changesOf(name, { tenant, forgotten, store })).length;
  return count;
}

/** A store whose facts are written inside `writeFacts`. */
export type ErasedStore = Omit<Store, keyof FactStore> & FactStore;

/** Erases a person from every row, again where another write comes first. Throws {@link StoreUnavailable} as the store does. */
export async function erasePerson(tenant: string, forgotten: Forgotten, store: ErasedStore): Promise<void> {
  for (const name of names)
    await retryOnConflict({ noun: name, id: forgotten.mark }, async () => {
      const changes = await changesOf(name, { tenant, forgotten, store });
      const lost = await writeAll(store[name] as Repository<unknown>, tenant, changes);
      return lost.size === 0 ? true : undefined;
    });
}

interface Erasing {
  readonly tenant: string;
  readonly forgotten: Forgotten;
  readonly store: Pick<ReadOnlyStore, ErasedName>;
}

async function changesOf(name: ErasedName, { tenant, forgotten, store }: Erasing): Promise<readonly Change<unknown>[]> {
  const erasure = erasures[name] as Erasure<unknown>;
  return (await listAll(store[name] as Pick<Repository<unknown>, 'list'>, tenant)).flatMap(
    ({ value, version }): readonly Change<unknown>[] => {
      const after = erasure(value, forgotten);
      if (after === value) return [];
      if (after !== undefined) return [{ kind: 'replace', value: after, version }];
      return [{ kind: 'remove', id: (value as Readonly<Record<string, string>>)[idFields[name]]!, version }];
    },
  );
}
