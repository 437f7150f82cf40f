/** Takes what can write or send out of the services, so that a typed sentence cannot do either. */
import type { Repository } from '../../domain/basics/repository';
import type { ReadOnlyStore, Store } from '../../domain/ports';
import type { AppServices, ReadingServices } from './app-services';

const known = new WeakMap<AppServices, ReadingServices>();

/**
 * The services for a sentence that was typed, made once for the same services. What bypasses the types and writes all the same
 * throws.
 */
export function readingServices(services: AppServices): ReadingServices {
  const made = known.get(services) ?? withoutWriting(services);
  known.set(services, made);
  return made;
}

function withoutWriting(services: AppServices): ReadingServices {
  const {
    notifier: _notifier,
    transfer: { canOffer },
    local,
    ...others
  } = services;
  const isClockMoved = local && { local: { isClockMoved: () => local.isClockMoved() } };
  return { ...others, store: readOnlyStore(services.store), transfer: { canOffer }, ...isClockMoved };
}

function readOnlyStore(store: Store): ReadOnlyStore {
  const guarded = Object.entries(store).map(([noun, repository]: [string, unknown]) =>
    noun === 'standings' || noun === 'ping'
      ? [noun, repository]
      : [noun, unwritable(noun, repository as Repository<unknown>)],
  );
  return Object.fromEntries(guarded) as ReadOnlyStore;
}

function unwritable(noun: string, repository: Repository<unknown>): Repository<unknown> {
  return {
    get: (tenant, id) => repository.get(tenant, id),
    list: (tenant) => repository.list(tenant),
    write: () => Promise.reject(new Error(`A typed sentence tried to write ${noun}`)),
  };
}
