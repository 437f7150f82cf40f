/** Reads and changes the alert settings of the asker. */
import { alertSettingsCard, type AlertSettingsView } from '../../cards/alerts/alert-settings-card';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import { scheduleDelivery } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerSnapshot, type FactsSnapshotDeps } from '../partner/partner-snapshot';
import type { Reply } from '../context/reply';
import type { AppServices } from '../context/app-services';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import { updateRow } from '../store/row-update';

/** What reading the settings of a person needs. */
export interface SettingsReadDeps extends Pick<AppServices, 'defaultAlertSettings'> {
  readonly store: Pick<ReadOnlyStore, 'alertSettings'>;
}

/** What changing them needs: a sweep is scheduled, because the new settings may make a card due. */
export interface SettingsDeps extends Pick<AppServices, 'defaultAlertSettings' | 'now'> {
  readonly store: Pick<Store, 'alertSettings' | 'schedule'>;
}

/** What the card of the settings needs: whether the asker is an admin, and the time zone of their Teams client. */
export interface SettingsReplyDeps extends FactsSnapshotDeps {
  readonly store: FactsSnapshotDeps['store'] & Pick<ReadOnlyStore, 'conversations'>;
}

/** The settings of the asker. */
export async function ownSettings(
  request: TurnRequest,
  { store, defaultAlertSettings: usualSettings }: SettingsReadDeps,
): Promise<AlertSettings> {
  const account = accountOf(request);
  return (await store.alertSettings.get(request.tenant, account))?.value ?? usualSettings(account);
}

function accountOf({ user }: TurnRequest): string {
  return user.aadObjectId.toLowerCase();
}

/** Changes the settings of the asker as they are kept at the moment of writing. Throws {@link StoreUnavailable}. */
export async function changeSettings(
  request: TurnRequest,
  services: SettingsDeps,
  to: (before: AlertSettings) => AlertSettings,
): Promise<AlertSettings> {
  const {
    store: { alertSettings },
    defaultAlertSettings: usualSettings,
  } = services;
  const account = accountOf(request);
  const row = { repository: alertSettings, tenant: request.tenant, id: account, noun: 'alert settings' };
  const after = await updateRow(row, (kept) => to(kept ?? usualSettings(account)));
  await scheduleDelivery(services, request.tenant);
  return after;
}

/** The card of the settings, with what was done. */
export async function settingsReply(
  {
    request,
    services,
    settings,
  }: { readonly request: TurnRequest; readonly services: SettingsReplyDeps; readonly settings: AlertSettings },
  done?: AlertSettingsView['done'],
): Promise<Reply> {
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  const conversation = await services.store.conversations.get(request.tenant, settings.person);
  const timeZone = conversation?.value.timeZone;
  const view = { settings, isAdmin, ...(timeZone !== undefined && { timeZone }), ...(done && { done }) };
  return { name: 'alert-settings', card: alertSettingsCard(view, services.text(request.locale)) };
}
