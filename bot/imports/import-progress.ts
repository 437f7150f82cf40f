/** Telling how far an import is, while it writes the people of its file. */
import type { Repository } from '../../domain/basics/repository';
import type { ImportProgress } from '../../domain/imports/import-progress';

/** Called after each portion of an import that is written. */
export type OnProgress = (progress: ImportProgress) => void;

/** A repository that tells after each write how much of `wanted` is done; the same one where it is told to no one. */
export function tellingProgress<T>(
  repository: Pick<Repository<T>, 'write'>,
  wanted: number,
  tell: OnProgress | undefined,
): Pick<Repository<T>, 'write'> {
  if (!tell) return repository;
  let done = 0;
  return {
    write: async (tenant, changes) => {
      const lost = await repository.write(tenant, changes);
      done += changes.length;
      tell({ done, of: wanted });
      return lost;
    },
  };
}

/** Tells at most once in `everyMs`, and not before so long: most imports are over by then. */
export function atMostEvery(everyMs: number, tell: OnProgress): OnProgress {
  let toldAt = performance.now();
  return (progress) => {
    if (performance.now() - toldAt < everyMs) return;
    toldAt = performance.now();
    tell(progress);
  };
}
