/** A config fault is one thing that is wrong with the settings, as a code with the values that its message names. */

/** Each code has a message `config.fault.<code>` that says what to do about it. */
export const configFaultCodes = [
  'not-a-port',
  'same-port',
  'not-a-switch',
  'not-a-choice',
  'not-an-id',
  'empty-id',
  'not-a-day',
  'not-loopback',
  'two-tables',
  'not-a-tables-url',
  'not-a-connection-string',
  'development-tables',
  'plain-http-tables',
  'tables-missing',
  'bot-id-missing',
  'bot-type-missing',
  'unknown-bot-type',
  'bot-tenant-missing',
  'first-admin-missing',
  'bot-password-missing',
  'bot-password-unwanted',
  'local-only',
  'bot-in-env-file',
] as const;
export type ConfigFaultCode = (typeof configFaultCodes)[number];

export interface ConfigFault {
  readonly code: ConfigFaultCode;
  /** The setting that is wrong. */
  readonly setting: string;
  /** What it holds; never of a setting that may hold a secret. */
  readonly value?: string;
  /** The setting that it contradicts. */
  readonly other?: string;
}

/** Something that does no harm but is probably not meant; each code has a message `config.warning.<code>`. */
export type ConfigWarning =
  | { readonly code: 'unknown-setting'; readonly setting: string }
  | { readonly code: 'mistyped-setting'; readonly setting: string; readonly meant: string };
