/** Files of this machine for the local world: read where the person names them, written into one folder only. */
import { constants } from 'node:fs';
import { mkdir, open, writeFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';

/** The kinds of files that an import can be; nothing else is opened, so that no key or setting is read by mistake. */
const extensions = ['.csv', '.tsv', '.txt', '.json'];

export type LocalFileFault = 'absent' | 'foreign' | 'oversized' | 'unreadable';

/**
 * Reads a regular file with the name of a table, of at most so many bytes. A leading `~` is not understood, and devices and pipes
 * are not read.
 */
export async function readLocalFile(
  path: string,
  largest: number,
): Promise<{ readonly name: string; readonly bytes: Uint8Array } | { readonly fault: LocalFileFault }> {
  if (!extensions.includes(extname(path).toLowerCase())) return { fault: 'foreign' };
  try {
    // Without waiting, because a pipe would never be opened.
    const file = await open(resolve(path), constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const about = await file.stat();
      if (!about.isFile()) return { fault: 'foreign' };
      if (about.size > largest) return { fault: 'oversized' };
      const bytes = Buffer.alloc(about.size);
      const { bytesRead } = await file.read(bytes, 0, about.size, 0);
      return { name: basename(path), bytes: bytes.subarray(0, bytesRead) };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { fault: (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'absent' : 'unreadable' };
  }
}

/** Writes a file of this name, without any folders in it, into the folder, and returns its path. Throws as the file system does. */
export async function saveLocalFile(folder: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, basename(name));
  await writeFile(path, bytes);
  return path;
}
