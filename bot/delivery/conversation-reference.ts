/** Learning: after a turn is answered, what it told of where somebody can be reached is kept. */
import { makeDue } from '../partner/sweep-schedule';
import { afterSighting, idsIn, type Sighting } from '../../domain/partner/contact-observation';
import { inTime } from '../context/timeout';
import { mayTalk } from '../context/access';
import type { World } from '../context/app-services';

export interface Seen {
  readonly tenant: string;
  readonly sighting: Sighting;
  /** The bot was removed there. */
  readonly departs: boolean;
}

/**
 * Keeps what was seen, or forgets where the bot was removed, and tells whether somebody can be reached who could not
 * before. Never throws: it is learnt again from the next activity.
 */
export async function learn(seen: Seen, world: World): Promise<boolean> {
  if (!mayTalk(seen, world)) return false;
  try {
    return await inTime(learnt(seen, world), world.deadline);
  } catch (error) {
    world.log.warn({ tenant: seen.tenant, error }, 'It was not kept where somebody can be reached.');
    return false;
  }
}

async function learnt(seen: Seen, world: World): Promise<boolean> {
  const [here, ...others] = idsIn(seen.sighting);
  if (here === undefined) return false;
  if (seen.departs) return forget(here, seen, world);
  let reachable = false;
  for (const id of [here, ...others]) reachable = (await keep(id, seen, world)) || reachable;
  // Whoever waited to be reached is told within seconds.
  if (reachable) await makeDue(world, seen.tenant);
  return reachable;
}

/** Two activities at once want the same row; whoever comes second looks again. */
const attempts = 3;

async function keep(id: string, { tenant, sighting }: Seen, { store }: World): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const kept = await store.conversations.get(tenant, id);
    const value = afterSighting(id, kept?.value, sighting);
    if (value === undefined) return false;
    const change = kept
      ? ({ kind: 'replace', value, version: kept.version } as const)
      : ({ kind: 'create', value } as const);
    const conflicts = await store.conversations.write(tenant, [change]);
    if (conflicts.length === 0) return kept === undefined || (kept.value.hindrance !== undefined && !value.hindrance);
  }
  return false;
}

async function forget(id: string, { tenant }: Seen, { store }: World): Promise<boolean> {
  const kept = await store.conversations.get(tenant, id);
  if (kept) await store.conversations.write(tenant, [{ kind: 'remove', id, version: kept.version }]);
  return false;
}
