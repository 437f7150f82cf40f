/** Writes any number of rows of a tenant in portions. */
import type { Change, Repository } from '../../domain/basics/repository';
import { createBreather } from '../context/stretches';

/** As many rows as fill a transaction in each of sixteen partitions; a store holds all rows of one call in memory. */
const portion = 1_600;

/** So many portions are on their way at once: the rows of one are made while the service writes the other. */
const mostUnderWay = 2;

/**
 * Makes each change on its own and returns the ids of those that another write came before. A portion is begun in the order given, and
 * may be done before the one before it. Throws as the repository does, at any point, once nothing is being written any more.
 */
export async function writeAll<T>(
  repository: Pick<Repository<T>, 'write'>,
  tenant: string,
  changes: readonly Change<T>[],
): Promise<ReadonlySet<string>> {
  const lost = new Set<string>();
  const breathe = createBreather();
  let next = 0;
  const writePortions = async (): Promise<void> => {
    while (next < changes.length) {
      const start = next;
      next += portion;
      for (const { id } of await repository.write(tenant, changes.slice(start, start + portion))) lost.add(id);
      await breathe();
    }
  };
  const failed = (error: unknown) => {
    next = changes.length;
    throw error;
  };
  const all = Array.from({ length: mostUnderWay }, () => writePortions().catch(failed));
  for (const outcome of await Promise.allSettled(all)) if (outcome.status === 'rejected') throw outcome.reason;
  return lost;
}
