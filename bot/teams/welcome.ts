/** The welcome card is sent once for each installation; a stored row records it, so that two events or two instances send it once. */
import { welcomeCard } from '../../cards/general/welcome-card';
import { followedProgramme } from '../../domain/programme/loaded-programmes';
import { becomesAdmin, isAdmin } from '../partner/admin';
import type { TurnRequest } from '../context/turn-request';
import { withTimeout } from '../context/timeout';
import type { Reply } from '../context/reply';
import { mayTalk } from '../context/tenant-access';
import type { Store } from '../../domain/ports';
import type { AppServices } from '../context/app-services';
import { readPartnerRow } from '../store/partner-row';
import { removeRow } from '../store/row-update';

/** What recording an installation needs. */
interface InstallationDeps extends Pick<AppServices, 'access' | 'deadline' | 'log'> {
  readonly store: Pick<Store, 'installations'>;
}

/** What the welcome needs as well. */
interface WelcomeDeps extends InstallationDeps, Pick<AppServices, 'programmes' | 'local' | 'onReply' | 'text' | 'now'> {
  readonly store: Pick<Store, 'installations' | 'partners'>;
}

/**
 * The welcome, if it was not sent here yet. Undefined where it was sent before, where the tenant may not talk to the bot,
 * and where the store does not answer: a missing welcome is better than one for every event.
 */
export async function replyToInstallation(request: TurnRequest, services: WelcomeDeps): Promise<Reply | undefined> {
  if (!mayTalk(request, services)) return undefined;
  try {
    return await withTimeout(firstWelcome(request, services), services.deadline);
  } catch (error) {
    services.log.error({ tenant: request.tenant, error }, 'Could not prepare a welcome.');
    return undefined;
  }
}

async function firstWelcome(request: TurnRequest, services: WelcomeDeps): Promise<Reply | undefined> {
  const { tenant, conversation, scope } = request;
  const partner = await readPartnerRow(services, tenant);
  const visit = { conversation, welcomedAt: new Date(request.now).toISOString() };
  const conflicts = await services.store.installations.write(tenant, [{ kind: 'create', value: visit }]);
  if (conflicts.length > 0) return undefined;
  const adminIsYou = isAdmin(partner, request, services) || becomesAdmin(partner, request, services);
  const programme = followedProgramme(partner, services.programmes);
  const isNamed = partner.name !== '';
  const sample = partner.programme === 'competencies' ? ('designations' as const) : ('competencies' as const);
  const view = {
    scope,
    adminIsYou,
    programme,
    ...(isNamed && { partner: partner.name }),
    ...(isNamed && services.local && { sample }),
  };
  services.onReply('welcome');
  return { name: 'welcome', card: welcomeCard(view, services.text(request.locale)) };
}

/** Forgets that the welcome was said: the bot was removed, or the welcome did not arrive. */
export async function forgetInstallation(request: TurnRequest, services: InstallationDeps): Promise<void> {
  const { tenant, conversation } = request;
  if (!mayTalk(request, services)) return;
  try {
    await withTimeout(removeVisit(tenant, conversation, services), services.deadline);
  } catch (error) {
    services.log.error({ tenant, error }, 'Could not remove the welcome record.');
  }
}

async function removeVisit(tenant: string, conversation: string, { store }: InstallationDeps): Promise<void> {
  await removeRow(store.installations, tenant, conversation);
}
