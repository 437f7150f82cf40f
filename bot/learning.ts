/** Learning: after a turn is answered, what it told of where somebody can be reached is kept. */
import { afterSighting, idsIn, type Sighting } from '../domain/sighting';
import { inTime } from './deadline';
import { mayTalk } from './turn';
import type { World } from './world';

export interface Seen {
  readonly tenant: string;
  readonly sighting: Sighting;
  /** The bot was removed there. */
  readonly departs: boolean;
}

/** Keeps what was seen, or forgets where the bot was removed. Never throws: it is learnt again from the next activity. */
export async function learn(seen: Seen, world: World): Promise<void> {
  if (!mayTalk(seen, world)) return;
  try {
    await inTime(learnt(seen, world), world.deadline);
  } catch (error) {
    world.log.warn({ tenant: seen.tenant, error }, 'It was not kept where somebody can be reached.');
  }
}

async function learnt(seen: Seen, world: World): Promise<void> {
  const [here, ...others] = idsIn(seen.sighting);
  if (here === undefined) return;
  if (seen.departs) return forget(here, seen, world);
  for (const id of [here, ...others]) await keep(id, seen, world);
}

/** Two activities at once want the same row; whoever comes second looks again. */
const attempts = 3;

async function keep(id: string, { tenant, sighting }: Seen, { store }: World): Promise<void> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const kept = await store.conversations.get(tenant, id);
    const value = afterSighting(id, kept?.value, sighting);
    if (value === undefined) return;
    const change = kept
      ? ({ kind: 'replace', value, version: kept.version } as const)
      : ({ kind: 'create', value } as const);
    if ((await store.conversations.write(tenant, [change])).length === 0) return;
  }
}

async function forget(id: string, { tenant }: Seen, { store }: World): Promise<void> {
  const kept = await store.conversations.get(tenant, id);
  if (kept) await store.conversations.write(tenant, [{ kind: 'remove', id, version: kept.version }]);
}
