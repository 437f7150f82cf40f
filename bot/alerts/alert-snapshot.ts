/** What a command about alerts knows before it decides: who reads, who can be told, and how its cards show names. */
import type { AlertSetting } from '../../cards/contract/alert-view';
import type { KeptNotice } from '../../domain/alerts/kept-notice';
import { namesOf, peopleOf } from './alert-view';
import type { TurnRequest } from '../context/turn-request';
import { loadRecipients, type RecipientDeps, type TenantRecipients } from '../delivery/recipients';
import { cachedStandingFor } from '../partner/partner-reads';
import { newestImportOf } from '../partner/partner-facts';
import { loadPartnerSnapshot, type FactsSnapshotDeps, type PartnerSnapshot } from '../partner/partner-snapshot';
import { cardSettingOf } from '../partner/name-visibility';

/** What it takes to know that. */
export interface AlertSnapshotDeps extends FactsSnapshotDeps, Pick<RecipientDeps, 'defaultAlertSettings'> {
  readonly store: FactsSnapshotDeps['store'] & RecipientDeps['store'];
}

export interface AlertSnapshot extends PartnerSnapshot {
  /** The Entra object id of the asker, in lower case. */
  readonly account: string;
  readonly circle: TenantRecipients;
  /** What every card about these notices stands on. */
  readonly settingFor: (notices: readonly KeptNotice[]) => Promise<AlertSetting>;
}

/** Reads who asks, and who can be told. Throws {@link StoreUnavailable} as the store does. */
export async function loadAlertSnapshot(request: TurnRequest, services: AlertSnapshotDeps): Promise<AlertSnapshot> {
  const snapshot = await loadPartnerSnapshot(request, services);
  const account = request.user.aadObjectId.toLowerCase();
  const circle = await loadRecipients({ ...snapshot.partner, tenant: request.tenant }, [account], services);
  const { judged } = await cachedStandingFor(request, services);
  const newestImport = judged?.newestImport ?? (await newestImportOf(services.store, request.tenant));
  const settingFor = async (notices: readonly KeptNotice[]): Promise<AlertSetting> => {
    const people = await peopleOf(notices, request.tenant, services.store);
    const self = [...people.values()].find(({ identifiers }) =>
      identifiers.aadUserId.some((id) => account !== '' && id.toLowerCase() === account),
    );
    const text = services.text(request.locale);
    const setting = cardSettingOf(request, snapshot, { text, newestImport, self });
    return {
      ...setting,
      asOf: snapshot.asOf,
      people,
      names: namesOf(circle.conversations, { ...setting, account }),
    };
  };
  return { ...snapshot, account, circle, settingFor };
}
