/** A process that uses the embedded tables, for tests that need one to race, to interrupt or to kill. */
import { openTables } from '../../tables/store';
import { openEmbeddedTables } from './embedded-tables';
import { LocalWorldFault } from '../local-world-fault';

const tell = (line: string): void => void process.stdout.write(`${line}\n`);

/** Says the address, writes one visit after another and says which are acknowledged, until told to stop or killed. */
async function use(folder: string): Promise<void> {
  const tables = await openEmbeddedTables(folder);
  let stopping = false;
  process.on('SIGINT', () => (stopping = true));
  tell(tables.connectionString);
  const store = await openTables(tables);
  for (let index = 0; !stopping; index += 1) {
    const conversation = `${process.pid}-${index}`;
    await store.installations.write('t', [{ kind: 'create', value: { conversation, welcomedAt: 'now' } }]);
    tell(conversation);
  }
  await tables.close();
  tell('closed');
}

void use(process.argv[2]!).catch((error: unknown) => {
  tell(error instanceof LocalWorldFault ? error.code : String(error));
});
