/** The store in tables on a real Azurite, with a wire between them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../domain/ports';
import { type EmbeddedTables, openEmbeddedTables } from '../dev/table-service/embedded-tables';
import type { Patience } from './asking';
import { openTables } from './store';
import { openWire, type Wire } from './wire.case';

/** Attempts as in real life, without the waiting. */
export const quickly: Patience = { deadlineMs: 15_000, attempts: 4, pauseMs: 1 };

export interface OnAzurite {
  readonly store: Store;
  readonly wire: Wire;
  /** By which a second client reaches the same tables, past the wire. */
  readonly tables: EmbeddedTables;
  /** By which they are reached through the wire. */
  readonly connectionString: string;
  close(): Promise<void>;
}

/** Starts an Azurite of its own, which ends by itself when this process does, in whatever way. */
export async function openOnAzurite(patience: Patience = quickly): Promise<OnAzurite> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-tables-'));
  const tables = await openEmbeddedTables(folder);
  const origin = /TableEndpoint=(http:\/\/[^;/]+)/.exec(tables.connectionString)![1]!;
  const wire = await openWire(origin);
  const connectionString = tables.connectionString.replace(origin, wire.url);
  const store = await openTables({ connectionString }, patience);
  const close = async () => {
    await wire.close();
    await tables.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
  return { store, wire, tables, connectionString, close };
}
