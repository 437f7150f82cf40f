/** A store that waits for something before each of its requests, for tests of what happens between two of them. */
import type { Store } from '../../domain/ports';

type Asked = Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;

/** The store that awaits `turn` with the number of each request, counted from 0, before it makes it; `asked` is how many there were. */
export function interrupted(
  store: Store,
  turn: (request: number) => Promise<unknown>,
): { readonly store: Store; readonly asked: () => number } {
  let count = 0;
  const next = () => turn(count++);
  const before = (repository: Asked): Asked => ({
    ...repository,
    get: async (...args) => (await next(), repository.get!(...args)),
    write: async (...args) => (await next(), repository.write!(...args)),
    async *list(...args: readonly unknown[]) {
      await next();
      yield* repository.list!(...args) as AsyncIterable<unknown>;
    },
  });
  const nouns = Object.entries(store as unknown as Record<string, Asked>).map(([name, repository]) => [
    name,
    name === 'ping' || name === 'requests' ? repository : before(repository),
  ]);
  return { store: Object.fromEntries(nouns) as Store, asked: () => count };
}
