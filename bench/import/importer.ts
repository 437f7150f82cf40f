/** Imports one file into tables, as `laurel import` does, and tells how long it took and how much memory it had at most. */
import { readFileSync } from 'node:fs';
import { createLog } from '../../bot/context/log';
import { localConfig } from '../../bot/config/config.case';
import { compose, fileAt } from '../../bot/composition/compose';
import { localTenant } from '../../infra/dev/sample/local-people';
import { limitHeapGrowth } from '../../bot/hosting/heap-growth';
import { importFile } from '../../bot/imports/import-file';
import { askBy } from '../../bot/partner/standing-cache.case';
import { replyTo } from '../../bot/turns/turn';

export interface ImporterOrders {
  readonly connectionString: string;
  /** The file to import; absent: `progress` is asked for once. */
  readonly path?: string;
}

export interface ImporterReport {
  readonly ms: number;
  /** The most resident memory that the process had, in MB. */
  readonly mb: number;
  readonly rows: number;
}

/** `resourceUsage` would tell the memory of the process that started this one, where that had more. */
function mostMemory(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))![1]) / 1024;
}

async function main({ connectionString, path }: ImporterOrders): Promise<void> {
  limitHeapGrowth();
  const config = localConfig({ tables: { kind: 'connection-string', connectionString } });
  const log = createLog('production', { write: () => undefined });
  const laurel = await compose(config, { log, now: () => Date.parse('2018-06-01T12:00:00Z') });
  const began = performance.now();
  let rows = 0;
  if (path === undefined) {
    const request = { ...askBy('boss', laurel.services.now()), tenant: localTenant };
    const { name } = await replyTo({ said: 'progress' }, request, laurel.services);
    if (name !== 'progress') throw new Error(`There was no progress but ${name}.`);
  } else {
    const done = await importFile(laurel.importing(), {
      tenant: localTenant,
      file: fileAt(path),
      by: 'bench',
      dry: false,
    });
    if ('refused' in done) throw new Error(`It was refused: ${done.refused.code}`);
    rows = done.rows;
  }
  const report: ImporterReport = {
    ms: performance.now() - began,
    mb: mostMemory(),
    rows,
  };
  process.send!(report);
  process.disconnect();
}

void main(JSON.parse(process.argv[2]!) as ImporterOrders);
