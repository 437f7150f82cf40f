/** Importing a file: look at it and at what is kept, decide what changes, then write that and nothing else. */
import { levelsIn, standingSnapshotOf } from '../../domain/history/standing-snapshot';
import { stampOf } from '../../domain/basics/import-id';
import type { ImportRecord, StandingBefore } from '../../domain/partner/import-record';
import type { ReadFile } from '../../domain/imports/incoming';
import { type ImportDeps, type ImportRequest, type OpenedImport, openImport } from './import-opening';
import { type ImportResult, importResultOf, importRecordOf, importSummaryOf, type Summary } from './import-result';
import { forgetTraces, importUndoableFor } from './import-trace-writer';
import type { Written } from './import-changes';
import { removeLateForgotten } from './late-forgotten';
import { isEmpty, writeUntilSettled, type WrittenOrRefused } from './import-writer';
import { annotate, countMetric, traced } from '../context/telemetry';
import { watchForgotten, type IsForgotten } from '../partner/forgotten';
import { writeFacts, type FactStore } from '../partner/standing-cache';
import { updateRow } from '../store/row-update';
import { listValues } from '../store/row-list';

/**
 * Takes in one file. A file that is refused changes nothing, and so does one that is already kept. If other writes come
 * meanwhile the changes are planned again, so that nothing of either import is lost. Throws {@link StoreUnavailable} if the store
 * does not answer; importing again then completes what was begun.
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
  const forgottenSince = await watchForgotten(request.tenant, deps.store);
  const opened = await openImport(deps, request);
  if ('refused' in opened) return { file: request.file.name, refused: opened.refused };
  const { wanted } = opened.changes;
  if (request.dry) return importResultOf({ ...opened, request, written: wanted, importId: '' });
  const earlier = isEmpty(wanted) ? await sameContent(deps, request.tenant, opened.found) : undefined;
  if (earlier) return importResultOf({ ...opened, request, written: wanted, importId: earlier.id });
  return writeImport({ opened }, request, { ...deps, forgottenSince });
}

interface WritingDeps extends ImportDeps {
  /** Who was forgotten since the import was opened. */
  readonly forgottenSince: () => Promise<IsForgotten | undefined>;
}

/** An import without the facts of its file, of which a large one would fill the memory while they are written. */
type OpenedSummary = Omit<OpenedImport, 'found'> & Summary & { readonly before?: StandingBefore | undefined };

/** Holds the plan of an import until it is carried out: a large one must not be held while the standing is worked out from it. */
interface PlanToWrite {
  opened?: OpenedImport;
}

async function writeImport(plan: PlanToWrite, request: ImportRequest, deps: WritingDeps): Promise<ImportResult> {
  const { tenant, file } = request;
  const before = await standingBefore(tenant, deps);
  const summary = { ...importSummaryOf(plan.opened!), importId: plan.opened!.target.source };
  const written = await writeFacts(deps, tenant, (facts) => {
    const opened = { ...plan.opened!, found: summary.found, before };
    delete plan.opened;
    return writeRecorded(opened, request, { ...deps, facts });
  });
  if ('refused' in written) return { file: file.name, refused: written.refused };
  await forgetTraces(isTooOld(deps.now()), { traces: deps.store.traces, tenant });
  return importResultOf({ ...summary, request, written });
}

/** What was counted last before the import, for the summary that says what it changed. */
async function standingBefore(tenant: string, { store }: ImportDeps): Promise<StandingBefore | undefined> {
  const judged = (await store.standings.get(tenant, tenant))?.value.judged;
  if (!judged?.newestImport || !judged.heads) return undefined;
  return { levels: levelsIn(standingSnapshotOf(judged)), counting: judged.heads.counting };
}

/** Writes the record first, then the facts that name it as their source, then the record again if less was written. */
async function writeRecorded(
  opened: OpenedSummary,
  request: ImportRequest,
  deps: WritingDeps & { readonly facts: FactStore },
): Promise<WrittenOrRefused> {
  const { imports } = deps.facts;
  const wanted = recordOf(opened, request, opened.changes.wanted);
  await imports.write(request.tenant, [{ kind: 'create', value: wanted }]);
  const again = { ...request, askedAt: opened.at };
  const planAgain = async () => {
    const reopened = await openImport(deps, again);
    return 'refused' in reopened ? reopened : reopened.changes;
  };
  const written = await writeUntilSettled(opened, planAgain, deps);
  const isForgotten = await deps.forgottenSince();
  if (isForgotten) {
    const ids = new Set('refused' in written ? [] : [...written.new, ...written.changed]);
    const stores = { people: deps.facts.people, traces: deps.store.traces };
    await removeLateForgotten({ tenant: request.tenant, importId: opened.target.source, ids }, isForgotten, stores);
  }
  if ('refused' in written) return written;
  const done = recordOf(opened, request, written);
  if (JSON.stringify(done) !== JSON.stringify(wanted))
    await updateRow({ repository: imports, tenant: request.tenant, id: done.id, noun: 'import' }, () => done);
  return written;
}

function recordOf(opened: OpenedSummary, request: ImportRequest, written: Written): ImportRecord {
  const { found, at, target, before } = opened;
  const done = importResultOf({ ...opened, request, written, importId: target.source });
  return importRecordOf(done, { at, request, contentHash: found.contentHash, before });
}

/** Whether an import can no longer be undone; its id begins with its time. `now` in milliseconds since 1970. */
function isTooOld(now: number): (importId: string) => boolean {
  const oldest = stampOf(now - importUndoableFor);
  return (importId) => importId < oldest;
}

async function sameContent({ store }: ImportDeps, tenant: string, found: ReadFile): Promise<ImportRecord | undefined> {
  const same = (await listValues(store.imports, tenant)).filter(
    ({ contentHash, kind, undoneAt }) =>
      contentHash === found.contentHash && kind === found.facts.kind && undoneAt === undefined,
  );
  return same.sort((one, other) => (one.id < other.id ? -1 : 1)).at(-1);
}
