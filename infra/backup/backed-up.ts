/** The nouns of a backup: all that is kept of a partner and does not follow from other rows or lapse within the hour. */
import type { Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import type { Noun } from '../tables/noun';
import { storedNouns } from '../tables/repositories';

/**
 * What is left out: `standings` and `associations`, which the next sweep works out from the people; `schedule`, which names the
 * partners to sweep; `pendings` and `offers`, files that wait for a press.
 */
const leftOut = ['standings', 'associations', 'schedule', 'pendings', 'offers'] as const;
export type BackedUpName = Exclude<keyof typeof storedNouns, (typeof leftOut)[number]>;

/** In the order of a backup; a store holds the rows of a name as values of the noun beside it. */
export const backedUpNouns = Object.entries(storedNouns).filter(
  ([name]) => !(leftOut as readonly string[]).includes(name),
) as (readonly [BackedUpName, Noun<unknown>])[];

/** Repositories of a store by name, for code that treats every noun alike. */
export function repositoryOf(store: Store, name: BackedUpName): Repository<unknown> {
  return store[name];
}
