/** The sample: a partner of invented people for the local world, written once and only into an empty store. */
import { dateOf, type CalendarDate } from '../../domain/basics/date';
import type { ImportFile } from '../../domain/imports/incoming';
import { emptyPartner, type Partner } from '../../domain/partner/partner';
import type { Versioned } from '../../domain/basics/repository';
import type { Programme } from '../../domain/programme/programme';
import type { ImportDeps } from './import-opening';
import { importFile } from './import-file';
import { partnerRow } from '../partner/standing-cache';
import { firstProgramme } from '../../domain/programme/loaded-programmes';
import { listValues } from '../store/row-list';
import { upsert } from '../store/row-update';

export interface SampleSource {
  readonly tenant: string;
  readonly name: string;
  /** Returns the files of the sample for a day, in import order. */
  files(programme: Programme, today: CalendarDate): readonly ImportFile[];
}

/** The importer of the sample: it tells an interrupted sample from imported facts. */
const author = 'sample';

/**
 * Writes the sample through the same import as any other file, unless the tenant has a named partner or facts of its own.
 * The partner's name comes last, so a sample that was interrupted is completed at the next start.
 */
export async function writeSample(deps: ImportDeps, source: SampleSource): Promise<void> {
  const { store, programmes, now } = deps;
  const { tenant } = source;
  const kept = await store.partners.get(tenant, tenant);
  if (kept?.value.name || (await hasOwnFacts(deps, tenant))) return;
  const programme = firstProgramme(programmes);
  for (const file of source.files(programme, dateOf(now()))) {
    const result = await importFile(deps, { tenant, file, by: author, dry: false });
    if ('refused' in result) throw new Error(`The sample file ${file.name} was refused: ${result.refused.code}`);
  }
  await nameIt(deps, { ...source, programme: programme.id, kept });
}

async function hasOwnFacts({ store }: ImportDeps, tenant: string): Promise<boolean> {
  return (await listValues(store.imports, tenant)).some(({ importedBy }) => importedBy !== author);
}

interface Naming {
  readonly tenant: string;
  readonly name: string;
  readonly programme: string;
  readonly kept: Versioned<Partner> | undefined;
}

/** If another process wrote first, the partner stays without this name and is sampled again, which then changes nothing else. */
async function nameIt(deps: ImportDeps, { tenant, name, programme, kept }: Naming): Promise<void> {
  const value = { ...(kept?.value ?? emptyPartner(tenant, programme)), name };
  await partnerRow(deps, tenant).repository.write(tenant, [upsert(kept, value)]);
}
