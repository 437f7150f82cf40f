/** Importing a file: look at it and at what is kept, decide what changes, then write that and nothing else. */
import { stampOf, type ImportRecord } from '../../domain/partner/import-record';
import type { ReadFile, ImportRefusal } from '../../domain/imports/incoming';
import { ValueTooLarge } from '../../domain/basics/repository';
import { type ImportDeps, type ImportRequest, openImport } from './import-opening';
import { type ImportResult, importResultOf, importRecordOf } from './import-result';
import { forgetTraces, importUndoableFor, writeImportTrace } from './import-trace-writer';
import type { ImportChanges, Written } from './import-changes';
import { annotate, countMetric, traced } from '../context/telemetry';
import { writeFacts, type FactStore } from '../partner/standing-cache';
import { updateRow } from '../store/row-update';
import { listValues } from '../store/row-list';

/**
 * Takes in one file. A file that is refused changes nothing, and so does one that is already kept. Somebody else may import
 * at the same time: what they write first is looked at again, so that nothing of either import is lost. Throws
 * {@link StoreUnavailable} if the store does not answer; importing again then completes what was begun.
 */
export function importFile(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  return traced('laurel.import', { 'laurel.dry': request.dry === true }, async () => {
    const result = await takeIn(deps, request);
    const outcome = 'refused' in result ? 'refused' : request.dry ? 'dry' : 'done';
    annotate({ 'laurel.outcome': outcome, ...('kind' in result && { 'laurel.kind': result.kind }) });
    countMetric('laurel.imports', { outcome });
    return result;
  });
}

async function takeIn(deps: ImportDeps, request: ImportRequest): Promise<ImportResult> {
  const opened = await openImport(deps, request);
  if ('refused' in opened) return { file: request.file.name, refused: opened.refused };
  const { found, changes, planChanges: planChanges, source, at } = opened;
  const { tenant, file } = request;
  const done = (importId: string, written: Written) => importResultOf({ found, changes, request, written, importId });
  if (request.dry) return done('', changes.wanted);

  const earlier = isEmpty(changes.wanted) ? await sameContent(deps, tenant, found) : undefined;
  if (earlier) return done(earlier.id, changes.wanted);

  const record = (written: Written) =>
    importRecordOf(done(source, written), { at, request, contentHash: found.contentHash });
  const trace = tracer(deps, tenant, source);
  const written = await writeFacts(deps, tenant, (facts) =>
    take({ facts, tenant, changes, planChanges, record, trace }),
  );
  if ('refused' in written) return { file: file.name, refused: written.refused };
  await forgetTraces(isTooOld(deps.now()), { traces: deps.store.traces, tenant });
  return done(source, written);
}

type Trace = (changes: ImportChanges, round: number) => Promise<void>;

function tracer({ store: { traces }, now }: ImportDeps, tenant: string, importId: string): Trace {
  return ({ touches }, round) =>
    writeImportTrace(touches, { traces, tenant, importId, at: `${stampOf(now())}-${String(round).padStart(2, '0')}` });
}

/** The id of an import begins with its time. */
function isTooOld(now: number): (importId: string) => boolean {
  const oldest = stampOf(now - importUndoableFor);
  return (importId) => importId < oldest;
}

interface Taking {
  readonly facts: FactStore;
  readonly tenant: string;
  readonly changes: ImportChanges;
  readonly planChanges: () => Promise<ImportChanges>;
  readonly record: (written: Written) => ImportRecord;
  readonly trace: Trace;
}

/** The act: the record first, then the facts that name it as their source. */
async function take({
  facts,
  tenant,
  changes,
  planChanges,
  record,
  trace,
}: Taking): Promise<Written | { readonly refused: ImportRefusal }> {
  const wanted = record(changes.wanted);
  await facts.imports.write(tenant, [{ kind: 'create', value: wanted }]);
  const written = await settle(facts, changes, { planChanges, trace });
  if ('refused' in written) return written;
  const done = record(written);
  if (JSON.stringify(done) !== JSON.stringify(wanted)) await correct(facts, tenant, done);
  return written;
}

const isEmpty = (written: Written) => written.new.length + written.changed.length === 0;

async function sameContent({ store }: ImportDeps, tenant: string, found: ReadFile): Promise<ImportRecord | undefined> {
  const same = (await listValues(store.imports, tenant)).filter(
    ({ contentHash, kind, undoneAt }) =>
      contentHash === found.contentHash && kind === found.facts.kind && undoneAt === undefined,
  );
  return same.sort((one, other) => (one.id < other.id ? -1 : 1)).at(-1);
}

/** How often it is looked again at what others have written meanwhile. */
const rounds = 10;

/**
 * Writes and looks again until nothing is left to write. The last look also sees people whom another import has created
 * under another sign in the meantime, and joins them.
 */
async function settle(
  facts: FactStore,
  first: ImportChanges,
  { planChanges, trace }: Pick<Taking, 'planChanges' | 'trace'>,
): Promise<Written | { readonly refused: ImportRefusal }> {
  const [fresh, changed] = [new Set<string>(), new Set<string>()];
  let [newAchievements, removedAchievements] = [0, 0];
  let changes = first;
  for (let round = 0; !isEmpty(changes.wanted); round++) {
    if (round === rounds) return { refused: { code: 'too-busy', args: {} } };
    const written = await write(facts, changes, () => trace(changes, round));
    if ('refused' in written) return written;
    for (const id of written.new) fresh.add(id);
    for (const id of written.changed) if (!fresh.has(id)) changed.add(id);
    newAchievements += written.newAchievements;
    removedAchievements += written.removedAchievements;
    changes = await planChanges();
  }
  return { new: [...fresh], changed: [...changed], newAchievements, removedAchievements };
}

async function write(
  facts: FactStore,
  changes: ImportChanges,
  trace: () => Promise<void>,
): Promise<Written | { readonly refused: ImportRefusal }> {
  try {
    await trace();
    return await changes.write(facts);
  } catch (error) {
    if (!(error instanceof ValueTooLarge)) throw error;
    return { refused: { code: 'too-large', args: { noun: error.noun, id: error.id } } };
  }
}

/** The record was written before the facts, so that each fact has its source; somebody else may have written some of them. */
async function correct(facts: FactStore, tenant: string, record: ImportRecord): Promise<void> {
  await updateRow({ repository: facts.imports, tenant, id: record.id, noun: 'import' }, () => record);
}
