/** Everything that is known of a partner: read whole, which is what a question about the past day or a name needs. */
import type { Figure } from '../../domain/partner/figure';
import { newestImport, type ImportRecord } from '../../domain/partner/import-record';
import type { Person } from '../../domain/partner/person';
import type { Versioned } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';

export interface PartnerFacts {
  readonly people: readonly Person[];
  readonly figures: readonly Figure[];
  readonly imports: readonly ImportRecord[];
  readonly newestImport?: ImportRecord;
}

/** Reads every person, figure and import of a tenant. Throws {@link StoreUnavailable} if the store does not answer. */
export async function loadPartnerFacts(
  store: Pick<Store, 'people' | 'figures' | 'imports'>,
  tenant: string,
): Promise<PartnerFacts> {
  const [people, figures, imports] = await Promise.all([
    all(store.people.list(tenant)),
    all(store.figures.list(tenant)),
    all(store.imports.list(tenant)),
  ]);
  const newest = newestImport(imports);
  return { people, figures, imports, ...(newest && { newestImport: newest }) };
}

/** The newest import of a tenant alone. Throws {@link StoreUnavailable} if the store does not answer. */
export async function newestImportOf(store: Pick<Store, 'imports'>, tenant: string): Promise<ImportRecord | undefined> {
  return newestImport(await all(store.imports.list(tenant)));
}

async function all<T>(rows: AsyncIterable<Versioned<T>>): Promise<readonly T[]> {
  const values: T[] = [];
  for await (const { value } of rows) values.push(value);
  return values;
}
