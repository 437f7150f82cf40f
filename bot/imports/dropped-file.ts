/** A dropped file: fetched where an admin gave it in a private chat, kept, and answered with the plan of what it would do. */
import type { Refusal } from '../../cards/contract/refusal';
import { largestDrop } from '../../domain/imports/drop-limits';
import { refuseTooMany } from '../context/turn-limits';
import type { TurnRequest } from '../context/turn-request';
import { planReply, type ImportReplyDeps } from './import-reply';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { fillPendingFile, openPendingFile, deletePendingFile } from './pending-file';
import { scheduleBy } from '../partner/sweep-schedule';
import { begunLapsesAfter, type PendingImport } from '../../domain/imports/pending-import';
import { refused, type Reply } from '../context/reply';
import type { AppServices } from '../context/app-services';

/** Something attached to a message. */
export interface DroppedFile {
  readonly name: string;
  /** Where the file lies; absent where it is no file. */
  readonly address?: string;
  /** Where it lies on this machine, as the person typed it; only in a local world. */
  readonly path?: string;
}

/** More than one line of a card. */
const longestName = 200;

const mib = largestDrop / (1024 * 1024);

/** What fetching a file and planning its import needs. */
export interface DroppedFileDeps extends ImportReplyDeps, Pick<AppServices, 'transfer' | 'local' | 'limits' | 'log'> {}

/** Answers what was dropped; fetches nothing if the sender may not import. Throws {@link StoreUnavailable} as the store does. */
export async function replyToDroppedFiles(
  dropped: readonly DroppedFile[],
  request: TurnRequest,
  services: DroppedFileDeps,
): Promise<Reply> {
  const text = services.text(request.locale);
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  const refusal = refusalOf(dropped, { isAdmin, request }) ?? refuseTooMany(['file'], request, services);
  if (refusal) return refused(refusal, text);
  const [file] = dropped as readonly [DroppedFile];
  const { pendings } = services.store;
  const by = request.user.aadObjectId.toLowerCase();
  const handed = { by, at: request.now, file: file.name.slice(0, longestName) };
  const { address } = file;
  // First, or a crash between the two would leave a file that no sweep looks for.
  await scheduleBy({ store: services.store, now: services.now }, request.tenant, services.now() + begunLapsesAfter + 1);
  const opened = await openPendingFile(
    { ...handed, ...(address !== undefined && { address }) },
    pendings,
    request.tenant,
  );
  const brought = await bringFile(opened, file, { request, services });
  return 'reply' in brought ? brought.reply : planReply(brought, request, services);
}

interface DropTurn {
  readonly request: TurnRequest;
  readonly services: DroppedFileDeps;
}

/** Brings the bytes of a file that is noted and keeps them; where there are none, the answer that says so, and the note is gone. */
export async function bringFile(
  opened: PendingImport,
  file: DroppedFile,
  { request, services }: DropTurn,
): Promise<{ readonly pending: PendingImport } | { readonly reply: Reply }> {
  const { tenant } = request;
  const { pendings } = services.store;
  const text = services.text(request.locale);
  const come = file.path === undefined ? await fetched(file, services) : await readHere(file.path, services);
  if ('code' in come) {
    services.log.warn({ tenant, fault: come.fault }, 'A dropped file was not fetched.');
    await deletePendingFile(opened.id, pendings, tenant);
    return { reply: refused(come, text) };
  }
  const named = { name: come.name.slice(0, longestName), bytes: come.bytes };
  const pending = await fillPendingFile(opened, named, { pendings, tenant });
  return pending ? { pending } : { reply: refused({ code: 'file-not-fetched', fault: 'oversized', mib }, text) };
}

interface Come {
  readonly name: string;
  readonly bytes: Uint8Array;
}

async function fetched(
  { name, address }: DroppedFile,
  { transfer }: Pick<AppServices, 'transfer'>,
): Promise<Come | Extract<Refusal, { code: 'file-not-fetched' }>> {
  // A crash has come between: where the file lay is known no longer.
  if (address === undefined) return { code: 'file-not-fetched', fault: 'expired', mib };
  const come = await transfer.fetch(address);
  if (!('fault' in come)) return { name, bytes: come.bytes };
  return { code: 'file-not-fetched', fault: come.fault, mib, ...(hasPlus(name) && { hasPlus: true }) };
}

async function readHere(
  path: string,
  { local }: Pick<AppServices, 'local'>,
): Promise<Come | Extract<Refusal, { code: 'file-not-read' }>> {
  const come = local ? await local.readFile(path) : ({ fault: 'absent' } as const);
  return 'fault' in come ? { code: 'file-not-read', path, fault: come.fault, mib } : come;
}

/** Teams loses files whose names have a plus sign: the link to them leads nowhere, or the file does not come along. */
function hasPlus(name: string): boolean {
  return name.includes('+');
}

function refusalOf(
  dropped: readonly DroppedFile[],
  { isAdmin, request }: { readonly isAdmin: boolean; readonly request: TurnRequest },
): Refusal | undefined {
  if (!isAdmin) return { code: 'admins-only' };
  if (request.scope !== 'personal') return { code: 'file-in-private' };
  if (dropped.length > 1) return { code: 'one-file-only' };
  const [only] = dropped;
  if (only?.address !== undefined || only?.path !== undefined) return undefined;
  return { code: 'not-a-file', ...(hasPlus(only?.name ?? '') && { hasPlus: true }) };
}
