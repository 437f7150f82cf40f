/** Writes exported files into a folder, piece by piece. */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportedFile } from '../../domain/imports/exported-file';

/** The paths of what was written. Throws as the file system does, and {@link StoreUnavailable}. */
export async function writeInto(
  folder: string,
  files: readonly Pick<ExportedFile, 'name' | 'content'>[],
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const file of files) {
    const path = join(folder, file.name);
    await pipeline(Readable.from(file.content()), createWriteStream(path));
    paths.push(path);
  }
  return paths;
}
