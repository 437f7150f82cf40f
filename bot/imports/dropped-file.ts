/** A dropped file: fetched where an admin gave it in a private chat, kept, and answered with the plan of what it would do. */
import type { Refusal } from '../../cards/contract/refusal';
import { largestDrop } from '../../domain/imports/file-transfer';
import { refuseTooMany } from '../context/turn-limits';
import type { TurnRequest } from '../context/turn-request';
import { planReply } from './import-reply';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { savePendingFile } from './pending-file';
import { refused, type Reply } from '../context/reply';
import type { AppServices } from '../context/app-services';

/** Something attached to a message. */
export interface DroppedFile {
  readonly name: string;
  /** Where the file lies; absent where it is no file. */
  readonly address?: string;
}

/** More than one line of a card. */
const longestName = 200;

const mib = largestDrop / (1024 * 1024);

/** Answers what was dropped. Nothing is fetched for anybody who may not import. */
export async function replyToDroppedFiles(
  dropped: readonly DroppedFile[],
  request: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const text = services.text(request.locale);
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  const refusal = refusalOf(dropped, { isAdmin, request }) ?? refuseTooMany(['file'], request, services);
  if (refusal) return refused(refusal, text);
  const [{ name, address }] = dropped as readonly [Required<DroppedFile>];
  const come = await services.transfer.fetch(address);
  if ('fault' in come) {
    services.log.warn({ tenant: request.tenant, fault: come.fault }, 'A dropped file was not fetched.');
    return refused({ code: 'file-not-fetched', fault: come.fault, mib }, text);
  }
  const handed = { by: request.user.aadObjectId.toLowerCase(), file: name.slice(0, longestName), at: request.now };
  const pending = await savePendingFile({ ...handed, bytes: come.bytes }, services.store.pendings, request.tenant);
  if (!pending) return refused({ code: 'file-not-fetched', fault: 'oversized', mib }, text);
  return planReply({ pending }, request, services);
}

function refusalOf(
  dropped: readonly DroppedFile[],
  { isAdmin, request }: { readonly isAdmin: boolean; readonly request: TurnRequest },
): Refusal | undefined {
  if (!isAdmin) return { code: 'admins-only' };
  if (request.scope !== 'personal') return { code: 'file-in-private' };
  if (dropped.length > 1) return { code: 'one-file-only' };
  return dropped[0]?.address === undefined ? { code: 'not-a-file' } : undefined;
}
