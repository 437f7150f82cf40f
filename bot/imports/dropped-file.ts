/** A dropped file: fetched where an admin gave it in a private chat, kept, and answered with the plan of what it would do. */
import type { Refusal } from '../../cards/contract/view';
import { largestDrop } from '../../domain/imports/file-transfer';
import type { Ask } from '../context/turn-request';
import { planReply } from './import-reply';
import { lookAtPartner } from '../partner/partner-snapshot';
import { keepPending } from './pending-file';
import { refused, type Reply } from '../context/reply';
import type { World } from '../context/app-services';

/** Something attached to a message. */
export interface Dropped {
  readonly name: string;
  /** Where the file lies; absent where it is no file. */
  readonly address?: string;
}

/** More than one line of a card. */
const longestName = 200;

const mib = largestDrop / (1024 * 1024);

/** Answers what was dropped. Nothing is fetched for anybody who may not import. */
export async function answerDropped(dropped: readonly Dropped[], ask: Ask, world: World): Promise<Reply> {
  const text = world.text(ask.locale);
  const { isAdmin } = await lookAtPartner(ask, world);
  const refusal = refusalOf(dropped, { isAdmin, ask });
  if (refusal) return refused(refusal, text);
  const [{ name, address }] = dropped as readonly [Required<Dropped>];
  const come = await world.transfer.fetch(address);
  if ('fault' in come) {
    world.log.warn({ tenant: ask.tenant, fault: come.fault }, 'A dropped file was not fetched.');
    return refused({ code: 'file-not-fetched', fault: come.fault, mib }, text);
  }
  const handed = { by: ask.user.aadObjectId.toLowerCase(), file: name.slice(0, longestName), at: ask.now };
  const pending = await keepPending({ ...handed, bytes: come.bytes }, world.store.pendings, ask.tenant);
  if (!pending) return refused({ code: 'file-not-fetched', fault: 'oversized', mib }, text);
  return planReply({ pending }, ask, world);
}

function refusalOf(
  dropped: readonly Dropped[],
  { isAdmin, ask }: { readonly isAdmin: boolean; readonly ask: Ask },
): Refusal | undefined {
  if (!isAdmin) return { code: 'admins-only' };
  if (ask.scope !== 'personal') return { code: 'file-in-private' };
  if (dropped.length > 1) return { code: 'one-file-only' };
  return dropped[0]?.address === undefined ? { code: 'not-a-file' } : undefined;
}
