/** Files to import: on the disk, or in memory where they came some other way. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { ImportFile } from '../../domain/imports/incoming';

/** The file at a path. Nothing is opened before it is read, so a missing file shows as a refusal of the import. */
export function fileAt(path: string): ImportFile {
  return { name: basename(path), open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

/** Returns a file whose bytes are in memory already, such as one sent in a chat. */
export function fileOf(name: string, bytes: Uint8Array): ImportFile {
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}
