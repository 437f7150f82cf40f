/** The tables that hold all facts: where they are and how they are opened. */
import type { SettingsReader } from './environment';

/** Embedded tables are a table service in the data folder; the others are an Azure Storage account or an emulator. */
export type TablesConfig =
  | { readonly kind: 'embedded'; readonly folder: string }
  /** Opened with managed identity. */
  | { readonly kind: 'url'; readonly url: string }
  | { readonly kind: 'connection-string'; readonly connectionString: string };

/** The external table service, if the settings name one. Neither setting is ever shown: both may carry a key. */
export function readTablesConfig(settings: SettingsReader): TablesConfig | undefined {
  const url = settings.text('LAUREL_TABLES_URL');
  const connectionString = settings.text('LAUREL_TABLES_CONNECTION_STRING');
  if (url !== undefined && connectionString !== undefined)
    settings.refuse('two-tables', 'LAUREL_TABLES_CONNECTION_STRING', { other: 'LAUREL_TABLES_URL' });
  if (url !== undefined && !isTablesUrl(url)) settings.refuse('not-a-tables-url', 'LAUREL_TABLES_URL');
  if (connectionString !== undefined && !isConnectionString(connectionString))
    settings.refuse('not-a-connection-string', 'LAUREL_TABLES_CONNECTION_STRING');
  if (url !== undefined) return { kind: 'url', url };
  return connectionString === undefined ? undefined : { kind: 'connection-string', connectionString };
}

/**
 * Refuses an emulator and an unencrypted connection. A bot that listens on loopback only, behind a dev tunnel, may use them: its
 * emulator is on the same machine.
 */
export function refuseTablesOfDevelopment(tables: TablesConfig | undefined, settings: SettingsReader): void {
  if (tables?.kind !== 'connection-string') return;
  const setting = 'LAUREL_TABLES_CONNECTION_STRING';
  const { connectionString } = tables;
  if (/usedevelopmentstorage\s*=|accountname\s*=\s*devstoreaccount1/i.test(connectionString))
    settings.refuse('development-tables', setting, { other: 'LAUREL_TABLES_URL' });
  else if (/(?:endpoint\s*=\s*http:|defaultendpointsprotocol\s*=\s*http\s*(?:;|$))/i.test(connectionString))
    settings.refuse('plain-http-tables', setting);
}

/** A token in the address would be a secret that managed identity is there to avoid. */
function isTablesUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, search, username } = new URL(value);
  return protocol === 'https:' && search === '' && username === '';
}

function isConnectionString(value: string): boolean {
  const parts = value.split(';').map((part) => part.split('=', 1)[0]!.trim().toLowerCase());
  if (parts.includes('usedevelopmentstorage')) return true;
  const hasSecret = parts.includes('accountkey') || parts.includes('sharedaccesssignature');
  return hasSecret && (parts.includes('accountname') || parts.includes('tableendpoint'));
}
