/** A store whose process is killed at one of its writes, for tests of what is left then. */
import { StoreUnavailable, type Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';

/** The store of a process that is killed at its write number `at`, counted from 0: that write and all later ones do not happen. */
export function killedAt(store: Store, at: number): { readonly store: Store; readonly isKilled: () => boolean } {
  let writes = 0;
  const nouns = Object.entries(store).map(([noun, repository]: [string, unknown]) => {
    if (noun === 'ping') return [noun, repository];
    const own = repository as Repository<unknown>;
    const write: typeof own.write = (of, changes) => {
      writes += 1;
      if (writes > at) throw new StoreUnavailable('killed');
      return own.write(of, changes);
    };
    return [noun, { ...own, write }];
  });
  return { store: Object.fromEntries(nouns) as Store, isKilled: () => writes > at };
}
