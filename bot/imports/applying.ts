/** Taking a dropped file in: once, however often it is pressed, and on to the end after a crash. */
import type { DateOrder } from '../../domain/imports/incoming';
import { begunLapsesAfter, type FileWish, type PendingImport } from '../../domain/imports/pending-import';
import { stampOf } from '../../domain/basics/import-id';
import type { Versioned } from '../../domain/basics/repository';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import { TimeoutError, withTimeout } from '../context/timeout';
import type { TurnRequest } from '../context/turn-request';
import { scheduleBy } from '../partner/sweep-schedule';
import { updatePartner } from '../partner/partner-update';
import { readPartnerRow } from '../store/partner-row';
import { listValues } from '../store/row-list';
import { importFile } from './import-file';
import { planImport } from './import-preview';
import { appliedReply, refusedFile, replyWithPlan, requestFor, stateReply, undoneReply } from './import-reply';
import { answered, changePendingFile, notingProgress, sayingBegun, type PendingPlace } from './pending-file';

export interface ApplyTurn {
  readonly request: TurnRequest;
  readonly services: AppServices;
}

/** Teams waits some seconds for the answer to a button; an import that takes longer goes on, and its card is replaced. */
const longestPatience = 2_500;

/** With which facts and options the plan was confirmed. */
export interface ConfirmedPlan {
  readonly dates?: DateOrder | undefined;
  readonly facts?: string | undefined;
  readonly gone?: boolean | undefined;
  readonly programme?: string | undefined;
}

/** If several people press at once, one import begins, and the others are told that it is running. */
export async function applyFile(
  { value, version }: Versioned<PendingImport>,
  { dates, facts, gone, programme }: ConfirmedPlan,
  turn: ApplyTurn,
): Promise<Reply> {
  const { request, services } = turn;
  const at = new Date(request.now).toISOString();
  const { card } = request;
  const wish: FileWish = {
    step: 'apply',
    at,
    ...(dates && { dates }),
    ...(facts !== undefined && { facts }),
    ...(gone && { gone }),
    ...(programme !== undefined && { programme }),
    ...(card !== undefined && { card }),
  };
  // First, or a crash between the two would leave a file that no sweep looks for.
  await scheduleBy(services, request.tenant, services.now() + begunLapsesAfter + 1);
  const begun: PendingImport = { ...value, state: 'applying', begunAt: at, wish };
  const lost = await services.store.pendings.write(request.tenant, [{ kind: 'replace', value: begun, version }]);
  if (lost.length > 0) return runningReply(value, turn);
  const work = sayingBegun(begun.id, takeIn(begun, value.state === 'open', turn), placeOf(turn));
  return inPatience(work, begun, turn);
}

/** Waits for the import as long as a turn may take, then replies that it is still running. */
async function inPatience(work: Promise<Reply>, begun: PendingImport, turn: ApplyTurn): Promise<Reply> {
  try {
    const reply = await withTimeout(work, Math.min(longestPatience, turn.services.deadline / 2));
    await changePendingFile(begun.id, answered, placeOf(turn));
    return reply;
  } catch (error) {
    if (error instanceof TimeoutError)
      return { ...(await runningReply(begun, turn)), later: { pending: begun, reply: work } };
    // The person is told, and presses again.
    await changePendingFile(begun.id, answered, placeOf(turn)).catch(() => undefined);
    throw error;
  }
}

function placeOf({ request, services }: ApplyTurn): PendingPlace & Pick<AppServices, 'now'> {
  return { pendings: services.store.pendings, tenant: request.tenant, now: services.now };
}

/** Goes on with a file that another instance was to take in. Throws {@link StoreUnavailable} as the store does. */
export async function goOnApplying(begun: PendingImport, turn: ApplyTurn): Promise<Reply> {
  if (begun.state === 'applied') return followed(begun, turn);
  const { request, services } = turn;
  const stamp = stampOf(Date.parse(begun.at));
  const records = await listValues(services.store.imports, request.tenant);
  const isFirst = !records.some(({ id, file }) => id.startsWith(stamp) && file === begun.file);
  return takeIn(begun, isFirst, turn);
}

