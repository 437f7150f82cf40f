/** An import record says which file was taken in, when and by whom, and what it changed: the source behind every fact. */
export const importKinds = ['training-completions', 'people', 'figures', 'competency-summary', 'partner'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What stood before an import, in numbers. */
export interface StandingBefore {
  /** How many goals held each level, by its id. */
  readonly levels: Readonly<Record<string, number>>;
  /** How many people had something that counts. */
  readonly counting: number;
}

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
  /** Absent where nothing had been worked out. */
  readonly before?: StandingBefore;
  /** ISO 8601, UTC; absent while it holds. */
  readonly undoneAt?: string;
}

/** The kinds of files that bring people and what they earned. */
const ofPeople: readonly ImportKind[] = ['training-completions', 'people'];

/** The newest of these imports that was not undone: their ids are in the order of time. */
export function newestImport(imports: readonly ImportRecord[]): ImportRecord | undefined {
  return imports
    .filter(({ undoneAt }) => undoneAt === undefined)
    .reduce<ImportRecord | undefined>((last, one) => (last && last.id > one.id ? last : one), undefined);
}

/** The newest import of a kind that bears on a level: what a summary of competencies or a figure says changes no count of people. */
export function newestFor(
  { branches, figures }: { readonly branches: readonly unknown[]; readonly figures: readonly unknown[] },
  imports: readonly ImportRecord[],
): ImportRecord | undefined {
  const kinds = [...(branches.length > 0 ? ofPeople : []), ...(figures.length > 0 ? (['figures'] as const) : [])];
  return newestImport(imports.filter(({ kind }) => kinds.includes(kind)));
}
