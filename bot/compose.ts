/**
 * The composition root: builds the services that a config asks for, and decides nothing. The only file that imports from
 * every room.
 */
/* eslint-disable @typescript-eslint/no-require-imports --
   The SDKs take a second to load, so each is loaded where it is first used; `import()` would be ESM only. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { text } from '../cards/text';
import { largestDrop } from '../domain/imports/file-transfer';
import { usualSettings, wakefulSettings } from '../domain/alerts/alert-settings';
import { terminal } from '../domain/partner/audit-entry';
import type { ImportReader } from '../domain/imports/incoming';
import { ProgrammeSet } from '../domain/programme/joined-programme';
import type { Store } from '../domain/ports';
import { loadProgramme, loadProgrammes } from '../infra/catalogue/load';
import type * as EmbeddedTablesFile from '../infra/dev/table-service/embedded-tables';
import { aheadIn, clockRange, openLocalClock, setLocalClock } from '../infra/dev/clock/local-clock';
import { localPeople, localTenant } from '../infra/dev/sample/local-people';
import type { LocalWorldFault } from '../infra/dev/local-world-fault';
import type * as DesignationSampleFile from '../infra/dev/sample/designation-sample';
import type * as SampleFile from '../infra/dev/sample/sample-partner';
import { writeInto } from '../infra/export/folder';
import { exportedFiles } from '../infra/export/exported-files';
import { exportedConversations } from '../infra/export/conversations-file';
import type * as BackupFile from '../infra/backup/backup';
import { isBackup } from '../infra/backup/header';
import type * as RestoreFile from '../infra/backup/restore';
import type { Restoration } from '../domain/imports/restoration';
import { readLocalFile, saveLocalFile } from '../infra/files/local-files';
import { openTransfer } from '../infra/files/transfer';
import { fileAt, fileOf } from '../infra/import/file';
import type * as ReaderFile from '../infra/import/reader';
import type * as ExporterFile from '../infra/telemetry/exporter';
import type * as StoreFile from '../infra/tables/store';
import type * as AppFile from './teams/app';
import { CatalogueError } from './config/catalogue-error';
import type { BotIdentity, Config, LocalConfig, SampleName } from './config/config';
import type { ImportDeps } from './imports/import-opening';
import { createLog } from './context/log';
import { createTurnLimits } from './context/turn-limits';
import { mayTalk } from './context/tenant-access';
import { scheduleSweep, scheduleUnknownTenants } from './partner/sweep-schedule';
import type * as MessengerFile from './teams/teams-channel-client';
import type { LocalTools } from './context/local-tools';
import type { Notifier } from './context/notifier';
import { placeSample, switchSample, type Sample, type SampleWorld } from './imports/sample-world';
import type { TurnProcessor } from './teams/server';
import { isTrustedServiceUrl } from './config/service-url';
import { auditedStore, recordDeed } from './store/audit-trail';
import { sweep, type SweepResult } from './alerts/sweep';
import { startSweepTimer, type SweepTimer } from './alerts/sweep-timer';
import type * as TerminalFile from './teams/terminal';
import type { TokenAnswer } from './teams/bot-token-answer';
import type * as WayOutFile from './delivery/proactive-sender';
import type { AppServices, Log } from './context/app-services';

export { openBrowser } from '../infra/dev/chat-window/open-browser';
export { startLanguageRelay } from '../infra/dev/chat-window/language-relay';
export { startPlayground } from '../infra/dev/chat-window/playground';
export { aheadIn, clockRange, fileAt, isBackup, localPeople, localTenant, setLocalClock };

/** What can be passed in place of what the config would give. */
export type Overrides = Partial<Omit<AppServices, 'text' | 'access'>>;

