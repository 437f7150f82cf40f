/** Pending files: a file that an admin attached in a chat, compressed into one row until the admin decides about it. */
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { ImportProgress } from '../../domain/imports/import-progress';
import type { ImportFile } from '../../domain/imports/incoming';
import {
  hasExpired,
  sayBegunEvery,
  type FileWish,
  type PendingImport,
  toForget,
} from '../../domain/imports/pending-import';
import type { Versioned, Repository } from '../../domain/basics/repository';
import { largestDrop } from '../../domain/imports/drop-limits';
import { atMostEvery, type OnProgress } from './import-progress';
import { listAll } from '../store/row-list';
import { removeRow, updateRow } from '../store/row-update';

const pack = promisify(gzip);
const unpack = promisify(gunzip);

/** Milliseconds between two notes of how far an import is. */
const noteProgressEvery = 2_000;

/** In characters of base64, with room in a row for the rest. */
const largestContent = 490_000;

export interface ReceivedFile {
  readonly by: string;
  readonly file: string;
  /** Where it lies, if it has to be fetched. */
  readonly address?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Removes expired files and stores that one was handed over whose bytes are still to come. */
export async function openPendingFile(
  { by, file, address, at }: ReceivedFile,
  pendings: Repository<PendingImport>,
  tenant: string,
): Promise<PendingImport> {
  await forget(pendings, tenant, at);
  const begunAt = new Date(at).toISOString();
  const wish: FileWish = { step: 'fetch', at: begunAt, ...(address !== undefined && { address }) };
  const value = { id: randomUUID(), by, at: begunAt, file, content: '', state: 'open', begunAt, wish } as const;
  await pendings.write(tenant, [{ kind: 'create', value }]);
  return value;
}

/** Stores the bytes of a file, under the name that it has; undefined, with the row gone, if they are too many for a row. */
export async function fillPendingFile(
  opened: PendingImport,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { pendings, tenant }: PendingPlace,
): Promise<PendingImport | undefined> {
  const content = (await pack(bytes)).toString('base64');
  if (content.length > largestContent) {
    await removeRow(pendings, tenant, opened.id);
    return undefined;
  }
  const { address: _, ...wish } = opened.wish!;
  const value: PendingImport = { ...opened, file: name, content, wish: { ...wish, step: 'plan' } };
  await changePendingFile(value.id, () => value, { pendings, tenant });
  return value;
}

/** Where pending files are kept. */
export interface PendingPlace {
  readonly pendings: Repository<PendingImport>;
  readonly tenant: string;
}

/** Changes the row of a file, if it is still there. */
export function changePendingFile(
  id: string,
  change: (kept: PendingImport) => PendingImport,
  { pendings: repository, tenant }: PendingPlace,
): Promise<PendingImport | undefined> {
  return updateRow({ repository, tenant, id, noun: 'pending import' }, (kept) => kept && change(kept));
}

/** The file waits for a press: what was asked of it is answered. */
export function answered({ wish: _, begunAt: __, ...kept }: PendingImport): PendingImport {
  return kept;
}

/** The work on a file; while it goes on, the row says so again and again, so that no other instance begins it. */
export function sayingBegun<T>(
  id: string,
  work: Promise<T>,
  { now, ...place }: PendingPlace & { readonly now: () => number },
): Promise<T> {
  const say = () =>
    changePendingFile(id, (kept) => (kept.wish ? { ...kept, begunAt: new Date(now()).toISOString() } : kept), place);
  const timer = setInterval(() => void say().catch(() => undefined), sayBegunEvery);
  timer.unref();
  return work.finally(() => clearInterval(timer));
}

/** Notes in the row of a file how far its import is; where that fails, the next note says more. */
export function notingProgress(id: string, place: PendingPlace): OnProgress {
  const note = (progress: ImportProgress) =>
    changePendingFile(id, (kept) => (kept.state === 'applying' ? { ...kept, progress } : kept), place);
  return atMostEvery(noteProgressEvery, (progress) => void note(progress).catch(() => undefined));
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
