/** Restores a backup that is handed to `laurel import`, and words what came of it. */
import type { Text } from '../../cards/text';
import type { Restoration, RestorationRefusal } from '../../domain/imports/restoration';
import { fileAt, isBackup } from '../composition/compose';
import type { Laurel } from './cli-context';

export interface RestorationRequest {
  readonly path: string;
  readonly tenant: string;
  /** Check only, write nothing. */
  readonly dry: boolean;
}

/** Whether there is a backup at the path. Where nothing can be read, the import says why. */
export async function isBackupAt(path: string): Promise<boolean> {
  return isBackup(fileAt(path)).catch(() => false);
}

/** What to print of a restoration: for people, and for scripts. */
export interface RestorationReport {
  readonly isRefused: boolean;
  readonly line: string;
  readonly json: object;
}

/** Restores the backup at a path. Throws {@link StoreUnavailable}. */
export async function restoreAt(
  { path, tenant, dry }: RestorationRequest,
  { restore }: Pick<Laurel, 'restore'>,
  text: Text,
): Promise<RestorationReport> {
  return reportOf(await restore({ tenant, file: fileAt(path), dry }), { dry, text });
}

function reportOf(done: Restoration, { dry, text }: { readonly dry: boolean; readonly text: Text }): RestorationReport {
  const { file } = done;
  if (!('refused' in done)) {
    const line = text.say(dry ? 'cli.restore.dry-done' : 'cli.restore.done', done);
    return { isRefused: false, line, json: { kind: 'backup', ...done, dry } };
  }
  const reason = refusalWords(done.refused, text);
  const line = text.say('cli.import.refused', { file, reason });
  return { isRefused: true, line, json: { file, refused: { code: done.refused.code, reason } } };
}

function refusalWords(refused: RestorationRefusal, text: Text): string {
  switch (refused.code) {
    case 'other-format':
      return text.say('cli.restore.other-format', refused);
    case 'other-tenant':
      return text.say('cli.restore.other-tenant', refused);
    case 'damaged':
      return text.say('cli.restore.damaged', refused);
    case 'occupied':
      return text.say('cli.restore.occupied', refused);
  }
}
