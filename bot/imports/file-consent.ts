/** Sends files in a chat: a file consent card first, then the upload to the address that Teams returns. */
import { extname } from 'node:path';
import { exportCard, type ExportView } from '../../cards/records/export-card';
import type { ExportedFile, OfferedName } from '../../domain/imports/exported-file';
import type { FileTransfer, TransferFault } from '../../domain/imports/file-transfer';
import type { Store } from '../../domain/ports';
import type { TurnRequest } from '../context/turn-request';
import {
  ownCalendarBytes,
  ownCalendarFile,
  ownCalendarReply,
  recordOwnCalendar,
  type OwnCalendarDeps,
} from './own-calendar-file';
import { type OwnDataDeps, ownDataBytes, ownDataFile, ownDataReply, recordOwnExport } from './own-data-file';
import { saveFileOffer, takeFileOffer } from './file-offer';
import { loadPartnerSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import { recordDeed } from '../store/audit-trail';
import { refused, type FileOffer, type SentFile, type Reply } from '../context/reply';
import type { AppServices } from '../context/app-services';

/** More is for the command line; one request may carry 60 MiB at most. */
const largestFile = 32 * 1024 * 1024;

/** The person's response to the file consent card; not trusted until role and upload address are checked. */
export interface FileConsent {
  readonly accepted: boolean;
  /** Which offer is answered, and the file that it was about. */
  readonly offer: unknown;
  readonly about: unknown;
  readonly upload: {
    readonly uploadUrl?: unknown;
    readonly contentUrl?: unknown;
    readonly uniqueId?: unknown;
  };
}

/** What handing over a file needs; that it was exported is written to the audit trail. */
export interface FileConsentDeps
  extends FactsSnapshotDeps, Pick<AppServices, 'exporter' | 'transfer' | 'log' | 'writeCalendar'> {
  readonly store: OwnDataDeps['store'] & OwnCalendarDeps['store'] & Pick<Store, 'offers' | 'audit'>;
}

/** The card of an export. */
export function exportReply(view: ExportView, request: TurnRequest, services: Pick<AppServices, 'text'>): Reply {
  return { name: `export-${view.state}`, card: exportCard(view, services.text(request.locale)) };
}

/** Whether files can be handed over in this chat. */
export function canOffer(
  { scope }: TurnRequest,
  { transfer }: { readonly transfer: Pick<FileTransfer, 'canOffer'> },
): boolean {
  return scope === 'personal' && transfer.canOffer;
}

/** The file of this name, with its bytes; nothing where it is none of ours or too large for a chat. */
export async function exported(
  about: unknown,
  { tenant, locale }: TurnRequest,
  { exporter }: Pick<AppServices, 'exporter'>,
): Promise<(Pick<ExportedFile, 'name' | 'about'> & { readonly bytes: Uint8Array }) | undefined> {
  const file = exporter(tenant, locale).find((one) => one.about === about);
  if (!file) return undefined;
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of file.content()) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    size += bytes.length;
    if (size > largestFile) return undefined;
    pieces.push(bytes);
  }
  return { about: file.about, name: file.name, bytes: Buffer.concat(pieces) };
}

/** The file consent card for a file; it can be answered once, by the person who asked, for an hour. */
export async function offerFile(
  { about, name, bytes }: Pick<ExportedFile, 'name' | 'about'> & { readonly bytes: Uint8Array },
  request: TurnRequest,
  services: Pick<AppServices, 'text'> & { readonly store: Pick<Store, 'offers'> },
): Promise<FileOffer> {
  const id = await saveFileOffer(about, request, services);
  const description = services.text(request.locale).say('export.offer');
  return { id, about, name, size: bytes.length, description };
}

