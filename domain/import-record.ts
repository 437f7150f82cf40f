/** An import record says which file was taken in, when and by whom, and what it changed: the source behind every fact. */

export const importKinds = ['training-completions', 'people', 'figures', 'competency-summary', 'partner'] as const;
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
  /** ISO 8601, UTC; absent while it holds. */
  readonly undoneAt?: string;
}
