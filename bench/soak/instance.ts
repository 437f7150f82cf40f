/**
 * An instance of the soak: the whole bot process over tables that go wrong and a Teams that does, with a clock that runs faster, so
 * that claims and marks of killed instances lapse within the run. It imports what it is told to, and tells what it writes into the ledger.
 */
import { compose } from '../../bot/composition/compose';
import { localConfig } from '../../bot/config/config.case';
import type { Log } from '../../bot/context/app-services';
import { startServer } from '../../bot/hosting/start-server';
import { importFile } from '../../bot/imports/import-file';
import type { Delivery } from '../../domain/alerts/delivery';
import type { Repository } from '../../domain/basics/repository';
import { fileOf } from '../../infra/import/file';
import { openTables } from '../../infra/tables/store';

export interface SoakOrders {
  readonly connectionString: string;
  readonly port: number;
  readonly firstAdmins: readonly string[];
  /** When the clock was started, what it showed then, and how much faster than others it runs. */
  readonly started: number;
  readonly shown: number;
  readonly speed: number;
}

/** A file to import. */
export interface ImportOrder {
  readonly id: number;
  readonly tenant: string;
  readonly csv: string;
}

/** What an instance tells. */
export type SoakReport =
  | { readonly is: 'ready' }
  | { readonly is: 'written'; readonly row: string; readonly state: string }
  | { readonly is: 'imported'; readonly id: number; readonly outcome: string }
  | { readonly is: 'failed'; readonly why: string };

const orders = JSON.parse(process.argv[2]!) as SoakOrders;
const now = () => orders.shown + (Date.now() - orders.started) * orders.speed;
const tell = (report: SoakReport): void => void process.send?.(report);

/** Tells what became of every row once it is written. */
function telling(deliveries: Repository<Delivery>): Repository<Delivery> {
  return {
    ...deliveries,
    write: async (tenant, changes) => {
      const conflicts = await deliveries.write(tenant, changes);
      const refused = new Set(conflicts.map(({ id }) => id));
      for (const change of changes)
        if (change.kind !== 'remove' && !refused.has(change.value.id))
          tell({ is: 'written', row: `${tenant} ${change.value.id}`, state: change.value.state.is });
      return conflicts;
    },
  };
}

const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: ({ error }) => tell({ is: 'failed', why: error instanceof Error ? error.name : String(error) }),
};

async function main({ connectionString, port, firstAdmins }: SoakOrders): Promise<void> {
  const config = localConfig({ port, tables: { kind: 'connection-string', connectionString }, firstAdmins });
  const store = await openTables({ connectionString });
  const laurel = await compose(config, { log, now, store: { ...store, deliveries: telling(store.deliveries) } });
  await startServer({ config, log, version: 'soak', compose: () => Promise.resolve(laurel) });
  process.on('message', ({ id, tenant, csv }: ImportOrder) => {
    const file = fileOf(`trainings-${id}.csv`, Buffer.from(csv));
    importFile(laurel.importing(), { tenant, file, by: 'soak', dry: false })
      .then((done) =>
        'refused' in done ? `refused ${done.refused.code}` : done.rejected.length > 0 ? 'rejected' : 'done',
      )
      .catch((error: unknown) => `failed ${String(error)}`)
      .then((outcome) => tell({ is: 'imported', id, outcome }))
      .catch(() => undefined);
  });
  process.on('disconnect', () => process.exit(0));
  tell({ is: 'ready' });
}

void main(orders);
