/** An import record says which file was taken in, when and by whom, and what it changed: the source behind every fact. */

export const importKinds = ['training-completions', 'people', 'figures', 'competency-summary'] as const;
export type ImportKind = (typeof importKinds)[number];

export interface ImportRecord {
  /** Time-ordered, unique within the tenant. */
  readonly id: string;
  readonly kind: ImportKind;
  readonly file: string;
  /** SHA-256 of the file's bytes, hexadecimal. */
  readonly contentHash: string;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
  readonly importedBy: string;
  readonly rows: number;
  readonly people: { readonly new: number; readonly changed: number; readonly unchanged: number };
  readonly achievements: { readonly new: number; readonly unchanged: number; readonly removed: number };
  readonly rejected: number;
}

/** The id of an import: it sorts by time, and the same content at the very same moment is the same import. */
export function importIdOf(at: number, contentHash: string): string {
  return `${new Date(at).toISOString().replace(/[-:.]/g, '')}-${contentHash.slice(0, 8)}`;
}

/** Whether a source is an import, and not somebody's word. */
export function isImportId(source: string): boolean {
  return /^\d{8}T\d{9}Z-[0-9a-f]{8}$/.test(source);
}
