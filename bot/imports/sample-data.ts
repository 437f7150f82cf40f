/** The samples: partners of invented people for the local world, written once and only into an empty store. */
import { dateOf, type CalendarDate } from '../../domain/basics/date';
import type { ImportFile } from '../../domain/imports/incoming';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { ImportDeps } from './import-opening';
import { importFile } from './import-file';
import { partnerRow } from '../partner/standing-cache';
import { listValues } from '../store/row-list';
import { updateRow } from '../store/row-update';

export interface SampleSource {
  readonly tenant: string;
  readonly name: string;
  /** The Entra object ids of its admins, where they are known. */
  readonly admins?: readonly string[];
  /** The id of the programme that its partner follows. */
  readonly programme: string;
  /** Returns the files of the sample for a day, in import order. */
  files(today: CalendarDate): readonly ImportFile[];
}

/** The importer of the sample: it tells an interrupted sample from imported facts. */
const author = 'sample';

/** Whether a tenant has neither a named partner nor facts of its own, so that a sample may be written. */
export async function mayTakeSample(deps: ImportDeps, tenant: string): Promise<boolean> {
  const kept = await deps.store.partners.get(tenant, tenant);
  return !kept?.value.name && !(await hasOwnFacts(deps, tenant));
}

/**
 * Writes the sample through the same import as any other file, unless {@link mayTakeSample} says no. The partner's name comes
 * last, so a sample that was interrupted is completed at the next start.
 */
export async function writeSample(deps: ImportDeps, source: SampleSource): Promise<void> {
  const { tenant, programme, name, admins } = source;
  if (!(await mayTakeSample(deps, tenant))) return;
  await changePartner(deps, source, (partner) => ({ ...partner, programme, ...(admins && { admins }) }));
  for (const file of source.files(dateOf(deps.now()))) {
    const result = await importFile(deps, { tenant, file, by: author, dry: false });
    if ('refused' in result) throw new Error(`The sample file ${file.name} was refused: ${result.refused.code}`);
  }
  await changePartner(deps, source, (partner) => ({ ...partner, name }));
}

/** Whether a tenant has facts that came in by another hand than that of a sample. */
export async function hasOwnFacts({ store }: ImportDeps, tenant: string): Promise<boolean> {
  return (await listValues(store.imports, tenant)).some(({ importedBy }) => importedBy !== author);
}

async function changePartner(
  deps: ImportDeps,
  { tenant, programme }: SampleSource,
  change: (partner: Partner) => Partner,
): Promise<void> {
  await updateRow(partnerRow(deps, tenant), (kept) => change(kept ?? emptyPartner(tenant, programme)));
}