export interface Composed {
  readonly services: AppServices;
  /** The Teams application; loads the SDKs when it is first asked for. */
  readonly app: AppFile.App;
  /** A turn in the terminal; loads the SDKs as well. */
  readonly say: (text: string, situation: TerminalFile.TerminalTurn) => Promise<readonly TerminalFile.Outgoing[]>;
  /** A press on a button in the terminal; loads the SDKs as well. */
  readonly press: (action: unknown, situation: TerminalFile.TerminalTurn) => Promise<readonly TerminalFile.Outgoing[]>;
  /** Answers what is posted to the bot; loads the SDKs as well. */
  readonly processTurn: TurnProcessor;
  readonly importing: ImportDeps;
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
  readonly exportInto: (folder: string, tenant: string) => Promise<readonly string[]>;
  /** Restores the backup of a tenant, or only checks whether it could be restored. */
  readonly restore: (request: Omit<RestoreFile.RestoreRequest, 'store'>) => Promise<Restoration>;
  /** What should be there and is not; nothing means ready. */
  readonly missing: () => Promise<readonly string[]>;
  /** Called once if the embedded tables end before they are closed; never where they are not ours. */
  onLost(callback: (fault: LocalWorldFault) => void): void;
  /** Resolves when everything written is kept. */
  close(): Promise<void>;
}

/** Where a company keeps programme files of its own: beside where Laurel is started. */
const ownProgrammes = () => [join(process.cwd(), 'programmes')];

const answerWithin = 8_000;

/** An alert follows an import within seconds. */
const sweepEvery = 5_000;

/** The tenants that are known from the settings. */
export function knownTenants(config: Config): readonly string[] {
  return config.kind === 'local' ? [localTenant] : config.allowedTenants;
}

/** Starts sending spans and metrics where that is configured; loads what sends them only then. */
export function startTelemetry({ telemetry }: Config, log: Log): { stop(): Promise<void> } {
  if (telemetry.connectionString === undefined && telemetry.endpoint === undefined)
    return { stop: async () => undefined };
  try {
    const { startExporter } = require('../infra/telemetry/exporter') as typeof ExporterFile;
    return startExporter(telemetry);
  } catch (error) {
    log.warn({ error }, 'Traces and metrics are not sent: what sends them is not installed, or cannot start.');
    return { stop: async () => undefined };
  }
}

/** Whether the bot is granted a token; loads the SDKs. */
export function requestBotToken(bot: BotIdentity): Promise<TokenAnswer> {
  const { requestToken: request } = require('./teams/teams-channel-client') as typeof MessengerFile;
  return request(bot);
}

/** The tenants that are known from the settings are on the agenda from the first sweep on. */
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
  const log = overrides.log ?? createLog(config.kind);
  const now = overrides.now ?? clockOf(config, log);
  const programmes = overrides.programmes ?? programmesIn(ownProgrammes());
  const tables =
    overrides.store || config.tables.kind !== 'embedded' ? undefined : await embedded(config.tables.folder);
  const store = overrides.store ?? (await openStore(config, tables));
  const access = { tenants: config.allowedTenants, firstAdmins: config.firstAdmins };
  const services: AppServices = {
    log,
    notifier: wayOutOf(config, access),
    defaultAlertSettings: config.kind === 'local' ? wakefulSettings : usualSettings,
    now,
    onReply: (name) => log.info({ reply: name }, 'A question was answered.'),
    newReference: () => randomUUID().slice(0, 8),
    deadline: answerWithin,
    limits: createTurnLimits(now),
    read: lazyReader,
    transfer: transferOf(config),
    exporter: (tenant) => exportedFiles(store, tenant, { programmes, now }),
    ...(config.kind === 'local' && !overrides.store && { local: localTools(config, () => services) }),
    ...overrides,
    store,
    programmes,
    text,
    access,
    cards: config.cards,
  };
  const composed = composedOf(config, { services, tables });
  try {
    if (config.kind === 'local' && config.sample) await composed.writeSample(config.sample);
    return composed;
  } catch (error) {
    await composed.close();
    throw error;
  }
}

interface Made {
  readonly services: AppServices;
  readonly tables: EmbeddedTablesFile.EmbeddedTables | undefined;
}

