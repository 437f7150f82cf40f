/** Importing a file: look at it and at what is kept, decide what changes, then write that and nothing else. */
import { dateOf } from '../domain/date';
import { importNames } from '../domain/import-names';
import { importIdOf, type ImportKind, type ImportRecord } from '../domain/import-record';
import type { DateOrder, ImportFile, ImportReader, ReadFile, Refusal, Rejection, Warning } from '../domain/incoming';
import { type Change, ValueTooLarge } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { type Intake, intakeOf, type Written } from './intake';
import { changing, type FactStore, type KeepingDeps } from './keeping';

export interface ImportDeps extends KeepingDeps {
  readonly read: ImportReader;
}

export interface ImportRequest {
  readonly tenant: string;
  readonly file: ImportFile;
  /** Recognised from the header if absent. */
  readonly kind?: ImportKind;
  /** Which number is the day, where the file itself does not say. */
  readonly dates?: DateOrder;
  /** Who imports, for the record. */
  readonly by: string;
  /** Decide only, write nothing. */
  readonly dry: boolean;
}

interface Tally {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
}

export interface ImportDone {
  readonly file: string;
  readonly kind: ImportKind;
  /** Accepted and rejected together. */
  readonly rows: number;
  /** What the file names: people, or metrics, or competencies with a level, by its kind. */
  readonly items: Tally;
  readonly achievements: { readonly new: number; readonly unchanged: number; readonly removed: number };
  readonly rejected: readonly Rejection[];
  readonly warnings: readonly Warning[];
  /** Of the import, or of the earlier import of the same content if there was nothing to write; empty if `dry`. */
  readonly importId: string;
  readonly dry: boolean;
}

export type ImportOutcome = ImportDone | { readonly file: string; readonly refused: Refusal };

/**
 * Takes in one file. A file that is refused changes nothing, and so does one that is already kept. Somebody else may import
 * at the same time: what they write first is looked at again, so that nothing of either import is lost. Throws
 * {@link StoreUnavailable} if the store does not answer; importing again then completes what was begun.
 */
export async function importFile(deps: ImportDeps, request: ImportRequest): Promise<ImportOutcome> {
  const { store, read, now } = deps;
  const { tenant, file, dry } = request;
  const at = now();
  const programme = await programmeOf(deps, tenant);
  const found = await read(file, { ...request, names: importNames(programme), today: dateOf(at) });
  if ('refused' in found) return { file: file.name, refused: found.refused };

  const source = importIdOf(at, found.contentHash);
  const look = () => intakeOf(found.facts, { store, tenant, programme: programme.id, source });
  const intake = await look();
  const done = (importId: string, written: Written) => outcome({ found, intake, request, written, importId });
  if (dry) return done('', intake.wanted);

  const earlier = isEmpty(intake.wanted) ? await sameContent(deps, tenant, found) : undefined;
  if (earlier) return done(earlier.id, intake.wanted);

  const record = (written: Written) => recordOf(done(source, written), { at, request, contentHash: found.contentHash });
  const written = await changing(deps, tenant, (facts) => take({ facts, tenant, intake, look, record }));
  return 'refused' in written ? { file: file.name, refused: written.refused } : done(source, written);
}

interface Taking {
  readonly facts: FactStore;
  readonly tenant: string;
  readonly intake: Intake;
  readonly look: () => Promise<Intake>;
  readonly record: (written: Written) => ImportRecord;
}

/** The act: the record first, then the facts that name it as their source. */
async function take({ facts, tenant, intake, look, record }: Taking): Promise<Written | { readonly refused: Refusal }> {
  const wanted = record(intake.wanted);
  await facts.imports.write(tenant, [{ kind: 'create', value: wanted }]);
  const written = await settle(facts, intake, look);
  if ('refused' in written) return written;
  const done = record(written);
  if (JSON.stringify(done) !== JSON.stringify(wanted)) await correct(facts, tenant, done);
  return written;
}

