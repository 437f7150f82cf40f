/** The file with everything that is kept about one person, for that person alone. */
import { ownDataFileCard, type OwnDataFileView } from '../../cards/records/about-me-card';
import type { TurnRequest } from '../context/turn-request';
import type { AppServices } from '../context/app-services';
import type { Reply } from '../context/reply';
import type { OwnData } from '../../domain/partner/own-data';
import { loadOwnData, type OwnDataStore } from '../partner/own-data';
import { findOwnRecord, loadFactsSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import { loadSubject, type DataSubject } from '../partner/subject';
import { recordDeed, type AuditDeps } from '../store/audit-trail';
import { saveFileOffer } from './file-offer';

/** What reading everything about the asker needs. */
export interface OwnDataDeps extends FactsSnapshotDeps {
  readonly store: FactsSnapshotDeps['store'] & OwnDataStore;
}

export const ownDataFile = 'my-data.json';

/** The asker as a subject: the record that the account or a mail address of the channel tells, and the account. */
async function ownSubject(request: TurnRequest, services: OwnDataDeps): Promise<DataSubject> {
  const person = await findOwnRecord(await loadFactsSnapshot(request, services), request);
  return loadSubject(request.tenant, { person, account: request.user.aadObjectId }, services.store);
}

/** Everything that is kept about the asker. Throws {@link StoreUnavailable} as the store does. */
export async function ownDataOf(request: TurnRequest, services: OwnDataDeps): Promise<OwnData> {
  return loadOwnData(request.tenant, await ownSubject(request, services), services.store);
}

/** The bytes of the file, made anew from what is kept now. */
export async function ownDataBytes(request: TurnRequest, services: OwnDataDeps): Promise<Uint8Array> {
  const text = `${JSON.stringify(await ownDataOf(request, services), undefined, 2)}\n`;
  return Buffer.from(text, 'utf8');
}

/** Hands the file over: with a file consent card, onto this machine in the local world, or says that it cannot. */
export async function offerOwnData(request: TurnRequest, services: AppServices): Promise<Reply> {
  if (services.local && request.scope === 'personal') {
    await recordOwnExport(request, services);
    const path = await services.local.saveFile(ownDataFile, await ownDataBytes(request, services));
    return ownDataReply({ state: 'saved', path }, request, services);
  }
  if (request.scope !== 'personal' || !services.transfer.canOffer)
    return ownDataReply({ state: 'failed' }, request, services);
  const { length: size } = await ownDataBytes(request, services);
  const id = await saveFileOffer('own-data', request, services);
  const description = services.text(request.locale).say('about-me.offer');
  const offer = { id, about: 'own-data', name: ownDataFile, size, description } as const;
  return { ...ownDataReply({ state: 'asked' }, request, services), offer };
}

/** The card that says what became of the file. */
export function ownDataReply(
  view: OwnDataFileView,
  { locale }: TurnRequest,
  services: Pick<AppServices, 'text'>,
): Reply {
  return { name: `about-me-${view.state}`, card: ownDataFileCard(view, services.text(locale)) };
}

/** An entry for the person's own file as for every other that leaves. */
export function recordOwnExport({ tenant, user }: TurnRequest, services: AuditDeps): Promise<void> {
  return recordDeed(tenant, { act: 'exported', about: ownDataFile, by: user.aadObjectId }, services);
}
