/** The embedded table service: Azurite's, run in this very process, so that neither can outlive the other. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import { type FaultPlaces, LocalWorldFault, type LocalWorldFaultCode } from '../local-world-fault';

export interface Azurite {
  readonly connectionString: string;
  /** Everything that was acknowledged is on disk when this resolves. */
  save(): Promise<void>;
  /** Answers what is under way, saves, and ends. */
  stop(): Promise<void>;
}

/** The key of a row; what stands first is looked for first. */
interface RowQuery {
  readonly PartitionKey: string;
  readonly RowKey: string;
}
/** The rows of one table. */
interface Rows {
  findOne(query: RowQuery): unknown;
}
/** The parts of Azurite 3.35's `TableServer` that are used here. */
interface TableServer {
  readonly httpServer: Server;
  readonly metadataStore: {
    readonly db: { autosaveDisable(): void; autosaveDirty(): boolean };
    saveDBState(): Promise<void>;
    getEntityCollection(account: string, table: string, context: unknown): Rows;
  };
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}
type Configuration = new (...words: readonly unknown[]) => object;
type TableServerClass = new (configuration: object) => TableServer;

const account = 'laurel';
/** Milliseconds from one saving to the next, at least. */
const restMs = 5_000;
/** The largest share of the time that saving may take: Azurite writes everything and answers no request meanwhile. */
const savingShare = 0.02;
/** How long requests under way may take once the service stops. */
const lastRequestsMs = 2000;

/** Starts the service on a free loopback port with its data in the file. Throws {@link LocalWorldFault}. */
export async function startAzurite(places: FaultPlaces): Promise<Azurite> {
  const { Configuration, Server } = loadAzurite(places);
  // A key of its own, so that a client with an old address cannot write into the data of another folder.
  const key = randomBytes(32).toString('base64');
  process.env.AZURITE_ACCOUNTS = `${account}:${key}`;
  const server = new Server(new Configuration(...configurationWords(places.file)));
  goStraightToRows(server);
  await start(server, places);
  const saving = new AbortController();
  void saveNowAndThen(server, saving.signal);
  const endpoint = `${server.getHttpServerAddress()}/${account}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${account};AccountKey=${key};TableEndpoint=${endpoint};`,
    save: () => server.metadataStore.saveDBState(),
    stop: () => {
      saving.abort();
      return stop(server);
    },
  };
}

function loadAzurite(places: FaultPlaces): { Configuration: Configuration; Server: TableServerClass } {
  try {
    const load = createRequire(__filename);
    const configuration = load(require.resolve('azurite/dist/src/table/TableConfiguration')) as unknown;
    const server = load(require.resolve('azurite/dist/src/table/TableServer')) as unknown;
    const { default: Configuration } = configuration as { default: Configuration };
    const { default: Server } = server as { default: TableServerClass };
    return { Configuration, Server };
  } catch (cause) {
    throw new LocalWorldFault('azurite-missing', places, { cause });
  }
}

/** Free port, no logs (they would name people), any API version: the SDK is newer than the service. */
function configurationWords(file: string): readonly unknown[] {
  const [noKeepAlive, noDebugLog, noAccessLog, nowhere] = [undefined, false, false, undefined];
  const [strict, anyVersion] = [false, true];
  return ['127.0.0.1', 0, noKeepAlive, file, noDebugLog, noAccessLog, nowhere, nowhere, strict, anyVersion];
}

/**
 * The service that Azurite stands for goes straight to a row; Azurite looks for the partition first and then at every row of
 * it, which takes longer the larger a partner is. Both parts are indexed, so the rarer one is asked first.
 */
function goStraightToRows({ metadataStore }: TableServer): void {
  const rowsOf = metadataStore.getEntityCollection.bind(metadataStore);
  metadataStore.getEntityCollection = (...table) => {
    const rows = rowsOf(...table);
    if (Object.hasOwn(rows, 'findOne')) return rows;
    const findOne = rows.findOne.bind(rows);
    rows.findOne = ({ PartitionKey, RowKey }) => findOne({ RowKey, PartitionKey });
    return rows;
  };
}

async function start(server: TableServer, places: FaultPlaces): Promise<void> {
  // Azurite would take an empty file, which is what a full disk or a power cut leaves, for no data.
  if (statSync(places.file, { throwIfNoEntry: false })?.size === 0) throw new LocalWorldFault('data-damaged', places);
  try {
    await server.start();
  } catch (cause) {
    throw new LocalWorldFault(faultOf(cause), places, { cause });
  }
}

/** Reading ends in an error of the parser, writing in one of the file system. */
function faultOf(cause: unknown): LocalWorldFaultCode {
  if (cause instanceof SyntaxError || cause instanceof TypeError) return 'data-damaged';
  return /\bE[A-Z]{3,}\b/.test(String(cause)) ? 'folder-unusable' : 'tables-failed';
}

/** Replaces Azurite's own timer, which saves a large store most of the time. */
async function saveNowAndThen({ metadataStore }: TableServer, signal: AbortSignal): Promise<void> {
  metadataStore.db.autosaveDisable();
  for (let ms = restMs; !signal.aborted;) {
    await pause(ms, undefined, { ref: false });
    if (signal.aborted || !metadataStore.db.autosaveDirty()) continue;
    const began = performance.now();
    await metadataStore.saveDBState();
    ms = Math.max(restMs, (performance.now() - began) / savingShare);
  }
}

async function stop(server: TableServer): Promise<void> {
  const closed = once(server.httpServer, 'close');
  await server.close();
  await Promise.race([closed, pause(lastRequestsMs)]);
  // Once more: closing does not wait for requests under way, nor for a save that has begun.
  await server.metadataStore.saveDBState();
}
