/** Sends files in a chat: a file consent card first, then the upload to the address that Teams returns. */
import { exportCard, type ExportView } from '../../cards/records/export-card';
import type { ExportedFile } from '../../domain/imports/exported-file';
import type { TransferFault } from '../../domain/imports/file-transfer';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import { refused, type FileOffer, type SentFile, type Reply } from '../context/reply';
import type { AppServices, ReadingServices } from '../context/app-services';

/** More is for the command line; one request may carry 60 MiB at most. */
const largestFile = 32 * 1024 * 1024;

/** The person's response to the file consent card; not trusted until role and upload address are checked. */
export interface FileConsent {
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
export function exportReply(view: ExportView, request: TurnRequest, services: ReadingServices): Reply {
  return { name: `export-${view.state}`, card: exportCard(view, services.text(request.locale)) };
}

/** Whether files can be handed over in this chat. */
export function canOffer({ scope }: TurnRequest, { transfer }: ReadingServices): boolean {
  return scope === 'personal' && transfer.canOffer;
}

/** The file of this name, with its bytes; nothing where it is none of ours or too large for a chat. */
export async function exported(
  about: unknown,
  { tenant }: TurnRequest,
  { exporter }: ReadingServices,
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
export async function replyToFileConsent(
  { accepted, about, upload }: FileConsent,
  request: TurnRequest,
  services: AppServices,
): Promise<Reply> {
  const text = services.text(request.locale);
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  if (!isAdmin) return refused({ code: 'admins-only' }, text);
  if (request.scope !== 'personal') return refused({ code: 'file-in-private' }, text);
  const name = services.exporter(request.tenant).find((one) => one.about === about)?.name;
  if (name === undefined) return refused({ code: 'card-outdated' }, text);
  if (!accepted) return exportReply({ state: 'declined', file: name, canOffer: true }, request, services);
  const file = await exported(about, request, services);
  const fault = file ? await put(file.bytes, upload, services) : 'oversized';
  if (fault !== undefined) {
    services.log.warn({ tenant: request.tenant, fault }, 'An exported file was not handed over.');
    return exportReply({ state: 'failed', file: name, fault, canOffer: true }, request, services);
  }
  services.log.info({ tenant: request.tenant, file: name }, 'An exported file was handed over.');
  return {
    ...exportReply({ state: 'handed-over', file: name, canOffer: true }, request, services),
    ...handedIn(name, upload),
  };
}

function put(
  bytes: Uint8Array,
  { uploadUrl }: FileConsent['upload'],
  { transfer }: AppServices,
): Promise<TransferFault | undefined> {
  return transfer.put(typeof uploadUrl === 'string' ? uploadUrl : '', bytes);
}

function handedIn(
  name: string,
  { contentUrl, uniqueId, fileType }: FileConsent['upload'],
): { readonly handed?: SentFile } {
  if (typeof contentUrl !== 'string' || typeof uniqueId !== 'string') return {};
  return { handed: { name, contentUrl, uniqueId, fileType: typeof fileType === 'string' ? fileType : 'csv' } };
}
