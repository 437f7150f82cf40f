/** People who were forgotten while an import was writing: what it has written of them by an older plan goes again. */
import type { Repository } from '../../domain/basics/repository';
import type { Footprint, ImportTrace } from '../../domain/imports/import-trace';
import type { Person } from '../../domain/partner/people/person';
import type { IsForgotten } from '../partner/forgotten';
import { writeAll } from '../store/bulk-write';
import { listAll } from '../store/row-list';
import { retryOnConflict } from '../store/row-update';

/** What an import, or taking one back, has written. */
export interface WrittenPeople {
  readonly tenant: string;
  readonly importId: string;
  readonly ids: ReadonlySet<string>;
}

/**
 * Removes the records and the parts of the trace of those who were forgotten meanwhile. The mark of a person is kept before their rows
 * are erased: one that is kept later than this looks finds these rows itself. Throws {@link StoreUnavailable} as the store does.
 */
export async function removeLateForgotten(
  { tenant, importId, ids }: WrittenPeople,
  isForgotten: IsForgotten,
  { people, traces }: { readonly people: Repository<Person>; readonly traces: Repository<ImportTrace> },
): Promise<void> {
  await retryOnConflict({ noun: 'people', id: importId }, async () => {
    const late = (await listAll(people, tenant)).filter(
      ({ value }) => ids.has(value.id) && isForgotten(value.identifiers),
    );
    const removals = late.map(({ value: { id }, version }) => ({ kind: 'remove', id, version }) as const);
    return (await writeAll(people, tenant, removals)).size === 0 ? true : undefined;
  });
  const isTheirs = (one: Footprint) => one.noun === 'person' && one.before && isForgotten(one.before.identifiers);
  for (const { value, version } of await listAll(traces, tenant)) {
    const footprints = value.footprints.filter((one) => !isTheirs(one));
    if (value.import === importId && footprints.length < value.footprints.length)
      await traces.write(tenant, [{ kind: 'replace', value: { ...value, footprints }, version }]);
  }
}
