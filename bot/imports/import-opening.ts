/** Opening an import: the file is read and compared with what is kept, and nothing is decided yet. */
import type { CalendarDate } from '../../domain/basics/date';
import type { DropLimits } from '../../domain/imports/drop-limits';
import { lapsedByComputation } from '../../domain/imports/lapsed-by-computation';
import { nearTitles } from '../../domain/imports/near-title';
import { type Snapshot, fileSnapshotOf } from '../../domain/imports/missing-achievement';
import { importNamesIn } from '../../domain/imports/import-names';
import { importIdOf } from '../../domain/basics/import-id';
import type { ImportKind } from '../../domain/partner/import-record';
import type { DateOrder, ImportFile, ImportReader, ReadFile, ImportRefusal } from '../../domain/imports/incoming';
import type { Store } from '../../domain/ports';
import { policiesOf } from '../../domain/partner/partner';
import { partnerDayAt } from '../../domain/partner/partner-day';
import type { Programme } from '../../domain/programme/programme';
import { type ImportChanges, type ImportTarget, planImportChanges } from './import-changes';
import type { OnProgress } from './import-progress';
import { inStretches } from '../context/stretches';
import type { ForgottenStore } from '../partner/forgotten';
import type { StandingCacheDeps } from '../partner/standing-cache';
import { readPartnerRow } from '../store/partner-row';
import { listValues } from '../store/row-list';
import { followedProgramme } from '../../domain/programme/loaded-programmes';

export interface ImportDeps extends StandingCacheDeps {
  readonly store: StandingCacheDeps['store'] & Pick<Store, 'traces'> & ForgottenStore;
  readonly read: ImportReader;
  /** Told how far the writing is. */
  readonly onProgress?: OnProgress;
}

export interface ImportRequest {
  readonly tenant: string;
  readonly file: ImportFile;
  /** Recognised from the header if absent. */
  readonly kind?: ImportKind;
  /** Which number is the day, where the file itself does not say. */
  readonly dates?: DateOrder;
  /** The most that the file may hold; absent on the command line. */
  readonly limits?: DropLimits;
  /** Who imports, for the record. */
  readonly by: string;
  /** Decide only, write nothing. */
  readonly dry: boolean;
  /** Whether achievements that the file no longer shows are taken away; see `domain/imports/missing-achievement.ts`. */
  readonly removesGone?: boolean;
  /** When it was asked for, in milliseconds since 1970: asked for again, the same content is the same import. */
  readonly askedAt?: number;
}

export interface OpenedImport {
  readonly found: ReadFile;
  readonly programme: Programme;
  readonly changes: ImportChanges;
  /** Where the changes go. */
  readonly target: ImportTarget;
  readonly at: number;
}

/** Reads the file and compares it with what is kept. Throws {@link StoreUnavailable} if the store does not answer. */
export async function openImport(
  deps: ImportDeps,
  request: ImportRequest,
): Promise<OpenedImport | { readonly refused: ImportRefusal }> {
  const { store, read, programmes, now } = deps;
  const { tenant, file, removesGone, askedAt: at = now() } = request;
  const partner = await readPartnerRow(deps, tenant);
  const programme = followedProgramme(partner, programmes);
  const today = partnerDayAt(now(), policiesOf(partner, programme));
  const names = importNamesIn(programme, programmes.values());
  const options = { names, programmes: new Set(programmes.keys()), today };
  const seen = await read(file, { ...request, ...options });
  if ('refused' in seen) return seen;
  const found = await withProgrammeRemarks(seen, programme, today);
  const source = importIdOf(at, found.contentHash);
  const snapshot = await snapshotIn(deps, request, found);
  const target = { store, tenant, programme: programme.id, source, snapshot, removesGone };
  return { found, programme, changes: await planImportChanges(found.facts, target), target, at };
}

/** The file as it was read, with what only its programme can tell of it. */
async function withProgrammeRemarks(
  found: ReadFile,
  { credentials }: Programme,
  today: CalendarDate,
): Promise<ReadFile> {
  if (found.facts.kind !== 'training-completions') return found;
  const { people } = found.facts;
  const remarks = [
    ...(await inStretches(nearTitles(people, credentials))),
    ...lapsedByComputation(people, credentials, today),
  ];
  return { ...found, warnings: [...found.warnings, ...remarks] };
}

async function snapshotIn(
  { store }: ImportDeps,
  { tenant, file }: ImportRequest,
  found: ReadFile,
): Promise<Snapshot | undefined> {
  return fileSnapshotOf(file.name, found, await listValues(store.imports, tenant));
}