/** Answers what was said to it. Role, chat and offer are looked at again; the file is made anew, from what is kept now. */
export async function replyToFileConsent(
  { accepted, offer, about, upload }: FileConsent,
  request: TurnRequest,
  services: FileConsentDeps,
): Promise<Reply> {
  const text = services.text(request.locale);
  const own = ownFiles.find((one) => one.about === about);
  if (own) return replyToOwnFile({ accepted, offer, about, upload }, own, { request, services });
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  if (!isAdmin) return refused({ code: 'admins-only' }, text);
  if (request.scope !== 'personal') return refused({ code: 'file-in-private' }, text);
  const name = services.exporter(request.tenant, request.locale).find((one) => one.about === about)?.name;
  const isOffered = name !== undefined && (await takeFileOffer({ offer, about }, request, services));
  if (!isOffered) return refused({ code: 'card-outdated' }, text);
  if (!accepted) return exportReply({ state: 'declined', file: name, canOffer: true }, request, services);
  const file = await exported(about, request, services);
  if (file) await recordDeed(request.tenant, { act: 'exported', about: name, by: request.user.aadObjectId }, services);
  const fault = file ? await put(file.bytes, upload, services) : 'oversized';
  if (fault !== undefined) {
    services.log.warn({ tenant: request.tenant, fault }, 'An exported file was not handed over.');
    return exportReply({ state: 'failed', file: name, fault, canOffer: true }, request, services);
  }
  services.log.info({ tenant: request.tenant, file: name }, 'An exported file was handed over.');
  return {
    ...exportReply({ state: 'handed-over', file: name, canOffer: true }, request, services),
    ...handedIn(name, upload, services),
  };
}

/** A file about the asker alone, which needs no role. */
interface OwnFile {
  readonly about: OfferedName;
  readonly name: string;
  bytes(request: TurnRequest, services: FileConsentDeps): Promise<Uint8Array>;
  reply(
    view: { readonly state: 'declined' | 'failed' | 'handed-over' },
    request: TurnRequest,
    services: Pick<AppServices, 'text'>,
  ): Reply;
  record(request: TurnRequest, services: FileConsentDeps): Promise<void>;
}

const ownFiles: readonly OwnFile[] = [
  { about: 'own-data', name: ownDataFile, bytes: ownDataBytes, reply: ownDataReply, record: recordOwnExport },
  {
    about: 'own-calendar',
    name: ownCalendarFile,
    bytes: ownCalendarBytes,
    reply: ownCalendarReply,
    record: recordOwnCalendar,
  },
];

/** The same for a file about the asker. */
async function replyToOwnFile(
  { accepted, offer, about, upload }: FileConsent,
  own: OwnFile,
  { request, services }: { readonly request: TurnRequest; readonly services: FileConsentDeps },
): Promise<Reply> {
  const text = services.text(request.locale);
  if (request.scope !== 'personal') return refused({ code: 'file-in-private' }, text);
  if (!(await takeFileOffer({ offer, about }, request, services))) return refused({ code: 'card-outdated' }, text);
  if (!accepted) return own.reply({ state: 'declined' }, request, services);
  await own.record(request, services);
  const fault = await put(await own.bytes(request, services), upload, services);
  if (fault !== undefined) {
    services.log.warn({ tenant: request.tenant, fault }, "A person's own file was not handed over.");
    return own.reply({ state: 'failed' }, request, services);
  }
  return { ...own.reply({ state: 'handed-over' }, request, services), ...handedIn(own.name, upload, services) };
}

function put(
  bytes: Uint8Array,
  { uploadUrl }: FileConsent['upload'],
  { transfer }: Pick<AppServices, 'transfer'>,
): Promise<TransferFault | undefined> {
  return transfer.put(typeof uploadUrl === 'string' ? uploadUrl : '', bytes);
}

/** The link to the stored file, if it leads to where Teams keeps files; what kind of file it is, its own name says. */
function handedIn(
  name: string,
  { contentUrl, uniqueId }: FileConsent['upload'],
  { transfer }: Pick<AppServices, 'transfer'>,
): { readonly handed?: SentFile } {
  if (typeof contentUrl !== 'string' || typeof uniqueId !== 'string' || !transfer.accepts(contentUrl)) return {};
  return { handed: { name, contentUrl, uniqueId, fileType: extname(name).slice(1) } };
}
