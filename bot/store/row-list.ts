/** Reads all rows of a tenant into memory. */
import type { Repository, Versioned } from '../../domain/basics/repository';
import { createBreather } from '../context/stretches';

/** Every row of a tenant with its version, in no promised order; without those that sleep at `awakeAt`, as the repository says. Throws {@link StoreUnavailable} as the repository does. */
export async function listAll<T>(
  repository: Pick<Repository<T>, 'list'>,
  tenant: string,
  awakeAt?: number,
): Promise<readonly Versioned<T>[]> {
  const rows: Versioned<T>[] = [];
  const breathe = createBreather();
  for await (const row of repository.list(tenant, awakeAt)) {
    rows.push(row);
    const others = breathe();
    if (others) await others;
  }
  return rows;
}

/** Every value of a tenant without its version, for readers that write none of them. Throws as {@link listAll} does. */
export async function listValues<T>(repository: Pick<Repository<T>, 'list'>, tenant: string): Promise<readonly T[]> {
  return (await listAll(repository, tenant)).map(({ value }) => value);
}
