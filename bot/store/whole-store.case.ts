/** Every row that a store holds of a tenant and of everybody, as text, for tests of what is left in it. */
import type { Repository } from '../../domain/basics/repository';
import { everybody, type Store } from '../../domain/ports';

/** A line of JSON for each row, with its noun and owner; empty where nothing is kept. */
export async function wholeStore(store: Store, tenant: string): Promise<string> {
  const found: unknown[] = [];
  for (const [noun, repository] of Object.entries(store) as [string, unknown][]) {
    if (noun === 'ping' || noun === 'requests') continue;
    for (const owner of [tenant, everybody])
      for await (const { value } of (repository as Repository<unknown>).list(owner)) found.push([noun, owner, value]);
  }
  return found.map((row) => JSON.stringify(row)).join('\n');
}