/**
 * Takes the file in, unless facts have changed since its plan was shown: then the plan is shown anew. `isFirst` is whether nothing of
 * it can have been written yet.
 */
async function takeIn(begun: PendingImport, isFirst: boolean, turn: ApplyTurn): Promise<Reply> {
  const { request, services } = turn;
  const { dates, facts, gone } = begun.wish ?? {};
  const offered = { pending: begun, dates, facts };
  const importRequest = { ...(await requestFor(offered, request)), removesGone: gone === true };
  let mayHaveWritten = !isFirst;
  try {
    const plan = isFirst ? await planImport(services, { ...importRequest, removesGone: false, dry: true }) : undefined;
    if (plan && !('refused' in plan) && plan.facts !== facts) {
      await settle({ ...begun, state: 'open' }, turn);
      return await replyWithPlan(plan, offered, turn);
    }
    mayHaveWritten = true;
    const onProgress = notingProgress(begun.id, placeOf(turn));
    const outcome = await importFile({ ...services, onProgress }, { ...importRequest, dry: false });
    if ('refused' in outcome) {
      await settle({ ...begun, state: 'open' }, turn);
      return await refusedFile(outcome.refused, offered, turn);
    }
    const applied = { ...begun, content: '', state: 'applied', importId: outcome.importId } as const;
    await settle(applied, turn);
    services.log.info({ tenant: request.tenant, import: outcome.importId }, 'A dropped file was imported.');
    return await followed(applied, turn);
  } catch (error) {
    return giveUp(mayHaveWritten ? begun : { ...begun, state: 'open' }, error, turn);
  }
}

/** Follows the programme that was chosen with the file, if one was, and tells how the import ended. */
async function followed(applied: PendingImport, turn: ApplyTurn): Promise<Reply> {
  const programme = applied.wish?.programme;
  if (programme !== undefined) await follow(programme, turn);
  return appliedFileReply(applied, turn);
}

/** How the import of a file ended; an import that was taken back since counts as undone. */
export async function appliedFileReply({ importId, file }: PendingImport, turn: ApplyTurn): Promise<Reply> {
  const { request, services } = turn;
  const record = await services.store.imports.get(request.tenant, importId ?? '');
  if (record?.value.undoneAt !== undefined)
    return undoneReply({ record: record.value, restored: 0, removed: 0, leftAlone: [] }, turn);
  return record ? appliedReply(record.value, turn) : stateReply({ state: 'discarded' }, file, turn);
}

/** That the file is being taken in. */
export function runningReply({ id, file, progress }: PendingImport, turn: ApplyTurn): Promise<Reply> {
  return stateReply({ state: 'running', pending: id, ...(progress && { progress }) }, file, turn);
}

/** Follows a programme; one that is not loaded is left aside. */
async function follow(programme: string, { request, services }: ApplyTurn): Promise<void> {
  if (!services.programmes.get(programme)) return;
  const known = await readPartnerRow(services, request.tenant);
  if (known.programme === programme) return;
  await updatePartner((partner) => ({ ...partner, programme }), { request, services, known });
  services.log.info({ tenant: request.tenant, programme }, 'The programme was chosen with the first file.');
}

/** What was begun may be begun again at once; where not even that can be written down, after a minute. */
async function giveUp({ begunAt: _, ...begun }: PendingImport, error: unknown, turn: ApplyTurn): Promise<never> {
  await settle(begun, turn).catch(() => undefined);
  throw error;
}

/** Stores the outcome of the import that this request has begun; no other request imports the file meanwhile. */
async function settle(value: PendingImport, turn: ApplyTurn): Promise<void> {
  await changePendingFile(value.id, () => value, placeOf(turn));
}
