/** Setting alerts: the settings of whoever asks, as they are kept and as they are to be. */
import { alertSettingsCard } from '../../cards/alerts/alert-settings-card';
import type { AlertSettingsView } from '../../cards/contract/view';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import { StoreUnavailable } from '../../domain/basics/repository';
import { scheduleDelivery } from '../partner/sweep-schedule';
import type { TurnRequest } from '../context/turn-request';
import { loadPartnerSnapshot } from '../partner/partner-snapshot';
import type { Reply } from '../context/reply';
import type { AppServices } from '../context/app-services';

/** The settings of the asker. */
export async function ownSettings(
  request: TurnRequest,
  { store, defaultAlertSettings: usualSettings }: AppServices,
): Promise<AlertSettings> {
  const account = accountOf(request);
  return (await store.alertSettings.get(request.tenant, account))?.value ?? usualSettings(account);
}

function accountOf({ user }: TurnRequest): string {
  return user.aadObjectId.toLowerCase();
}

/** As often as two cards of the same person can sensibly be in each other's way. */
const attempts = 5;

/** Changes the settings of the asker as they are kept at the moment of writing. Throws {@link StoreUnavailable}. */
export async function changeSettings(
  request: TurnRequest,
  services: AppServices,
  to: (before: AlertSettings) => AlertSettings,
): Promise<AlertSettings> {
  const {
    store: { alertSettings },
    defaultAlertSettings: usualSettings,
  } = services;
  const account = accountOf(request);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await alertSettings.get(request.tenant, account);
    const value = to(kept?.value ?? usualSettings(account));
    const change = kept
      ? ({ kind: 'replace', value, version: kept.version } as const)
      : ({ kind: 'create', value } as const);
    if ((await alertSettings.write(request.tenant, [change])).length > 0) continue;
    await scheduleDelivery(services, request.tenant);
    return value;
  }
  throw new StoreUnavailable('the alert settings were changed by others again and again');
}

/** The card of the settings, with what was done. */
export async function settingsReply(
  {
    request,
    services,
    settings,
  }: { readonly request: TurnRequest; readonly services: AppServices; readonly settings: AlertSettings },
  done?: AlertSettingsView['done'],
): Promise<Reply> {
  const { isAdmin } = await loadPartnerSnapshot(request, services);
  const conversation = await services.store.conversations.get(request.tenant, settings.person);
  const timeZone = conversation?.value.timeZone;
  const view = { settings, isAdmin, ...(timeZone !== undefined && { timeZone }), ...(done && { done }) };
  return { name: 'alert-settings', card: alertSettingsCard(view, services.text(request.locale)) };
}
