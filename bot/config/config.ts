/** The config: what the environment asks for, understood and checked as a whole; the one place that reads settings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'dotenv';
import type { CalendarDate } from '../../domain/basics/date';
import { localeOf, type Locale } from '../../domain/basics/locale';
import type { ConfigFault, ConfigWarning } from './config-fault';
import { isLoopback } from './loopback';
import { SettingsReader, type Environment } from './environment';
import { readTablesConfig, refuseTablesOfDevelopment, type TablesConfig } from './tables-config';

/** `auto` sends the textual form of cards where the client is known to draw less. */
export type CardsMode = 'auto' | 'textual';

/** The partner of Silver and Gold competencies, in its own time, or one of designations and a specialization, of today. */
export type SampleName = 'competencies' | 'designations';

const sampleNames = { on: 'competencies', off: undefined, designations: 'designations' } as const;

/** Where traces and metrics go; without either nothing is loaded for them. */
export interface TelemetryConfig {
  /** Of Application Insights; it is a key, so it is never shown. */
  readonly connectionString?: string;
  /** Of a collector that speaks OTLP over HTTP. */
  readonly endpoint?: string;
}

interface Shared {
  readonly port: number;
  readonly tables: TablesConfig;
  readonly cards: CardsMode;
  readonly telemetry: TelemetryConfig;
}

/** Everything runs on this machine, and callers are not authenticated. */
export interface LocalConfig extends Shared {
  readonly kind: 'local';
  /** A loopback address. */
  readonly host: string;
  /** The data folder, absolute. */
  readonly data: string;
  /** Absent: no chat window. */
  readonly playground: { readonly port: number } | undefined;
  /** Every further chat window takes the first free port above this one. */
  readonly windowsAbove: number;
  /** The sample that is written where nothing else is kept; absent: an empty partner. */
  readonly sample: SampleName | undefined;
  readonly allowedTenants: readonly string[] | 'any';
  readonly firstAdmins: readonly string[] | 'first-speaker';
}

export type BotIdentity =
  | { readonly kind: 'UserAssignedMSI'; readonly id: string; readonly tenant: string }
  | {
      readonly kind: 'SingleTenant';
      readonly id: string;
      readonly tenant: string;
      readonly password: string;
      /** As the administrator noted it when creating the secret; Microsoft Entra does not show it to a bot. */
      readonly passwordExpiresOn?: CalendarDate;
    };

/** A registered bot, whose callers prove who they are. */
export interface ProductionConfig extends Shared {
  readonly kind: 'production';
  /** Absent: all interfaces. */
  readonly host: string | undefined;
  readonly bot: BotIdentity;
  readonly allowedTenants: readonly string[];
  readonly firstAdmins: readonly string[];
}

export type Config = LocalConfig | ProductionConfig;
export type ConfigReading =
  | { readonly config: Config; readonly warnings: readonly ConfigWarning[] }
  | { readonly faults: readonly ConfigFault[] };

/** Port of the bot and port of the chat window where nothing else is asked for. */
const defaultPort = 3978;
const defaultPlaygroundPort = 56_150;

const botSettings = ['BOT_ID', 'BOT_TYPE', 'BOT_TENANT_ID', 'BOT_PASSWORD', 'BOT_PASSWORD_EXPIRES_ON'] as const;

/**
 * Returns the config, or every fault of the settings at once. The environment wins over `envFile`, which is read in the local world only: the settings of a real bot do not belong in a file beside the code.
 */
export function readConfig(env: Environment, envFile: Environment = {}): ConfigReading {
  const isProduction = new SettingsReader(env).text('BOT_ID') !== undefined;
  const settings = new SettingsReader(isProduction ? env : { ...envFile, ...env });
  const config = isProduction ? productionConfig(settings) : localConfig(settings, new SettingsReader(envFile));
  if (settings.faults.length > 0 || config === undefined) return { faults: settings.faults };
  return { config, warnings: settings.strangers() };
}

