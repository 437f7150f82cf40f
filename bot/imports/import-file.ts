/** Importing a file: look at it and at what is kept, decide what changes, then write that and nothing else. */
import { stampOf, type ImportRecord } from '../../domain/partner/import-record';
import type { ReadFile, Refusal } from '../../domain/imports/incoming';
import { type Change, ValueTooLarge } from '../../domain/basics/repository';
import { type ImportDeps, type ImportRequest, openImport } from './import-opening';
import { type ImportOutcome, outcomeOf, recordOf } from './import-result';
import { forgetTraces, importUndoableFor, leaveTrace } from './import-trace-writer';
import type { Intake, Written } from './import-changes';
import { changing, type FactStore } from '../partner/standing-cache';

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

/** The record was written before the facts, so that each fact has its source; somebody else may have written some of them. */
async function correct(facts: FactStore, tenant: string, record: ImportRecord): Promise<void> {
  const kept = await facts.imports.get(tenant, record.id);
  const change: Change<ImportRecord> = kept
    ? { kind: 'replace', value: record, version: kept.version }
    : { kind: 'create', value: record };
  await facts.imports.write(tenant, [change]);
}
