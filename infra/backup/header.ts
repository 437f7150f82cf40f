/** The first line of a backup says that it is one, of which partner and in which format. */
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { z } from 'zod/v4';
import type { ImportFile } from '../../domain/imports/incoming';

/** The name of the file. */
export const backupFile = 'backup.jsonl';

export const backupFormat = 1;

export interface BackupHeader {
  readonly laurel: 'backup';
  readonly format: typeof backupFormat;
  readonly tenant: string;
}

/** A header as it is read: of any format, and not yet checked. */
export interface ReadHeader {
  readonly format: string;
  readonly tenant: string;
}

const headerSchema = z.object({
  laurel: z.literal('backup'),
  format: z.union([z.string(), z.number()]).transform(String),
  tenant: z.string(),
});

/** Whether a file is a backup, by its first line. Throws as the file system does. */
export async function isBackup(file: ImportFile): Promise<boolean> {
  for await (const line of linesOf(file)) return backupHeaderOf(line) !== undefined;
  return false;
}

/** The header in a line, or nothing where the line is none. */
export function backupHeaderOf(line: string): ReadHeader | undefined {
  const read = headerSchema.safeParse(jsonIn(line));
  return read.success ? read.data : undefined;
}

/** What a line holds, or `undefined` where it is no JSON, which no schema of a line accepts. */
export function jsonIn(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** The lines of a file without their ends; a line is as long as the longest row, about 1 MiB. */
export async function* linesOf(file: ImportFile): AsyncGenerator<string> {
  yield* createInterface({ input: Readable.from(file.open()), crlfDelay: Infinity });
}
