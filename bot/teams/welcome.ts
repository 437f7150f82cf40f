/** The welcome is said once for each installation; that it was said is kept, so that two events or two instances say it once. */
import { welcomeCard } from '../../cards/general/welcome-card';
import { becomesAdmin, isAdmin, keptPartner } from '../partner/admin';
import type { Ask } from '../context/turn-request';
import { inTime } from '../context/timeout';
import type { Reply } from '../context/reply';
import { mayTalk } from '../context/access';
import type { World } from '../context/app-services';

/**
 * The welcome, if it is still to be said here. Nothing where it was said before, where the tenant may not talk to the bot,
 * and where the store does not answer: a missing welcome is better than one for every event.
 */
export async function welcomeTo(ask: Ask, world: World): Promise<Reply | undefined> {
  if (!mayTalk(ask, world)) return undefined;
  try {
    return await inTime(firstWelcome(ask, world), world.deadline);
  } catch (error) {
    world.log.error({ tenant: ask.tenant, error }, 'A welcome was not said.');
    return undefined;
  }
}

async function firstWelcome(ask: Ask, world: World): Promise<Reply | undefined> {
  const { tenant, conversation, scope } = ask;
  const partner = await keptPartner(ask, world);
  const visit = { conversation, welcomedAt: new Date(ask.now).toISOString() };
  const conflicts = await world.store.visits.write(tenant, [{ kind: 'create', value: visit }]);
  if (conflicts.length > 0) return undefined;
  const adminIsYou = isAdmin(partner, ask, world) || becomesAdmin(partner, ask, world);
  const view = { scope, adminIsYou, ...(partner.name !== '' && { partner: partner.name }) };
  world.answered('welcome');
  return { name: 'welcome', card: welcomeCard(view, world.text(ask.locale)) };
}

/** Forgets that the welcome was said: the bot was removed, or the welcome did not arrive. */
export async function forgetVisit(ask: Ask, world: World): Promise<void> {
  const { tenant, conversation } = ask;
  if (!mayTalk(ask, world)) return;
  try {
    await inTime(removeVisit(tenant, conversation, world), world.deadline);
  } catch (error) {
    world.log.error({ tenant, error }, 'A visit was not forgotten.');
  }
}

async function removeVisit(tenant: string, conversation: string, { store }: World): Promise<void> {
  const kept = await store.visits.get(tenant, conversation);
  if (kept) await store.visits.write(tenant, [{ kind: 'remove', id: conversation, version: kept.version }]);
}