function composedOf(config: Config, { services, tables }: Made): Composed {
  const door = doorOf(config, services);
  return {
    services,
    get app() {
      return door().app;
    },
    get processTurn() {
      return door().processTurn;
    },
    say: (words, situation) => {
      const { runTerminalTurn: say } = require('./teams/terminal') as typeof TerminalFile;
      return say(door().app, words, situation);
    },
    press: (action, situation) => {
      const { pressInTerminal } = require('./teams/terminal') as typeof TerminalFile;
      return pressInTerminal(door().app, action, situation);
    },
    importing: {
      ...services,
      store: auditedStore(services.store, { act: 'imported', about: 'import', by: terminal }, services.now),
    },
    writeSample: (name, at) => placeSample(sampleWorld(config, services), name, at),
    sweep: () => sweep(services),
    startSweeping: () => startSweepTimer({ ...sweepingParts(config, services), log: services.log }),
    exportInto: async (folder, tenant) => {
      await recordDeed(tenant, { act: 'exported', about: 'export', by: terminal }, services);
      const { backupOf } = require('../infra/backup/backup') as typeof BackupFile;
      const whole = [exportedConversations(services.store, tenant), backupOf(services.store, tenant)];
      return writeInto(folder, [...services.exporter(tenant), ...whole]);
    },
    restore: (request) => restoreAndRecord(request, services),
    missing: () => missingIn(services.store),
    onLost: (callback) => tables?.onLost(callback),
    close: async () => tables?.close(),
  };
}

/** The entry of the audit trail comes last: before it the partner must have no other rows than those of the backup. */
async function restoreAndRecord(
  request: Omit<RestoreFile.RestoreRequest, 'store'>,
  services: AppServices,
): Promise<Restoration> {
  const { tenant, dry } = request;
  const { restoreBackup } = require('../infra/backup/restore') as typeof RestoreFile;
  const done = await restoreBackup({ ...request, store: services.store });
  if ('refused' in done || dry) return done;
  await scheduleSweep(services, tenant);
  await recordDeed(tenant, { act: 'imported', about: 'backup', by: terminal }, services);
  return done;
}

/** Loads the programme with an id or in a file, and nothing else. */
export function findProgramme(idOrFile: string): ReturnType<typeof loadProgramme> {
  return loadProgramme(idOrFile, ownProgrammes());
}

/** Every programme that is known here: the built-in ones and those of the company. */
export function findProgrammes(): ReturnType<typeof loadProgrammes> {
  return loadProgrammes(ownProgrammes());
}

function programmesIn(folders: readonly string[]): AppServices['programmes'] {
  const loading = loadProgrammes(folders);
  if ('faults' in loading) throw new CatalogueError(loading.faults);
  return new ProgrammeSet(loading.programmes);
}

/** The local world has a clock that can be moved; production uses the clock of the machine. */
function clockOf(config: Config, log: AppServices['log']): AppServices['now'] {
  if (config.kind === 'production') return Date.now;
  const onDamaged = (error: LocalWorldFault) => log.error({ error }, 'The clock cannot be read and goes on as before.');
  return openLocalClock(config.data, { machine: Date.now, onDamaged });
}

function embedded(folder: string): Promise<EmbeddedTablesFile.EmbeddedTables> {
  const { openEmbeddedTables } = require('../infra/dev/table-service/embedded-tables') as typeof EmbeddedTablesFile;
  return openEmbeddedTables(folder);
}

async function openStore(
  { tables, ...config }: Config,
  own: EmbeddedTablesFile.EmbeddedTables | undefined,
): Promise<Store> {
  const { openTables } = require('../infra/tables/store') as typeof StoreFile;
  if (own) return openTables(own);
  if (tables.kind === 'connection-string') return openTables(tables);
  if (tables.kind === 'embedded') throw new Error('Embedded tables are opened before the store');
  const identity = config.kind === 'production' && config.bot.kind === 'UserAssignedMSI' ? config.bot.id : undefined;
  return openTables({ url: tables.url, ...(identity !== undefined && { identity }) });
}

async function missingIn({ ping }: Store): Promise<readonly string[]> {
  try {
    await ping();
    return [];
  } catch {
    return ['store'];
  }
}

/** The Monday on which the sample of the competencies opens: all of its rules are in force, and its first year lies ahead. */
const competenciesOpenAt = Date.parse('2018-06-04T09:00:00Z');

