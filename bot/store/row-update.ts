/** Read-modify-write with optimistic concurrency: the one retry policy for a row that another instance may write at the same moment. */
import { type Change, type Repository, StoreUnavailable, type Versioned } from '../../domain/basics/repository';

/** How often a write that lost against another one is made again; only a fault loses as often as that. */
export const mostAttempts = 100;

/** Names a row in an error: what it is, in the words of the product, and its id. */
export interface RowName {
  readonly noun: string;
  readonly id: string;
}

/** Where a row lies. */
export interface RowAddress<T> extends RowName {
  readonly repository: Pick<Repository<T>, 'get' | 'write'>;
  readonly tenant: string;
  /** The row as it was read a moment ago, so that the first attempt does not read it again; null where there was none. */
  readonly known?: Versioned<T> | null;
}

/**
 * Reads a row, changes it and writes it under the version that was read, again from the start while other writes come first.
 * `change` may be called several times; it leaves the row as it is by returning `undefined` or the very value that it was
 * given. Returns the row as it is afterwards, `undefined` if there is none. Throws {@link StoreUnavailable} after
 * {@link mostAttempts} lost writes, and as the repository does.
 */
export async function updateRow<T extends object, Next extends T | undefined>(
  { repository, tenant, known, ...name }: RowAddress<T>,
  change: (before: T | undefined) => Next | Promise<Next>,
): Promise<Next | T> {
  let first = known;
  const { after } = await retryOnConflict(name, async () => {
    const kept = first === undefined ? await repository.get(tenant, name.id) : (first ?? undefined);
    first = undefined;
    const value = await change(kept?.value);
    if (value === undefined || value === kept?.value) return { after: value ?? (kept?.value as Next) };
    const conflicts = await repository.write(tenant, [upsert(kept, value)]);
    return conflicts.length === 0 ? { after: value } : undefined;
  });
  return after;
}

/**
 * Makes an attempt that reads and writes, again from the start while it returns `undefined` because another write came first.
 * Throws {@link StoreUnavailable} after {@link mostAttempts} attempts, and whatever the attempt throws.
 */
export async function retryOnConflict<R>({ noun, id }: RowName, attempt: () => Promise<R | undefined>): Promise<R> {
  for (let made = 0; made < mostAttempts; made += 1) {
    const done = await attempt();
    if (done !== undefined) return done;
  }
  throw new StoreUnavailable(`Could not update ${noun} ${id}: ${mostAttempts} concurrent writes`);
}

/** Removes a row, if there is one and no other write comes first. Throws {@link StoreUnavailable} as the repository does. */
export async function removeRow<T>(
  repository: Pick<Repository<T>, 'get' | 'write'>,
  tenant: string,
  id: string,
): Promise<void> {
  const kept = await repository.get(tenant, id);
  if (kept) await repository.write(tenant, [{ kind: 'remove', id, version: kept.version }]);
}

/** Makes writes one after the other, up to the first that another write came before; whether all were made. */
export async function writeInOrder(writes: readonly (() => Promise<boolean>)[]): Promise<boolean> {
  for (const write of writes) if (!(await write())) return false;
  return true;
}

/** The write that makes a row this value: it replaces the row that was read, and creates one if there was none. */
export function upsert<T>(kept: Pick<Versioned<unknown>, 'version'> | undefined, value: T): Change<T> {
  return kept ? { kind: 'replace', value, version: kept.version } : { kind: 'create', value };
}
