/** An audit entry records who did what with the data of a partner, so that admins can answer for it later. */

/** What is recorded: every change to the facts or the settings of a partner, every file that left, every list with names. */
export const auditedActs = [
  'imported',
  'import-undone',
  'exported',
  'corrected',
  'correction-undone',
  'overridden',
  'settings-changed',
  'admin-granted',
  'admin-removed',
  'forgotten',
  'readmitted',
  'outdated-removed',
  'people-read',
  'shared',
] as const;
export type AuditedAct = (typeof auditedActs)[number];

export interface AuditEntry {
  /** Begins with the time, so that the keys of the table sort by it. */
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** The Entra object id, or {@link terminal} for the command line. */
  readonly by: string;
  readonly act: AuditedAct;
  /** The name of the question or of the file; never what a person typed. */
  readonly about: string;
  /** Whom it was done to (Entra object id), where it is about one person. */
  readonly whom?: string;
}

/** Who acts on the command line, where no person signs in to Laurel. */
export const terminal = 'command-line';

/** Who acts where the time is over for which something is kept. */
export const retentionSweep = 'retention';

/** At most so many entries for a tenant: five pages of the table service, so that a list of all stays quick. */
export const mostAuditEntries = 5000;

/** The entries that are to be removed at a time: those before `oldest` (milliseconds since 1970), and the oldest above {@link mostAuditEntries}. */
export function outdatedEntries<T extends Pick<AuditEntry, 'at'>>(entries: readonly T[], oldest: number): readonly T[] {
  const newestFirst = [...entries].sort((one, other) => (one.at < other.at ? 1 : -1));
  return newestFirst.filter(({ at }, index) => index >= mostAuditEntries || Date.parse(at) < oldest);
}
