/** Writes `backup.jsonl`: a header, then every row of a partner, one JSON object a line, always in the same order. */
import type { ExportedText } from '../../domain/imports/exported-file';
import type { Store } from '../../domain/ports';
import { asciiOf } from '../tables/rows';
import { backedUpNouns, repositoryOf } from './backed-up';
import { backupFile, backupFormat, type BackupHeader } from './header';

/** The whole of a partner as one file; two backups of the same rows are equal byte by byte. It holds one noun in memory at a time. */
export function backupOf(store: Store, tenant: string): Pick<ExportedText, 'name' | 'content'> {
  return { name: backupFile, content: () => lines(store, tenant) };
}

async function* lines(store: Store, tenant: string): AsyncGenerator<string> {
  const header: BackupHeader = { laurel: 'backup', format: backupFormat, tenant };
  yield lineOf(header);
  for (const [name, noun] of backedUpNouns) {
    const values: unknown[] = [];
    for await (const { value } of repositoryOf(store, name).list(tenant)) values.push(value);
    const idOf = (value: unknown) => noun.idOf(value);
    for (const value of values.sort((one, other) => (idOf(one) < idOf(other) ? -1 : 1)))
      yield lineOf({ noun: name, value: noun.schema.parse(value) });
  }
}

/** ASCII, because some line ends of Unicode may stand within JSON text. */
function lineOf(value: object): string {
  return `${asciiOf(JSON.stringify(value))}\n`;
}
