/** Learning: after a turn is answered, what it told of where somebody can be reached is kept. */
import { scheduleSweep } from '../partner/sweep-schedule';
import {
  updateConversation,
  observedConversations,
  type ContactObservation,
} from '../../domain/partner/contact-observation';
import { withTimeout } from '../context/timeout';
import { mayTalk } from '../context/access';
import type { AppServices } from '../context/app-services';

export interface TurnOrigin {
  readonly tenant: string;
  readonly sighting: ContactObservation;
  /** The bot was removed there. */
  readonly departs: boolean;
}

/**
 * Keeps what was seen, or forgets where the bot was removed, and tells whether somebody can be reached who could not
 * before. Never throws: it is learnt again from the next activity.
 */
export async function updateConversationReferences(seen: TurnOrigin, services: AppServices): Promise<boolean> {
  if (!mayTalk(seen, services)) return false;
  try {
    return await withTimeout(learnt(seen, services), services.deadline);
  } catch (error) {
    services.log.warn({ tenant: seen.tenant, error }, 'It was not kept where somebody can be reached.');
    return false;
  }
}

async function learnt(seen: TurnOrigin, services: AppServices): Promise<boolean> {
  const [here, ...others] = observedConversations(seen.sighting);
  if (here === undefined) return false;
  if (seen.departs) return forget(here, seen, services);
  let reachable = false;
  for (const id of [here, ...others]) reachable = (await keep(id, seen, services)) || reachable;
  // Whoever waited to be reached is told within seconds.
  if (reachable) await scheduleSweep(services, seen.tenant);
  return reachable;
}

/** Two activities at once want the same row; whoever comes second looks again. */
const attempts = 3;

async function keep(id: string, { tenant, sighting }: TurnOrigin, { store }: AppServices): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const kept = await store.conversations.get(tenant, id);
    const value = updateConversation(id, kept?.value, sighting);
    if (value === undefined) return false;
    const change = kept
      ? ({ kind: 'replace', value, version: kept.version } as const)
      : ({ kind: 'create', value } as const);
    const conflicts = await store.conversations.write(tenant, [change]);
    if (conflicts.length === 0) return kept === undefined || (kept.value.hindrance !== undefined && !value.hindrance);
  }
  return false;
}

async function forget(id: string, { tenant }: TurnOrigin, { store }: AppServices): Promise<boolean> {
  const kept = await store.conversations.get(tenant, id);
  if (kept) await store.conversations.write(tenant, [{ kind: 'remove', id, version: kept.version }]);
  return false;
}
