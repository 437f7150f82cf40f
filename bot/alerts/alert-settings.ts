/** Setting alerts: the settings of whoever asks, as they are kept and as they are to be. */
import { alertSettingsCard } from '../../cards/alerts/alert-settings-card';
import type { AlertSettingsView } from '../../cards/contract/view';
import type { AlertSettings } from '../../domain/alerts/alert-settings';
import { StoreUnavailable } from '../../domain/basics/repository';
import { nudge } from '../partner/sweep-schedule';
import type { Ask } from '../context/turn-request';
import { lookAtPartner } from '../partner/partner-snapshot';
import type { Reply } from '../context/reply';
import type { World } from '../context/app-services';

/** The settings of the asker. */
export async function ownSettings(ask: Ask, { store, usualSettings }: World): Promise<AlertSettings> {
  const account = accountOf(ask);
  return (await store.alertSettings.get(ask.tenant, account))?.value ?? usualSettings(account);
}

function accountOf({ user }: Ask): string {
  return user.aadObjectId.toLowerCase();
}

/** As often as two cards of the same person can sensibly be in each other's way. */
const attempts = 5;

/** Changes the settings of the asker as they are kept at the moment of writing. Throws {@link StoreUnavailable}. */
export async function changeSettings(
  ask: Ask,
  world: World,
  to: (before: AlertSettings) => AlertSettings,
): Promise<AlertSettings> {
  const {
    store: { alertSettings },
    usualSettings,
  } = world;
  const account = accountOf(ask);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await alertSettings.get(ask.tenant, account);
    const value = to(kept?.value ?? usualSettings(account));
    const change = kept
      ? ({ kind: 'replace', value, version: kept.version } as const)
      : ({ kind: 'create', value } as const);
    if ((await alertSettings.write(ask.tenant, [change])).length > 0) continue;
    await nudge(world, ask.tenant);
    return value;
  }
  throw new StoreUnavailable('the alert settings were changed by others again and again');
}

/** The card of the settings, with what was done. */
export async function settingsReply(
  { ask, world, settings }: { readonly ask: Ask; readonly world: World; readonly settings: AlertSettings },
  done?: AlertSettingsView['done'],
): Promise<Reply> {
  const { isAdmin } = await lookAtPartner(ask, world);
  const conversation = await world.store.conversations.get(ask.tenant, settings.person);
  const timeZone = conversation?.value.timeZone;
  const view = { settings, isAdmin, ...(timeZone !== undefined && { timeZone }), ...(done && { done }) };
  return { name: 'alert-settings', card: alertSettingsCard(view, world.text(ask.locale)) };
}