async function programmeOf({ store, programmes }: ImportDeps, tenant: string): Promise<Programme> {
  const partner = await store.partners.get(tenant, tenant);
  const [first] = programmes.values() as Iterable<Programme>;
  const programme = partner ? programmes.get(partner.value.programme) : first;
  if (!programme)
    throw new Error(`The partner's programme ${partner?.value.programme ?? ''} is not among those loaded`);
  return programme;
}

const isEmpty = (written: Written) => written.new.length + written.changed.length === 0;

async function sameContent({ store }: ImportDeps, tenant: string, found: ReadFile): Promise<ImportRecord | undefined> {
  let newest: ImportRecord | undefined;
  for await (const { value } of store.imports.list(tenant)) {
    const isSame = value.contentHash === found.contentHash && value.kind === found.facts.kind;
    if (isSame && (newest === undefined || value.id > newest.id)) newest = value;
  }
  return newest;
}

/** How often it is looked again at what others have written meanwhile. */
const rounds = 10;

/**
 * Writes and looks again until nothing is left to write. The last look also sees people whom another import has created
 * under another sign in the meantime, and joins them.
 */
async function settle(
  facts: FactStore,
  first: Intake,
  look: () => Promise<Intake>,
): Promise<Written | { readonly refused: Refusal }> {
  const [fresh, changed] = [new Set<string>(), new Set<string>()];
  let newAchievements = 0;
  let intake = first;
  for (let round = 0; !isEmpty(intake.wanted); round++) {
    if (round === rounds) return { refused: { code: 'too-busy', args: {} } };
    const written = await write(facts, intake);
    if ('refused' in written) return written;
    for (const id of written.new) fresh.add(id);
    for (const id of written.changed) if (!fresh.has(id)) changed.add(id);
    newAchievements += written.newAchievements;
    intake = await look();
  }
  return { new: [...fresh], changed: [...changed], newAchievements };
}

async function write(facts: FactStore, intake: Intake): Promise<Written | { readonly refused: Refusal }> {
  try {
    return await intake.write(facts);
  } catch (error) {
    if (!(error instanceof ValueTooLarge)) throw error;
    return { refused: { code: 'too-large', args: { noun: error.noun, id: error.id } } };
  }
}

interface Finished {
  readonly found: ReadFile;
  readonly intake: Intake;
  readonly request: ImportRequest;
  readonly written: Written;
  readonly importId: string;
}

function outcome({ found, intake, request, written, importId }: Finished): ImportDone {
  const [fresh, changed] = [written.new.length, written.changed.length];
  return {
    file: request.file.name,
    kind: found.facts.kind,
    rows: found.rows,
    items: { new: fresh, changed, unchanged: Math.max(0, intake.items - fresh - changed) },
    achievements: {
      new: written.newAchievements,
      unchanged: Math.max(0, intake.achievements - written.newAchievements),
      removed: 0,
    },
    rejected: found.rejected,
    warnings: [...found.warnings, ...intake.warnings].sort((one, other) => one.line - other.line),
    importId,
    dry: request.dry,
  };
}

interface Recorded {
  readonly at: number;
  readonly request: ImportRequest;
  readonly contentHash: string;
}

function recordOf(done: ImportDone, { at, request, contentHash }: Recorded): ImportRecord {
  return {
    id: done.importId,
    kind: done.kind,
    file: done.file,
    contentHash,
    importedAt: new Date(at).toISOString(),
    importedBy: request.by,
    rows: done.rows,
    people: peopleIn(done),
    achievements: done.achievements,
    rejected: done.rejected.length,
  };
}

const nobody: Tally = { new: 0, changed: 0, unchanged: 0 };

/** How many people an import was about: none, for figures and competencies. */
export function peopleIn({ kind, items }: ImportDone): Tally {
  return kind === 'training-completions' || kind === 'people' ? items : nobody;
}

/** The record was written before the facts, so that each fact has its source; somebody else may have written some of them. */
async function correct(facts: FactStore, tenant: string, record: ImportRecord): Promise<void> {
  const kept = await facts.imports.get(tenant, record.id);
  const change: Change<ImportRecord> = kept
    ? { kind: 'replace', value: record, version: kept.version }
    : { kind: 'create', value: record };
  await facts.imports.write(tenant, [change]);
}
