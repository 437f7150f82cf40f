/** Recording is changing what is kept of the partner, of which somebody else may change another part at the same moment. */
import type { Partner } from '../../domain/partner/partner';
import { type Change, StoreUnavailable } from '../../domain/basics/repository';
import type { Ask } from '../context/turn-request';
import { changing } from './standing-cache';
import type { World } from '../context/app-services';

/** As often as two people can sensibly be in each other's way. */
const attempts = 5;

export interface Recorded {
  readonly before: Partner;
  readonly after: Partner;
}

/**
 * Changes the partner as it is kept at the moment of writing; `known` is what a partner of whom nothing is kept is taken to
 * be. Who finds that somebody else was first looks and changes again. Throws {@link StoreUnavailable} where that does not
 * end, or as the store does.
 */
export async function record<Fault extends { readonly code: string }>(
  change: (partner: Partner) => Partner | Fault,
  { ask, world, known }: { readonly ask: Ask; readonly world: World; readonly known: Partner },
): Promise<Recorded | { readonly before: Partner; readonly fault: Fault }> {
  const { partners } = world.store;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const kept = await partners.get(ask.tenant, ask.tenant);
    const before = kept?.value ?? known;
    const value = change(before);
    if ('code' in value) return { before, fault: value };
    if (value === before) return { before, after: before };
    const written: Change<Partner> = kept
      ? { kind: 'replace', value, version: kept.version }
      : { kind: 'create', value };
    const conflicts = await changing(world, ask.tenant, (facts) => facts.partners.write(ask.tenant, [written]));
    if (conflicts.length === 0) return { before, after: value };
  }
  throw new StoreUnavailable(`The partner of ${ask.tenant} was changed by others ${attempts} times in a row`);
}
