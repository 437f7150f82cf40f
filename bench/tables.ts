/** An Azurite of its own for a bench, in a folder that goes with it. */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedTables } from '../infra/dev/table-service/embedded-tables';

export interface BenchTables {
  readonly connectionString: string;
  /** Where the table service listens. */
  readonly origin: string;
  /** For what the bench writes beside the tables. */
  readonly folder: string;
  close(): Promise<void>;
}

/** Starts an Azurite that ends with the bench, whatever happens to it. */
export async function openBenchTables(): Promise<BenchTables> {
  const folder = mkdtempSync(join(tmpdir(), 'laurel-bench-'));
  const tables = await openEmbeddedTables(join(folder, 'data'));
  const { connectionString } = tables;
  return {
    connectionString,
    origin: /TableEndpoint=(http:\/\/[^;/]+)/.exec(connectionString)![1]!,
    folder,
    close: async () => {
      await tables.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

/** A port of this machine on which nothing listens. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}
