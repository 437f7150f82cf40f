/** The audit trail: an entry is written before the first write that it records, and after a list that was read. */
import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../../domain/partner/audit-entry';
import { StoreUnavailable, type Repository } from '../../domain/basics/repository';
import type { Store } from '../../domain/ports';
import type { Log } from '../context/app-services';

/** What was done, by which person and to whom. */
export type AuditedDeed = Pick<AuditEntry, 'act' | 'about' | 'by' | 'whom'>;

export interface AuditDeps {
  readonly store: Pick<Store, 'audit'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** Writes an entry. Throws {@link StoreUnavailable} if it is not kept, so that what it would record is not done either. */
export async function recordDeed(tenant: string, deed: AuditedDeed, { store, now }: AuditDeps): Promise<void> {
  const at = new Date(now()).toISOString();
  const value: AuditEntry = { id: `${at} ${randomUUID()}`, at, ...deed };
  const conflicts = await store.audit.write(tenant, [{ kind: 'create', value }]);
  if (conflicts.length > 0) throw new StoreUnavailable(`Could not write an audit entry: ${conflicts[0]!.reason}`);
}

/** Writes the entry of an answer that was only read; if that fails, the answer is given and the failure is logged. */
export async function recordReading(
  tenant: string,
  deed: AuditedDeed,
  { log, ...deps }: AuditDeps & { readonly log: Log },
): Promise<void> {
  try {
    await recordDeed(tenant, deed, deps);
  } catch (error) {
    log.error({ tenant, act: deed.act, error }, 'A list with names was shown, and the audit trail does not have it.');
  }
}

/** Writes to these change facts or settings; the others hold what follows from them, or what is said unasked. */
const recordedNouns = ['partners', 'people', 'figures', 'imports', 'corrections'] as const;

/** The store in which the first write of facts or settings is preceded by an entry; without such a write there is none. */
export function auditedStore(store: Store, deed: AuditedDeed, now: AuditDeps['now']): Store {
  let recorded: Promise<void> | undefined;
  const before = <T>(repository: Repository<T>): Repository<T> => ({
    ...repository,
    write: async (tenant, changes) => {
      if (changes.length > 0) await (recorded ??= recordDeed(tenant, deed, { store, now }));
      return repository.write(tenant, changes);
    },
  });
  const nouns = recordedNouns.map((noun) => [noun, before(store[noun] as Repository<unknown>)]);
  return { ...store, ...(Object.fromEntries(nouns) as Partial<Store>) };
}
