/** The store of a config: Azure Tables, or the tables that Laurel starts itself on the machine of a developer. */
/* eslint-disable @typescript-eslint/no-require-imports --
   The clients of the tables take a while to load, so each is loaded where it is first used; `import()` would be ESM only. */
import type { Store } from '../../domain/ports';
import type * as EmbeddedTablesFile from '../../infra/dev/table-service/embedded-tables';
import type * as StoreFile from '../../infra/tables/store';
import type { Config } from '../config/config';

/** Starts the tables of the local world over a data folder. Throws {@link LocalWorldFault} if they do not start. */
export function startEmbeddedTables(folder: string): Promise<EmbeddedTablesFile.EmbeddedTables> {
  const { openEmbeddedTables } = require('../../infra/dev/table-service/embedded-tables') as typeof EmbeddedTablesFile;
  return openEmbeddedTables(folder);
}

/** Opens the store that the config names; `own` are the embedded tables, which are started before. */
export async function openStore(
  { tables, ...config }: Config,
  own: EmbeddedTablesFile.EmbeddedTables | undefined,
): Promise<Store> {
  const { openTables } = require('../../infra/tables/store') as typeof StoreFile;
  if (own) return openTables(own);
  if (tables.kind === 'connection-string') return openTables(tables);
  if (tables.kind === 'embedded') throw new Error('Embedded tables are opened before the store');
  const identity = config.kind === 'production' && config.bot.kind === 'UserAssignedMSI' ? config.bot.id : undefined;
  return openTables({ url: tables.url, ...(identity !== undefined && { identity }) });
}

/** Returns which services do not answer: `store`, or none. */
export async function missingIn({ ping }: Store): Promise<readonly string[]> {
  try {
    await ping();
    return [];
  } catch {
    return ['store'];
  }
}
