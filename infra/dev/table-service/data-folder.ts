/** The data folder: what the embedded table service keeps where, and by what its host is known. */
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type FaultPlaces, LocalWorldFault } from '../local-world-fault';

export interface DataFolder extends FaultPlaces {
  /** The same for every way to write the path of one folder. */
  readonly identity: string;
  /** The loopback ports on which the host of this folder is looked for, in this order. */
  readonly ports: readonly number[];
}

/** Below the ports that systems give out by themselves, so that a port is seldom taken. */
const lowestPort = 20_000;
const portCount = 12_000;
const candidates = 5;

/** Makes the folder if need be. Throws {@link LocalWorldFault} `folder-unusable` where nothing can be written. */
export function openDataFolder(path: string): DataFolder {
  try {
    mkdirSync(path, { recursive: true });
    const folder = dataFolderAt(realpathSync.native(path));
    closeSync(openSync(folder.log, 'a'));
    return folder;
  } catch (cause) {
    throw new LocalWorldFault('folder-unusable', dataFolderAt(resolve(path)), { cause });
  }
}

/** The folder at a real path. */
export function dataFolderAt(folder: string): DataFolder {
  const digest = createHash('sha256').update(folder).digest();
  const port = (index: number) => lowestPort + (digest.readUInt16BE(2 * index) % portCount);
  return {
    folder,
    file: join(folder, 'tables.json'),
    log: join(folder, 'tables.log'),
    identity: digest.toString('hex'),
    ports: [...new Set(Array.from({ length: candidates }, (_, index) => port(index)))],
  };
}
