/** Folders and files of the command line: the export of a tenant into a folder, and the restoring of a backup. */
/* eslint-disable @typescript-eslint/no-require-imports -- What backs up and restores is loaded only where it is used. */
import { terminal } from '../../domain/partner/audit-entry';
import type { Restoration } from '../../domain/imports/restoration';
import type { Locale } from '../../domain/basics/locale';
import type * as BackupFile from '../../infra/backup/backup';
import type * as RestoreFile from '../../infra/backup/restore';
import { exportedConversations } from '../../infra/export/conversations-file';
import { writeInto } from '../../infra/export/folder';
import type { AppServices } from '../context/app-services';
import { scheduleSweep } from '../partner/sweep-schedule';
import { recordDeed } from '../store/audit-trail';

/** Writes all facts of a tenant into a folder, with a backup, and returns the paths of the files. */
export async function exportInto(
  folder: string,
  { tenant, locale }: { readonly tenant: string; readonly locale: Locale },
  services: AppServices,
): Promise<readonly string[]> {
  await recordDeed(tenant, { act: 'exported', about: 'export', by: terminal }, services);
  const { backupOf } = require('../../infra/backup/backup') as typeof BackupFile;
  const whole = [exportedConversations(services.store, tenant), backupOf(services.store, tenant)];
  return writeInto(folder, [...services.exporter(tenant, locale), ...whole]);
}

/**
 * Restores a backup and records that in the audit trail; the entry comes last, because before it the partner must have no
 * other rows than those of the backup. With `dry` it writes nothing.
 */
export async function restoreAndRecord(
  request: Omit<RestoreFile.RestoreRequest, 'store'>,
  services: AppServices,
): Promise<Restoration> {
  const { tenant, dry } = request;
  const { restoreBackup } = require('../../infra/backup/restore') as typeof RestoreFile;
  const done = await restoreBackup({ ...request, store: services.store });
  if ('refused' in done || dry) return done;
  await scheduleSweep(services, tenant);
  await recordDeed(tenant, { act: 'imported', about: 'backup', by: terminal }, services);
  return done;
}
