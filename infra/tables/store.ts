/** The store in Azure Table storage, or in anything that speaks its language, such as Azurite. */
import type { Store } from '../../domain/ports';
import { type Patience, type TableTarget, patientTable } from './asking';
import { packKey } from './keys';
import { type TableName, tableNames } from './names';
import {
  agendaNoun,
  alertSettingsNoun,
  auditNoun,
  conversationNoun,
  correctionNoun,
  deliveryNoun,
  figureNoun,
  importNoun,
  noticeNoun,
  associationNoun,
  onboardingNoun,
  partnerNoun,
  offerNoun,
  pendingNoun,
  personNoun,
  standingNoun,
  traceNoun,
  visitNoun,
} from './noun';
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
  const partner = patientTable(clientOf(tableNames.partner), patience);
  const people = patientTable(clientOf(tableNames.people), patience);
  return {
    partners: tableRepository(partnerNoun, partner),
    people: tableRepository(personNoun, people),
    figures: tableRepository(figureNoun, partner),
    imports: tableRepository(importNoun, partner),
    corrections: tableRepository(correctionNoun, partner),
    onboardings: tableRepository(onboardingNoun, partner),
    associations: tableRepository(associationNoun, partner),
    pendings: tableRepository(pendingNoun, partner),
    offers: tableRepository(offerNoun, partner),
    traces: tableRepository(traceNoun, partner),
    installations: tableRepository(visitNoun, partner),
    standings: tableRepository(standingNoun, partner),
    conversations: tableRepository(conversationNoun, partner),
    notices: tableRepository(noticeNoun, partner),
    deliveries: tableRepository(deliveryNoun, partner),
    alertSettings: tableRepository(alertSettingsNoun, partner),
    audit: tableRepository(auditNoun, partner),
    schedule: tableRepository(agendaNoun, patientTable(clientOf(tableNames.agenda), patience)),
    ping: () => ping(partner),
  };
}

async function clientsAt(address: TablesAddress): Promise<(table: TableName) => TableClient> {
  if ('connectionString' in address) {
    // A connection string that says http means it; it is Azurite's.
    const options = { ...clientOptions, allowInsecureConnection: true };
    return (table) => TableClient.fromConnectionString(address.connectionString, table, options);
  }
  // Loaded only here, because it takes most of a second and the local world does not need it.
  const { DefaultAzureCredential } = await import('@azure/identity');
  const credential = new DefaultAzureCredential({ managedIdentityClientId: address.identity });
  return (table) => new TableClient(address.url, table, credential, clientOptions);
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
