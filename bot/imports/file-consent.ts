/** Handing files over in a chat: leave is asked for first, then the file is put where Teams says. */
import { exportCard } from '../../cards/records/export-card';
import type { ExportView } from '../../cards/contract/view';
import type { ExportedFile } from '../../domain/imports/exported-file';
import type { TransferFault } from '../../domain/imports/file-transfer';
import type { Ask } from '../context/turn-request';
import { lookAtPartner } from '../partner/partner-snapshot';
import { refused, type FileOffer, type Handed, type Reply } from '../context/reply';
import type { World } from '../context/app-services';

/** More is for the command line; one request may carry 60 MiB at most. */
const largestFile = 32 * 1024 * 1024;

/** What somebody said to the question for leave: a claim until role and address were checked. */
export interface Consent {
  readonly accepted: boolean;
  /** Which file was offered. */
  readonly about: unknown;
  readonly upload: {
    readonly uploadUrl?: unknown;
    readonly contentUrl?: unknown;
    readonly uniqueId?: unknown;
    readonly fileType?: unknown;
  };
}

/** The card of an export. */
export function exportReply(view: ExportView, ask: Ask, world: World): Reply {
  return { name: `export-${view.state}`, card: exportCard(view, world.text(ask.locale)) };
}

/** Whether files can be handed over in this chat. */
export function canOffer({ scope }: Ask, { transfer }: World): boolean {
  return scope === 'personal' && transfer.canOffer;
}

/** The file of this name, with its bytes; nothing where it is none of ours or too large for a chat. */
export async function exported(
  about: unknown,
  { tenant }: Ask,
  { exporter }: World,
): Promise<(Pick<ExportedFile, 'name' | 'about'> & { readonly bytes: Uint8Array }) | undefined> {
  const file = exporter(tenant).find((one) => one.about === about);
  if (!file) return undefined;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of file.text()) {
    const bytes = Buffer.from(piece, 'utf8');
    size += bytes.length;
    if (size > largestFile) return undefined;
    pieces.push(bytes);
  }
  return { about: file.about, name: file.name, bytes: Buffer.concat(pieces) };
}

/** The question for leave to store a file. */
export function offerOf(
  { about, name }: Pick<ExportedFile, 'name' | 'about'>,
  size: number,
  description: string,
): FileOffer {
  return { about, name, size, description };
}

/** Answers what was said to it. Role and chat are looked at again; the file is made anew, from what is kept now. */
export async function answerConsent({ accepted, about, upload }: Consent, ask: Ask, world: World): Promise<Reply> {
  const text = world.text(ask.locale);
  const { isAdmin } = await lookAtPartner(ask, world);
  if (!isAdmin) return refused({ code: 'admins-only' }, text);
  if (ask.scope !== 'personal') return refused({ code: 'file-in-private' }, text);
  const name = world.exporter(ask.tenant).find((one) => one.about === about)?.name;
  if (name === undefined) return refused({ code: 'card-outdated' }, text);
  if (!accepted) return exportReply({ state: 'declined', file: name, canOffer: true }, ask, world);
  const file = await exported(about, ask, world);
  const fault = file ? await put(file.bytes, upload, world) : 'oversized';
  if (fault !== undefined) {
    world.log.warn({ tenant: ask.tenant, fault }, 'An exported file was not handed over.');
    return exportReply({ state: 'failed', file: name, fault, canOffer: true }, ask, world);
  }
  world.log.info({ tenant: ask.tenant, file: name }, 'An exported file was handed over.');
  return {
    ...exportReply({ state: 'handed-over', file: name, canOffer: true }, ask, world),
    ...handedIn(name, upload),
  };
}

function put(
  bytes: Uint8Array,
  { uploadUrl }: Consent['upload'],
  { transfer }: World,
): Promise<TransferFault | undefined> {
  return transfer.put(typeof uploadUrl === 'string' ? uploadUrl : '', bytes);
}

function handedIn(name: string, { contentUrl, uniqueId, fileType }: Consent['upload']): { readonly handed?: Handed } {
  if (typeof contentUrl !== 'string' || typeof uniqueId !== 'string') return {};
  return { handed: { name, contentUrl, uniqueId, fileType: typeof fileType === 'string' ? fileType : 'csv' } };
}