/** What stands in `.env` of the folder; nothing where there is no such file. */
export function readEnvFile(folder = process.cwd()): Environment {
  try {
    return parse(readFileSync(join(folder, '.env')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

/** Whether npm runs this process. */
export function isChildOfNpm({ npm_lifecycle_event: script }: Environment): boolean {
  return script !== undefined;
}

/** The language of the terminal, from the variables that POSIX gives for it, the strongest first. */
export function terminalLanguage({ LC_ALL, LC_MESSAGES, LANG }: Environment): Locale {
  const tag = LC_ALL || LC_MESSAGES || LANG || '';
  return localeOf(tag.replace(/[.@].*$/, ''));
}

function localConfig(settings: SettingsReader, envFile: SettingsReader): LocalConfig {
  refuseHalfABot(settings, envFile);
  const data = settings.folder('LAUREL_DATA', '.laurel');
  const port = settings.port('PORT', defaultPort);
  const window = settings.port('PLAYGROUND_PORT', defaultPlaygroundPort);
  const playground = playgroundOf(settings, { bot: port, window });
  const tenants = settings.ids('LAUREL_ALLOWED_TENANTS');
  const admins = settings.ids('LAUREL_FIRST_ADMINS');
  return {
    kind: 'local',
    host: loopbackHost(settings),
    port,
    data,
    tables: readTablesConfig(settings) ?? { kind: 'embedded', folder: data },
    ...outwardOf(settings),
    playground,
    windowsAbove: window,
    sample: sampleNames[settings.choice('LAUREL_SAMPLE', ['on', 'off', 'designations'])],
    allowedTenants: tenants.length > 0 ? tenants : 'any',
    firstAdmins: admins.length > 0 ? admins : 'first-speaker',
  };
}

function outwardOf(settings: SettingsReader): Pick<Shared, 'cards' | 'telemetry'> {
  const connectionString = settings.text('APPLICATIONINSIGHTS_CONNECTION_STRING');
  const endpoint = settings.text('OTEL_EXPORTER_OTLP_ENDPOINT');
  return {
    cards: settings.choice('LAUREL_CARDS', ['auto', 'textual']),
    telemetry: {
      ...(connectionString !== undefined && { connectionString }),
      ...(endpoint !== undefined && { endpoint }),
    },
  };
}

/** A secret without an id would silently mean no authentication at all. */
function refuseHalfABot(settings: SettingsReader, envFile: SettingsReader): void {
  for (const setting of botSettings) {
    if (settings.text(setting) === undefined) continue;
    settings.refuse(envFile.text(setting) === undefined ? 'bot-id-missing' : 'bot-in-env-file', setting);
  }
}

function playgroundOf(
  settings: SettingsReader,
  { bot, window: port }: Readonly<Record<'bot' | 'window', number>>,
): LocalConfig['playground'] {
  if (!settings.isOn('LAUREL_PLAYGROUND', true)) return undefined;
  if (port === bot) settings.refuse('same-port', 'PLAYGROUND_PORT', { other: 'PORT', value: String(port) });
  return { port };
}

function loopbackHost(settings: SettingsReader): string {
  const host = settings.text('HOST') ?? '127.0.0.1';
  if (!isLoopback(host)) settings.refuse('not-loopback', 'HOST', { value: host });
  return host;
}

function productionConfig(settings: SettingsReader): ProductionConfig | undefined {
  if (settings.isOn('LAUREL_PLAYGROUND', false)) settings.refuse('local-only', 'LAUREL_PLAYGROUND', { value: 'on' });
  const sample = settings.choice('LAUREL_SAMPLE', ['off', 'on', 'designations']);
  if (sample !== 'off') settings.refuse('local-only', 'LAUREL_SAMPLE', { value: sample });
  const host = settings.text('HOST');
  const port = settings.port('PORT', defaultPort);
  const bot = botOf(settings);
  const tables = readTablesConfig(settings);
  const outward = outwardOf(settings);
  if (tables === undefined) settings.refuse('tables-missing', 'LAUREL_TABLES_URL');
  const tenants = settings.ids('LAUREL_ALLOWED_TENANTS');
  const firstAdmins = settings.ids('LAUREL_FIRST_ADMINS');
  if (firstAdmins.length === 0) settings.refuse('first-admin-missing', 'LAUREL_FIRST_ADMINS');
  if (!isLoopback(host ?? '')) refuseTablesOfDevelopment(tables, settings);
  if (bot === undefined || tables === undefined) return undefined;
  const allowedTenants = tenants.length > 0 ? tenants : [bot.tenant];
  return { kind: 'production', host, port, bot, tables, ...outward, allowedTenants, firstAdmins };
}

/** The SDK takes an unknown type for a multi-tenant bot and ignores what does not fit, so this is exact. */
function botOf(settings: SettingsReader): BotIdentity | undefined {
  const id = settings.id('BOT_ID')!;
  const tenant = settings.id('BOT_TENANT_ID');
  const password = settings.text('BOT_PASSWORD');
  const passwordExpiresOn = settings.day('BOT_PASSWORD_EXPIRES_ON');
  const kind = settings.text('BOT_TYPE');
  if (tenant === undefined) settings.refuse('bot-tenant-missing', 'BOT_TENANT_ID');
  switch (kind) {
    case 'UserAssignedMSI':
      for (const setting of ['BOT_PASSWORD', 'BOT_PASSWORD_EXPIRES_ON'] as const)
        if (settings.text(setting) !== undefined)
          settings.refuse('bot-password-unwanted', setting, { other: 'BOT_TYPE' });
      return tenant === undefined ? undefined : { kind, id, tenant };
    case 'SingleTenant':
      if (password === undefined) settings.refuse('bot-password-missing', 'BOT_PASSWORD', { other: 'BOT_TYPE' });
      if (tenant === undefined || password === undefined) return undefined;
      return { kind, id, tenant, password, ...(passwordExpiresOn !== undefined && { passwordExpiresOn }) };
    case undefined:
      settings.refuse('bot-type-missing', 'BOT_TYPE');
      return undefined;
    default:
      settings.refuse('unknown-bot-type', 'BOT_TYPE', { value: kind });
      return undefined;
  }
}
