/** The settings as they come in: strings under names, read one by one while what is wrong with them is collected. */
import { resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { isCalendarDate, type CalendarDate } from '../../domain/basics/date';
import type { ConfigFault, ConfigFaultCode, ConfigWarning } from './config-fault';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Every setting of Laurel, as contracts name them. */
export const settingNames = [
  'PORT',
  'HOST',
  'PLAYGROUND_PORT',
  'LAUREL_PLAYGROUND',
  'LAUREL_DATA',
  'LAUREL_TABLES_URL',
  'LAUREL_TABLES_CONNECTION_STRING',
  'BOT_ID',
  'BOT_TYPE',
  'BOT_TENANT_ID',
  'BOT_PASSWORD',
  'BOT_PASSWORD_EXPIRES_ON',
  'LAUREL_ALLOWED_TENANTS',
  'LAUREL_FIRST_ADMINS',
  'LAUREL_SAMPLE',
  'LAUREL_CARDS',
  'APPLICATIONINSIGHTS_CONNECTION_STRING',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Whether it has the form of an id of Microsoft Entra. */
export function isId(value: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(value);
}

/** An empty setting is an absent one, because that is how scripts and portals leave one out. */
export class SettingsReader {
  readonly faults: ConfigFault[] = [];
  readonly #env: Environment;

  constructor(env: Environment) {
    this.#env = env;
  }

  text(setting: SettingName): string | undefined {
    return this.#env[setting]?.trim() || undefined;
  }

  port(setting: SettingName, otherwise: number): number {
    const value = this.text(setting);
    if (value === undefined) return otherwise;
    const port = Number(value);
    if (/^\d+$/.test(value) && port >= 1 && port <= 65_535) return port;
    this.refuse('not-a-port', setting, { value });
    return otherwise;
  }

  isOn(setting: SettingName, otherwise: boolean): boolean {
    const value = this.text(setting);
    if (value !== undefined && value !== 'on' && value !== 'off') this.refuse('not-a-switch', setting, { value });
    return value === undefined ? otherwise : value === 'on';
  }

  /** One of a few words. */
  choice<const C extends string>(setting: SettingName, choices: readonly [C, ...C[]]): C {
    const value = this.text(setting);
    const chosen = choices.find((choice) => choice === value);
    if (value !== undefined && chosen === undefined)
      this.refuse('not-a-choice', setting, { value, other: choices.join(', ') });
    return chosen ?? choices[0];
  }

  /** Comma-separated ids in lower case, as the platform sends them. */
  ids(setting: SettingName): readonly string[] {
    const values = (this.text(setting) ?? '').split(',').map((value) => value.trim().toLowerCase());
    const present = values.filter((value) => value !== '');
    for (const value of present) this.#checkId(setting, value);
    return [...new Set(present)];
  }

  id(setting: SettingName): string | undefined {
    const value = this.text(setting)?.toLowerCase();
    if (value !== undefined) this.#checkId(setting, value);
    return value;
  }

  /** Portals and templates show an id of zeros where none was filled in. */
  #checkId(setting: SettingName, value: string): void {
    if (!isId(value)) this.refuse('not-an-id', setting, { value });
    else if (/^[0-]+$/.test(value)) this.refuse('empty-id', setting, { value });
  }

  day(setting: SettingName): CalendarDate | undefined {
    const value = this.text(setting);
    if (value === undefined || isCalendarDate(value)) return value;
    this.refuse('not-a-day', setting, { value });
    return undefined;
  }

  /** An absolute path. */
  folder(setting: SettingName, otherwise: string): string {
    return resolve(this.text(setting) ?? otherwise);
  }

  refuse(code: ConfigFaultCode, setting: SettingName, more: Pick<ConfigFault, 'value' | 'other'> = {}): void {
    this.faults.push({ code, setting, ...more });
  }

  /** Names that begin like ours and are not: most likely typing errors, which would otherwise pass in silence. */
  strangers(): readonly ConfigWarning[] {
    const known = new Set<string>(settingNames);
    const names = Object.keys(this.#env).filter((name) => name.startsWith('LAUREL_') && !known.has(name));
    return names.map(warningAbout);
  }
}

function warningAbout(setting: string): ConfigWarning {
  const near = settingNames.map((name) => ({ name, steps: distance(setting, name) }));
  const nearest = near.reduce((best, next) => (next.steps < best.steps ? next : best));
  if (nearest.steps > setting.length / 3) return { code: 'unknown-setting', setting };
  return { code: 'mistyped-setting', setting, meant: nearest.name };
}
