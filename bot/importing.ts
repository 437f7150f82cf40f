/** Importing a file: look at it and at what is kept, decide what changes, then write that and nothing else. */
import { dateOf } from '../domain/date';
import { type Gone, type Snapshot, snapshotOf } from '../domain/gone';
import { importNames } from '../domain/import-names';
import { importIdOf, stampOf, type ImportKind, type ImportRecord } from '../domain/import-record';
import type { DateOrder, ImportFile, ImportReader, ReadFile, Refusal, Rejection, Warning } from '../domain/incoming';
import { type Change, type Store, ValueTooLarge } from '../domain/ports';
import type { Programme } from '../domain/programme';
import { forgetTraces, importUndoableFor, leaveTrace } from './import-tracing';
import { type Intake, intakeOf, type Written } from './intake';
import { changing, type FactStore, type KeepingDeps } from './keeping';

export interface ImportDeps extends KeepingDeps {
  readonly store: KeepingDeps['store'] & Pick<Store, 'traces'>;
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
  /** Whether achievements that the file no longer shows are taken away; see `domain/gone.ts`. */
  readonly removesGone?: boolean;
  /** When it was asked for, in milliseconds since 1970: asked for again, the same content is the same import. */
  readonly askedAt?: number;
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
  /** What the file no longer shows, removed or not. */
  readonly gone: readonly Gone[];
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
  const opened = await openImport(deps, request);
  if ('refused' in opened) return { file: request.file.name, refused: opened.refused };
  const { found, intake, look, source, at } = opened;
  const { tenant, file } = request;
  const done = (importId: string, written: Written) => outcomeOf({ found, intake, request, written, importId });
  if (request.dry) return done('', intake.wanted);

  const earlier = isEmpty(intake.wanted) ? await sameContent(deps, tenant, found) : undefined;
  if (earlier) return done(earlier.id, intake.wanted);

  const record = (written: Written) => recordOf(done(source, written), { at, request, contentHash: found.contentHash });
  const trace = tracer(deps, tenant, source);
  const written = await changing(deps, tenant, (facts) => take({ facts, tenant, intake, look, record, trace }));
  if ('refused' in written) return { file: file.name, refused: written.refused };
  await forgetTraces(isTooOld(deps.now()), { traces: deps.store.traces, tenant });
  return done(source, written);
}

export interface OpenedImport {
  readonly found: ReadFile;
  readonly programme: Programme;
  readonly intake: Intake;
  readonly look: () => Promise<Intake>;
  /** The id of the import that it would be. */
  readonly source: string;
  readonly at: number;
}

/** Reads the file and compares it with what is kept. Throws {@link StoreUnavailable} if the store does not answer. */
export async function openImport(
  deps: ImportDeps,
  request: ImportRequest,
): Promise<OpenedImport | { readonly refused: Refusal }> {
  const { store, read, programmes, now } = deps;
  const { tenant, file, removesGone, askedAt: at = now() } = request;
  const programme = await programmeOf(deps, tenant);
  const options = { names: importNames(programme), programmes: new Set(programmes.keys()), today: dateOf(now()) };
  const found = await read(file, { ...request, ...options });
  if ('refused' in found) return found;
  const source = importIdOf(at, found.contentHash);
  const snapshot = await snapshotIn(deps, request, found);
  const where = { store, tenant, programme: programme.id, source, snapshot, removesGone };
  const look = () => intakeOf(found.facts, where);
  return { found, programme, intake: await look(), look, source, at };
}

async function snapshotIn(
  { store }: ImportDeps,
  { tenant, file }: ImportRequest,
  found: ReadFile,
): Promise<Snapshot | undefined> {
  const imports: ImportRecord[] = [];
  for await (const { value } of store.imports.list(tenant)) imports.push(value);
  return snapshotOf(file.name, found, imports);
}

type Trace = (intake: Intake, round: number) => Promise<void>;

function tracer({ store: { traces }, now }: ImportDeps, tenant: string, importId: string): Trace {
  return ({ touches }, round) =>
    leaveTrace(touches, { traces, tenant, importId, at: `${stampOf(now())}-${String(round).padStart(2, '0')}` });
}

/** The id of an import begins with its time. */
function isTooOld(now: number): (importId: string) => boolean {
  const oldest = stampOf(now - importUndoableFor);
  return (importId) => importId < oldest;
}

interface Taking {
  readonly facts: FactStore;
  readonly tenant: string;
  readonly intake: Intake;
  readonly look: () => Promise<Intake>;
  readonly record: (written: Written) => ImportRecord;
  readonly trace: Trace;
}

/** The act: the record first, then the facts that name it as their source. */
async function take({
  facts,
  tenant,
  intake,
  look,
  record,
  trace,
}: Taking): Promise<Written | { readonly refused: Refusal }> {
  const wanted = record(intake.wanted);
  await facts.imports.write(tenant, [{ kind: 'create', value: wanted }]);
  const written = await settle(facts, intake, { look, trace });
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
    if (isSame && value.undoneAt === undefined && (newest === undefined || value.id > newest.id)) newest = value;
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
  { look, trace }: Pick<Taking, 'look' | 'trace'>,
): Promise<Written | { readonly refused: Refusal }> {
  const [fresh, changed] = [new Set<string>(), new Set<string>()];
  let [newAchievements, removedAchievements] = [0, 0];
  let intake = first;
  for (let round = 0; !isEmpty(intake.wanted); round++) {
    if (round === rounds) return { refused: { code: 'too-busy', args: {} } };
    const written = await write(facts, intake, () => trace(intake, round));
    if ('refused' in written) return written;
    for (const id of written.new) fresh.add(id);
    for (const id of written.changed) if (!fresh.has(id)) changed.add(id);
    newAchievements += written.newAchievements;
    removedAchievements += written.removedAchievements;
    intake = await look();
  }
  return { new: [...fresh], changed: [...changed], newAchievements, removedAchievements };
}

async function write(
  facts: FactStore,
  intake: Intake,
  trace: () => Promise<void>,
): Promise<Written | { readonly refused: Refusal }> {
  try {
    await trace();
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

/** What an import came to, or would come to. */
export function outcomeOf({ found, intake, request, written, importId }: Finished): ImportDone {
  const [fresh, changed] = [written.new.length, written.changed.length];
  return {
    file: request.file.name,
    kind: found.facts.kind,
    rows: found.rows,
    items: { new: fresh, changed, unchanged: Math.max(0, intake.items - fresh - changed) },
    achievements: {
      new: written.newAchievements,
      unchanged: Math.max(0, intake.achievements - written.newAchievements),
      removed: written.removedAchievements,
    },
    gone: intake.gone,
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
