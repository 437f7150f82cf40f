/** Writes any number of rows of a tenant in portions. */
import type { Change, Repository } from '../../domain/basics/repository';
import { createBreather } from '../context/stretches';

/** As many rows as fill a transaction in each of sixteen partitions; a store holds all rows of one call in memory. */
const portion = 1_600;

/**
 * Makes each change on its own, in the order given, and returns the ids of those that another write came before. Throws as the
 * repository does, at any point.
 */
export async function writeAll<T>(
  repository: Pick<Repository<T>, 'write'>,
  tenant: string,
  changes: readonly Change<T>[],
): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  const breathe = createBreather();
  for (let start = 0; start < changes.length; start += portion) {
    for (const { id } of await repository.write(tenant, changes.slice(start, start + portion))) lost.add(id);
    await breathe();
  }
  return lost;
}
