/** Going on with dropped files whose instance has crashed: by one instance, a few times at most, and the person is told how it ended. */
import {
  begunLapsesAfter,
  pendingUntil,
  hasExpired,
  isAtWork,
  mostTries,
  type FileWish,
  type PendingImport,
} from '../../domain/imports/pending-import';
import { never } from '../../domain/alerts/sweep-entry';
import { languageOf, type Conversation } from '../../domain/partner/conversation';
import type { Versioned } from '../../domain/basics/repository';
import type { AppServices } from '../context/app-services';
import { refused, type Reply } from '../context/reply';
import { mayTalk } from '../context/tenant-access';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { auditedStore } from '../store/audit-trail';
import { listAll, listValues } from '../store/row-list';
import { goOnApplying } from './applying';
import { bringFile } from './dropped-file';
import { showAnswer } from './file-answer';
import { planImport } from './import-preview';
import { plannedReply, requestFor } from './import-reply';
import { changePendingFile, sayingBegun } from './pending-file';

type FileRow = Versioned<PendingImport>;
type Wished = PendingImport & { readonly wish: FileWish };

/**
 * Goes on with the files of a tenant that no instance works on, and removes those whose time is over. Returns when it has to be
 * looked at them again, in milliseconds since 1970. Throws {@link StoreUnavailable} where they cannot be listed.
 */
export async function resumeFiles(tenant: string, services: AppServices): Promise<number> {
  let next = never;
  for (const row of await listAll(services.store.pendings, tenant))
    next = Math.min(next, await attendTo(row, tenant, services));
  return next;
}

async function attendTo(row: FileRow, tenant: string, services: AppServices): Promise<number> {
  const { value: pending, version } = row;
  if (hasExpired(pending, services.now())) {
    await services.store.pendings.write(tenant, [{ kind: 'remove', id: pending.id, version }]);
    return never;
  }
  if (!hasWish(pending) || !mayTalk({ tenant }, services)) return pendingUntil(pending) + 1;
  const isHeld = isAtWork(pending, services.now());
  if (!isHeld) await resume(pending, version, { tenant, services });
  const saidAt = isHeld ? Date.parse(pending.begunAt ?? '') : services.now();
  return Math.min(pendingUntil(pending), saidAt + begunLapsesAfter) + 1;
}

function hasWish(pending: PendingImport): pending is Wished {
  return pending.wish !== undefined;
}

interface Place {
  readonly tenant: string;
  readonly services: AppServices;
}

/** Only the instance whose write comes first goes on. What fails is tried again when its claim has lapsed. */
async function resume(pending: Wished, version: string, { tenant, services }: Place): Promise<void> {
  const { pendings } = services.store;
  const tries = (pending.wish.tries ?? 0) + 1;
  const mine: Wished = {
    ...pending,
    begunAt: new Date(services.now()).toISOString(),
    wish: { ...pending.wish, tries },
  };
  const lost = await pendings.write(tenant, [{ kind: 'replace', value: mine, version }]);
  if (lost.length > 0) return;
  services.log.info({ tenant, step: mine.wish.step, tries }, 'Work on a dropped file goes on after a crash.');
  try {
    const to = (await services.store.conversations.get(tenant, mine.by))?.value;
    const request = requestOf(mine, to, { tenant, services });
    const isOver = tries > mostTries && mine.state !== 'applied';
    const work = isOver ? givenUp(mine, request, services) : goneOn(mine, request, services);
    const place = { pendings, tenant, now: services.now };
    await showAnswer(await sayingBegun(mine.id, work, place), mine, { tenant, services });
  } catch (error) {
    services.log.error({ tenant, error }, 'Work on a dropped file failed.');
  }
}

/** The turn in which the person asked, as far as it is known. */
function requestOf({ by }: PendingImport, to: Conversation | undefined, { tenant, services }: Place): TurnRequest {
  return {
    tenant,
    user: { id: by, aadObjectId: by, name: to?.name ?? '', mails: async () => [] },
    locale: to ? languageOf(to) : 'en',
    scope: 'personal',
    conversation: to?.reference.conversation ?? '',
    members: async () => [],
    now: services.now(),
  };
}

async function goneOn(mine: Wished, request: TurnRequest, services: AppServices): Promise<Reply> {
  const { wish } = mine;
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  if (!isAdmin) {
    if (mine.state !== 'applied') await discard(mine, request, services);
    return refused({ code: 'admins-only' }, services.text(request.locale));
  }
  if (wish.step === 'fetch') return fetchAgain(mine, request, services);
  if (wish.step === 'apply') return goOnApplying(mine, { request, services: await recording(mine, request, services) });
  return planned(mine, request, services);
}

/** The link to a file is good for some minutes; where it is no longer, the person is told to drop the file again. */
async function fetchAgain(mine: Wished, request: TurnRequest, services: AppServices): Promise<Reply> {
  const { address } = mine.wish;
  const file = { name: mine.file, ...(address !== undefined && { address }) };
  const brought = await bringFile(mine, file, { request, services });
  return 'reply' in brought ? brought.reply : planned(brought.pending, request, services);
}

async function planned(pending: PendingImport, request: TurnRequest, services: AppServices): Promise<Reply> {
  const offered = { pending, dates: pending.wish?.dates, facts: pending.wish?.facts };
  const plan = await planImport(services, { ...(await requestFor(offered, request)), dry: true });
  return plannedReply(plan, offered, { request, services });
}

/** The audit trail has the import once: the instance that crashed may have written its entry already. */
async function recording({ by, wish }: Wished, { tenant }: TurnRequest, services: AppServices): Promise<AppServices> {
  const entries = await listValues(services.store.audit, tenant);
  if (entries.some((one) => one.act === 'imported' && one.by.toLowerCase() === by && one.at >= wish.at))
    return services;
  return { ...services, store: auditedStore(services.store, { act: 'imported', about: 'import', by }, services.now) };
}

async function discard(mine: Wished, { tenant }: TurnRequest, { store: { pendings } }: AppServices): Promise<void> {
  await changePendingFile(mine.id, (kept) => ({ ...kept, content: '', state: 'discarded' }), { pendings, tenant });
}

/** A file that ends the process each time waits for a press again, and the person is told what else to do. */
async function givenUp(mine: Wished, { tenant, locale }: TurnRequest, services: AppServices): Promise<Reply> {
  const { pendings } = services.store;
  await changePendingFile(mine.id, (kept) => ({ ...kept, ...(kept.state === 'applying' && { state: 'open' }) }), {
    pendings,
    tenant,
  });
  services.log.error({ tenant, step: mine.wish.step }, 'A dropped file was given up after several crashes.');
  return refused({ code: 'file-given-up', file: mine.file }, services.text(locale));
}