/** The samples, and the clock that they may move; only a local world has one. */
function sampleWorld(config: Config, services: AppServices): SampleWorld {
  const { samplePartner, samplePartnerName: name } = require('../infra/dev/sample/sample-partner') as typeof SampleFile;
  const { designationSample, designationProgramme } =
    require('../infra/dev/sample/designation-sample') as typeof DesignationSampleFile;
  const filesOf = (files: readonly { readonly name: string; readonly text: string }[]) =>
    files.map((file) => fileOf(file.name, Buffer.from(file.text, 'utf8')));
  const competencies = services.programmes.get('competencies');
  const samples: Readonly<Record<SampleName, Sample>> = {
    competencies: {
      tenant: localTenant,
      name,
      programme: 'competencies',
      opensAt: competenciesOpenAt,
      files: (today) => (competencies ? filesOf(samplePartner(competencies, today)) : []),
    },
    designations: {
      tenant: localTenant,
      name,
      programme: designationProgramme,
      files: (today) => filesOf(designationSample(today)),
    },
  };
  return { deps: services, samples, moveClock: (moment) => moveClock(config, services, moment) };
}

/** Tests and single runs that bring a store of their own live by a clock of their own as well. */
function moveClock(config: Config, { local }: AppServices, moment: number | 'machine'): void {
  if (config.kind !== 'local' || !local) return;
  const machine = Date.now();
  setLocalClock(config.data, { ahead: moment === 'machine' ? 0 : moment - machine, machine });
}

/** A clock that is off by less, in milliseconds, is that of the machine. */
const clockTolerance = 60_000;

function localTools(config: LocalConfig, services: () => AppServices): LocalTools {
  return {
    isClockMoved: () => Math.abs(services().now() - Date.now()) > clockTolerance,
    switchSample: (name) => switchSample({ ...sampleWorld(config, services()), store: services().store }, name),
    readFile: (path) => readLocalFile(path, largestDrop),
    saveFile: (name, bytes) => saveLocalFile(join(config.data, 'export'), name, bytes),
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
  const { readImport } = require('../infra/import/reader') as typeof ReaderFile;
  return readImport(file, options);
};

interface Door {
  readonly app: AppFile.App;
  readonly processTurn: TurnProcessor;
}

/** The application and the adapter before it, made once and when first needed. */
function doorOf(config: Config, services: AppServices): () => Door {
  let door: Door | undefined;
  return () => (door ??= openDoor(config, services));
}

function openDoor(config: Config, services: AppServices): Door {
  const { createApp, createTurnProcessor, createTurnErrorHandler: lastWord } = require('./teams/app') as typeof AppFile;
  const { createAdapter } = require('./teams/teams-channel-client') as typeof MessengerFile;
  const app = createApp(services);
  const adapter = createAdapter(config.kind === 'production' ? config.bot : undefined);
  adapter.onTurnError = lastWord(services);
  return { app, processTurn: createTurnProcessor(adapter, app, services) };
}

/** The proactive sender, created for the first message, because it loads the SDKs. */
function wayOutOf(config: Config, access: AppServices['access']): Notifier {
  let opened: Notifier | undefined;
  const wayOut = () => (opened ??= openWayOut(config, access));
  return {
    send: (tenant, to, message) => wayOut().send(tenant, to, message),
    update: (tenant, to, said) => wayOut().update(tenant, to, said),
  };
}

function openWayOut(config: Config, access: AppServices['access']): Notifier {
  const { createChannelClient: createPost } = require('./teams/teams-channel-client') as typeof MessengerFile;
  const { createProactiveSender: createWayOut } = require('./delivery/proactive-sender') as typeof WayOutFile;
  const isAuthenticated = config.kind === 'production';
  return createWayOut({
    post: createPost(isAuthenticated ? config.bot : undefined),
    isTrusted: (serviceUrl) => isTrustedServiceUrl(serviceUrl, isAuthenticated),
    mayReach: (tenant) => mayTalk({ tenant }, { access }),
    // The rate limits of Teams are measured in real time, also when the local clock has been moved.
    clock: { now: Date.now, wait: (ms) => pause(ms) },
    random: Math.random,
    cards: config.cards,
  });
}
