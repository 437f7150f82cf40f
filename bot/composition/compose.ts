/**
 * The composition root: builds the services that a config asks for, and decides nothing. Its parts stand beside it, in
 * `compose-….ts`; no other file sees `infra/`.
 */
/* eslint-disable @typescript-eslint/no-require-imports -- What loads slowly is loaded where it is first used. */
import { turnDeadline } from '../context/timeout';
import { randomUUID } from 'node:crypto';
import { text } from '../../cards/text';
import { largestDrop } from '../../domain/imports/drop-limits';
import { usualSettings, wakefulSettings } from '../../domain/alerts/alert-settings';
import { terminal } from '../../domain/partner/audit-entry';
import type { ImportReader } from '../../domain/imports/incoming';
import type { Store } from '../../domain/ports';
import type * as EmbeddedTablesFile from '../../infra/dev/table-service/embedded-tables';
import type { LocalWorldFault } from '../../infra/dev/local-world-fault';
import { openTransfer } from '../../infra/files/transfer';
import { isBackup } from '../../infra/backup/header';
import { fileAt } from '../../infra/import/file';
import type * as ReaderFile from '../../infra/import/reader';
import type * as ExporterFile from '../../infra/telemetry/exporter';
import type { RestoreRequest } from '../../infra/backup/restore';
import type { Restoration } from '../../domain/imports/restoration';
import type { Locale } from '../../domain/basics/locale';
import { exportInto, restoreAndRecord } from './backup-files';
import { exporterOf, writeCalendar } from './exporter';
import { clockOf, localTenant, localTools, sampleWorld } from './local-world';
import { openProgrammes } from './programmes';
import { missingIn, openStore, startEmbeddedTables } from './store';
import { openTurns, proactiveSenderOf, type TeamsTurns } from './teams';
import type { Config, SampleName } from '../config/config';
import type { ImportDeps } from '../imports/import-opening';
import { createLog } from '../context/log';
import { createTurnLimits } from '../context/turn-limits';
import { AskedBefore } from '../context/asked-before';
import { createTurnMemory, type HeldReads } from '../context/turn-memory';
import { scheduleUnknownTenants } from '../partner/sweep-schedule';
import { placeSample } from '../imports/sample-world';
import { holdRows } from '../store/held-rows';
import { auditedStore } from '../store/audit-trail';
import { sweep, type SweepResult } from '../alerts/sweep';
import { sweepEvery, startSweepTimer, type SweepTimer } from '../alerts/sweep-timer';
import type { AppServices, Log } from '../context/app-services';

export { fileAt, isBackup };

/** What can be passed in place of what the config would give. */
export type Overrides = Partial<Omit<AppServices, 'text' | 'access'>>;

export interface Composed extends TeamsTurns {
  readonly services: AppServices;
  /** What one import needs; asked for again for each file, so that each has an entry of its own in the audit trail. */
  readonly importing: () => ImportDeps;
  /**
   * Writes a sample where nothing else is kept; whether it was written. The local clock shows its moment from then on: the one that
   * is asked for, in milliseconds since 1970, or one at which its programme is in force.
   */
  readonly writeSample: (name: SampleName, at?: number) => Promise<boolean>;
  /** Does everything that is due, once. */
  readonly sweep: () => Promise<SweepResult>;
  /** Does so again and again until it is stopped. */
  readonly startSweeping: () => SweepTimer;
  /** Writes all facts of a tenant into a folder and tells the paths of the files. */
  readonly exportInto: (
    folder: string,
    whose: { readonly tenant: string; readonly locale: Locale },
  ) => Promise<readonly string[]>;
  /** Restores the backup of a tenant, or only checks whether it could be restored. */
  readonly restore: (request: Omit<RestoreRequest, 'store'>) => Promise<Restoration>;
  /** What should be there and is not; nothing means ready. */
  readonly missing: () => Promise<readonly string[]>;
  /** Called once if the embedded tables end before they are closed; never where they are not ours. */
  onLost(callback: (fault: LocalWorldFault) => void): void;
  /** Resolves when everything written is kept. */
  close(): Promise<void>;
}

/** The tenants that are known from the settings. */
export function knownTenants(config: Config): readonly string[] {
  return config.kind === 'local' ? [localTenant] : config.allowedTenants;
}

/** Starts sending spans and metrics where that is configured; loads what sends them only then. */
export function startTelemetry({ telemetry }: Config, log: Log): { stop(): Promise<void> } {
  if (telemetry.connectionString === undefined && telemetry.endpoint === undefined)
    return { stop: async () => undefined };
  try {
    const { startExporter } = require('../../infra/telemetry/exporter') as typeof ExporterFile;
    return startExporter(telemetry);
  } catch (error) {
    log.warn({ error }, 'Traces and metrics are not sent: what sends them is not installed, or cannot start.');
    return { stop: async () => undefined };
  }
}

