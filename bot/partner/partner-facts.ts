/** Everything that is known of a partner: read whole, which is what a question about the past day or a name needs. */
import type { Figure } from '../../domain/partner/figure';
import { newestImport, type ImportRecord } from '../../domain/partner/import-record';
import type { Person } from '../../domain/partner/people/person';
import type { ReadOnlyStore } from '../../domain/ports';
import { listValues } from '../store/row-list';

export interface PartnerFacts {
  readonly people: readonly Person[];
  readonly figures: readonly Figure[];
  readonly imports: readonly ImportRecord[];
  readonly newestImport?: ImportRecord;
}

/** Reads every person, figure and import of a tenant. Throws {@link StoreUnavailable} if the store does not answer. */
export async function loadPartnerFacts(
  store: Pick<ReadOnlyStore, 'people' | 'figures' | 'imports'>,
  tenant: string,
): Promise<PartnerFacts> {
  const [people, figures, imports] = await Promise.all([
    listValues(store.people, tenant),
    listValues(store.figures, tenant),
    listValues(store.imports, tenant),
  ]);
  const newest = newestImport(imports);
  return { people, figures, imports, ...(newest && { newestImport: newest }) };
}

/** The newest import of a tenant alone. Throws {@link StoreUnavailable} if the store does not answer. */
export async function newestImportOf(
  store: Pick<ReadOnlyStore, 'imports'>,
  tenant: string,
): Promise<ImportRecord | undefined> {
  return newestImport(await listValues(store.imports, tenant));
}
