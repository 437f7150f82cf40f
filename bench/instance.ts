/**
 * An instance for `bench/sweep.ts`: the whole bot process as it is composed for production, its server and its sweeping, but that its
 * Teams is on this machine and that its clock runs faster, so that claims lapse in seconds. It tells what it writes into the ledger.
 */
import { compose, type Composed, type Overrides } from '../bot/composition/compose';
import type { ProductionConfig } from '../bot/config/config';
import { startServer } from '../bot/hosting/start-server';
import type { Log } from '../bot/context/app-services';
import { wakefulSettings, type AlertSettings } from '../domain/alerts/alert-settings';
import type { Delivery } from '../domain/alerts/delivery';
import { programme } from '../domain/alerts/derive-notices.case';
import type { Repository } from '../domain/basics/repository';
import { openTables } from '../infra/tables/store';
import { askPeopleOfPlan, programmeAsking, type PressingAdmin } from './sweep/asked-plan';
import { identity, wayOutOver } from './channel';

export interface Orders {
  readonly connectionString: string;
  readonly tokenUrl: string;
  readonly tenants: readonly string[];
  /** When the clock was started, what it showed then, and how much faster than others it runs. */
  readonly started: number;
  readonly shown: number;
  readonly speed: number;
  /** Milliseconds for one call. */
  readonly deadline: number;
  /** How many people the plan of a partner asks; absent where no plan asks anyone. */
  readonly asked?: number;
}

/** What an instance tells. */
export type Report =
  | { readonly is: 'ready' }
  | { readonly is: 'written'; readonly tenant: string; readonly id: string; readonly state: string }
  | { readonly is: 'swept'; readonly deliveries: { planned: number; sent: number; failed: number; skipped: number } }
  /** What the card says that answers the press. */
  | { readonly is: 'asked'; readonly tenant: string; readonly card: string }
  | { readonly is: 'failed'; readonly why: string };

const orders = JSON.parse(process.argv[2]!) as Orders;
const now = () => orders.shown + (Date.now() - orders.started) * orders.speed;
const tell = (report: Report): void => void process.send?.(report);

/** Tells what became of every row once it is written. */
function telling(deliveries: Repository<Delivery>): Repository<Delivery> {
  return {
    ...deliveries,
    get: (tenant, id) => deliveries.get(tenant, id),
    list: (tenant) => deliveries.list(tenant),
    write: async (tenant, changes) => {
      const conflicts = await deliveries.write(tenant, changes);
      const refused = new Set(conflicts.map(({ id }) => id));
      for (const change of changes)
        if (change.kind !== 'remove' && !refused.has(change.value.id))
          tell({ is: 'written', tenant, id: change.value.id, state: change.value.state.is });
      return conflicts;
    },
  };
}

/** The log of a bot goes nowhere here; what it did, and what went wrong in it, is told. */
const log: Log = {
  info: (about) => {
    if ('deliveries' in about) tell({ is: 'swept', deliveries: about.deliveries as never });
  },
  warn: () => undefined,
  error: ({ error }) => tell({ is: 'failed', why: String(error) }),
};

/** Without the weekly list, so that whatever arrives is told for the first time. */
function undigested(one: string): AlertSettings {
  const { digestOn: _, ...settings } = wakefulSettings(one);
  return settings;
}

async function ask(laurel: Composed, admin: PressingAdmin): Promise<void> {
  try {
    tell({ is: 'asked', tenant: admin.tenant, card: await askPeopleOfPlan(laurel.app, admin) });
  } catch (error) {
    tell({ is: 'asked', tenant: admin.tenant, card: String(error) });
  }
}

async function main(): Promise<void> {
  const { connectionString, tenants: allowedTenants } = orders;
  const config: ProductionConfig = {
    kind: 'production',
    host: '127.0.0.1',
    port: 0,
    tables: { kind: 'connection-string', connectionString },
    cards: 'auto',
    telemetry: {},
    bot: identity,
    allowedTenants,
    firstAdmins: [],
  };
  const store = await openTables({ connectionString });
  const overrides = {
    log,
    now,
    store: { ...store, deliveries: telling(store.deliveries) },
    notifier: wayOutOver(orders),
    programmes: new Map([[programme.id, orders.asked === undefined ? programme : programmeAsking(orders.asked)]]),
    defaultAlertSettings: undigested,
  } satisfies Overrides;
  const laurel = await compose(config, overrides);
  await startServer({ config, log, version: 'bench', compose: () => Promise.resolve(laurel) });
  process.on('message', (admin: PressingAdmin) => void ask(laurel, admin));
  tell({ is: 'ready' });
}

void main();