/** The tenants that are known from the settings are on the schedule from the first sweep on. */
function sweepingParts(
  config: Config,
  services: AppServices,
): Pick<Parameters<typeof startSweepTimer>[0], 'sweep' | 'every' | 'random'> {
  let isEnrolled = false;
  return {
    every: sweepEvery,
    random: Math.random,
    sweep: async () => {
      if (!isEnrolled) await scheduleUnknownTenants(services, knownTenants(config));
      isEnrolled = true;
      return sweep(services);
    },
  };
}

/**
 * Builds the services of this config, with the sample partner if the local world has no data yet. Throws
 * {@link CatalogueError} if a programme file is wrong and {@link LocalWorldFault} if the embedded tables do not start.
 */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composed> {
  const tables =
    overrides.store || config.tables.kind !== 'embedded' ? undefined : await startEmbeddedTables(config.tables.folder);
  const opened = overrides.store ? { store: overrides.store } : holdRows(await openStore(config, tables));
  const composed = composedOf(config, { services: servicesOf(config, { ...opened, overrides }), tables });
  try {
    if (config.kind === 'local' && config.sample) await composed.writeSample(config.sample);
    return composed;
  } catch (error) {
    await composed.close();
    throw error;
  }
}

interface ServiceParts {
  readonly store: Store;
  readonly held?: HeldReads;
  readonly overrides: Overrides;
}

function servicesOf(config: Config, { store, held, overrides }: ServiceParts): AppServices {
  const log = overrides.log ?? createLog(config.kind);
  const now = overrides.now ?? clockOf(config, log);
  const programmes = overrides.programmes ?? openProgrammes();
  const access = { tenants: config.allowedTenants, firstAdmins: config.firstAdmins };
  const services: AppServices = {
    log,
    notifier: proactiveSenderOf(config, access),
    defaultAlertSettings: config.kind === 'local' ? wakefulSettings : usualSettings,
    now,
    onReply: (name) => log.info({ reply: name }, 'A question was answered.'),
    newReference: () => randomUUID().slice(0, 8),
    deadline: turnDeadline,
    limits: createTurnLimits(now),
    memory: createTurnMemory(),
    askedBefore: new AskedBefore(),
    ...(held && { held }),
    read: lazyReader,
    transfer: transferOf(config),
    writeCalendar,
    exporter: exporterOf({ store, programmes, now, text }),
    ...(config.kind === 'local' && !overrides.store && { local: localTools(config, () => services) }),
    ...overrides,
    store,
    programmes,
    text,
    access,
    cards: config.cards,
  };
  return services;
}

interface ComposedParts {
  readonly services: AppServices;
  /** Absent where the tables are not started by Laurel. */
  readonly tables: EmbeddedTablesFile.EmbeddedTables | undefined;
}

function composedOf(config: Config, { services, tables }: ComposedParts): Composed {
  const turns = openTurns(config, services);
  return {
    services,
    get app() {
      return turns.app;
    },
    get processTurn() {
      return turns.processTurn;
    },
    say: turns.say,
    press: turns.press,
    importing: () => {
      const deed = { act: 'imported', about: 'import', by: terminal } as const;
      return { ...services, store: auditedStore(services.store, deed, services.now) };
    },
    writeSample: (name, at) => placeSample(sampleWorld(config, services), name, at),
    sweep: () => sweep(services),
    startSweeping: () => startSweepTimer({ ...sweepingParts(config, services), log: services.log }),
    exportInto: (folder, whose) => exportInto(folder, whose, services),
    restore: (request) => restoreAndRecord(request, services),
    missing: () => missingIn(services.store),
    onLost: (callback) => tables?.onLost(callback),
    close: async () => tables?.close(),
  };
}

/** Milliseconds for a file; Teams waits some ten seconds for the answer to a message. */
const transferDeadline = 5_000;

/** The window of the local world knows no file stores: a file may lie on this machine, and none can be offered. */
function transferOf({ kind }: Config): AppServices['transfer'] {
  const isLocal = kind === 'local';
  return openTransfer({
    allowsLoopback: isLocal,
    canOffer: !isLocal,
    deadline: transferDeadline,
    largest: largestDrop,
  });
}

const lazyReader: ImportReader = (file, options) => {
  const { readImport } = require('../../infra/import/reader') as typeof ReaderFile;
  return readImport(file, options);
};
