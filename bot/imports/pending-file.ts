/** Pending files: a file that an admin attached in a chat, compressed into one row until the admin decides about it. */
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ImportFile } from '../../domain/imports/incoming';
import { hasExpired, type PendingImport, toForget } from '../../domain/imports/pending-import';
import type { Versioned, Repository } from '../../domain/basics/repository';
import { largestDrop } from '../../domain/imports/drop-limits';
import { listAll } from '../store/row-list';
import { removeRow } from '../store/row-update';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** In characters of base64, with room in a row for the rest. */
const largestContent = 490_000;

export interface ReceivedFile {
  readonly by: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Removes expired files and stores this one; undefined, with nothing changed, if it is too large for a row. */
export async function savePendingFile(
  { by, file, bytes, at }: ReceivedFile,
  pendings: Repository<PendingImport>,
  tenant: string,
): Promise<PendingImport | undefined> {
  const content = (await pack(bytes)).toString('base64');
  if (content.length > largestContent) return undefined;
  await forget(pendings, tenant, at);
  const value = { id: randomUUID(), by, at: new Date(at).toISOString(), file, content, state: 'open' } as const;
  await pendings.write(tenant, [{ kind: 'create', value }]);
  return value;
}

/** Forgets a file that nothing can come of. */
export async function deletePendingFile(
  id: string,
  pendings: Repository<PendingImport>,
  tenant: string,
): Promise<void> {
  await removeRow(pendings, tenant, id);
}

async function forget(pendings: Repository<PendingImport>, tenant: string, now: number): Promise<void> {
  const kept = new Map((await listAll(pendings, tenant)).map((row) => [row.value.id, row]));
  const forgotten = toForget(
    [...kept.values()].map(({ value }) => value),
    now,
  );
  const removals = forgotten.map(({ id }) => ({ kind: 'remove', id, version: kept.get(id)!.version }) as const);
  if (removals.length > 0) await pendings.write(tenant, removals);
}

/** Returns the file of this id to the person who attached it, until it expires; undefined for anybody else. */
export async function findPendingFile(
  id: string,
  { pendings, tenant, by, now }: { pendings: Repository<PendingImport>; tenant: string; by: string; now: number },
): Promise<Versioned<PendingImport> | undefined> {
  const kept = await pendings.get(tenant, id);
  return kept && kept.value.by === by && !hasExpired(kept.value, now) ? kept : undefined;
}

/** The file as it was handed over. */
export async function fileIn({ file, content }: PendingImport): Promise<ImportFile> {
  const bytes = await unpack(Buffer.from(content, 'base64'), { maxOutputLength: largestDrop });
  return {
    name: file,
    async *open() {
      yield bytes;
    },
  };
}
