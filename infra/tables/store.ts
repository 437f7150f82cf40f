/** The store in Azure Table storage, or in anything that speaks its language, such as Azurite. */
import type { Store } from '../../domain/ports';
import { type Patience, type TableTarget, patientTable } from './asking';
import { packKey } from './keys';
import { type TableName, tableNames } from './names';
import { openRepositories } from './repositories';
import { tableRepository } from './repository';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';

/** Where the tables are, and as whom to open them. */
export type TablesAddress =
  | { readonly url: string; /** Client id, where the host has more than one identity. */ readonly identity?: string }
  | { readonly connectionString: string };

/** Our own attempts are the only ones: see `asking.ts`. */
const clientOptions: TableServiceClientOptions = { retryOptions: { maxRetries: 0 } };

/**
 * Opens the store. Nothing is asked of the service yet: whether it answers is for {@link Store.ping} to say, and missing
 * tables are created when first used. Throws on a connection string that is none.
 */
export async function openTables(address: TablesAddress, patience?: Patience): Promise<Store> {
  const clientOf = await clientsAt(address);
  const tableOf = (name: TableName) => patientTable(clientOf(name), patience);
  const tables = {
    [tableNames.partner]: tableOf(tableNames.partner),
    [tableNames.people]: tableOf(tableNames.people),
    [tableNames.agenda]: tableOf(tableNames.agenda),
  };
  return {
    ...openRepositories((noun) => tableRepository(noun, tables[noun.table])),
    ping: () => ping(tables[tableNames.partner]),
  };
}

async function clientsAt(address: TablesAddress): Promise<(table: TableName) => TableClient> {
  if ('connectionString' in address) {
    // A connection string that says http means it; it is Azurite's.
    const options = { ...clientOptions, allowInsecureConnection: true };
    return (table) => withoutIdlePolicies(TableClient.fromConnectionString(address.connectionString, table, options));
  }
  // Loaded only here, because it takes most of a second and the local world does not need it.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential({ managedIdentityClientId: address.identity });
  return (table) => withoutIdlePolicies(new TableClient(address.url, table, credential, clientOptions));
}

/** What the SDK does for each request and Laurel has no use for: `asking.ts` tries again and tells spans itself, and tables send no forms. */
const idlePolicies = ['defaultRetryPolicy', 'tracingPolicy', 'redirectPolicy', 'formDataPolicy'];

function withoutIdlePolicies(client: TableClient): TableClient {
  for (const name of idlePolicies) client.pipeline.removePolicy({ name });
  return client;
}

/** Asks for a row that never exists: that it is not there is the answer of a service that works. */
async function ping(table: TableTarget): Promise<void> {
  const nowhere = packKey('', '');
  const question = { operation: 'ping', key: `${nowhere}/${nowhere}` };
  const answer = await table.ask(question, (client, abortSignal) =>
    client.getEntity(nowhere, nowhere, { abortSignal }),
  );
  if ('refused' in answer && answer.refused !== 'gone') throw table.unavailable(question);
}
