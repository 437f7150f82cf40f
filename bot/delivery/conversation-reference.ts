/** Stores the conversation reference of a turn after the turn is answered. */
import type { Versioned } from '../../domain/basics/repository';
import type { Conversation } from '../../domain/partner/conversation';
import { scheduleSweep } from '../partner/sweep-schedule';
import {
  updateConversation,
  observedConversations,
  type ContactObservation,
} from '../../domain/partner/contact-observation';
import { withTimeout } from '../context/timeout';
import { mayTalk } from '../context/tenant-access';
import type { AppServices } from '../context/app-services';
import type { Store } from '../../domain/ports';
import { removeRow, updateRow } from '../store/row-update';

/** What keeping a conversation reference needs. */
export interface ReferenceDeps extends Pick<AppServices, 'access' | 'deadline' | 'log' | 'now'> {
  readonly store: Pick<Store, 'conversations' | 'schedule'>;
}

export interface TurnOrigin {
  readonly tenant: string;
  readonly sighting: ContactObservation;
  /** The bot was removed there. */
  readonly departs: boolean;
  /** The personal conversation of the sender as the turn read it; null where there is none, absent where it was not read. */
  readonly own?: Versioned<Conversation> | null;
}

/**
 * Stores the conversation reference, or removes it where the bot was uninstalled. If a person can be reached who could not be
 * before, schedules a sweep and returns true. Never throws: the next activity brings the reference again.
 */
export async function updateConversationReferences(seen: TurnOrigin, services: ReferenceDeps): Promise<boolean> {
  if (!mayTalk(seen, services)) return false;
  try {
    return await withTimeout(learnt(seen, services), services.deadline);
  } catch (error) {
    services.log.warn({ tenant: seen.tenant, error }, 'Could not update a conversation reference.');
    return false;
  }
}

async function learnt(seen: TurnOrigin, services: ReferenceDeps): Promise<boolean> {
  const [here, ...others] = observedConversations(seen.sighting);
  if (here === undefined) return false;
  if (seen.departs) return forget(here, seen, services);
  let reachable = false;
  for (const id of [here, ...others]) reachable = (await keep(id, seen, services)) || reachable;
  // Cards that waited for this person are sent within seconds.
  if (reachable) await scheduleSweep(services, seen.tenant);
  return reachable;
}

async function keep(id: string, { tenant, sighting, own }: TurnOrigin, { store }: ReferenceDeps): Promise<boolean> {
  let isNewlyReachable = false;
  const known = own !== undefined && id === sighting.person?.id ? { known: own } : {};
  await updateRow({ repository: store.conversations, tenant, id, noun: 'conversation', ...known }, (kept) => {
    const value = updateConversation(id, kept, sighting);
    isNewlyReachable = value !== undefined && (kept === undefined || (!!kept.hindrance && !value.hindrance));
    return value;
  });
  return isNewlyReachable;
}

async function forget(id: string, { tenant }: TurnOrigin, { store }: ReferenceDeps): Promise<boolean> {
  await removeRow(store.conversations, tenant, id);
  return false;
}
